import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import type { FileStat } from '../../host/file-system.ts';
import { fileFilter, type NameMatcher } from '../../providers/name-filter.ts';
import { joinPath, leafOf } from '../../providers/path-text.ts';
import { fileStep, fileTarget, ioError, isSameItem, writeBits } from './file-actions.ts';
import { reporting } from './item-paths.ts';

/** How files are copied. */
export interface CopyOptions {
  readonly recurse: boolean;
  readonly force: boolean;
  readonly filter: string | undefined;
  readonly isExcluded: NameMatcher;
  /** What is told of each copy. */
  readonly made: (path: string) => Flow<void>;
}

const copyError = (path: string) => ioError('CopyError', 'WriteError', `"${path}" cannot be copied onto itself.`, path);

/** Copies a file or folder; what fails below a folder is reported, and the rest goes on. */
export function* copyItemTo(ctx: CmdletContext, from: string, to: string, options: CopyOptions): Flow<void> {
  if (yield* isSameItem(ctx, from, to)) throw copyError(from);
  const stat = yield* settle(ctx.engine.fs.stat(from));
  if (stat?.kind === 'directory') yield* copyFolder(ctx, from, to, options);
  else yield* copyFile(ctx, from, to, options);
}

function* isFolder(ctx: CmdletContext, path: string): Flow<boolean> {
  return (yield* settle(ctx.engine.fs.stat(path)))?.kind === 'directory';
}

function* mayCopy(ctx: CmdletContext, action: string, from: string, to: string): Flow<boolean> {
  return yield* settle(ctx.shouldProcess(`Item: ${from} Destination: ${to}`, action));
}

function* copyFolder(ctx: CmdletContext, from: string, to: string, options: CopyOptions): Flow<void> {
  const { fs } = ctx.engine;
  const target = (yield* isFolder(ctx, to)) ? joinPath(to, leafOf(from), '/') : to;
  if (!(yield* mayCopy(ctx, 'Copy Directory', from, target))) return;
  // A folder that is there already is an error, and yet what is in it is copied.
  yield* reporting(ctx, makeFolder(ctx, target, options));
  if (!options.recurse) return;
  const names = yield* settle(fs.readDirectory(from));
  const accepts = fileFilter(options.filter);
  const folders: string[] = [];
  for (const name of names) {
    if (ctx.stopping) return;
    const path = joinPath(from, name, '/');
    if (yield* isFolder(ctx, path)) folders.push(path);
    else if (accepts(name)) yield* reporting(ctx, copyFile(ctx, path, target, options));
  }
  for (const path of folders) {
    if (ctx.stopping) return;
    yield* reporting(ctx, copyFolder(ctx, path, target, options));
  }
}

function* makeFolder(ctx: CmdletContext, path: string, options: CopyOptions): Flow<void> {
  const { fs } = ctx.engine;
  if (!options.force && (yield* settle(fs.lstat(path))))
    throw ioError('DirectoryExist', 'ResourceExists', `There is already an item at "${path}".`, path);
  yield* fileStep('CreateDirectoryIOError', 'WriteError', () => fs.makeDirectory(path, { recursive: true }), {
    denied: 'CreateDirectoryUnauthorizedAccessError',
  });
  yield* options.made(path);
}

function* copyFile(ctx: CmdletContext, from: string, to: string, options: CopyOptions): Flow<void> {
  const target = (yield* isFolder(ctx, to)) ? joinPath(to, leafOf(from), '/') : to;
  if (yield* isSameItem(ctx, from, target)) throw copyError(target);
  if (options.isExcluded(leafOf(from)) || !(yield* mayCopy(ctx, 'Copy File', from, target))) return;
  const { fs } = ctx.engine;
  const stat = yield* settle(fs.stat(from));
  const failure = {
    denied: 'CopyFileInfoItemUnauthorizedAccessError',
    creates: stat !== undefined,
    target: fileTarget(ctx, from, stat),
  };
  try {
    yield* settle(fs.copyFile(from, target));
  } catch (thrown) {
    if (!options.force || !(yield* makeWritable(ctx, target)))
      throw fileFailure(thrown, 'CopyFileInfoItemIOError', 'WriteError', failure);
    yield* fileStep('CopyFileInfoItemIOError', 'WriteError', () => fs.copyFile(from, target), failure);
  }
  if (stat) yield* keepTimes(ctx, target, stat);
  yield* options.made(target);
}

/** Makes a read-only file writable; answers whether it was one. */
export function* makeWritable(ctx: CmdletContext, path: string): Flow<boolean> {
  const { fs } = ctx.engine;
  const stat = yield* settle(fs.stat(path));
  if (!stat || (stat.mode & writeBits) !== 0) return false;
  yield* settle(fs.setMode(path, stat.mode | 0o200));
  return true;
}

function* keepTimes(ctx: CmdletContext, path: string, stat: FileStat): Flow<void> {
  const { fs } = ctx.engine;
  yield* fileStep('CopyFileInfoItemIOError', 'WriteError', () => fs.setTimes(path, { modified: stat.modified }));
  yield* fileStep('CopyFileInfoItemIOError', 'WriteError', () => fs.setMode(path, stat.mode & 0o777));
}
