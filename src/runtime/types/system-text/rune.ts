import type { Char } from '../../values/char.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type RefSlot } from '../define-type.ts';
import { badArgument, outOfRange } from '../net-error.ts';
import { categoryOf, numericValueOf } from '../system/unicode-category.ts';

/** System.Text.Rune: a code point that is no surrogate. */
export class Rune extends NetObject {
  readonly value: number;

  constructor(value: number) {
    super();
    if (!isScalar(value)) throw outOfRange('value', 'This is no Unicode scalar value.');
    this.value = value;
  }

  override toString(): string {
    return String.fromCodePoint(this.value);
  }

  equalityText(): string {
    return `rune ${this.value}`;
  }
}

const isScalar = (n: number): boolean => n >= 0 && n <= 0x10ffff && !(n >= 0xd800 && n <= 0xdfff);

function at(text: string, index: number): Rune {
  if (index < 0 || index >= text.length) throw outOfRange('index');
  const code = text.codePointAt(index) ?? 0;
  if (!isScalar(code)) throw badArgument('There is no whole character at this place.', 'index');
  return new Rune(code);
}

/** Questions about a rune, by the Unicode property that answers them. */
const questions: Readonly<Record<string, RegExp>> = {
  Control: /\p{Cc}/u,
  Digit: /\p{Nd}/u,
  Letter: /\p{L}/u,
  LetterOrDigit: /[\p{L}\p{Nd}]/u,
  Lower: /\p{Ll}/u,
  Number: /\p{N}/u,
  Punctuation: /\p{P}/u,
  Separator: /\p{Z}/u,
  Symbol: /\p{S}/u,
  Upper: /\p{Lu}/u,
  WhiteSpace: /[\p{Z}\t-\r\x85]/u,
};

const asks: MemberTable = Object.fromEntries(
  Object.entries(questions).map(([name, pattern]) => [
    `static Is${name}(Rune value) bool`,
    (rune: Rune) => pattern.test(rune.toString()),
  ]),
);

function mapped(rune: Rune, text: string): Rune {
  const code = text.codePointAt(0) ?? rune.value;
  return text.length === rune.toString().length ? new Rune(code) : rune;
}

const utf8Length = (n: number): number => (n < 0x80 ? 1 : n < 0x800 ? 2 : n < 0x10000 ? 3 : 4);

/** System.Text.Rune */
export const runeType = defineType({
  name: 'System.Text.Rune',
  kind: 'struct',
  jsClass: Rune,
  interfaces: 'IComparable, IComparable<Rune>, IEquatable<Rune>, IFormattable, ISpanFormattable',
  defaultValue: () => new Rune(0),
  members: {
    'new(char ch)': (c: Char) => new Rune(c.code),
    'new(char highSurrogate, char lowSurrogate)': (high: Char, low: Char) =>
      new Rune((high.text + low.text).codePointAt(0) ?? 0),
    'new(int value)': (value: number) => new Rune(value),
    'prop IsAscii bool get': (self: Rune) => self.value < 0x80,
    'prop IsBmp bool get': (self: Rune) => self.value < 0x10000,
    'prop Plane int get': (self: Rune) => self.value >> 16,
    'static prop ReplacementChar Rune get': () => new Rune(0xfffd),
    'prop Utf16SequenceLength int get': (self: Rune) => (self.value < 0x10000 ? 1 : 2),
    'prop Utf8SequenceLength int get': (self: Rune) => utf8Length(self.value),
    'prop Value int get': (self: Rune) => self.value,
    'CompareTo(Rune other) int': (a: Rune, b: Rune) => a.value - b.value,
    'Equals(Rune other) bool': (a: Rune, b: Rune) => a.value === b.value,
    'static GetNumericValue(Rune value) double': (self: Rune) => numericValueOf(self.toString()),
    'static GetRuneAt(string input, int index) Rune': at,
    'static GetUnicodeCategory(Rune value) UnicodeCategory': (self: Rune) => categoryOf(self.value),
    ...asks,
    'static IsValid(int value) bool': isScalar,
    'static ToLowerInvariant(Rune value) Rune': (rune: Rune) => mapped(rune, rune.toString().toLowerCase()),
    'static ToUpperInvariant(Rune value) Rune': (rune: Rune) => mapped(rune, rune.toString().toUpperCase()),
    'ToString() string': (self: Rune) => self.toString(),
    'static TryGetRuneAt(string input, int index, ref Rune value) bool': (
      text: string,
      index: number,
      slot: RefSlot,
    ): PSValue => {
      const code = text.codePointAt(index);
      const found = code !== undefined && isScalar(code);
      slot.value = new Rune(found ? code : 0);
      return found;
    },
  },
});
