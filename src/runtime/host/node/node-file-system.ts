import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statfsSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { type FileStat, type FileSystem, FileSystemError, type FileSystemErrorCode } from '../file-system.ts';

const codes: Readonly<Record<string, FileSystemErrorCode>> = {
  ENOENT: 'notFound',
  EEXIST: 'exists',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOTDIR: 'notDirectory',
  EISDIR: 'isDirectory',
  ENOTEMPTY: 'notEmpty',
  EINVAL: 'invalid',
  ENAMETOOLONG: 'tooLong',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
};

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new FileSystemError(codes[code] ?? 'other', path, code || String(error));
  }
}

// To the microsecond: the precision in which times can be set, so that what was set compares equal.
const microseconds = (milliseconds: number): number => Math.floor(milliseconds * 1000 + 0.2);

/** A time as utimes takes it: text, because numbers below zero mean now; a bit later, because it cuts off. */
const utime = (milliseconds: number): string => String((microseconds(milliseconds) + 0.3) / 1e6);

/** As .NET: Linux is not asked for the time of birth. */
const createdAt = (stat: Stats): number =>
  process.platform === 'linux' ? Math.min(stat.mtimeMs, stat.ctimeMs) : stat.birthtimeMs;

function toStat(stat: Stats, linkTarget?: string): FileStat {
  const kind = stat.isSymbolicLink() ? 'link' : stat.isDirectory() ? 'directory' : stat.isFile() ? 'file' : 'other';
  return {
    kind,
    size: stat.size,
    created: microseconds(createdAt(stat)) / 1000,
    modified: microseconds(stat.mtimeMs) / 1000,
    accessed: microseconds(stat.atimeMs) / 1000,
    mode: stat.mode & 0o7777,
    uid: stat.uid,
    gid: stat.gid,
    links: stat.nlink,
    ...(linkTarget === undefined ? {} : { linkTarget }),
  };
}

/** The files of this machine, answered synchronously. */
export const nodeFileSystem: FileSystem = {
  separator: process.platform === 'win32' ? '\\' : '/',
  caseSensitive: process.platform === 'linux',

  stat(path) {
    const found = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
    return found && toStat(found);
  },

  lstat(path) {
    let found: Stats | undefined;
    try {
      found = lstatSync(path, { throwIfNoEntry: false });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
      return attempt(path, () => {
        throw error;
      });
    }
    if (!found) return undefined;
    return found.isSymbolicLink() ? toStat(found, readlinkSync(path)) : toStat(found);
  },

  readDirectory: (path) => attempt(path, () => readdirSync(path)),
  readFile: (path) => attempt(path, () => readFileSync(path)),

  writeFile(path, data, options) {
    const flag = options?.append ? 'a' : options?.createNew ? 'wx' : 'w';
    attempt(path, () => writeFileSync(path, data, { flag }));
  },

  makeDirectory(path, options) {
    attempt(path, () => mkdirSync(path, { recursive: options?.recursive ?? false }));
  },

  remove(path, options) {
    attempt(path, () => {
      const stat = lstatSync(path);
      if (!stat.isDirectory()) unlinkSync(path);
      else if (options?.recursive) rmSync(path, { recursive: true });
      else rmdirSync(path);
    });
  },

  rename(from, to) {
    attempt(from, () => {
      try {
        renameSync(from, to);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
        cpSync(from, to, { recursive: true, preserveTimestamps: true });
        rmSync(from, { recursive: true });
      }
    });
  },

  copyFile: (from, to) => attempt(from, () => copyFileSync(from, to)),

  makeLink(path, target, kind) {
    attempt(path, () => (kind === 'hard' ? linkSync(target, path) : symlinkSync(target, path)));
  },

  setMode: (path, mode) => attempt(path, () => chmodSync(path, mode)),

  setTimes(path, times) {
    attempt(path, () => {
      const now = statSync(path);
      utimesSync(path, utime(times.accessed ?? now.atimeMs), utime(times.modified ?? now.mtimeMs));
    });
  },

  realPath: (path) => attempt(path, () => realpathSync.native(path)),

  space: (path) =>
    attempt(path, () => {
      const { bsize, blocks, bavail } = statfsSync(path);
      return { total: bsize * blocks, free: bsize * bavail };
    }),
};
