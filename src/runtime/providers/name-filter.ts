import { WildcardPattern } from '../text/wildcard.ts';

/** Matches names of children. */
export type NameMatcher = (name: string) => boolean;

/** Whether a name fits one of the wildcards; `whenNone` where there are no wildcards. */
export function anyMatcher(patterns: readonly string[] | undefined, whenNone: boolean): NameMatcher {
  const compiled = (patterns ?? []).filter((text) => text !== '').map((text) => new WildcardPattern(text, true));
  if (compiled.length === 0) return () => whenNone;
  return (name) => compiled.some((pattern) => pattern.isMatch(name));
}

/** Whether a name passes `-Include` and `-Exclude`. */
export function includeExclude(
  include: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
): NameMatcher {
  const wanted = anyMatcher(include, true);
  const unwanted = anyMatcher(exclude, false);
  return (name) => wanted(name) && !unwanted(name);
}

/**
 * `-Filter` among files: the file system's own wildcards, `*` and `?` alone, with the habits of Windows: `*.*` is
 * everything, `*.` what has no extension, a `?` at the end of a part may stand for nothing. Case is ignored.
 */
export function fileFilter(filter: string | undefined): NameMatcher {
  if (filter === undefined || filter === '' || filter === '*' || filter === '*.*') return () => true;
  let source = '';
  for (let i = 0; i < filter.length; i++) {
    const char = filter[i] ?? '';
    const next = filter[i + 1];
    if (char === '*' && next === '.' && i + 2 === filter.length) {
      source += '[^.]*';
      i++;
    } else if (char === '*') source += '.*';
    else if (char === '?') source += '[^.]?';
    else if (char === '.' && (next === '?' || next === '*')) source += '(?:\\.|$)';
    else source += char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  }
  const pattern = new RegExp(`^${source}$`, 'isu');
  return (name) => pattern.test(name);
}
