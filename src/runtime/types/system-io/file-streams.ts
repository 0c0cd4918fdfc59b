import type { EngineContext } from '../../engine.ts';
import { FileSystemError } from '../../host/file-system.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { DirectoryInfo, FileInfo } from '../../values/file-system-info.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { MemberTable } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { attributesOf } from './file-attributes.ts';
import { fileCall, pathArgument, statAt, writeBytes } from './file-calls.ts';
import { FileAccess, FileMode, openFile } from './file-open.ts';
import { makeSymbolicLink, replaceFile } from './file-operations.ts';
import { directoryNameOf } from './path-functions.ts';

import { openReader } from './reader-types.ts';
import { openWriter } from './writer-types.ts';

type Path = string | null;

const numberOf = (value: EnumValue): number => Number(value.value);

function info(engine: EngineContext, path: Path): FileInfo {
  const full = pathArgument(engine, path);
  return new FileInfo(engine.fs, full, path ?? full);
}

/** What a path stands for as FileInfo or DirectoryInfo. */
function infoAt(engine: EngineContext, full: string): Eventually<PSValue> {
  return andThen(
    fileCall(() => engine.fs.stat(full)),
    (stat) => (stat?.kind === 'directory' ? new DirectoryInfo(engine.fs, full) : new FileInfo(engine.fs, full)),
  );
}

function needStat(engine: EngineContext, path: Path) {
  return andThen(statAt(engine, path), (stat) => {
    if (stat) return stat;
    return fileCall((): never => {
      throw new FileSystemError('notFound', pathArgument(engine, path));
    });
  });
}

/** Where a link leads, as far as asked; null for what is none. A link to nothing leads to its text. */
export function linkTargetOf(engine: EngineContext, full: string, final: boolean): Eventually<PSValue> {
  const follow = (at: string, depth: number): Eventually<PSValue> =>
    andThen(engine.fs.lstat(at), (stat): Eventually<PSValue> => {
      if (!stat && depth === 0) throw new FileSystemError('notFound', at);
      if (stat?.linkTarget === undefined) return depth === 0 ? null : infoAt(engine, at);
      if (depth > 0 && !final) return infoAt(engine, at);
      if (depth > 40) throw new FileSystemError('invalid', full);
      const text = stat.linkTarget;
      return follow(pathArgument(engine, text.startsWith('/') ? text : `${directoryNameOf(at)}/${text}`), depth + 1);
    });
  return fileCall(() => follow(full, 0));
}

/** Symbolic links: made, and followed. */
export const linkMembers: MemberTable = {
  'static CreateSymbolicLink(string path, string pathToTarget) FileSystemInfo'(path: Path, target: string) {
    return andThen(makeSymbolicLink(this, path, target), (full) => infoAt(this, full));
  },
  'static ResolveLinkTarget(string linkPath, bool returnFinalTarget) FileSystemInfo'(path: Path, final: boolean) {
    return linkTargetOf(this, pathArgument(this, path), final);
  },
};

