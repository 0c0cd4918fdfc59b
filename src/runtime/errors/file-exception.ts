import { FileSystemError, type FileSystemErrorCode } from '../host/file-system.ts';
import type { PSValue } from '../values/ps-value.ts';
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

/** The .NET exception for a failed file operation; `creates` where what is missing can only be a folder above. */
export function fileException(error: FileSystemError, creates = false): NetException {
  const code = creates && error.code === 'notFound' ? 'notDirectory' : error.code;
  const detail = error.detail ? ` (${error.detail})` : '';
  const message = reasons[code](error.path) + (code === 'other' ? detail : '');
  return new NetException(exceptionTypes[code], message);
}

/** What makes the error of a file operation differ from id and category of the usual case. */
export interface FileFailureOptions {
  /** The id where access is denied. */
  readonly denied?: string;
  /** The id where a folder on the way is missing; the category is ObjectNotFound then. */
  readonly noFolder?: string;
  /** The operation makes something: what is missing can only be a folder above. */
  readonly creates?: boolean;
  /** The target; the path where left out. */
  readonly target?: PSValue;
}

/** The terminating error of a command whose file operation failed; anything else is passed on unchanged. */
export function fileFailure(
  thrown: unknown,
  id: string,
  category: ErrorCategory,
  options: FileFailureOptions = {},
): unknown {
  if (!(thrown instanceof FileSystemError)) return thrown;
  const exception = fileException(thrown, options.creates);
  const target = options.target === undefined ? thrown.path : options.target;
  if (thrown.code === 'denied' || thrown.code === 'isDirectory')
    return new TerminatingError(new ErrorRecord(exception, options.denied ?? id, 'PermissionDenied', target));
  const isNoFolder = exception.typeName === 'System.IO.DirectoryNotFoundException' && options.noFolder !== undefined;
  const kind = isNoFolder ? 'ObjectNotFound' : category;
  return new TerminatingError(new ErrorRecord(exception, isNoFolder ? options.noFolder : id, kind, target));
}
