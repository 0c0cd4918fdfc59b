/** Whether a character separates names in a path; both slashes do (about_Path_Syntax). */
export const isSeparator = (char: string | undefined): boolean => char === '/' || char === '\\';

/** Where the drive name of `drive:rest` ends, or -1. A name has no separator, and `::` is no drive. */
export function driveEnd(path: string): number {
  const colon = path.indexOf(':');
  if (colon <= 0 || path[colon + 1] === ':') return -1;
  for (let i = 0; i < colon; i++) if (isSeparator(path[i])) return -1;
  return colon;
}

/** `Module\Provider::rest` or `Provider::rest` in its parts; undefined for other paths. */
export function providerQualified(path: string): { provider: string; rest: string } | undefined {
  const at = path.indexOf('::');
  if (at <= 0) return undefined;
  const name = path.slice(0, at);
  if (/[/*?:]/.test(name)) return undefined;
  return { provider: name.slice(name.lastIndexOf('\\') + 1), rest: path.slice(at + 2) };
}

/** Names of a path, with `.` and empty ones left out and `..` taken back. */
export function namesOf(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split(/[/\\]/)) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  return names;
}

/** Appends `child` to `parent` with one separator between them (Join-Path). */
export function joinPath(parent: string, child: string, separator: string): string {
  if (parent === '') return child;
  if (child === '') return isSeparator(parent.at(-1)) ? parent : parent + separator;
  const left = isSeparator(parent.at(-1)) ? parent.slice(0, -1) : parent;
  const right = isSeparator(child[0]) ? child.slice(1) : child;
  return `${left}${separator}${right}`;
}

/** The last name of a path. */
export function leafOf(path: string): string {
  const trimmed = path.length > 1 ? path.replace(/[/\\]+$/, '') : path;
  const at = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  return trimmed.slice(at + 1);
}

/** What stands before the last name; empty when there is nothing. */
export function parentOf(path: string): string {
  const trimmed = path.length > 1 ? path.replace(/[/\\]+$/, '') : path;
  const at = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  if (at < 0) return '';
  return at === 0 ? (trimmed.length === 1 ? '' : trimmed.slice(0, 1)) : trimmed.slice(0, at);
}
