import type { EngineContext } from '../../engine.ts';

/** The extension with its dot; empty when there is none. */
export function extensionOf(path: string): string {
  const name = fileNameOf(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
}

/** What follows the last slash. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Path.GetDirectoryName: null for the root and for an empty path. */
export function directoryNameOf(path: string): string | null {
  if (path === '' || path === '/') return null;
  const at = path.lastIndexOf('/');
  if (at < 0) return '';
  const trimmed = path.slice(0, at).replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.replace(/\/{2,}/g, '/');
}

/** Takes `.`, `..` and doubled slashes out of an absolute path; a slash at the end stays. */
export function collapse(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  const tail = names.length > 0 && /\/\.{0,2}$/.test(path) && !path.endsWith('..') ? '/' : '';
  return `/${names.join('/')}${path.endsWith('/') && names.length > 0 ? '/' : tail === '/' && path.endsWith('/.') ? '/' : ''}`;
}

/** Path.GetFullPath against the folder of the process. */
export function fullPath(engine: EngineContext, path: string, base: string = engine.processDirectory.path): string {
  return collapse(path.startsWith('/') ? path : `${base}/${path}`);
}

/** Path.Combine: a rooted part starts over. */
export function combine(parts: readonly string[]): string {
  let result = '';
  for (const part of parts) {
    if (part === '') continue;
    if (part.startsWith('/') || result === '') result = part;
    else result = result.endsWith('/') ? result + part : `${result}/${part}`;
  }
  return result;
}

/** Path.Join: puts parts one after another whatever they are. */
export function join(parts: readonly (string | null)[]): string {
  let result = '';
  for (const part of parts) {
    if (part === null || part === '') continue;
    if (result === '') result = part;
    else result += result.endsWith('/') || part.startsWith('/') ? part : `/${part}`;
  }
  return result;
}

/** Path.GetRelativePath between absolute paths. */
export function relativePath(from: string, to: string): string {
  const a = from.split('/').filter(Boolean);
  const b = to.split('/').filter(Boolean);
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  const names = [...a.slice(shared).map(() => '..'), ...b.slice(shared)];
  return names.length === 0 ? '.' : names.join('/');
}
