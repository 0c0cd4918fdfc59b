import type { EngineContext } from '../../engine.ts';
import { FileSystemError } from '../../host/file-system.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { DirectoryInfo } from '../../values/file-system-info.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { type ListedEntry, listDirectory } from './directory-listing.ts';
import { fileCall, pathArgument, statAt } from './file-calls.ts';
import { directoryNameOf } from './path-functions.ts';

type Path = string | null;
type Wanted = (entry: ListedEntry) => boolean;

function list(
  engine: EngineContext,
  path: Path,
  pattern: string,
  option: EnumValue | undefined,
  wanted: Wanted,
): Eventually<PSValue> {
  const folder = pathArgument(engine, path);
  return andThen(
    fileCall(() => listDirectory(engine, folder, path ?? '', pattern, option?.value === 1)),
    (entries) =>
      new TypedArray(
        coreTypes().string,
        entries.filter(wanted).map((entry) => entry.path),
      ),
  );
}

const kinds: Readonly<Record<string, Wanted>> = {
  Directories: (entry) => entry.isDirectory,
  Files: (entry) => !entry.isDirectory,
  FileSystemEntries: () => true,
};

/** Get…(path), (path, pattern), (path, pattern, option) and the Enumerate… twins. */
function listings(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const [what, wanted] of Object.entries(kinds)) {
    for (const [prefix, result] of [
      ['Get', 'string[]'],
      ['Enumerate', 'IEnumerable<string>'],
    ]) {
      members[`static ${prefix}${what}(string path) ${result}`] = function (this: EngineContext, path: Path) {
        return list(this, path, '*', undefined, wanted);
      };
      members[`static ${prefix}${what}(string path, string searchPattern) ${result}`] = function (
        this: EngineContext,
        path: Path,
        pattern: string,
      ) {
        return list(this, path, pattern, undefined, wanted);
      };
      members[`static ${prefix}${what}(string path, string searchPattern, SearchOption searchOption) ${result}`] =
        function (this: EngineContext, path: Path, pattern: string, option: EnumValue) {
          return list(this, path, pattern, option, wanted);
        };
    }
  }
  return members;
}

function remove(engine: EngineContext, path: Path, recursive: boolean): Eventually<PSValue> {
  const full = pathArgument(engine, path);
  return fileCall(() =>
    andThen(engine.fs.stat(full), (stat) => {
      if (stat?.kind !== 'directory') throw new FileSystemError('notDirectory', full);
      return andThen(engine.fs.remove(full, { recursive }), () => undefined);
    }),
  );
}

/** System.IO.Directory */
export const directoryType = defineType({
  name: 'System.IO.Directory',
  isAbstract: true,
  members: {
    ...listings(),
    'static CreateDirectory(string path) DirectoryInfo'(path: Path) {
      const full = pathArgument(this, path);
      return andThen(
        fileCall(() => this.fs.makeDirectory(full, { recursive: true })),
        () => new DirectoryInfo(this.fs, full, path ?? full),
      );
    },
    'static Delete(string path) void'(path: Path) {
      return remove(this, path, false);
    },
    'static Delete(string path, bool recursive) void'(path: Path, recursive: boolean) {
      return remove(this, path, recursive);
    },
    'static Exists(string path) bool'(path: Path) {
      return andThen(statAt(this, path), (stat) => stat?.kind === 'directory');
    },
    'static GetCurrentDirectory() string'() {
      return this.currentDirectory;
    },
    'static GetDirectoryRoot(string path) string': () => '/',
    'static GetLogicalDrives() string[]': () => ['/'],
    'static GetParent(string path) DirectoryInfo'(path: Path) {
      const parent = directoryNameOf(pathArgument(this, path));
      return parent === null ? null : new DirectoryInfo(this.fs, parent);
    },
    'static Move(string sourceDirName, string destDirName) void'(from: Path, to: Path) {
      const source = pathArgument(this, from);
      const target = pathArgument(this, to);
      return fileCall(() =>
        andThen(this.fs.stat(source), (stat) => {
          if (!stat) throw new FileSystemError('notDirectory', source);
          return andThen(this.fs.stat(target), (there) => {
            if (there) throw new FileSystemError('exists', target);
            return andThen(this.fs.rename(source, target), () => undefined);
          });
        }),
      );
    },
  },
});
