import { type Flow, settle } from '../commands/flow.ts';
import { fileFailure } from '../errors/file-exception.ts';
import { fail } from '../errors/terminating-error.ts';
import type { FileSystem } from '../host/file-system.ts';
import { joinPath, leafOf, parentOf } from './path-text.ts';

const readOnlyBit = 0o200;

/** Runs one file operation; what fails becomes the command's error with this id. */
export function* attempt<T>(
  id: string,
  category: 'WriteError' | 'ReadError' | 'InvalidArgument',
  work: () => T | Promise<T>,
): Flow<T> {
  try {
    return yield* settle(work());
  } catch (thrown) {
    throw fileFailure(thrown, id, category);
  }
}

/** Makes a folder and all above it; an existing one is an error unless `force`. */
export function* makeFolder(fs: FileSystem, path: string, force: boolean): Flow<void> {
  const stat = yield* settle(fs.stat(path));
  if (stat?.kind === 'directory' && force) return;
  if (stat)
    throw fail({
      id: stat.kind === 'directory' ? 'DirectoryExist' : 'NewItemIOError',
      category: stat.kind === 'directory' ? 'ResourceExists' : 'WriteError',
      exceptionType: 'System.IO.IOException',
      message: `There is already an item at "${path}".`,
      target: path,
    });
  yield* attempt('CreateDirectoryIOError', 'WriteError', () => fs.makeDirectory(path, { recursive: true }));
}

/** Makes a file; `force` replaces one and makes the folders above. */
export function* makeFile(fs: FileSystem, path: string, content: Uint8Array, force: boolean): Flow<void> {
  if (force) {
    const folder = parentOf(path);
    if (folder !== '' && !(yield* settle(fs.stat(folder))))
      yield* attempt('CreateDirectoryIOError', 'WriteError', () => fs.makeDirectory(folder, { recursive: true }));
  }
  yield* attempt('NewItemIOError', 'WriteError', () => fs.writeFile(path, content, { createNew: !force }));
}

/** Removes a file, link or folder. Folders with content need `recurse`; read-only files need `force`. */
export function* removeEntry(fs: FileSystem, path: string, recurse: boolean, force: boolean): Flow<void> {
  const stat = yield* settle(fs.lstat(path));
  if (stat && !force && stat.kind === 'file' && (stat.mode & readOnlyBit) === 0)
    throw fail({
      id: 'RemoveFileSystemItemUnAuthorizedAccess',
      category: 'PermissionDenied',
      exceptionType: 'System.IO.IOException',
      message: `"${path}" is read-only; -Force removes it all the same.`,
      target: path,
    });
  yield* attempt('RemoveFileSystemItemIOError', 'WriteError', () => fs.remove(path, { recursive: recurse }));
}

/** Copies a file, or with `recurse` a folder and what is in it. Gives the paths made, in order. */
export function* copyEntry(fs: FileSystem, from: string, to: string, recurse: boolean, force: boolean): Flow<string[]> {
  const stat = yield* settle(fs.stat(from));
  if (stat?.kind !== 'directory') {
    const target = (yield* settle(fs.stat(to)))?.kind === 'directory' ? joinPath(to, leafOf(from), '/') : to;
    if (target === from)
      throw fail({
        id: 'CopyError',
        category: 'WriteError',
        exceptionType: 'System.IO.IOException',
        message: `"${from}" cannot be copied onto itself.`,
        target: from,
      });
    const existing = yield* settle(fs.stat(target));
    if (force && existing && (existing.mode & readOnlyBit) === 0)
      yield* attempt('CopyError', 'WriteError', () => fs.setMode(target, existing.mode | readOnlyBit));
    yield* attempt('CopyFileInfoItemIOError', 'WriteError', () => fs.copyFile(from, target));
    if (stat)
      yield* attempt('CopyFileInfoItemIOError', 'WriteError', () => fs.setTimes(target, { modified: stat.modified }));
    return [target];
  }
  const existing = yield* settle(fs.stat(to));
  const target = existing?.kind === 'directory' ? joinPath(to, leafOf(from), '/') : to;
  if (existing && existing.kind !== 'directory')
    throw fail({
      id: 'CopyContainerItemToLeafError',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `The folder "${from}" cannot be copied onto the file "${to}".`,
      target: from,
    });
  yield* attempt('CopyDirectoryInfoItemIOError', 'WriteError', () => fs.makeDirectory(target, { recursive: true }));
  const made = [target];
  if (!recurse) return made;
  for (const name of yield* settle(fs.readDirectory(from)))
    made.push(...(yield* copyInto(fs, joinPath(from, name, '/'), target, force)));
  return made;
}

function* copyInto(fs: FileSystem, from: string, folder: string, force: boolean): Flow<string[]> {
  const stat = yield* settle(fs.stat(from));
  const target = joinPath(folder, leafOf(from), '/');
  if (stat?.kind !== 'directory') return yield* copyEntry(fs, from, target, false, force);
  yield* attempt('CopyDirectoryInfoItemIOError', 'WriteError', () => fs.makeDirectory(target, { recursive: true }));
  const made = [target];
  for (const name of yield* settle(fs.readDirectory(from)))
    made.push(...(yield* copyInto(fs, joinPath(from, name, '/'), target, force)));
  return made;
}

/** Moves or renames; into an existing folder keeps the name. Gives the new path. */
export function* moveEntry(fs: FileSystem, from: string, to: string, force: boolean): Flow<string> {
  const stat = yield* settle(fs.lstat(from));
  const existing = yield* settle(fs.stat(to));
  const target = existing?.kind === 'directory' && to !== from ? joinPath(to, leafOf(from), '/') : to;
  const occupied = target === to ? existing : yield* settle(fs.stat(target));
  const kind = stat?.kind === 'directory' ? 'Directory' : 'File';
  if (occupied && target !== from && !(force && occupied.kind !== 'directory'))
    throw fail({
      id: `Move${kind}InfoItemIOError`,
      category: kind === 'Directory' ? 'ResourceExists' : 'WriteError',
      exceptionType: 'System.IO.IOException',
      message: `There is already an item at "${target}".`,
      target: from,
    });
  yield* attempt(`Move${kind}InfoItemIOError`, 'WriteError', () => fs.rename(from, target));
  return target;
}
