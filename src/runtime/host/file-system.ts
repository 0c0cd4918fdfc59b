import type { Eventually } from '../values/ps-value.ts';

/** Contract. What one path is. Times are milliseconds since 1970 UTC (fractions allowed). */
export interface FileStat {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly size: number;
  readonly created: number;
  readonly modified: number;
  readonly accessed: number;
  /** Unix permission bits (0o777 and the setuid family). */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly links: number;
  /** Target text of a link (from `lstat`). */
  readonly linkTarget?: string;
}

/** Why a file operation failed. */
export type FileSystemErrorCode =
  | 'notFound'
  | 'exists'
  | 'denied'
  | 'notDirectory'
  | 'isDirectory'
  | 'notEmpty'
  | 'invalid'
  | 'tooLong'
  | 'busy'
  | 'unsupported'
  | 'other';

/** Thrown by every {@link FileSystem} method that fails. */
export class FileSystemError {
  readonly code: FileSystemErrorCode;
  readonly path: string;
  readonly detail: string;
  constructor(code: FileSystemErrorCode, path: string, detail = '') {
    this.code = code;
    this.path = path;
    this.detail = detail;
  }
}

/**
 * Contract. The files a script sees. Paths are absolute and normalised by the caller. Every method returns the answer
 * or a promise of it; the host's file system answers synchronously.
 */
export interface FileSystem {
  readonly separator: '/' | '\\';
  readonly caseSensitive: boolean;
  /** Follows links; undefined when there is nothing. */
  stat(path: string): Eventually<FileStat | undefined>;
  /** Does not follow links. */
  lstat(path: string): Eventually<FileStat | undefined>;
  readDirectory(path: string): Eventually<readonly string[]>;
  readFile(path: string): Eventually<Uint8Array>;
  writeFile(path: string, data: Uint8Array, options?: { append?: boolean; createNew?: boolean }): Eventually<void>;
  makeDirectory(path: string, options?: { recursive?: boolean }): Eventually<void>;
  remove(path: string, options?: { recursive?: boolean }): Eventually<void>;
  rename(from: string, to: string): Eventually<void>;
  copyFile(from: string, to: string): Eventually<void>;
  makeLink(path: string, target: string, kind: 'symbolic' | 'hard'): Eventually<void>;
  setMode(path: string, mode: number): Eventually<void>;
  setTimes(path: string, times: { accessed?: number; modified?: number }): Eventually<void>;
  realPath(path: string): Eventually<string>;
  /** Bytes of the volume that a path lies on, and how many of them are free; absent where that is not known. */
  space?(path: string): Eventually<{ readonly total: number; readonly free: number }>;
}
