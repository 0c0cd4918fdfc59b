import type { EngineContext } from '../../engine.ts';
import type { Char } from '../../values/char.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { formatComposite } from '../composite-format.ts';
import type { MemberTable } from '../define-type.ts';
import { cultureName } from '../format-provider.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';
import {
  compareOrdinal,
  compareStrings,
  cultureMode,
  equalStrings,
  modeOf,
  type TextMode,
} from './string-comparison.ts';
import { isWhiteSpace } from './string-shape.ts';

type Text = string | null;

function join(engine: EngineContext, separator: string, values: readonly PSValue[]): string {
  const types = typeSystemOf(engine);
  return values.map((v) => (typeof v === 'string' ? v : types.netText(v))).join(separator);
}

function concat(engine: EngineContext, values: readonly PSValue[]): string {
  return join(engine, '', values);
}

function joinPart(
  engine: EngineContext,
  separator: string,
  values: TypedArray | null,
  start: number,
  count: number,
): string {
  const items = values ? itemsOf(values) : [];
  if (start < 0) throw outOfRange('startIndex');
  if (count < 0) throw outOfRange('count');
  if (start + count > items.length) throw outOfRange('startIndex');
  return join(engine, separator, items.slice(start, start + count));
}

function format(engine: EngineContext, provider: PSValue, text: Text, args: readonly PSValue[]): string {
  if (text === null) throw argumentNull('format');
  return formatComposite(engine, text, args, cultureName(engine, provider));
}

function comparePart(a: Text, i: number, b: Text, j: number, length: number, mode: TextMode): number {
  if (length < 0) throw outOfRange('length');
  return compareStrings(a === null ? null : a.slice(i, i + length), b === null ? null : b.slice(j, j + length), mode);
}

const byCulture = (ignoreCase: boolean): TextMode => ({ ordinal: false, ignoreCase });
const byOptions = (options: EnumValue): TextMode => ({
  ordinal: (Number(options.value) & 0x50000000) !== 0,
  ignoreCase: (Number(options.value) & 0x10000001) !== 0,
});

