import { Char } from '../../values/char.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberFunction, type MemberTable, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument, badFormat, outOfRange } from '../net-error.ts';
import { typeTable } from '../type-table.ts';
import { convertibleMembers } from './convertible-members.ts';
import { isWhiteSpace, lowerOf, upperOf } from './string-shape.ts';
import { categoryOf, numericValueOf } from './unicode-category.ts';

const letters = /\p{L}/u;
const digits = /\p{Nd}/u;
const numbers = /\p{N}/u;
const uppers = /\p{Lu}/u;
const lowers = /\p{Ll}/u;
const punctuation = /\p{P}/u;
const symbols = /\p{S}/u;
const separators = /\p{Z}/u;

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** What each `IsX` asks of a UTF-16 unit. */
const tests: Readonly<Record<string, (code: number, text: string) => boolean>> = {
  IsControl: (code) => code < 32 || (code >= 127 && code < 160),
  IsDigit: (_, text) => digits.test(text),
  IsHighSurrogate: (code) => code >= 0xd800 && code <= 0xdbff,
  IsLetter: (_, text) => letters.test(text),
  IsLetterOrDigit: (_, text) => letters.test(text) || digits.test(text),
  IsLower: (_, text) => lowers.test(text),
  IsLowSurrogate: (code) => code >= 0xdc00 && code <= 0xdfff,
  IsNumber: (_, text) => numbers.test(text),
  IsPunctuation: (_, text) => punctuation.test(text),
  IsSeparator: (_, text) => separators.test(text),
  IsSurrogate: (code) => isSurrogate(code),
  IsSymbol: (_, text) => symbols.test(text),
  IsUpper: (_, text) => uppers.test(text),
  IsWhiteSpace: (code) => isWhiteSpace(code),
};

/** Tests of ASCII only, which take no string. */
const asciiTests: Readonly<Record<string, RegExp>> = {
  IsAscii: /^[\x00-\x7f]$/,
  IsAsciiDigit: /^[0-9]$/,
  IsAsciiHexDigit: /^[0-9A-Fa-f]$/,
  IsAsciiHexDigitLower: /^[0-9a-f]$/,
  IsAsciiHexDigitUpper: /^[0-9A-F]$/,
  IsAsciiLetter: /^[A-Za-z]$/,
  IsAsciiLetterLower: /^[a-z]$/,
  IsAsciiLetterOrDigit: /^[0-9A-Za-z]$/,
  IsAsciiLetterUpper: /^[A-Z]$/,
};

function at(text: string | null, index: number): number {
  if (text === null) throw argumentNull('s');
  if (index < 0 || index >= text.length) throw outOfRange('index');
  return text.charCodeAt(index);
}

function testMembers(): MemberTable {
  const members: Record<string, MemberFunction> = {};
  for (const [name, test] of Object.entries(tests)) {
    members[`static ${name}(char c) bool`] = (c: Char) => test(c.code, c.text);
    members[`static ${name}(string s, int index) bool`] = (s: string | null, i: number) => {
      const code = at(s, i);
      return test(code, String.fromCharCode(code));
    };
  }
  for (const [name, pattern] of Object.entries(asciiTests)) {
    members[`static ${name}(char c) bool`] = (c: Char) => pattern.test(c.text);
  }
  return members;
}

function parse(text: string | null): PSValue {
  if (text === null) throw argumentNull('s');
  if (text.length !== 1) throw badFormat('The text must be exactly one character long.');
  return Char.from(text);
}

const category = (code: number): EnumValue =>
  EnumValue.of(typeTable().get('System.Globalization.UnicodeCategory'), categoryOf(code));

/** System.Char */
export const charType = defineType({
  name: 'System.Char',
  kind: 'struct',
  jsClass: Char as never,
  interfaces: 'IComparable, IComparable<char>, IConvertible, IEquatable<char>, IFormattable, ISpanFormattable',
  members: {
    ...convertibleMembers,
    'static field MaxValue char': () => Char.of(0xffff),
    'static field MinValue char': () => Char.of(0),
    'CompareTo(char value) int': (c: Char, other: Char) => c.code - other.code,
    'CompareTo(object value) int': (c: Char, other) => {
      if (other === null) return 1;
      if (!(other instanceof Char)) throw badArgument('The argument must be a char.');
      return c.code - other.code;
    },
    'Equals(char obj) bool': (c: Char, other: Char) => c.code === other.code,
    'GetTypeCode() TypeCode': () => 4,
    'GetHashCode() int': (c: Char) => c.code | (c.code << 16),
    'ToString() string': (c: Char) => c.text,
    'ToString(IFormatProvider provider) string': (c: Char) => c.text,
    'static ToString(char c) string': (c: Char) => c.text,
    'static ConvertFromUtf32(int utf32) string': (code: number) => {
      if (code < 0 || code > 0x10ffff || isSurrogate(code)) throw outOfRange('utf32');
      return String.fromCodePoint(code);
    },
    'static ConvertToUtf32(char highSurrogate, char lowSurrogate) int': (high: Char, low: Char) =>
      (high.text + low.text).codePointAt(0) ?? 0,
    'static ConvertToUtf32(string s, int index) int': (s: string | null, i: number) => {
      at(s, i);
      return s?.codePointAt(i) ?? 0;
    },
    'static GetNumericValue(char c) double': (c: Char) => numericValueOf(c.text),
    'static GetNumericValue(string s, int index) double': (s: string | null, i: number) =>
      numericValueOf(String.fromCharCode(at(s, i))),
    'static GetUnicodeCategory(char c) UnicodeCategory': (c: Char) => category(c.code),
    'static GetUnicodeCategory(string s, int index) UnicodeCategory': (s: string | null, i: number) =>
      category(at(s, i)),
    'static IsBetween(char c, char minInclusive, char maxInclusive) bool': (c: Char, a: Char, b: Char) =>
      c.code >= a.code && c.code <= b.code,
    'static IsSurrogatePair(char highSurrogate, char lowSurrogate) bool': (a: Char, b: Char) =>
      a.code >= 0xd800 && a.code <= 0xdbff && b.code >= 0xdc00 && b.code <= 0xdfff,
    ...testMembers(),
    'static Parse(string s) char': parse,
    'static TryParse(string s, out char result) bool': (s: string | null, slot: RefSlot) => {
      slot.value = s?.length === 1 ? Char.from(s) : Char.of(0);
      return s?.length === 1;
    },
    'static ToLower(char c) char': (c: Char) => Char.from(lowerOf(c.text)),
    'static ToLower(char c, CultureInfo culture) char': (c: Char, _culture: CultureInfo | null) =>
      Char.from(lowerOf(c.text)),
    'static ToLowerInvariant(char c) char': (c: Char) => Char.from(lowerOf(c.text)),
    'static ToUpper(char c) char': (c: Char) => Char.from(upperOf(c.text)),
    'static ToUpper(char c, CultureInfo culture) char': (c: Char, _culture: CultureInfo | null) =>
      Char.from(upperOf(c.text)),
    'static ToUpperInvariant(char c) char': (c: Char) => Char.from(upperOf(c.text)),
  },
});
