import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import type { ErrorCategory } from '../../errors/error-category.ts';
import { type FileFailureOptions, fileFailure } from '../../errors/file-exception.ts';
import { fail, type TerminatingError } from '../../errors/terminating-error.ts';
import type { FileStat } from '../../host/file-system.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { fileSystemInfoFor } from '../../values/file-system-info.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** The bit of a mode without which a file counts as read-only. */
export const writeBits = 0o222;

/** Runs one file operation; what fails becomes the command's error with this id. */
export function* fileStep<T>(
  id: string,
  category: ErrorCategory,
  work: () => T | Promise<T>,
  options: FileFailureOptions = {},
): Flow<T> {
  try {
    return yield* settle(work());
  } catch (thrown) {
    throw fileFailure(thrown, id, category, options);
  }
}

/** An IOException of our own, as the file system provider reports what it refuses. */
export function ioError(id: string, category: ErrorCategory, message: string, target: PSValue): TerminatingError {
  return fail({ id, category, exceptionType: 'System.IO.IOException', message, target });
}

/** A PSArgumentException. */
export function argumentError(message: string, id = 'Argument', target: PSValue = null): TerminatingError {
  return fail({
    id,
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message,
    target,
  });
}

/** A PSInvalidOperationException. */
export function invalidOperationError(message: string): TerminatingError {
  return fail({
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    message,
  });
}

/** Whether a path is the current location or above it. */
export function isCurrentOrAbove(ctx: CmdletContext, at: ProviderPath): boolean {
  const { drives } = ctx.engine;
  if (!at.provider.isTree || drives.current !== at.drive) return false;
  const current = drives.currentPath;
  return current === at.path || current.startsWith(at.path === '/' ? '/' : `${at.path}/`);
}

/** The file object of a path, as the target of errors. */
export function fileTarget(ctx: CmdletContext, path: string, stat: FileStat | undefined): PSValue {
  return stat ? fileSystemInfoFor(ctx.engine.fs, path, stat) : path;
}

/** Whether two paths lead to the same item. */
export function* isSameItem(ctx: CmdletContext, a: string, b: string): Flow<boolean> {
  if (a === b) return true;
  const { fs } = ctx.engine;
  if (!(yield* settle(fs.stat(a))) || !(yield* settle(fs.stat(b)))) return false;
  return (yield* settle(fs.realPath(a))) === (yield* settle(fs.realPath(b)));
}
