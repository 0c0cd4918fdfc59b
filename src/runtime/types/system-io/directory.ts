import type { EngineContext } from '../../engine.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { DirectoryInfo } from '../../values/file-system-info.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { type ListedEntry, listDirectory } from './directory-listing.ts';
import { type EnumerationOptions, type ListingOptions, searchOptions } from './enumeration-options.ts';
import { fileCall, pathArgument, statAt } from './file-calls.ts';
import { deleteDirectory, makeDirectory, moveDirectory, setProcessDirectory } from './file-operations.ts';
import { linkMembers } from './file-streams.ts';
import { fileTimeMembers } from './file-times.ts';
import { directoryNameOf, fullPath } from './path-functions.ts';

type Path = string | null;
type Wanted = (entry: ListedEntry) => boolean;

function list(
  engine: EngineContext,
  path: Path,
  pattern: string,
  options: ListingOptions,
  wanted: Wanted,
): Eventually<PSValue> {
  const folder = pathArgument(engine, path);
  return andThen(
    fileCall(() => listDirectory(engine, folder, path ?? '', pattern, options)),
    (entries) => entries.filter(wanted).map((entry) => entry.path),
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
        return list(this, path, '*', searchOptions(), wanted);
      };
      members[`static ${prefix}${what}(string path, string searchPattern) ${result}`] = function (
        this: EngineContext,
        path: Path,
        pattern: string,
      ) {
        return list(this, path, pattern, searchOptions(), wanted);
      };
      members[`static ${prefix}${what}(string path, string searchPattern, SearchOption searchOption) ${result}`] =
        function (this: EngineContext, path: Path, pattern: string, option: EnumValue) {
          return list(this, path, pattern, searchOptions(option), wanted);
        };
      members[
        `static ${prefix}${what}(string path, string searchPattern, EnumerationOptions enumerationOptions) ${result}`
      ] = function (this: EngineContext, path: Path, pattern: string, options: EnumerationOptions) {
        return list(this, path, pattern, options.toListing(), wanted);
      };
    }
  }
  return members;
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** System.IO.Directory */
export const directoryType = defineType({
  name: 'System.IO.Directory',
  isAbstract: true,
  isSealed: true,
  members: {
    ...listings(),
    ...linkMembers,
    ...fileTimeMembers,
    'static CreateDirectory(string path) DirectoryInfo'(path: Path) {
      return andThen(makeDirectory(this, path), (full) => new DirectoryInfo(this.fs, full, path ?? full));
    },
    'static CreateDirectory(string path, UnixFileMode unixCreateMode) DirectoryInfo'(path: Path, mode: EnumValue) {
      const made = makeDirectory(this, path, Number(mode.value) & ~0o022);
      return andThen(made, (full) => new DirectoryInfo(this.fs, full, path ?? full));
    },
    'static CreateTempSubdirectory(string prefix) DirectoryInfo'(prefix: Path) {
      const name = Array.from(this.random.bytes(6), (byte) => letters[byte % letters.length]).join('');
      const made = makeDirectory(this, `${this.platform.tempDirectory}${prefix ?? ''}${name}`, 0o700);
      return andThen(made, (full) => new DirectoryInfo(this.fs, full));
    },
    'static Delete(string path) void'(path: Path) {
      return deleteDirectory(this, path, false);
    },
    'static Delete(string path, bool recursive) void'(path: Path, recursive: boolean) {
      return deleteDirectory(this, path, recursive);
    },
    'static Exists(string path) bool'(path: Path) {
      return andThen(statAt(this, path), (stat) => stat?.kind === 'directory');
    },
    'static GetCurrentDirectory() string'() {
      return this.processDirectory.path;
    },
    'static GetDirectoryRoot(string path) string'(path: Path) {
      pathArgument(this, path);
      return '/';
    },
    'static GetLogicalDrives() string[]': () => ['/'],
    'static GetParent(string path) DirectoryInfo'(path: Path) {
      pathArgument(this, path);
      const parent = directoryNameOf(fullPath(this, path ?? ''));
      return parent === null ? null : new DirectoryInfo(this.fs, parent);
    },
    'static Move(string sourceDirName, string destDirName) void'(from: Path, to: Path) {
      return andThen(moveDirectory(this, from, to), () => undefined);
    },
    'static SetCurrentDirectory(string path) void'(path: Path) {
      return setProcessDirectory(this, path);
    },
  },
});
