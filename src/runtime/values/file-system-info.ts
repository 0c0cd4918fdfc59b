import type { FileStat, FileSystem } from '../host/file-system.ts';
import { NetObject } from './net-object.ts';

/**
 * System.IO.FileSystemInfo: a path and what was found there when it was first asked. `refresh` forgets what was found.
 * The file system must answer synchronously for the properties that look into it.
 */
export abstract class FileSystemInfo extends NetObject {
  readonly fs: FileSystem;
  fullName: string;
  /** The path as it was given; ToString() shows it. */
  originalPath: string;
  #stat: FileStat | null | undefined;
  #target: FileStat | null | undefined;

  /**
   * @param fullName absolute path
   * @param stat what `lstat` answered, when the maker has it already
   */
  constructor(fs: FileSystem, fullName: string, originalPath: string = fullName, stat?: FileStat) {
    super();
    this.fs = fs;
    this.fullName = fullName;
    this.originalPath = originalPath;
    this.#stat = stat;
  }

  get name(): string {
    const trimmed = this.fullName.length > 1 ? this.fullName.replace(/\/+$/, '') : this.fullName;
    return trimmed === '/' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
  }

  /** Of the item itself, not of what a link leads to; undefined when there is nothing. */
  get stat(): FileStat | undefined {
    if (this.#stat === undefined) {
      const found = this.fs.lstat(this.fullName);
      if (found instanceof Promise) return undefined;
      this.#stat = found ?? null;
    }
    return this.#stat ?? undefined;
  }

  /** Of what a link leads to; of the item itself when it is none. */
  get targetStat(): FileStat | undefined {
    if (this.stat?.kind !== 'link') return this.stat;
    if (this.#target === undefined) {
      const found = this.fs.stat(this.fullName);
      this.#target = found instanceof Promise ? null : (found ?? null);
    }
    return this.#target ?? undefined;
  }

  /** The item was moved: the object goes with it. */
  relocate(path: string): void {
    this.fullName = path;
    this.originalPath = path;
    this.refresh();
  }

  refresh(): void {
    this.#stat = undefined;
    this.#target = undefined;
  }
}

/** System.IO.FileInfo */
export class FileInfo extends FileSystemInfo {}

/** System.IO.DirectoryInfo */
export class DirectoryInfo extends FileSystemInfo {}

/** The object for what was found at a path; a link is what it leads to. */
export function fileSystemInfoFor(
  fs: FileSystem,
  path: string,
  stat: FileStat,
  target: FileStat | undefined = stat,
): FileSystemInfo {
  return target?.kind === 'directory' ? new DirectoryInfo(fs, path, path, stat) : new FileInfo(fs, path, path, stat);
}
