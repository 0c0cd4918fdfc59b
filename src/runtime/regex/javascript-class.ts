import { CharSet } from './char-set.ts';

const ASCII = CharSet.of(0, 0x7f);

/** One code unit as it can stand in a pattern, in a class or outside. */
export function escapeCode(code: number): string {
  const char = String.fromCharCode(code);
  if (/[0-9A-Za-z_]/.test(char)) return char;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

const SHORT: Readonly<Record<string, string>> = {
  '0-9': '\\d',
  '0-9A-Z_a-z': '\\w',
};

/**
 * A set as a JavaScript class. For ASCII texts only the lower 128 code units count, which keeps `\w` and negated
 * sets short.
 */
export function classSource(set: CharSet, ascii: boolean): string {
  const known = ascii ? asciiSources : fullSources;
  let source = known.get(set);
  if (source === undefined) {
    source = writeClass(set, ascii);
    known.set(set, source);
  }
  return source;
}

const asciiSources = new WeakMap<CharSet, string>();
const fullSources = new WeakMap<CharSet, string>();

function writeClass(set: CharSet, ascii: boolean): string {
  const inside = rangesSource(ascii ? set.intersect(ASCII) : set);
  const outside = rangesSource(ascii ? ASCII.difference(set) : set.complement());
  if (outside === '') return '[^]';
  if (inside === '') return '[]';
  const short = ascii ? SHORT[inside] : undefined;
  if (short !== undefined) return short;
  return outside.length < inside.length ? `[^${outside}]` : `[${inside}]`;
}

function rangesSource(set: CharSet): string {
  let source = '';
  for (let i = 0; i < set.ranges.length; i += 2) {
    const from = set.ranges[i] ?? 0;
    const to = set.ranges[i + 1] ?? 0;
    source += escapeCode(from);
    if (to > from) source += (to > from + 1 ? '-' : '') + escapeCode(to);
  }
  return source;
}
