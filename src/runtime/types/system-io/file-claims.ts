import { type FileSystem, FileSystemError } from '../../host/file-system.ts';

/** How many streams share a file; -1 for one that excludes all others. */
type Uses = Map<string, number>;

const open = new WeakMap<FileSystem, Uses>();

/** Fails where a stream holds the file with FileShare.None: the one rule of sharing that .NET keeps on Unix. */
export function checkUnclaimed(fs: FileSystem, path: string): void {
  if ((open.get(fs)?.get(path) ?? 0) < 0) throw new FileSystemError('busy', path);
}

/** Registers a use of a file. @returns ends it */
export function claim(fs: FileSystem, path: string, excludesOthers: boolean): () => void {
  checkUnclaimed(fs, path);
  let uses = open.get(fs);
  if (!uses) open.set(fs, (uses = new Map()));
  const count = uses.get(path) ?? 0;
  if (excludesOthers && count > 0) throw new FileSystemError('busy', path);
  uses.set(path, excludesOthers ? -1 : count + 1);
  return () => {
    const left = excludesOthers ? 0 : (uses.get(path) ?? 1) - 1;
    if (left > 0) uses.set(path, left);
    else uses.delete(path);
  };
}
