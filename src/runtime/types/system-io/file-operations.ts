import type { EngineContext } from '../../engine.ts';
import { FileSystemError } from '../../host/file-system.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { fileCall, pathArgument } from './file-calls.ts';
import { checkUnclaimed } from './file-claims.ts';
import { directoryNameOf } from './path-functions.ts';

type Path = string | null;

const folderOf = (full: string): string => directoryNameOf(full) ?? '/';

/** Fails for something that is not there: a missing folder and a missing file are told apart. */
function failMissing(engine: EngineContext, full: string): Eventually<never> {
  return andThen(engine.fs.stat(folderOf(full)), (folder): never => {
    throw new FileSystemError(folder?.kind === 'directory' ? 'notFound' : 'notDirectory', full);
  });
}

/** Runs `work` if the folder of a path is there. */
function inFolder<T>(engine: EngineContext, full: string, work: () => Eventually<T>): Eventually<T> {
  return andThen(engine.fs.stat(folderOf(full)), (folder) => {
    if (folder?.kind !== 'directory') throw new FileSystemError('notDirectory', full);
    return work();
  });
}

/** File.Copy and FileInfo.CopyTo. @returns the full path of the copy */
export function copyFile(engine: EngineContext, from: Path, to: Path, overwrite: boolean): Eventually<string> {
  const [source, target] = [pathArgument(engine, from), pathArgument(engine, to)];
  return fileCall(() =>
    andThen(engine.fs.stat(source), (stat): Eventually<string> => {
      if (!stat) return failMissing(engine, source);
      if (stat.kind === 'directory') throw new FileSystemError('isDirectory', source);
      checkUnclaimed(engine.fs, source);
      return inFolder(engine, target, () =>
        andThen(engine.fs.stat(target), (there) => {
          if (there && (!overwrite || source === target)) throw new FileSystemError('exists', target);
          if (there?.kind === 'directory') throw new FileSystemError('isDirectory', target);
          return andThen(engine.fs.copyFile(source, target), () => target);
        }),
      );
    }),
  );
}

/** File.Move and FileInfo.MoveTo. @returns the full path of where it went */
export function moveFile(engine: EngineContext, from: Path, to: Path, overwrite: boolean): Eventually<string> {
  const [source, target] = [pathArgument(engine, from), pathArgument(engine, to)];
  return fileCall(() =>
    andThen(engine.fs.lstat(source), (stat): Eventually<string> => {
      if (!stat || stat.kind === 'directory') throw new FileSystemError('notFound', source);
      if (source === target) return target;
      return inFolder(engine, target, () =>
        andThen(engine.fs.stat(target), (there) => {
          if (there && (!overwrite || there.kind === 'directory')) throw new FileSystemError('exists', target);
          return andThen(engine.fs.rename(source, target), () => target);
        }),
      );
    }),
  );
}

/** File.Replace and FileInfo.Replace. @returns the full path of the replaced file */
export function replaceFile(engine: EngineContext, from: Path, to: Path, backup: Path): Eventually<string> {
  const [source, target] = [pathArgument(engine, from), pathArgument(engine, to)];
  const kept = backup === null ? undefined : pathArgument(engine, backup);
  return fileCall(() =>
    andThen(engine.fs.stat(source), (stat): Eventually<string> => {
      if (!stat) return failMissing(engine, source);
      return andThen(engine.fs.stat(target), (there): Eventually<string> => {
        if (!there) return failMissing(engine, target);
        if (source === target) throw new FileSystemError('other', target);
        return andThen(kept === undefined ? undefined : engine.fs.rename(target, kept), () =>
          andThen(engine.fs.rename(source, target), () => target),
        );
      });
    }),
  );
}

/** File.Delete and FileInfo.Delete: what is not there is no error. */
export function deleteFile(engine: EngineContext, path: Path): Eventually<undefined> {
  const full = pathArgument(engine, path);
  return fileCall(() =>
    inFolder(engine, full, () =>
      andThen(engine.fs.lstat(full), (stat) => {
        if (stat?.kind === 'directory') throw new FileSystemError('isDirectory', full);
        return stat ? andThen(engine.fs.remove(full), () => undefined) : undefined;
      }),
    ),
  );
}

/** Directory.Delete and DirectoryInfo.Delete; of a link to a folder, the link. */
export function deleteDirectory(engine: EngineContext, path: Path, recursive: boolean): Eventually<undefined> {
  const full = pathArgument(engine, path);
  return fileCall(() =>
    andThen(engine.fs.stat(full), (stat) => {
      if (stat?.kind !== 'directory') throw new FileSystemError('notDirectory', full);
      return andThen(engine.fs.remove(full, { recursive }), () => undefined);
    }),
  );
}

/** Directory.Move and DirectoryInfo.MoveTo; the former moves files too. @returns where it went */
export function moveDirectory(engine: EngineContext, from: Path, to: Path): Eventually<string> {
  const [source, target] = [pathArgument(engine, from), pathArgument(engine, to)];
  return fileCall(() =>
    andThen(engine.fs.lstat(source), (stat) => {
      if (source === target) throw new FileSystemError('exists', target);
      if (!stat) throw new FileSystemError('notDirectory', source);
      return inFolder(engine, target, () =>
        andThen(engine.fs.lstat(target), (there) => {
          if (there) throw new FileSystemError('exists', target);
          return andThen(engine.fs.rename(source, target), () => target);
        }),
      );
    }),
  );
}

/** Makes a folder and those above it; the mode counts for a new one only. @returns its full path */
export function makeDirectory(engine: EngineContext, path: Path, mode?: number): Eventually<string> {
  const full = pathArgument(engine, path);
  return fileCall(() =>
    andThen(engine.fs.stat(full), (stat) => {
      if (stat && stat.kind !== 'directory') throw new FileSystemError('exists', full);
      if (stat) return full;
      return andThen(engine.fs.makeDirectory(full, { recursive: true }), () =>
        andThen(mode === undefined ? undefined : engine.fs.setMode(full, mode), () => full),
      );
    }),
  );
}

/** Makes `path` a symbolic link to a target, which need not exist. @returns the full path of the link */
export function makeSymbolicLink(engine: EngineContext, path: Path, target: string): Eventually<string> {
  const full = pathArgument(engine, path);
  return andThen(
    fileCall(() => inFolder(engine, full, () => engine.fs.makeLink(full, target, 'symbolic'))),
    () => full,
  );
}

/** Sets the folder of the process, to what it really is behind its links. */
export function setProcessDirectory(engine: EngineContext, path: Path): Eventually<undefined> {
  const full = pathArgument(engine, path);
  return fileCall(() =>
    andThen(engine.fs.stat(full), (stat) => {
      if (stat?.kind !== 'directory') throw new FileSystemError('notDirectory', full);
      return andThen(engine.fs.realPath(full), (real) => {
        engine.processDirectory.path = real;
        return undefined;
      });
    }),
  );
}
