import { andThen, type Eventually } from '../values/ps-value.ts';
import { type FileStat, type FileSystem, FileSystemError } from './file-system.ts';
import { MemoryFileSystem } from './memory-file-system.ts';

const above = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';

/** Reads through to a lower file system and keeps every change in memory: the lower one is never written to. */
export class OverlayFileSystem implements FileSystem {
  readonly separator = '/';
  readonly caseSensitive: boolean;
  readonly #lower: FileSystem;
  readonly #upper = new MemoryFileSystem();
  /** Paths of the lower file system that were removed here. */
  readonly #gone = new Set<string>();

  constructor(lower: FileSystem) {
    this.#lower = lower;
    this.caseSensitive = lower.caseSensitive;
  }

  #hidden(path: string): boolean {
    for (let at = path; at !== '/'; at = above(at)) if (this.#gone.has(at)) return true;
    return false;
  }

  stat(path: string): Eventually<FileStat | undefined> {
    return this.#upper.stat(path) ?? (this.#hidden(path) ? undefined : this.#lower.stat(path));
  }

  lstat(path: string): Eventually<FileStat | undefined> {
    return this.#upper.lstat(path) ?? (this.#hidden(path) ? undefined : this.#lower.lstat(path));
  }

  readDirectory(path: string): Eventually<readonly string[]> {
    const mine = this.#upper.stat(path)?.kind === 'directory' ? this.#upper.readDirectory(path) : [];
    if (this.#hidden(path)) return mine;
    return andThen(this.#lower.stat(path), (stat) => {
      if (stat?.kind !== 'directory') {
        if (mine.length > 0 || this.#upper.stat(path)) return mine;
        throw new FileSystemError(stat ? 'notDirectory' : 'notFound', path);
      }
      return andThen(this.#lower.readDirectory(path), (theirs) => {
        const prefix = path === '/' ? '/' : `${path}/`;
        return [...new Set([...theirs.filter((name) => !this.#gone.has(prefix + name)), ...mine])].sort();
      });
    });
  }

  readFile(path: string): Eventually<Uint8Array> {
    if (this.#upper.stat(path)) return this.#upper.readFile(path);
    if (this.#hidden(path)) throw new FileSystemError('notFound', path);
    return this.#lower.readFile(path);
  }

  /** Makes the folders above `path` in the upper layer, once the lower one is known to have them. */
  #prepare(path: string): Eventually<void> {
    const folder = above(path);
    return andThen(this.stat(folder), (stat) => {
      if (stat?.kind !== 'directory') throw new FileSystemError(stat ? 'notDirectory' : 'notFound', folder);
      this.#upper.makeDirectory(folder, { recursive: true });
    });
  }

  writeFile(path: string, data: Uint8Array, options?: { append?: boolean; createNew?: boolean }): Eventually<void> {
    return andThen(this.stat(path), (stat) => {
      if (stat?.kind === 'directory') throw new FileSystemError('isDirectory', path);
      if (stat && options?.createNew) throw new FileSystemError('exists', path);
      return andThen(this.#prepare(path), () => {
        if (!options?.append || !stat || this.#upper.stat(path)) return this.#upper.writeFile(path, data, options);
        return andThen(this.readFile(path), (old) => {
          this.#upper.writeFile(path, old);
          this.#upper.writeFile(path, data, options);
        });
      });
    });
  }

  makeDirectory(path: string, options?: { recursive?: boolean }): Eventually<void> {
    return andThen(this.stat(path), (stat) => {
      if (stat) {
        if (options?.recursive && stat.kind === 'directory') return;
        throw new FileSystemError('exists', path);
      }
      const ready =
        options?.recursive && above(path) !== path ? this.makeDirectory(above(path), options) : this.#prepare(path);
      return andThen(ready, () => this.#upper.makeDirectory(path, { recursive: true }));
    });
  }

  remove(path: string, options?: { recursive?: boolean }): Eventually<void> {
    return andThen(this.lstat(path), (stat) => {
      if (!stat) throw new FileSystemError('notFound', path);
      const children = stat.kind === 'directory' ? this.readDirectory(path) : [];
      return andThen(children, (names) => {
        if (names.length > 0 && !options?.recursive) throw new FileSystemError('notEmpty', path);
        if (this.#upper.lstat(path)) this.#upper.remove(path, { recursive: true });
        this.#gone.add(path);
      });
    });
  }

  rename(from: string, to: string): Eventually<void> {
    return andThen(this.#copyTree(from, to), () => this.remove(from, { recursive: true }));
  }

  #copyTree(from: string, to: string): Eventually<void> {
    return andThen(this.stat(from), (stat): Eventually<void> => {
      if (!stat) throw new FileSystemError('notFound', from);
      if (stat.kind !== 'directory') return this.copyFile(from, to);
      return andThen(this.makeDirectory(to), () =>
        andThen(this.readDirectory(from), (names) =>
          names.reduce<Eventually<void>>(
            (done, name) => andThen(done, () => this.#copyTree(`${from}/${name}`, `${to}/${name}`)),
            undefined,
          ),
        ),
      );
    });
  }

  copyFile(from: string, to: string): Eventually<void> {
    return andThen(this.readFile(from), (data) => this.writeFile(to, data));
  }

  makeLink(path: string, target: string, kind: 'symbolic' | 'hard'): Eventually<void> {
    return andThen(this.#prepare(path), () => this.#upper.makeLink(path, target, kind));
  }

  /** Copies a lower file up, so that its attributes can change here. */
  #raise(path: string): Eventually<void> {
    if (this.#upper.lstat(path)) return;
    return andThen(this.stat(path), (stat): Eventually<void> => {
      if (!stat) throw new FileSystemError('notFound', path);
      if (stat.kind === 'directory') return this.#upper.makeDirectory(path, { recursive: true });
      return andThen(this.readFile(path), (data) => this.writeFile(path, data));
    });
  }

  setMode(path: string, mode: number): Eventually<void> {
    return andThen(this.#raise(path), () => this.#upper.setMode(path, mode));
  }

  setTimes(path: string, times: { accessed?: number; modified?: number }): Eventually<void> {
    return andThen(this.#raise(path), () => this.#upper.setTimes(path, times));
  }

  realPath(path: string): Eventually<string> {
    if (this.#upper.lstat(path)) return this.#upper.realPath(path);
    if (this.#hidden(path)) throw new FileSystemError('notFound', path);
    return this.#lower.realPath(path);
  }

  space(path: string): Eventually<{ readonly total: number; readonly free: number }> {
    return this.#lower.space?.(path) ?? { total: 0, free: 0 };
  }
}

/** A file system that shows `lower` and keeps all changes to itself. */
export function overlayFs(lower: FileSystem): FileSystem {
  return new OverlayFileSystem(lower);
}
