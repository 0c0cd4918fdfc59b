import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { Char } from '../../values/char.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType } from '../define-type.ts';
import { combine, directoryNameOf, extensionOf, fileNameOf, fullPath, join, relativePath } from './path-functions.ts';

const notNull = (path: string | null, name = 'path'): string => {
  if (path !== null) return path;
  throw new NetException('System.ArgumentNullException', `The ${name} must not be null.`);
};
const texts = (array: TypedArray): (string | null)[] =>
  array.toArray().map((part: PSValue) => (typeof part === 'string' ? part : null));
const combineAll = (...parts: (string | null)[]) => combine(parts.map((part, i) => notNull(part, `path${i + 1}`)));

const letters = 'abcdefghijklmnopqrstuvwxyz012345';

/** Eight characters, a dot and three more, as Path.GetRandomFileName makes them. */
function randomName(engine: EngineContext): string {
  const name = Array.from(engine.random.bytes(11), (byte) => letters[byte % letters.length]).join('');
  return `${name.slice(0, 8)}.${name.slice(8)}`;
}

/** System.IO.Path, as on Unix. */
export const pathType = defineType({
  name: 'System.IO.Path',
  isAbstract: true,
  members: {
    'static field AltDirectorySeparatorChar char': () => '/',
    'static field DirectorySeparatorChar char': () => '/',
    'static field PathSeparator char': () => ':',
    'static field VolumeSeparatorChar char': () => '/',
    'static ChangeExtension(string path, string extension) string'(path: string | null, extension: string | null) {
      if (path === null || path === '') return path;
      const old = /\.[^./]*$/.exec(path);
      const base = old ? path.slice(0, old.index) : path;
      if (extension === null) return base;
      return base + (extension.startsWith('.') ? extension : `.${extension}`);
    },
    'static Combine(string path1, string path2) string': combineAll,
    'static Combine(string path1, string path2, string path3) string': combineAll,
    'static Combine(string path1, string path2, string path3, string path4) string': combineAll,
    'static Combine(params string[] paths) string': (paths: TypedArray) => combineAll(...texts(paths)),
    'static EndsInDirectorySeparator(string path) bool': (path: string | null) => path?.endsWith('/') ?? false,
    'static Exists(string path) bool'(path: string | null) {
      if (path === null || path === '') return false;
      return andThen(this.fs.stat(fullPath(this, path)), (stat) => stat !== undefined);
    },
    'static GetDirectoryName(string path) string': (path: string | null) =>
      path === null ? null : directoryNameOf(path),
    'static GetExtension(string path) string': (path: string | null) => (path === null ? null : extensionOf(path)),
    'static GetFileName(string path) string': (path: string | null) => (path === null ? null : fileNameOf(path)),
    'static GetFileNameWithoutExtension(string path) string'(path: string | null) {
      if (path === null) return null;
      const name = fileNameOf(path);
      const dot = name.lastIndexOf('.');
      return dot < 0 ? name : name.slice(0, dot);
    },
    'static GetFullPath(string path) string'(path: string | null) {
      const given = notNull(path);
      if (given === '') throw new NetException('System.ArgumentException', 'The path must not be empty.');
      return fullPath(this, given);
    },
    'static GetFullPath(string path, string basePath) string'(path: string | null, base: string | null) {
      return fullPath(this, notNull(path), notNull(base, 'basePath'));
    },
    'static GetInvalidFileNameChars() char[]': () => [Char.of(0), Char.from('/')],
    'static GetInvalidPathChars() char[]': () => [Char.of(0)],
    'static GetPathRoot(string path) string': (path: string | null) =>
      path === null || path === '' ? null : path.startsWith('/') ? '/' : '',
    'static GetRandomFileName() string'() {
      return randomName(this);
    },
    'static GetRelativePath(string relativeTo, string path) string'(from: string | null, to: string | null) {
      return relativePath(fullPath(this, notNull(from, 'relativeTo')), fullPath(this, notNull(to)));
    },
    'static GetTempFileName() string'() {
      const path = `${this.platform.tempDirectory}tmp${randomName(this).slice(0, 6)}.tmp`;
      return andThen(this.fs.writeFile(path, new Uint8Array(), { createNew: true }), () => path);
    },
    'static GetTempPath() string'() {
      return this.platform.tempDirectory;
    },
    'static HasExtension(string path) bool': (path: string | null) => path !== null && extensionOf(path) !== '',
    'static IsPathFullyQualified(string path) bool': (path: string | null) => notNull(path).startsWith('/'),
    'static IsPathRooted(string path) bool': (path: string | null) => path?.startsWith('/') ?? false,
    'static Join(string path1, string path2) string': (...parts: (string | null)[]) => join(parts),
    'static Join(string path1, string path2, string path3) string': (...parts: (string | null)[]) => join(parts),
    'static Join(string path1, string path2, string path3, string path4) string': (...parts: (string | null)[]) =>
      join(parts),
    'static Join(params string[] paths) string': (paths: TypedArray) => join(texts(paths)),
    'static TrimEndingDirectorySeparator(string path) string': (path: string | null) =>
      path !== null && path.length > 1 ? path.replace(/\/$/, '') : path,
  },
});
