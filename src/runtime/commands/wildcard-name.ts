const cache = new Map<string, (name: string) => boolean>();

/** Whether a name has characters that make it a pattern (about_Wildcards). */
export function hasWildcards(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const c = name.charAt(i);
    if (c === '`') i++;
    else if (c === '*' || c === '?' || c === '[') return true;
  }
  return false;
}

/** A test of names of commands, parameters and modules against a wildcard pattern, without regard to case. */
export function wildcardMatcher(pattern: string): (name: string) => boolean {
  let matcher = cache.get(pattern);
  if (!matcher) {
    matcher = make(pattern);
    if (cache.size > 500) cache.clear();
    cache.set(pattern, matcher);
  }
  return matcher;
}

function make(pattern: string): (name: string) => boolean {
  if (pattern === '*') return () => true;
  if (!hasWildcards(pattern)) {
    const wanted = pattern.replaceAll('`', '').toLowerCase();
    return (name) => name.toLowerCase() === wanted;
  }
  const regex = new RegExp(`^${source(pattern)}$`, 'is');
  return (name) => regex.test(name);
}

function source(pattern: string): string {
  let text = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '*') text += '.*';
    else if (c === '?') text += '.';
    else if (c === '[') {
      const end = pattern.indexOf(']', i + 1);
      if (end < 0) text += '\\[';
      else {
        text += `[${pattern.slice(i + 1, end).replace(/[\\^\]]/g, '\\$&')}]`;
        i = end;
      }
    } else text += literal(c === '`' ? pattern.charAt(++i) : c);
  }
  return text;
}

function literal(c: string): string {
  return c.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
