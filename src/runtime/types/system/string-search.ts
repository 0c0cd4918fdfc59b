import type { Char } from '../../values/char.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { MemberTable } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { charsText } from './string-chars.ts';
import {
  cultureMode,
  equalStrings,
  indexOfText,
  lastIndexOfText,
  modeOf,
  ordinalMode,
  type TextMode,
} from './string-comparison.ts';

function given(value: string | null): string {
  if (value === null) throw argumentNull('value');
  return value;
}

function find(s: string, value: string | null, mode: TextMode, start = 0, count: number = s.length - start): number {
  if (start < 0 || start > s.length) throw outOfRange('startIndex');
  if (count < 0 || start + count > s.length) throw outOfRange('count');
  return indexOfText(s, given(value), start, count, mode);
}

function findLast(
  s: string,
  value: string | null,
  mode: TextMode,
  start: number = s.length - 1,
  count: number = start + 1,
): number {
  if (s.length > 0 && (start < 0 || start > s.length)) throw outOfRange('startIndex');
  return lastIndexOfText(s, given(value), start, count, mode);
}

/** First of some characters, forwards or backwards. */
function findAny(s: string, chars: TypedArray | null, start: number, count: number, step: 1 | -1): number {
  if (!chars) throw argumentNull('anyOf');
  if (start < 0 || start > s.length) throw outOfRange('startIndex');
  const wanted = charsText(chars);
  for (let i = start, left = count; left > 0 && i >= 0 && i < s.length; i += step, left--)
    if (wanted.includes(s.charAt(i))) return i;
  return -1;
}

function startsWith(s: string, value: string | null, mode: TextMode): boolean {
  const text = given(value);
  return mode.ordinal && !mode.ignoreCase ? s.startsWith(text) : equalStrings(s.slice(0, text.length), text, mode);
}

function endsWith(s: string, value: string | null, mode: TextMode): boolean {
  const text = given(value);
  return text.length <= s.length && equalStrings(s.slice(s.length - text.length), text, mode);
}

