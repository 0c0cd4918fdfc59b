import type { EngineContext } from '../../engine.ts';
import { FileSystemError } from '../../host/file-system.ts';
import type { DateTime } from '../../values/date-time.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { DirectoryInfo, FileInfo, type FileSystemInfo } from '../../values/file-system-info.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable, type PropertyFunctions } from '../define-type.ts';
import { listDirectory } from './directory-listing.ts';
import { attributesOf } from './file-attributes.ts';
import { fileCall, pathArgument } from './file-calls.ts';
import { FileAttributes } from './file-enums.ts';
import { fileInfoStreams } from './file-streams.ts';
import { fileMilliseconds, fileTime } from './file-times.ts';
import { directoryNameOf, extensionOf } from './path-functions.ts';

export { attributesOf };

/** Forgets what was found, after a change. */
function refreshed(self: FileSystemInfo): undefined {
  self.refresh();
  return undefined;
}

const time = (name: 'created' | 'modified' | 'accessed', utc: boolean): PropertyFunctions => ({
  get(self: FileSystemInfo) {
    return fileTime(this, self.stat?.[name], utc);
  },
  set(self: FileSystemInfo, value: DateTime) {
    // A creation time cannot be set on Unix; .NET sets the last write time when it is older.
    const key = name === 'created' ? 'modified' : name;
    return andThen(
      fileCall(() => this.fs.setTimes(self.fullName, { [key]: fileMilliseconds(this, value, utc) })),
      () => refreshed(self),
    );
  },
});

function setReadOnly(engine: EngineContext, self: FileSystemInfo, readOnly: boolean): Eventually<PSValue> {
  const mode = self.stat?.mode ?? 0o644;
  return andThen(
    fileCall(() => engine.fs.setMode(self.fullName, readOnly ? mode & ~0o222 : mode | 0o200)),
    () => refreshed(self),
  );
}

const typeOfArray = (engine: EngineContext, name: string, items: PSValue[]): PSValue => {
  const type = engine.resolveType(name);
  return type ? new TypedArray(type, items) : items;
};

function list(
  engine: EngineContext,
  self: DirectoryInfo,
  pattern: string,
  recurse: boolean,
  wanted: 'DirectoryInfo' | 'FileInfo' | 'FileSystemInfo',
): Eventually<PSValue> {
  return andThen(
    fileCall(() => listDirectory(engine, self.fullName, self.fullName, pattern, recurse)),
    (entries) =>
      typeOfArray(
        engine,
        `System.IO.${wanted}`,
        entries
          .filter((entry) => wanted === 'FileSystemInfo' || entry.isDirectory === (wanted === 'DirectoryInfo'))
          .map((entry) =>
            entry.isDirectory ? new DirectoryInfo(engine.fs, entry.path) : new FileInfo(engine.fs, entry.path),
          ),
      ),
  );
}

/** GetFiles, GetDirectories, GetFileSystemInfos and the Enumerate… twins of DirectoryInfo. */
function listings(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const [what, wanted] of [
    ['Directories', 'DirectoryInfo'],
    ['Files', 'FileInfo'],
    ['FileSystemInfos', 'FileSystemInfo'],
  ] as const) {
    for (const [prefix, result] of [
      ['Get', `${wanted}[]`],
      ['Enumerate', `IEnumerable<${wanted}>`],
    ]) {
      members[`${prefix}${what}() ${result}`] = function (this: EngineContext, self: DirectoryInfo) {
        return list(this, self, '*', false, wanted);
      };
      members[`${prefix}${what}(string searchPattern) ${result}`] = function (
        this: EngineContext,
        self: DirectoryInfo,
        pattern: string,
      ) {
        return list(this, self, pattern, false, wanted);
      };
      members[`${prefix}${what}(string searchPattern, SearchOption searchOption) ${result}`] = function (
        this: EngineContext,
        self: DirectoryInfo,
        pattern: string,
        option: EnumValue,
      ) {
        return list(this, self, pattern, option.value === 1, wanted);
      };
    }
  }
  return members;
}

/** Moves a file or folder; what is there already is in the way unless it may be overwritten. */
function moveTo(
  engine: EngineContext,
  self: FileSystemInfo,
  given: string | null,
  overwrite: boolean,
): Eventually<undefined> {
  const path = pathArgument(engine, given);
  return fileCall(() =>
    andThen(engine.fs.lstat(path), (there) => {
      if (there && !overwrite && path !== self.fullName) throw new FileSystemError('exists', path);
      return andThen(engine.fs.rename(self.fullName, path), () => {
        self.relocate(path);
        return undefined;
      });
    }),
  );
}

