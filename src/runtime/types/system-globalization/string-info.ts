import type { Char } from '../../values/char.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { categoryOf, numericValueOf } from '../system/unicode-category.ts';

/** System.Globalization.StringInfo: a text by its visible characters. */
export class StringInfo extends NetObject {
  text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

let segmenter: Intl.Segmenter | undefined;

/** Where each visible character (grapheme cluster) starts. */
function starts(text: string): number[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ index }) => index);
}

function slice(text: string, from: number, count?: number): string {
  const places = [...starts(text), text.length];
  const length = places.length - 1;
  const size = count ?? length - from;
  if (from < 0 || from >= length) throw outOfRange('startingTextElement');
  if (size < 0 || from + size > length) throw outOfRange('lengthInTextElements');
  return text.slice(places[from], places[from + size]);
}

/** The value of a decimal digit of any script; -1 for what is none. */
const decimalDigitOf = (c: string): number => (/\p{Nd}/u.test(c) ? numericValueOf(c) : -1);

/** The value of a digit, raised and lowered ones too. */
function digitOf(c: string): number {
  const plain = c.normalize('NFKC');
  return /^\p{Nd}$/u.test(plain) ? decimalDigitOf(plain) : -1;
}

function needed(text: string | null): string {
  if (text === null) throw argumentNull('str');
  return text;
}

function firstElement(text: string, at: number): string {
  if (at < 0 || at > text.length) throw outOfRange('index');
  const rest = text.slice(at);
  return rest === '' ? '' : slice(rest, 0, 1);
}

/** StringInfo and CharUnicodeInfo. */
export const stringInfoTypes = [
  defineType({
    name: 'System.Globalization.StringInfo',
    jsClass: StringInfo,
    members: {
      'new()': () => new StringInfo(''),
      'new(string value)': (text: string | null) => new StringInfo(needed(text)),
      'prop LengthInTextElements int get': (self: StringInfo) => starts(self.text).length,
      'prop String string get set': {
        get: (self: StringInfo) => self.text,
        set: (self: StringInfo, text: string | null) => {
          self.text = needed(text);
        },
      },
      'Equals(object value) bool': (self: StringInfo, other) => other instanceof StringInfo && other.text === self.text,
      'static GetNextTextElement(string str) string': (text: string | null) => firstElement(needed(text), 0),
      'static GetNextTextElement(string str, int index) string': (text: string | null, at: number) =>
        firstElement(needed(text), at),
      'static ParseCombiningCharacters(string str) int[]': (text: string | null) => starts(needed(text)),
      'SubstringByTextElements(int startingTextElement) string': (self: StringInfo, from: number) =>
        slice(self.text, from),
      'SubstringByTextElements(int startingTextElement, int lengthInTextElements) string': (
        self: StringInfo,
        from: number,
        count: number,
      ) => slice(self.text, from, count),
    },
  }),
  defineType({
    name: 'System.Globalization.CharUnicodeInfo',
    isAbstract: true,
    isSealed: true,
    members: {
      'static GetDecimalDigitValue(char ch) int': (c: Char) => decimalDigitOf(c.text),
      'static GetDecimalDigitValue(string s, int index) int': (text: string, index: number) =>
        decimalDigitOf(text.charAt(index)),
      'static GetDigitValue(char ch) int': (c: Char) => digitOf(c.text),
      'static GetDigitValue(string s, int index) int': (text: string, index: number) => digitOf(text.charAt(index)),
      'static GetNumericValue(char ch) double': (c: Char) => numericValueOf(c.text),
      'static GetNumericValue(string s, int index) double': (text: string, index: number) =>
        numericValueOf(text.charAt(index)),
      'static GetUnicodeCategory(char ch) UnicodeCategory': (c: Char) => categoryOf(c.code),
      'static GetUnicodeCategory(int codePoint) UnicodeCategory': (code: number) => categoryOf(code),
      'static GetUnicodeCategory(string s, int index) UnicodeCategory': (text: string, index: number) =>
        categoryOf(text.codePointAt(index) ?? 0),
    },
  }),
];