/** The members of System.IO.File that open streams, and those about attributes and links. */
export const fileStreamFactories: MemberTable = {
  'static AppendAllBytes(string path, byte[] bytes) void'(path: Path, bytes: TypedArray | null) {
    if (!bytes) throw argumentNull('bytes');
    return andThen(writeBytes(this, path, bytesOf(bytes), true), () => undefined);
  },
  'static AppendText(string path) StreamWriter'(path: string) {
    return openWriter(this, path, true);
  },
  'static Create(string path) FileStream'(path: Path) {
    return openFile(this, path, FileMode.Create, FileAccess.ReadWrite, 0);
  },
  'static Create(string path, int bufferSize) FileStream'(path: Path) {
    return openFile(this, path, FileMode.Create, FileAccess.ReadWrite, 0);
  },
  'static Create(string path, int bufferSize, FileOptions options) FileStream'(path: Path) {
    return openFile(this, path, FileMode.Create, FileAccess.ReadWrite, 0);
  },
  'static CreateText(string path) StreamWriter'(path: string) {
    return openWriter(this, path);
  },
  ...linkMembers,
  'static GetAttributes(string path) FileAttributes'(path: Path) {
    return andThen(needStat(this, path), () => attributesOf(info(this, path)));
  },
  'static GetUnixFileMode(string path) UnixFileMode'(path: Path) {
    return andThen(needStat(this, path), (stat) => stat.mode);
  },
  'static Open(string path, FileMode mode) FileStream'(path: Path, mode: EnumValue) {
    const access = numberOf(mode) === FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite;
    return openFile(this, path, numberOf(mode), access, 0);
  },
  'static Open(string path, FileMode mode, FileAccess access) FileStream'(
    path: Path,
    mode: EnumValue,
    access: EnumValue,
  ) {
    return openFile(this, path, numberOf(mode), numberOf(access), 0);
  },
  'static Open(string path, FileMode mode, FileAccess access, FileShare share) FileStream'(
    path: Path,
    mode: EnumValue,
    access: EnumValue,
    share: EnumValue,
  ) {
    return openFile(this, path, numberOf(mode), numberOf(access), numberOf(share));
  },
  'static OpenRead(string path) FileStream'(path: Path) {
    return openFile(this, path, FileMode.Open, FileAccess.Read);
  },
  'static OpenText(string path) StreamReader'(path: string) {
    return openReader(this, path);
  },
  'static OpenWrite(string path) FileStream'(path: Path) {
    return openFile(this, path, FileMode.OpenOrCreate, FileAccess.Write, 0);
  },
  'static Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName) void'(
    from: Path,
    to: Path,
    backup: Path,
  ) {
    return andThen(replaceFile(this, from, to, backup), () => undefined);
  },
  'static Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors) void'(
    from: Path,
    to: Path,
    backup: Path,
  ) {
    return andThen(replaceFile(this, from, to, backup), () => undefined);
  },
  'static SetAttributes(string path, FileAttributes fileAttributes) void'(path: Path, attributes: EnumValue) {
    return andThen(needStat(this, path), (stat) => {
      const readOnly = (numberOf(attributes) & 1) !== 0;
      const mode = readOnly ? stat.mode & ~0o222 : stat.mode | 0o200;
      return andThen(
        fileCall(() => this.fs.setMode(pathArgument(this, path), mode)),
        () => undefined,
      );
    });
  },
  'static SetUnixFileMode(string path, UnixFileMode mode) void'(path: Path, mode: EnumValue) {
    return andThen(
      fileCall(() => this.fs.setMode(pathArgument(this, path), numberOf(mode))),
      () => undefined,
    );
  },
};

/** FileInfo's members that open the file. */
export const fileInfoStreams: MemberTable = {
  'AppendText() StreamWriter'(self: FileInfo) {
    return openWriter(this, self.fullName, true);
  },
  'Create() FileStream'(self: FileInfo) {
    return openFile(this, self.fullName, FileMode.Create, FileAccess.ReadWrite, 0);
  },
  'CreateText() StreamWriter'(self: FileInfo) {
    return openWriter(this, self.fullName);
  },
  'Open(FileMode mode) FileStream'(self: FileInfo, mode: EnumValue) {
    const access = numberOf(mode) === FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite;
    return openFile(this, self.fullName, numberOf(mode), access, 0);
  },
  'Open(FileMode mode, FileAccess access) FileStream'(self: FileInfo, mode: EnumValue, access: EnumValue) {
    return openFile(this, self.fullName, numberOf(mode), numberOf(access), 0);
  },
  'Open(FileMode mode, FileAccess access, FileShare share) FileStream'(
    self: FileInfo,
    mode: EnumValue,
    access: EnumValue,
    share: EnumValue,
  ) {
    return openFile(this, self.fullName, numberOf(mode), numberOf(access), numberOf(share));
  },
  'OpenRead() FileStream'(self: FileInfo) {
    return openFile(this, self.fullName, FileMode.Open, FileAccess.Read);
  },
  'OpenText() StreamReader'(self: FileInfo) {
    return openReader(this, self.fullName);
  },
  'OpenWrite() FileStream'(self: FileInfo) {
    return openFile(this, self.fullName, FileMode.OpenOrCreate, FileAccess.Write, 0);
  },
};