/** System.IO.FileSystemInfo */
export const fileSystemInfoType = defineType({
  name: 'System.IO.FileSystemInfo',
  base: 'System.MarshalByRefObject',
  interfaces: 'System.Runtime.Serialization.ISerializable',
  isAbstract: true,
  members: {
    'prop Attributes FileAttributes get set': {
      get: (self: FileSystemInfo) => attributesOf(self),
      set(self: FileSystemInfo, value: EnumValue) {
        return setReadOnly(this, self, (Number(value.value) & FileAttributes.ReadOnly) !== 0);
      },
    },
    'prop CreationTime DateTime get set': time('created', false),
    'prop CreationTimeUtc DateTime get set': time('created', true),
    'prop Exists bool get': (self: FileSystemInfo) => {
      const found = self.targetStat ?? self.stat;
      return found !== undefined && (found.kind === 'directory') === self instanceof DirectoryInfo;
    },
    'prop Extension string get': (self: FileSystemInfo) => extensionOf(self.fullName),
    'prop FullName string get': (self: FileSystemInfo) => self.fullName,
    'prop LastAccessTime DateTime get set': time('accessed', false),
    'prop LastAccessTimeUtc DateTime get set': time('accessed', true),
    'prop LastWriteTime DateTime get set': time('modified', false),
    'prop LastWriteTimeUtc DateTime get set': time('modified', true),
    'prop LinkTarget string get': (self: FileSystemInfo) => self.stat?.linkTarget ?? null,
    'prop Name string get': (self: FileSystemInfo) => self.name,
    'prop UnixFileMode UnixFileMode get set': {
      get: (self: FileSystemInfo) => self.stat?.mode ?? -1,
      set(self: FileSystemInfo, value: EnumValue) {
        return andThen(
          fileCall(() => this.fs.setMode(self.fullName, Number(value.value))),
          () => refreshed(self),
        );
      },
    },
    'Refresh() void': (self: FileSystemInfo) => {
      self.refresh();
      return undefined;
    },
    'ToString() string': (self: FileSystemInfo) => self.originalPath,
  },
});

/** System.IO.FileInfo */
export const fileInfoType = defineType({
  name: 'System.IO.FileInfo',
  base: 'System.IO.FileSystemInfo',
  jsClass: FileInfo,
  isSealed: true,
  members: {
    'new(string fileName)'(path: string | null) {
      return new FileInfo(this.fs, pathArgument(this, path), path ?? '');
    },
    ...fileInfoStreams,
    'prop Directory DirectoryInfo get'(self: FileInfo) {
      const parent = directoryNameOf(self.fullName);
      return parent === null ? null : new DirectoryInfo(this.fs, parent);
    },
    'prop DirectoryName string get': (self: FileInfo) => directoryNameOf(self.fullName),
    'prop IsReadOnly bool get set': {
      get: (self: FileInfo) => self.stat !== undefined && (self.stat.mode & 0o222) === 0,
      set(self: FileInfo, value: boolean) {
        return setReadOnly(this, self, value);
      },
    },
    'prop Length long get': (self: FileInfo) => {
      const stat = self.targetStat;
      if (!stat)
        return fileCall((): PSValue => {
          throw new FileSystemError('notFound', self.fullName);
        });
      return BigInt(stat.size);
    },
    'CopyTo(string destFileName) FileInfo'(self: FileInfo, path: string | null) {
      const target = pathArgument(this, path);
      return fileCall(() =>
        andThen(this.fs.stat(target), (there) => {
          if (there) throw new FileSystemError('exists', target);
          return andThen(this.fs.copyFile(self.fullName, target), () => new FileInfo(this.fs, target));
        }),
      );
    },
    'CopyTo(string destFileName, bool overwrite) FileInfo'(self: FileInfo, path: string | null) {
      const target = pathArgument(this, path);
      return andThen(
        fileCall(() => this.fs.copyFile(self.fullName, target)),
        () => new FileInfo(this.fs, target),
      );
    },
    'Delete() void'(self: FileInfo) {
      return fileCall(() =>
        andThen(this.fs.lstat(self.fullName), (stat) =>
          stat ? andThen(this.fs.remove(self.fullName), () => undefined) : undefined,
        ),
      );
    },
    'MoveTo(string destFileName) void'(self: FileInfo, path: string | null) {
      return moveTo(this, self, path, false);
    },
    'MoveTo(string destFileName, bool overwrite) void'(self: FileInfo, path: string | null, overwrite: boolean) {
      return moveTo(this, self, path, overwrite);
    },
  },
});

/** System.IO.DirectoryInfo */
export const directoryInfoType = defineType({
  name: 'System.IO.DirectoryInfo',
  base: 'System.IO.FileSystemInfo',
  jsClass: DirectoryInfo,
  isSealed: true,
  members: {
    'new(string path)'(path: string | null) {
      return new DirectoryInfo(this.fs, pathArgument(this, path), path ?? '');
    },
    ...listings(),
    'prop Parent DirectoryInfo get'(self: DirectoryInfo) {
      const parent = directoryNameOf(self.fullName);
      return parent === null ? null : new DirectoryInfo(this.fs, parent);
    },
    'prop Root DirectoryInfo get'() {
      return new DirectoryInfo(this.fs, '/');
    },
    'Create() void'(self: DirectoryInfo) {
      return andThen(
        fileCall(() => this.fs.makeDirectory(self.fullName, { recursive: true })),
        () => refreshed(self),
      );
    },
    'CreateSubdirectory(string path) DirectoryInfo'(self: DirectoryInfo, path: string) {
      const full = `${self.fullName}/${path}`;
      return andThen(
        fileCall(() => this.fs.makeDirectory(full, { recursive: true })),
        () => new DirectoryInfo(this.fs, full),
      );
    },
    'Delete() void'(self: DirectoryInfo) {
      return andThen(
        fileCall(() => this.fs.remove(self.fullName)),
        () => undefined,
      );
    },
    'Delete(bool recursive) void'(self: DirectoryInfo, recursive: boolean) {
      return andThen(
        fileCall(() => this.fs.remove(self.fullName, { recursive })),
        () => undefined,
      );
    },
    'MoveTo(string destDirName) void'(self: DirectoryInfo, path: string | null) {
      return moveTo(this, self, path, false);
    },
  },
});
