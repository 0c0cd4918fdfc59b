import type { Char } from '../../values/char.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { charsText } from './string-chars.ts';
import { foldFor, modeOf, type TextMode } from './string-comparison.ts';

/** Whether a UTF-16 unit is white space for .NET. */
export function isWhiteSpace(code: number): boolean {
  return (
    (code >= 9 && code <= 13) ||
    code === 32 ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function trim(s: string, chars: string | undefined, atStart: boolean, atEnd: boolean): string {
  const drops = chars ? (i: number) => chars.includes(s.charAt(i)) : (i: number) => isWhiteSpace(s.charCodeAt(i));
  let start = 0;
  let end = s.length;
  if (atStart) while (start < end && drops(start)) start++;
  if (atEnd) while (end > start && drops(end - 1)) end--;
  return s.slice(start, end);
}

function substring(s: string, start: number, length: number): string {
  if (start < 0) throw outOfRange('startIndex', 'The start must not be negative.');
  if (start > s.length) throw outOfRange('startIndex', 'The start is beyond the end of the text.');
  if (length < 0) throw outOfRange('length', 'The length must not be negative.');
  if (start + length > s.length) throw outOfRange('length', 'The part goes beyond the end of the text.');
  return s.slice(start, start + length);
}

function replace(s: string, old: string | null, by: string | null, mode: TextMode): string {
  if (old === null) throw argumentNull('oldValue');
  if (old === '') throw badArgument('The text to replace must not be empty.', 'oldValue');
  if (!mode.ignoreCase) return s.replaceAll(old, () => by ?? '');
  const folded = foldFor(s, mode);
  const wanted = foldFor(old, mode);
  let out = '';
  let from = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
    out += s.slice(from, at) + (by ?? '');
    from = at + wanted.length;
  }
  return out + s.slice(from);
}

function pad(width: number): number {
  if (width < 0) throw outOfRange('totalWidth');
  return width;
}

const forms = ['', 'NFC', 'NFD', '', '', 'NFKC', 'NFKD'];

function normalForm(form: EnumValue): string {
  return forms[Number(form.value)] || 'NFC';
}

/** Upper-case by .NET's simple mapping: one letter stays one letter. */
export function upperOf(s: string): string {
  const up = s.toUpperCase();
  return up.length === s.length
    ? up
    : s.replace(/./gs, (c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c));
}

/** Lower-case by .NET's simple mapping. */
export function lowerOf(s: string): string {
  const low = s.toLowerCase();
  return low.length === s.length
    ? low
    : s.replace(/./gs, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c));
}

/** Substring, Replace, Trim, Pad, case and the like. */
export const stringShape: MemberTable = {
  'Insert(int startIndex, string value) string': (s: string, at: number, value: string | null) => {
    if (value === null) throw argumentNull('value');
    if (at < 0 || at > s.length) throw outOfRange('startIndex');
    return s.slice(0, at) + value + s.slice(at);
  },
  'IsNormalized() bool': (s: string) => s.normalize('NFC') === s,
  'IsNormalized(NormalizationForm normalizationForm) bool': (s: string, form: EnumValue) =>
    s.normalize(normalForm(form)) === s,
  'Normalize() string': (s: string) => s.normalize('NFC'),
  'Normalize(NormalizationForm normalizationForm) string': (s: string, form: EnumValue) =>
    s.normalize(normalForm(form)),
  'PadLeft(int totalWidth) string': (s: string, width: number) => s.padStart(pad(width)),
  'PadLeft(int totalWidth, char paddingChar) string': (s: string, width: number, c: Char) =>
    s.padStart(pad(width), c.text),
  'PadRight(int totalWidth) string': (s: string, width: number) => s.padEnd(pad(width)),
  'PadRight(int totalWidth, char paddingChar) string': (s: string, width: number, c: Char) =>
    s.padEnd(pad(width), c.text),
  'Remove(int startIndex) string': (s: string, start: number) => substring(s, 0, start),
  'Remove(int startIndex, int count) string': (s: string, start: number, count: number) => {
    substring(s, start, count);
    return s.slice(0, start) + s.slice(start + count);
  },
  'Replace(char oldChar, char newChar) string': (s: string, a: Char, b: Char) => s.replaceAll(a.text, () => b.text),
  'Replace(string oldValue, string newValue) string': (s: string, a: string | null, b: string | null) =>
    replace(s, a, b, { ordinal: true, ignoreCase: false }),
  'Replace(string oldValue, string newValue, bool ignoreCase, CultureInfo culture) string': (
    s: string,
    a: string | null,
    b: string | null,
    ignoreCase: boolean,
    _culture: CultureInfo | null,
  ) => replace(s, a, b, { ordinal: false, ignoreCase }),
  'Replace(string oldValue, string newValue, StringComparison comparisonType) string': (
    s: string,
    a: string | null,
    b: string | null,
    c: EnumValue,
  ) => replace(s, a, b, modeOf(c)),
  'ReplaceLineEndings() string': (s: string) => s.replace(/\r\n|[\r\n\f\u0085\u2028\u2029]/g, '\n'),
  'ReplaceLineEndings(string replacementText) string': (s: string, by: string | null) =>
    s.replace(/\r\n|[\r\n\f\u0085\u2028\u2029]/g, () => by ?? ''),
  'Substring(int startIndex) string': (s: string, start: number) => {
    if (start < 0 || start > s.length) throw outOfRange('startIndex', 'The start is outside the text.');
    return s.slice(start);
  },
  'Substring(int startIndex, int length) string': substring,
  'ToLower() string': (s: string) => lowerOf(s),
  'ToLower(CultureInfo culture) string': (s: string) => lowerOf(s),
  'ToLowerInvariant() string': (s: string) => lowerOf(s),
  'ToUpper() string': (s: string) => upperOf(s),
  'ToUpper(CultureInfo culture) string': (s: string) => upperOf(s),
  'ToUpperInvariant() string': (s: string) => upperOf(s),
  'Trim() string': (s: string) => trim(s, undefined, true, true),
  'Trim(char trimChar) string': (s: string, c: Char) => trim(s, c.text, true, true),
  'Trim(params char[] trimChars) string': (s: string, c: TypedArray | null) => trim(s, charsText(c), true, true),
  'TrimEnd() string': (s: string) => trim(s, undefined, false, true),
  'TrimEnd(char trimChar) string': (s: string, c: Char) => trim(s, c.text, false, true),
  'TrimEnd(params char[] trimChars) string': (s: string, c: TypedArray | null) => trim(s, charsText(c), false, true),
  'TrimStart() string': (s: string) => trim(s, undefined, true, false),
  'TrimStart(char trimChar) string': (s: string, c: Char) => trim(s, c.text, true, false),
  'TrimStart(params char[] trimChars) string': (s: string, c: TypedArray | null) => trim(s, charsText(c), true, false),
};
