import { FileSystemError, type FileSystemErrorCode } from '../host/file-system.ts';
import type { ErrorCategory } from './error-category.ts';
import { ErrorRecord } from './error-record.ts';
import { NetException } from './net-exception.ts';
import { TerminatingError } from './terminating-error.ts';

const exceptionTypes: Readonly<Record<FileSystemErrorCode, string>> = {
  notFound: 'System.IO.FileNotFoundException',
  exists: 'System.IO.IOException',
  denied: 'System.UnauthorizedAccessException',
  notDirectory: 'System.IO.DirectoryNotFoundException',
  isDirectory: 'System.UnauthorizedAccessException',
  notEmpty: 'System.IO.IOException',
  invalid: 'System.IO.IOException',
  tooLong: 'System.IO.PathTooLongException',
  busy: 'System.IO.IOException',
  unsupported: 'System.PlatformNotSupportedException',
  other: 'System.IO.IOException',
};

const reasons: Readonly<Record<FileSystemErrorCode, (path: string) => string>> = {
  notFound: (path) => `There is nothing at "${path}".`,
  exists: (path) => `There is already something at "${path}".`,
  denied: (path) => `Access to "${path}" is denied.`,
  notDirectory: (path) => `A part of the path "${path}" is missing or no folder.`,
  isDirectory: (path) => `"${path}" is a folder, not a file.`,
  notEmpty: (path) => `The folder "${path}" is not empty.`,
  invalid: (path) => `"${path}" cannot be used as a path here.`,
  tooLong: (path) => `The path "${path}" is too long.`,
  busy: (path) => `"${path}" is in use.`,
  unsupported: (path) => `The file system of "${path}" does not support this.`,
  other: (path) => `"${path}" could not be used.`,
};

/** The .NET exception for a failed file operation. */
export function fileException(error: FileSystemError): NetException {
  const detail = error.detail ? ` (${error.detail})` : '';
  return new NetException(
    exceptionTypes[error.code],
    reasons[error.code](error.path) + (error.code === 'other' ? detail : ''),
  );
}

/** The terminating error of a command whose file operation failed; anything else is passed on unchanged. */
export function fileFailure(thrown: unknown, id: string, category: ErrorCategory): unknown {
  if (!(thrown instanceof FileSystemError)) return thrown;
  const kind = thrown.code === 'denied' ? 'PermissionDenied' : category;
  return new TerminatingError(new ErrorRecord(fileException(thrown), id, kind, thrown.path));
}