/** Compare, Concat, Format, Join and the other statics. */
export const stringStatics: MemberTable = {
  'static field Empty string': () => '',
  'static Compare(string strA, string strB) int': (a: Text, b: Text) => compareStrings(a, b, cultureMode),
  'static Compare(string strA, string strB, bool ignoreCase) int': (a: Text, b: Text, i: boolean) =>
    compareStrings(a, b, byCulture(i)),
  'static Compare(string strA, string strB, StringComparison comparisonType) int': (a: Text, b: Text, c: EnumValue) =>
    compareStrings(a, b, modeOf(c)),
  'static Compare(string strA, string strB, CultureInfo culture, CompareOptions options) int': (
    a: Text,
    b: Text,
    _c: CultureInfo | null,
    o: EnumValue,
  ) => compareStrings(a, b, byOptions(o)),
  'static Compare(string strA, string strB, bool ignoreCase, CultureInfo culture) int': (
    a: Text,
    b: Text,
    i: boolean,
  ) => compareStrings(a, b, byCulture(i)),
  'static Compare(string strA, int indexA, string strB, int indexB, int length) int': (
    a: Text,
    i: number,
    b: Text,
    j: number,
    n: number,
  ) => comparePart(a, i, b, j, n, cultureMode),
  'static Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase) int': (
    a: Text,
    i: number,
    b: Text,
    j: number,
    n: number,
    ignore: boolean,
  ) => comparePart(a, i, b, j, n, byCulture(ignore)),
  'static Compare(string strA, int indexA, string strB, int indexB, int length, StringComparison comparisonType) int': (
    a: Text,
    i: number,
    b: Text,
    j: number,
    n: number,
    c: EnumValue,
  ) => comparePart(a, i, b, j, n, modeOf(c)),
  'static CompareOrdinal(string strA, string strB) int': (a: Text, b: Text) =>
    a === null || b === null ? compareStrings(a, b, cultureMode) : compareOrdinal(a, b),
  'static Concat(object arg0) string'(a) {
    return concat(this, [a]);
  },
  'static Concat(object arg0, object arg1) string'(a, b) {
    return concat(this, [a, b]);
  },
  'static Concat(object arg0, object arg1, object arg2) string'(a, b, c) {
    return concat(this, [a, b, c]);
  },
  'static Concat(params object[] args) string'(args) {
    return concat(this, itemsOf(args));
  },
  'static Concat<T>(IEnumerable<T> values) string'(values) {
    return concat(this, itemsOf(values));
  },
  'static Concat(IEnumerable<string> values) string'(values) {
    return concat(this, itemsOf(values));
  },
  'static Concat(string str0, string str1) string': (a: Text, b: Text) => (a ?? '') + (b ?? ''),
  'static Concat(string str0, string str1, string str2) string': (a: Text, b: Text, c: Text) =>
    (a ?? '') + (b ?? '') + (c ?? ''),
  'static Concat(string str0, string str1, string str2, string str3) string': (a: Text, b: Text, c: Text, d: Text) =>
    (a ?? '') + (b ?? '') + (c ?? '') + (d ?? ''),
  'static Concat(params string[] values) string'(values) {
    return concat(this, itemsOf(values));
  },
  'static Copy(string str) string': (s) => s,
  'static Equals(string a, string b) bool': (a, b) => a === b,
  'static Equals(string a, string b, StringComparison comparisonType) bool': (a: Text, b: Text, c: EnumValue) =>
    equalStrings(a, b, modeOf(c)),
  'static op_Equality(string a, string b) bool': (a, b) => a === b,
  'static op_Inequality(string a, string b) bool': (a, b) => a !== b,
  'static Format(string format, object arg0) string'(f: Text, a) {
    return format(this, null, f, [a]);
  },
  'static Format(string format, object arg0, object arg1) string'(f: Text, a, b) {
    return format(this, null, f, [a, b]);
  },
  'static Format(string format, object arg0, object arg1, object arg2) string'(f: Text, a, b, c) {
    return format(this, null, f, [a, b, c]);
  },
  'static Format(string format, params object[] args) string'(f: Text, args) {
    return format(this, null, f, itemsOf(args));
  },
  'static Format(IFormatProvider provider, string format, object arg0) string'(p, f: Text, a) {
    return format(this, p, f, [a]);
  },
  'static Format(IFormatProvider provider, string format, object arg0, object arg1) string'(p, f: Text, a, b) {
    return format(this, p, f, [a, b]);
  },
  'static Format(IFormatProvider provider, string format, object arg0, object arg1, object arg2) string'(
    p,
    f: Text,
    a,
    b,
    c,
  ) {
    return format(this, p, f, [a, b, c]);
  },
  'static Format(IFormatProvider provider, string format, params object[] args) string'(p, f: Text, args) {
    return format(this, p, f, itemsOf(args));
  },
  'static Intern(string str) string': (s) => s,
  'static IsInterned(string str) string': (s) => s,
  'static IsNullOrEmpty(string value) bool': (s: Text) => s === null || s === '',
  'static IsNullOrWhiteSpace(string value) bool': (s: Text) =>
    s === null || [...s].every((c) => isWhiteSpace(c.charCodeAt(0))),
  'static Join(char separator, params string[] value) string'(separator: Char, values) {
    return join(this, separator.text, itemsOf(values));
  },
  'static Join(string separator, params string[] value) string'(separator: Text, values) {
    return join(this, separator ?? '', itemsOf(values));
  },
  'static Join(char separator, string[] value, int startIndex, int count) string'(
    separator: Char,
    values: TypedArray | null,
    start: number,
    count: number,
  ) {
    return joinPart(this, separator.text, values, start, count);
  },
  'static Join(string separator, string[] value, int startIndex, int count) string'(
    separator: Text,
    values: TypedArray | null,
    start: number,
    count: number,
  ) {
    return joinPart(this, separator ?? '', values, start, count);
  },
  'static Join(string separator, IEnumerable<string> values) string'(separator: Text, values) {
    return join(this, separator ?? '', itemsOf(values));
  },
  'static Join(char separator, params object[] values) string'(separator: Char, values) {
    return join(this, separator.text, itemsOf(values));
  },
  'static Join(string separator, params object[] values) string'(separator: Text, values) {
    return join(this, separator ?? '', itemsOf(values));
  },
  'static Join<T>(char separator, IEnumerable<T> values) string'(separator: Char, values) {
    return join(this, separator.text, itemsOf(values));
  },
  'static Join<T>(string separator, IEnumerable<T> values) string'(separator: Text, values) {
    return join(this, separator ?? '', itemsOf(values));
  },
};
