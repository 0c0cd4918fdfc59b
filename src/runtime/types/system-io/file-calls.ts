import type { EngineContext } from '../../engine.ts';
import { fileException } from '../../errors/file-exception.ts';
import { NetException } from '../../errors/net-exception.ts';
import { type FileStat, FileSystemError } from '../../host/file-system.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { checkUnclaimed } from './file-claims.ts';
import { fullPath } from './path-functions.ts';

/** Runs a file operation; its failure becomes the exception that .NET throws. */
export function fileCall<T>(work: () => Eventually<T>): Eventually<T> {
  try {
    const result = work();
    return result instanceof Promise ? result.catch(rethrow) : result;
  } catch (thrown) {
    return rethrow(thrown);
  }
}

function rethrow(thrown: unknown): never {
  throw thrown instanceof FileSystemError ? fileException(thrown) : thrown;
}

/** The absolute path of an argument. @throws NetException for null and empty ones */
export function pathArgument(engine: EngineContext, path: string | null): string {
  if (path === null) throw new NetException('System.ArgumentNullException', 'The path must not be null.');
  if (path === '') throw new NetException('System.ArgumentException', 'The path must not be empty.');
  if (path.includes('\0')) throw new NetException('System.ArgumentException', 'The path holds a null character.');
  const full = fullPath(engine, path);
  return full.length > 1 ? full.replace(/\/$/, '') : full;
}

/** What a path leads to, undefined for nothing or an unusable path. */
export function statAt(engine: EngineContext, path: string | null): Eventually<FileStat | undefined> {
  if (path === null || path === '') return undefined;
  return fileCall(() => engine.fs.stat(pathArgument(engine, path)));
}

/** A file's bytes; a missing folder and a missing file are told apart as .NET does. */
export function readBytes(engine: EngineContext, path: string | null): Eventually<Uint8Array> {
  const full = pathArgument(engine, path);
  return fileCall(() =>
    andThen(engine.fs.stat(full), (stat): Eventually<Uint8Array> => {
      checkUnclaimed(engine.fs, full);
      if (stat) return engine.fs.readFile(full);
      const folder = full.slice(0, full.lastIndexOf('/')) || '/';
      return andThen(engine.fs.stat(folder), (above) => {
        throw new FileSystemError(above ? 'notFound' : 'notDirectory', full);
      });
    }),
  );
}

/** Writes a file as .NET does: a missing folder is DirectoryNotFoundException. */
export function writeBytes(
  engine: EngineContext,
  path: string | null,
  data: Uint8Array,
  append: boolean,
): Eventually<void> {
  const full = pathArgument(engine, path);
  return fileCall(() =>
    andThen(engine.fs.stat(full.slice(0, full.lastIndexOf('/')) || '/'), (above) => {
      if (!above) throw new FileSystemError('notDirectory', full);
      checkUnclaimed(engine.fs, full);
      return engine.fs.writeFile(full, data, { append });
    }),
  );
}
