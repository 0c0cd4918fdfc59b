import { joinBytes } from '../text/join-bytes.ts';
import { type FileStat, type FileSystem, FileSystemError } from './file-system.ts';

interface FileNode {
  kind: 'file' | 'directory' | 'link';
  data: Uint8Array;
  children: Map<string, FileNode>;
  target: string;
  mode: number;
  created: number;
  modified: number;
  accessed: number;
}

const maxLinks = 40;
const parts = (path: string) => path.split('/').filter((part) => part !== '' && part !== '.');

/** Resolves `.` and `..` in a list of names. */
function normalize(names: readonly string[]): string[] {
  const result: string[] = [];
  for (const name of names) {
    if (name === '..') result.pop();
    else result.push(name);
  }
  return result;
}

/** What {@link memoryFs} can be set up with. */
export interface MemoryFileSystemOptions {
  /** Milliseconds since 1970 for new files; Date.now if left out. */
  readonly now?: () => number;
}

/** A file system in memory, Unix-like, answering synchronously. */
export class MemoryFileSystem implements FileSystem {
  readonly separator = '/';
  readonly caseSensitive = true;
  readonly #now: () => number;
  readonly #root: FileNode;

  constructor(options: MemoryFileSystemOptions = {}) {
    this.#now = options.now ?? Date.now;
    this.#root = this.#node('directory');
  }

  #node(kind: FileNode['kind'], data: Uint8Array = new Uint8Array(), target = ''): FileNode {
    const now = this.#now();
    const mode = kind === 'directory' ? 0o755 : kind === 'link' ? 0o777 : 0o644;
    return { kind, data, children: new Map(), target, mode, created: now, modified: now, accessed: now };
  }

  #find(path: string, follow: boolean, depth = 0): FileNode | undefined {
    if (depth > maxLinks) throw new FileSystemError('invalid', path, 'too many links');
    let names = normalize(parts(path));
    let node = this.#root;
    for (let i = 0; i < names.length; i++) {
      const next = node.children.get(names[i] ?? '');
      if (!next) {
        if (node.kind === 'file') throw new FileSystemError('notDirectory', path);
        return undefined;
      }
      if (next.kind === 'link' && (follow || i < names.length - 1)) {
        const base = next.target.startsWith('/') ? [] : names.slice(0, i);
        names = normalize([...base, ...parts(next.target), ...names.slice(i + 1)]);
        return this.#find(`/${names.join('/')}`, follow, depth + 1);
      }
      node = next;
    }
    return node;
  }

  #demand(path: string, follow = true): FileNode {
    const node = this.#find(path, follow);
    if (!node) throw new FileSystemError('notFound', path);
    return node;
  }

  #parent(path: string): { parent: FileNode; name: string } {
    const names = normalize(parts(path));
    const name = names.pop();
    if (name === undefined) throw new FileSystemError('invalid', path, 'the root');
    const parent = this.#demand(`/${names.join('/')}`);
    if (parent.kind !== 'directory') throw new FileSystemError('notDirectory', path);
    return { parent, name };
  }

  #stat(node: FileNode): FileStat {
    return {
      kind: node.kind,
      size: node.kind === 'link' ? node.target.length : node.data.length,
      created: node.created,
      modified: node.modified,
      accessed: node.accessed,
      mode: node.mode,
      uid: 0,
      gid: 0,
      links: 1,
      ...(node.kind === 'link' ? { linkTarget: node.target } : {}),
    };
  }

  stat(path: string): FileStat | undefined {
    return this.#tolerant(path, true);
  }

  lstat(path: string): FileStat | undefined {
    return this.#tolerant(path, false);
  }

  #tolerant(path: string, follow: boolean): FileStat | undefined {
    try {
      const node = this.#find(path, follow);
      return node && this.#stat(node);
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'notDirectory') return undefined;
      throw error;
    }
  }

  readDirectory(path: string): readonly string[] {
    const node = this.#demand(path);
    if (node.kind !== 'directory') throw new FileSystemError('notDirectory', path);
    return [...node.children.keys()].sort();
  }

  readFile(path: string): Uint8Array {
    const node = this.#demand(path);
    if (node.kind === 'directory') throw new FileSystemError('isDirectory', path);
    return node.data;
  }

  writeFile(path: string, data: Uint8Array, options?: { append?: boolean; createNew?: boolean }): void {
    const found = this.#find(path, true);
    if (found?.kind === 'directory') throw new FileSystemError('isDirectory', path);
    if (found && options?.createNew) throw new FileSystemError('exists', path);
    if (!found) {
      const { parent, name } = this.#parent(path);
      parent.children.set(name, this.#node('file', data.slice()));
      parent.modified = this.#now();
      return;
    }
    found.data = options?.append ? joinBytes([found.data, data]) : data.slice();
    found.modified = this.#now();
  }

  makeDirectory(path: string, options?: { recursive?: boolean }): void {
    const names = normalize(parts(path));
    if (options?.recursive) {
      for (let i = 1; i < names.length; i++) {
        const above = `/${names.slice(0, i).join('/')}`;
        if (!this.#find(above, true)) this.makeDirectory(above);
      }
    }
    const found = this.#find(path, true);
    if (found) {
      if (options?.recursive && found.kind === 'directory') return;
      throw new FileSystemError('exists', path);
    }
    const { parent, name } = this.#parent(path);
    parent.children.set(name, this.#node('directory'));
  }

  remove(path: string, options?: { recursive?: boolean }): void {
    const node = this.#demand(path, false);
    if (node.children.size > 0 && !options?.recursive) throw new FileSystemError('notEmpty', path);
    const { parent, name } = this.#parent(path);
    parent.children.delete(name);
  }

  rename(from: string, to: string): void {
    const node = this.#demand(from, false);
    const target = this.#parent(to);
    const existing = target.parent.children.get(target.name);
    if (existing?.kind === 'directory' && existing.children.size > 0) throw new FileSystemError('notEmpty', to);
    const source = this.#parent(from);
    source.parent.children.delete(source.name);
    target.parent.children.set(target.name, node);
  }

  copyFile(from: string, to: string): void {
    this.writeFile(to, this.readFile(from));
  }

  makeLink(path: string, target: string, kind: 'symbolic' | 'hard'): void {
    if (this.#find(path, false)) throw new FileSystemError('exists', path);
    const node = kind === 'hard' ? this.#demand(target) : this.#node('link', new Uint8Array(), target);
    const { parent, name } = this.#parent(path);
    parent.children.set(name, node);
  }

  setMode(path: string, mode: number): void {
    this.#demand(path).mode = mode;
  }

  setTimes(path: string, times: { accessed?: number; modified?: number }): void {
    const node = this.#demand(path);
    node.accessed = times.accessed ?? node.accessed;
    node.modified = times.modified ?? node.modified;
  }

  realPath(path: string): string {
    this.#demand(path);
    return `/${normalize(parts(path)).join('/')}`;
  }
}

/**
 * A file system in memory for an engine that shall not see the host's files.
 *
 * @param files text or bytes by absolute path; folders on the way are made
 */
export function memoryFs(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: MemoryFileSystemOptions = {},
): MemoryFileSystem {
  const fs = new MemoryFileSystem(options);
  for (const [path, content] of Object.entries(files)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (folder !== '') fs.makeDirectory(folder, { recursive: true });
    fs.writeFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  return fs;
}
