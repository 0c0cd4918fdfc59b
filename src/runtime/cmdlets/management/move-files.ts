import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { joinPath, leafOf } from '../../providers/path-text.ts';
import { fileStep, fileTarget, ioError } from './file-actions.ts';

/** Moves a file or folder to a path, or into a folder. Answers where it is now; undefined when it was not to be. */
export function* moveItemTo(ctx: CmdletContext, from: string, to: string, force: boolean): Flow<string | undefined> {
  const { fs } = ctx.engine;
  const stat = yield* settle(fs.stat(from));
  const isFolder = stat?.kind === 'directory';
  const there = yield* settle(fs.stat(to));
  const target = there?.kind === 'directory' ? joinPath(to, leafOf(from), '/') : to;
  if (isFolder && (target.startsWith(from === '/' ? '/' : `${from}/`) || target.toLowerCase() === from.toLowerCase()))
    throw ioError('MoveItemArgumentError', 'InvalidArgument', `"${from}" cannot be moved into itself.`, target);
  const action = isFolder ? 'Move Directory' : 'Move File';
  if (!(yield* settle(ctx.shouldProcess(`Item: ${from} Destination: ${target}`, action)))) return undefined;
  const [id, denied] = isFolder
    ? ['MoveDirectoryItemIOError', 'MoveDirectoryItemUnauthorizedAccessError']
    : ['MoveFileInfoItemIOError', 'MoveFileInfoItemUnauthorizedAccessError'];
  const item = fileTarget(ctx, from, stat);
  if (target !== from && (yield* settle(fs.lstat(target)))) {
    const occupied = yield* settle(fs.stat(target));
    if (!force || isFolder || occupied?.kind === 'directory')
      throw ioError(id, 'WriteError', `There is already an item at "${target}".`, item);
  }
  yield* fileStep(id, 'WriteError', () => fs.rename(from, target), { denied, creates: true, target: item });
  return target;
}
