import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import type { Flow } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import { expandPath } from '../../providers/globber.ts';
import { scopeOf } from '../management/item-paths.ts';

/** What names the file of Out-File and of commands that write files likewise. */
export interface FileTargetArguments {
  readonly FilePath?: string | undefined;
  readonly LiteralPath?: string | undefined;
}

/** The file that a command is to write; it need not exist. @throws TerminatingError when it is not one file */
export function* outFileTarget(ctx: CmdletContext, { FilePath, LiteralPath }: FileTargetArguments): Flow<string> {
  const path = LiteralPath ?? FilePath ?? '';
  const options = { literal: LiteralPath !== undefined, allowMissing: true, force: true };
  const found = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, options);
  const [target, other] = found;
  if (other) {
    throw fail({
      id: 'ReadWriteMultipleFilesNotSupported',
      category: 'InvalidArgument',
      exceptionType: 'System.InvalidOperationException',
      message: `'${path}' names several files; only one can be written.`,
    });
  }
  if (target?.info.name !== 'FileSystem') {
    throw fail({
      id: 'ReadWriteFileNotFileSystemProvider',
      category: 'InvalidArgument',
      exceptionType: 'System.NotSupportedException',
      message: `'${path}' is no path of the file system.`,
    });
  }
  return target.path;
}
