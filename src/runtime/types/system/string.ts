import { Char } from '../../values/char.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { enumeratorOf } from '../system-collections/enumerators.ts';
import { convertibleMembers } from './convertible-members.ts';
import { charsText } from './string-chars.ts';
import { compareStrings, cultureMode, equalStrings, modeOf } from './string-comparison.ts';
import { stringSearch } from './string-search.ts';
import { stringShape } from './string-shape.ts';
import { stringSplit } from './string-split.ts';
import { stringStatics } from './string-statics.ts';

const core: MemberTable = {
  'new(char[] value)': (value: TypedArray | null) => charsText(value),
  'new(char[] value, int startIndex, int length)': (value: TypedArray, start: number, length: number) =>
    charsText(value, start, length),
  'new(ReadOnlySpan<char> value)': (value) => charsText(value as TypedArray | null),
  'new(char c, int count)': (c: Char, count: number) => {
    if (count < 0) throw outOfRange('count');
    return c.text.repeat(count);
  },
  'prop Chars[int] char get': (s: string, at: number) => {
    if (at < 0 || at >= s.length) {
      throw Object.assign(outOfRange('index', 'The index is outside the text.'), {
        typeName: 'System.IndexOutOfRangeException',
      });
    }
    return Char.of(s.charCodeAt(at));
  },
  'prop Length int get': (s: string) => s.length,
  'Clone() object': (s) => s,
  'CompareTo(string strB) int': (s: string, other: string | null) => compareStrings(s, other, cultureMode),
  'CompareTo(object value) int': (s: string, other) => {
    if (other !== null && typeof other !== 'string') throw badArgument('The argument must be a string.');
    return compareStrings(s, other, cultureMode);
  },
  'Equals(string value) bool': (s: string, other: string | null) => s === other,
  'Equals(string value, StringComparison comparisonType) bool': (s: string, other: string | null, c: EnumValue) =>
    equalStrings(s, other, modeOf(c)),
  'GetTypeCode() TypeCode': () => 18,
  'GetEnumerator() CharEnumerator': (s: string) => enumeratorOf(s, () => charValues(s)),
  'ToString() string': (s) => s,
  'ToString(IFormatProvider provider) string': (s) => s,
  'ToCharArray() char[]': (s: string) => [...charValues(s)],
  'ToCharArray(int startIndex, int length) char[]': (s: string, start: number, length: number) => {
    if (start < 0 || length < 0 || start + length > s.length) throw outOfRange('startIndex');
    return [...charValues(s.slice(start, start + length))];
  },
  'CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) void': (
    s: string,
    from: number,
    to: TypedArray | null,
    at: number,
    count: number,
  ) => {
    if (!to) throw argumentNull('destination');
    if (from < 0 || from + count > s.length || at + count > to.length) throw outOfRange('count');
    for (let i = 0; i < count; i++) to.set(at + i, Char.of(s.charCodeAt(from + i)));
  },
};

function* charValues(s: string): IterableIterator<PSValue> {
  for (let i = 0; i < s.length; i++) yield Char.of(s.charCodeAt(i));
}

/** System.String */
export const stringType = defineType({
  name: 'System.String',
  isSealed: true,
  interfaces:
    'ICloneable, IComparable, IComparable<string>, IConvertible, IEnumerable, IEnumerable<char>, IEquatable<string>',
  members: { ...core, ...stringSearch, ...stringShape, ...stringSplit, ...stringStatics, ...convertibleMembers },
});
