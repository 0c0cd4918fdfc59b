import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fileFilter } from '../../providers/name-filter.ts';
import { joinPath, leafOf } from '../../providers/path-text.ts';
import { fileStep, fileTarget, ioError, writeBits } from './file-actions.ts';
import { reporting } from './item-paths.ts';

/** How files are removed. */
export interface RemoveOptions {
  readonly recurse: boolean;
  readonly force: boolean;
  readonly filter: string | undefined;
}

/** Removes a file, link or folder; what fails below a folder is reported, and the rest goes on. */
export function* removePath(ctx: CmdletContext, path: string, options: RemoveOptions): Flow<void> {
  const stat = yield* settle(ctx.engine.fs.lstat(path));
  if (!stat) throw ioError('ItemDoesNotExist', 'ObjectNotFound', `There is nothing at "${path}".`, path);
  const target = stat.kind === 'link' ? yield* settle(ctx.engine.fs.stat(path)) : stat;
  if (target?.kind === 'directory') yield* removeFolder(ctx, path, options, true, stat.kind === 'link');
  else if (yield* settle(ctx.shouldProcess(path, 'Remove File'))) yield* removeEntry(ctx, path, options.force);
}

function* removeFolder(
  ctx: CmdletContext,
  path: string,
  options: RemoveOptions,
  isRoot: boolean,
  isLink: boolean,
): Flow<void> {
  const { fs } = ctx.engine;
  const goesOn = !(isRoot || options.recurse) || (yield* settle(ctx.shouldProcess(path, 'Remove Directory')));
  if (!goesOn) return;
  if (isLink) {
    yield* fileStep('DeleteSymbolicLinkFailed', 'WriteError', () => fs.remove(path));
    return;
  }
  yield* removeContent(ctx, path, options);
  if (ctx.stopping) return;
  const left = yield* settle(fs.readDirectory(path));
  if (left.length > 0 && !options.force) {
    const folder = fileTarget(ctx, path, yield* settle(fs.stat(path)));
    throw ioError('DirectoryNotEmpty', 'WriteError', `"${path}" cannot be removed, for it is not empty.`, folder);
  }
  yield* removeEntry(ctx, path, options.force);
}

/** Folders first, then the files that the filter lets through. */
function* removeContent(ctx: CmdletContext, path: string, options: RemoveOptions): Flow<void> {
  const { fs } = ctx.engine;
  const files: string[] = [];
  for (const name of yield* settle(fs.readDirectory(path))) {
    if (ctx.stopping) return;
    const child = joinPath(path, name, '/');
    const stat = yield* settle(fs.lstat(child));
    const target = stat?.kind === 'link' ? yield* settle(fs.stat(child)) : stat;
    if (target?.kind === 'directory')
      yield* reporting(ctx, removeFolder(ctx, child, options, false, stat?.kind === 'link'));
    else files.push(child);
  }
  const accepts = fileFilter(options.filter);
  for (const file of files) {
    if (ctx.stopping) return;
    if (!accepts(leafOf(file))) continue;
    if (options.recurse && !(yield* settle(ctx.shouldProcess(file, 'Remove File')))) continue;
    yield* reporting(ctx, removeEntry(ctx, file, options.force));
  }
}

/** Removes one file or empty folder. Hidden and read-only ones need -Force. */
function* removeEntry(ctx: CmdletContext, path: string, force: boolean): Flow<void> {
  const { fs } = ctx.engine;
  const stat = yield* settle(fs.lstat(path));
  const item = fileTarget(ctx, path, stat);
  const isGuarded =
    leafOf(path).startsWith('.') || (stat?.kind !== 'link' && ((stat?.mode ?? writeBits) & writeBits) === 0);
  if (!force && isGuarded)
    throw ioError(
      'RemoveFileSystemItemUnAuthorizedAccess',
      'PermissionDenied',
      `"${path}" is hidden or read-only; -Force removes it all the same.`,
      item,
    );
  yield* fileStep('RemoveFileSystemItemIOError', 'WriteError', () => fs.remove(path), {
    denied: 'RemoveFileSystemItemUnAuthorizedAccess',
    target: item,
  });
}
