import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { type FileSystem, FileSystemError } from '../../host/file-system.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { FileStream } from '../../values/net-stream.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { defineType } from '../define-type.ts';
import { badArgument } from '../net-error.ts';
import { fileCall, pathArgument } from './file-calls.ts';
import { claim } from './file-claims.ts';
import { fileStreamMembers } from './stream.ts';

/** System.IO.FileMode by name. */
export const FileMode = { CreateNew: 1, Create: 2, Open: 3, OpenOrCreate: 4, Truncate: 5, Append: 6 } as const;
/** System.IO.FileAccess by name. */
export const FileAccess = { Read: 1, Write: 2, ReadWrite: 3 } as const;

const SHARE_READ = 1;

/** What opening finds out about a file before it reads it. */
function checkMode(mode: number, exists: boolean, path: string): void {
  if (mode === FileMode.CreateNew && exists) throw new FileSystemError('exists', path);
  if (!exists && (mode === FileMode.Open || mode === FileMode.Truncate)) throw new FileSystemError('notFound', path);
}

/** A missing folder is told apart from a missing file. */
function needFolder(fs: FileSystem, path: string): Eventually<void> {
  return andThen(fs.stat(path.slice(0, path.lastIndexOf('/')) || '/'), (stat) => {
    if (!stat) throw new FileSystemError('notDirectory', path);
  });
}

/** How a file is opened: FileMode, FileAccess and FileShare. */
interface Opening {
  readonly mode: number;
  readonly access: number;
  readonly share: number;
}

/** Opens a file as the constructors of FileStream do. */
export function openFile(
  engine: EngineContext,
  path: string | null,
  mode: number,
  access: number = mode === FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite,
  share: number = SHARE_READ,
): Eventually<FileStream> {
  const full = pathArgument(engine, path);
  if (mode === FileMode.Append && access !== FileAccess.Write) throw badArgument('Appending only writes.', 'access');
  if (access === FileAccess.Read && mode !== FileMode.Open && mode !== FileMode.OpenOrCreate) {
    throw badArgument('A file that is made or cut must be writable.', 'access');
  }
  return fileCall(() =>
    andThen(engine.fs.stat(full), (stat) => {
      if (stat?.kind === 'directory') throw new FileSystemError('isDirectory', full);
      const found = (): Eventually<FileStream> => openFound(engine, full, { mode, access, share }, stat !== undefined);
      return stat ? found() : andThen(needFolder(engine.fs, full), found);
    }),
  );
}

function openFound(engine: EngineContext, full: string, how: Opening, exists: boolean): Eventually<FileStream> {
  const { mode, access, share } = how;
  const { fs } = engine;
  checkMode(mode, exists, full);
  const release = claim(fs, full, share === 0);
  const sink = {
    write: (bytes: Uint8Array, append: boolean): Eventually<void> =>
      fileCall(() => fs.writeFile(full, bytes, { append })),
    closed: release,
    reload: (known: number): Uint8Array | undefined => {
      const stat = fs.stat(full);
      if (stat === undefined || stat instanceof Promise || stat.size === known) return undefined;
      const content = fs.readFile(full);
      return content instanceof Promise ? undefined : content;
    },
  };
  const stream = (content: Uint8Array): FileStream =>
    new FileStream(full, content, access, sink, { append: mode === FileMode.Append, exists: true });
  const isFresh = !exists || mode === FileMode.Create || mode === FileMode.Truncate;
  // A new file is there from the moment it is opened.
  const work = (): Eventually<FileStream> =>
    isFresh
      ? andThen(fs.writeFile(full, new Uint8Array()), () => stream(new Uint8Array()))
      : andThen(fs.readFile(full), (bytes) => stream(bytes.slice()));
  return releasing(work, release);
}

function releasing(work: () => Eventually<FileStream>, release: () => void): Eventually<FileStream> {
  const failed = (thrown: unknown): never => {
    release();
    throw thrown;
  };
  try {
    const result = work();
    return result instanceof Promise ? result.catch(failed) : result;
  } catch (thrown) {
    return failed(thrown);
  }
}

const numberOf = (value: EnumValue): number => Number(value.value);

/** System.IO.FileStream */
export const fileStreamType = defineType({
  name: 'System.IO.FileStream',
  base: 'System.IO.Stream',
  jsClass: FileStream,
  members: {
    'new(string path, FileMode mode)'(path: string, mode: EnumValue) {
      return openFile(this, path, numberOf(mode));
    },
    'new(string path, FileMode mode, FileAccess access)'(path: string, mode: EnumValue, access: EnumValue) {
      return openFile(this, path, numberOf(mode), numberOf(access));
    },
    'new(string path, FileMode mode, FileAccess access, FileShare share)'(
      path: string,
      mode: EnumValue,
      access: EnumValue,
      share: EnumValue,
    ) {
      return openFile(this, path, numberOf(mode), numberOf(access), numberOf(share));
    },
    'new(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)'(
      path: string,
      mode: EnumValue,
      access: EnumValue,
      share: EnumValue,
    ) {
      return openFile(this, path, numberOf(mode), numberOf(access), numberOf(share));
    },
    'new(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, bool useAsync)'(
      path: string,
      mode: EnumValue,
      access: EnumValue,
      share: EnumValue,
    ) {
      return openFile(this, path, numberOf(mode), numberOf(access), numberOf(share));
    },
    'new(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, FileOptions options)'(
      path: string,
      mode: EnumValue,
      access: EnumValue,
      share: EnumValue,
      _size: number,
      options: EnumValue,
    ) {
      const deleteOnClose = 0x0400_0000;
      if (numberOf(options) & deleteOnClose) {
        throw new NetException('System.NotSupportedException', 'FileOptions.DeleteOnClose is not supported here.');
      }
      return openFile(this, path, numberOf(mode), numberOf(access), numberOf(share));
    },
    ...fileStreamMembers,
  },
});
