import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { FileSystemError } from '../../host/file-system.ts';
import type { DateTime } from '../../values/date-time.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { DirectoryInfo, FileInfo, type FileSystemInfo } from '../../values/file-system-info.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type PropertyFunctions } from '../define-type.ts';
import { badArgument } from '../net-error.ts';
import { listDirectory } from './directory-listing.ts';
import { type EnumerationOptions, type ListingOptions, searchOptions } from './enumeration-options.ts';
import { attributesOf } from './file-attributes.ts';
import { fileCall, pathArgument } from './file-calls.ts';
import { FileAttributes } from './file-enums.ts';
import {
  copyFile,
  deleteDirectory,
  deleteFile,
  makeDirectory,
  makeSymbolicLink,
  moveDirectory,
  moveFile,
  replaceFile,
} from './file-operations.ts';
import { fileInfoStreams, linkTargetOf } from './file-streams.ts';
import { fileMilliseconds, fileTime, settableTime } from './file-times.ts';
import { collapse, directoryNameOf, extensionOf } from './path-functions.ts';

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
    const set = { [settableTime(name)]: fileMilliseconds(this, value, utc) };
    return andThen(
      fileCall(() => this.fs.setTimes(self.fullName, set)),
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

function list(
  engine: EngineContext,
  self: DirectoryInfo,
  pattern: string,
  options: ListingOptions,
  wanted: 'DirectoryInfo' | 'FileInfo' | 'FileSystemInfo',
): Eventually<PSValue> {
  return andThen(
    fileCall(() => listDirectory(engine, self.fullName, self.fullName, pattern, options)),
    (entries) =>
      entries
        .filter((entry) => wanted === 'FileSystemInfo' || entry.isDirectory === (wanted === 'DirectoryInfo'))
        .map((entry) =>
          entry.isDirectory ? new DirectoryInfo(engine.fs, entry.path) : new FileInfo(engine.fs, entry.path),
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
        return list(this, self, '*', searchOptions(), wanted);
      };
      members[`${prefix}${what}(string searchPattern) ${result}`] = function (
        this: EngineContext,
        self: DirectoryInfo,
        pattern: string,
      ) {
        return list(this, self, pattern, searchOptions(), wanted);
      };
      members[`${prefix}${what}(string searchPattern, SearchOption searchOption) ${result}`] = function (
        this: EngineContext,
        self: DirectoryInfo,
        pattern: string,
        option: EnumValue,
      ) {
        return list(this, self, pattern, searchOptions(option), wanted);
      };
      members[`${prefix}${what}(string searchPattern, EnumerationOptions enumerationOptions) ${result}`] = function (
        this: EngineContext,
        self: DirectoryInfo,
        pattern: string,
        options: EnumerationOptions,
      ) {
        return list(this, self, pattern, options.toListing(), wanted);
      };
    }
  }
  return members;
}

const notHere = (): never => {
  throw new NetException('System.PlatformNotSupportedException', 'Files are encrypted by .NET on Windows only.');
};

/** The object of an item that was moved goes with it. */
function relocated(self: FileSystemInfo, path: string, given: string | null): undefined {
  self.relocate(path);
  self.originalPath = given ?? path;
  return undefined;
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
    'CreateAsSymbolicLink(string pathToTarget) void'(self: FileSystemInfo, target: string) {
      return andThen(makeSymbolicLink(this, self.fullName, target), () => refreshed(self));
    },
    'ResolveLinkTarget(bool returnFinalTarget) FileSystemInfo'(self: FileSystemInfo, final: boolean) {
      return linkTargetOf(this, self.fullName, final);
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
      get: (self: FileInfo) => self.stat === undefined || (self.stat.mode & 0o222) === 0,
      set(self: FileInfo, value: boolean) {
        return setReadOnly(this, self, value);
      },
    },
    'prop Length long get': (self: FileInfo) => {
      // Of a link, the length of its text, as in .NET.
      const { stat } = self;
      if (!stat || stat.kind === 'directory')
        return fileCall((): PSValue => {
          throw new FileSystemError('notFound', self.fullName);
        });
      return BigInt(stat.size);
    },
    'CopyTo(string destFileName) FileInfo'(self: FileInfo, path: string | null) {
      return andThen(copyFile(this, self.fullName, path, false), (target) => new FileInfo(this.fs, target));
    },
    'CopyTo(string destFileName, bool overwrite) FileInfo'(self: FileInfo, path: string | null, overwrite: boolean) {
      return andThen(copyFile(this, self.fullName, path, overwrite), (target) => new FileInfo(this.fs, target));
    },
    'Decrypt() void': () => notHere(),
    'Delete() void'(self: FileInfo) {
      return andThen(deleteFile(this, self.fullName), () => refreshed(self));
    },
    'Encrypt() void': () => notHere(),
    'MoveTo(string destFileName) void'(self: FileInfo, path: string | null) {
      return andThen(moveFile(this, self.fullName, path, false), (target) => relocated(self, target, path));
    },
    'MoveTo(string destFileName, bool overwrite) void'(self: FileInfo, path: string | null, overwrite: boolean) {
      return andThen(moveFile(this, self.fullName, path, overwrite), (target) => relocated(self, target, path));
    },
    'Replace(string destinationFileName, string destinationBackupFileName) FileInfo'(
      self: FileInfo,
      path: string | null,
      backup: string | null,
    ) {
      return andThen(replaceFile(this, self.fullName, path, backup), (target) => new FileInfo(this.fs, target));
    },
    'Replace(string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors) FileInfo'(
      self: FileInfo,
      path: string | null,
      backup: string | null,
    ) {
      return andThen(replaceFile(this, self.fullName, path, backup), (target) => new FileInfo(this.fs, target));
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
      const parent = directoryNameOf(self.fullName.length > 1 ? self.fullName.replace(/\/+$/, '') : '/');
      return parent === null ? null : new DirectoryInfo(this.fs, parent);
    },
    'prop Root DirectoryInfo get'() {
      return new DirectoryInfo(this.fs, '/');
    },
    'Create() void'(self: DirectoryInfo) {
      return andThen(makeDirectory(this, self.fullName), () => refreshed(self));
    },
    'CreateSubdirectory(string path) DirectoryInfo'(self: DirectoryInfo, path: string) {
      if (path === '') throw badArgument('The path must not be empty.', 'path');
      const full = collapse(`${self.fullName}/${path}`);
      if (!full.startsWith(`${self.fullName.replace(/\/+$/, '')}/`))
        throw badArgument('The path leads out of the folder.', 'path');
      return andThen(makeDirectory(this, full), () => new DirectoryInfo(this.fs, full));
    },
    'Delete() void'(self: DirectoryInfo) {
      return andThen(deleteDirectory(this, self.fullName, false), () => refreshed(self));
    },
    'Delete(bool recursive) void'(self: DirectoryInfo, recursive: boolean) {
      return andThen(deleteDirectory(this, self.fullName, recursive), () => refreshed(self));
    },
    'MoveTo(string destDirName) void'(self: DirectoryInfo, path: string | null) {
      return andThen(moveDirectory(this, self.fullName, path), (target) => relocated(self, target, path));
    },
  },
});