/** Contains, IndexOf, LastIndexOf, StartsWith, EndsWith. */
export const stringSearch: MemberTable = {
  'Contains(string value) bool': (s: string, value: string | null) => s.includes(given(value)),
  'Contains(string value, StringComparison comparisonType) bool': (s: string, value: string | null, c: EnumValue) =>
    find(s, value, modeOf(c)) >= 0,
  'Contains(char value) bool': (s: string, c: Char) => s.includes(c.text),
  'Contains(char value, StringComparison comparisonType) bool': (s: string, c: Char, by: EnumValue) =>
    find(s, c.text, modeOf(by)) >= 0,
  'EndsWith(string value) bool': (s: string, value: string | null) => endsWith(s, value, cultureMode),
  'EndsWith(string value, StringComparison comparisonType) bool': (s: string, value: string | null, c: EnumValue) =>
    endsWith(s, value, modeOf(c)),
  'EndsWith(string value, bool ignoreCase, CultureInfo culture) bool': (
    s: string,
    value: string | null,
    ignoreCase: boolean,
    _c: CultureInfo | null,
  ) => endsWith(s, value, { ordinal: false, ignoreCase }),
  'EndsWith(char value) bool': (s: string, c: Char) => s.endsWith(c.text),
  'StartsWith(string value) bool': (s: string, value: string | null) => startsWith(s, value, cultureMode),
  'StartsWith(string value, StringComparison comparisonType) bool': (s: string, value: string | null, c: EnumValue) =>
    startsWith(s, value, modeOf(c)),
  'StartsWith(string value, bool ignoreCase, CultureInfo culture) bool': (
    s: string,
    value: string | null,
    ignoreCase: boolean,
    _c: CultureInfo | null,
  ) => startsWith(s, value, { ordinal: false, ignoreCase }),
  'StartsWith(char value) bool': (s: string, c: Char) => s.startsWith(c.text),
  'IndexOf(char value) int': (s: string, c: Char) => s.indexOf(c.text),
  'IndexOf(char value, int startIndex) int': (s: string, c: Char, start: number) => find(s, c.text, ordinalMode, start),
  'IndexOf(char value, int startIndex, int count) int': (s: string, c: Char, start: number, count: number) =>
    find(s, c.text, ordinalMode, start, count),
  'IndexOf(char value, StringComparison comparisonType) int': (s: string, c: Char, by: EnumValue) =>
    find(s, c.text, modeOf(by)),
  'IndexOf(string value) int': (s: string, value: string | null) => find(s, value, cultureMode),
  'IndexOf(string value, int startIndex) int': (s: string, value: string | null, start: number) =>
    find(s, value, cultureMode, start),
  'IndexOf(string value, int startIndex, int count) int': (
    s: string,
    value: string | null,
    start: number,
    count: number,
  ) => find(s, value, cultureMode, start, count),
  'IndexOf(string value, StringComparison comparisonType) int': (s: string, value: string | null, c: EnumValue) =>
    find(s, value, modeOf(c)),
  'IndexOf(string value, int startIndex, StringComparison comparisonType) int': (
    s: string,
    value: string | null,
    start: number,
    c: EnumValue,
  ) => find(s, value, modeOf(c), start),
  'IndexOf(string value, int startIndex, int count, StringComparison comparisonType) int': (
    s: string,
    value: string | null,
    start: number,
    count: number,
    c: EnumValue,
  ) => find(s, value, modeOf(c), start, count),
  'IndexOfAny(char[] anyOf) int': (s: string, chars: TypedArray | null) => findAny(s, chars, 0, s.length, 1),
  'IndexOfAny(char[] anyOf, int startIndex) int': (s: string, chars: TypedArray | null, start: number) =>
    findAny(s, chars, start, s.length, 1),
  'IndexOfAny(char[] anyOf, int startIndex, int count) int': (
    s: string,
    chars: TypedArray | null,
    start: number,
    count: number,
  ) => findAny(s, chars, start, count, 1),
  'LastIndexOf(char value) int': (s: string, c: Char) => s.lastIndexOf(c.text),
  'LastIndexOf(char value, int startIndex) int': (s: string, c: Char, start: number) =>
    findLast(s, c.text, ordinalMode, start),
  'LastIndexOf(char value, int startIndex, int count) int': (s: string, c: Char, start: number, count: number) =>
    findLast(s, c.text, ordinalMode, start, count),
  'LastIndexOf(string value) int': (s: string, value: string | null) => findLast(s, value, cultureMode),
  'LastIndexOf(string value, int startIndex) int': (s: string, value: string | null, start: number) =>
    findLast(s, value, cultureMode, start),
  'LastIndexOf(string value, int startIndex, int count) int': (
    s: string,
    value: string | null,
    start: number,
    count: number,
  ) => findLast(s, value, cultureMode, start, count),
  'LastIndexOf(string value, StringComparison comparisonType) int': (s: string, value: string | null, c: EnumValue) =>
    findLast(s, value, modeOf(c)),
  'LastIndexOf(string value, int startIndex, StringComparison comparisonType) int': (
    s: string,
    value: string | null,
    start: number,
    c: EnumValue,
  ) => findLast(s, value, modeOf(c), start),
  'LastIndexOf(string value, int startIndex, int count, StringComparison comparisonType) int': (
    s: string,
    value: string | null,
    start: number,
    count: number,
    c: EnumValue,
  ) => findLast(s, value, modeOf(c), start, count),
  'LastIndexOfAny(char[] anyOf) int': (s: string, chars: TypedArray | null) =>
    findAny(s, chars, Math.max(0, s.length - 1), s.length, -1),
  'LastIndexOfAny(char[] anyOf, int startIndex) int': (s: string, chars: TypedArray | null, start: number) =>
    findAny(s, chars, start, start + 1, -1),
  'LastIndexOfAny(char[] anyOf, int startIndex, int count) int': (
    s: string,
    chars: TypedArray | null,
    start: number,
    count: number,
  ) => findAny(s, chars, start, count, -1),
};
