import type { Char } from '../../values/char.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { MemberTable } from '../define-type.ts';
import { outOfRange } from '../net-error.ts';
import { charsText } from './string-chars.ts';
import { isWhiteSpace } from './string-shape.ts';

const REMOVE_EMPTY = 1;
const TRIM = 2;

/** Finds the next separator from a position: where it stands and how long it is. */
type Finder = (s: string, from: number) => readonly [number, number] | undefined;

function byChars(chars: string): Finder {
  const isOne =
    chars === ''
      ? (s: string, i: number) => isWhiteSpace(s.charCodeAt(i))
      : (s: string, i: number) => chars.includes(s.charAt(i));
  return (s, from) => {
    for (let i = from; i < s.length; i++) if (isOne(s, i)) return [i, 1];
    return undefined;
  };
}

function byTexts(texts: readonly string[]): Finder {
  const wanted = texts.filter((t) => t !== '');
  if (wanted.length === 0) return texts.length === 0 ? byChars('') : () => undefined;
  return (s, from) => {
    let best: readonly [number, number] | undefined;
    for (const text of wanted) {
      const at = s.indexOf(text, from);
      if (at >= 0 && (!best || at < best[0])) best = [at, text.length];
    }
    return best;
  };
}

function split(s: string, find: Finder, count: number | undefined, options: number): string[] {
  if (count !== undefined && count < 0) throw outOfRange('count');
  const trims = (options & TRIM) !== 0;
  const drops = (options & REMOVE_EMPTY) !== 0;
  const limit = count ?? Number.POSITIVE_INFINITY;
  if (limit === 0) return [];
  const out: string[] = [];
  let from = 0;
  while (out.length < limit - 1) {
    const hit = find(s, from);
    if (!hit) break;
    const part = trims ? s.slice(from, hit[0]).trim() : s.slice(from, hit[0]);
    from = hit[0] + hit[1];
    if (!drops || part !== '') out.push(part);
  }
  return addRest(s, from, find, out, trims, drops);
}

/** The last part; empty parts before it are dropped too when empty ones are. */
function addRest(s: string, start: number, find: Finder, out: string[], trims: boolean, drops: boolean): string[] {
  let from = start;
  for (let hit = drops ? find(s, from) : undefined; hit; hit = find(s, from)) {
    const part = s.slice(from, hit[0]);
    if ((trims ? part.trim() : part) !== '') break;
    from = hit[0] + hit[1];
  }
  const rest = trims ? s.slice(from).trim() : s.slice(from);
  if (!drops || rest !== '') out.push(rest);
  return out;
}

function texts(array: TypedArray | null): string[] {
  return (array?.items ?? []).map((t) => (typeof t === 'string' ? t : ''));
}

const flags = (options: EnumValue): number => Number(options.value);

/** Split in all its forms. */
export const stringSplit: MemberTable = {
  'Split(params char[] separator) string[]': (s: string, c: TypedArray | null) =>
    split(s, byChars(charsText(c)), undefined, 0),
  'Split(char separator, StringSplitOptions options = 0) string[]': (s: string, c: Char, o: EnumValue) =>
    split(s, byChars(c.text), undefined, flags(o)),
  'Split(char separator, int count, StringSplitOptions options = 0) string[]': (
    s: string,
    c: Char,
    n: number,
    o: EnumValue,
  ) => split(s, byChars(c.text), n, flags(o)),
  'Split(char[] separator, int count) string[]': (s: string, c: TypedArray | null, n: number) =>
    split(s, byChars(charsText(c)), n, 0),
  'Split(char[] separator, StringSplitOptions options) string[]': (s: string, c: TypedArray | null, o: EnumValue) =>
    split(s, byChars(charsText(c)), undefined, flags(o)),
  'Split(char[] separator, int count, StringSplitOptions options) string[]': (
    s: string,
    c: TypedArray | null,
    n: number,
    o: EnumValue,
  ) => split(s, byChars(charsText(c)), n, flags(o)),
  'Split(string separator, StringSplitOptions options = 0) string[]': (s: string, t: string | null, o: EnumValue) =>
    split(s, byTexts(t === null ? [] : [t]), undefined, flags(o)),
  'Split(string separator, int count, StringSplitOptions options = 0) string[]': (
    s: string,
    t: string | null,
    n: number,
    o: EnumValue,
  ) => split(s, byTexts(t === null ? [] : [t]), n, flags(o)),
  'Split(string[] separator, StringSplitOptions options) string[]': (s: string, t: TypedArray | null, o: EnumValue) =>
    split(s, byTexts(texts(t)), undefined, flags(o)),
  'Split(string[] separator, int count, StringSplitOptions options) string[]': (
    s: string,
    t: TypedArray | null,
    n: number,
    o: EnumValue,
  ) => split(s, byTexts(texts(t)), n, flags(o)),
};
