import type { Char } from '../../values/char.ts';
import { CultureInfo } from '../../values/culture-info.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { compareOrdinal } from '../system/string-comparison.ts';
import { cultureRow } from './culture-data.ts';
import { canonicalCultureName } from './culture-names.ts';

/** CompareOptions, by bit. */
const IGNORE_CASE = 1;
const IGNORE_NON_SPACE = 2;
const IGNORE_SYMBOLS = 4;
const NUMERIC = 32;
const ORDINAL_IGNORE_CASE = 0x1000_0000;
const ORDINAL = 0x4000_0000;

/** System.Globalization.CompareInfo: how a culture orders and finds text. */
export class CompareInfo extends NetObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  equalityText(): string {
    return `compare ${this.name}`;
  }
}

const known = new Map<string, CompareInfo>();

/** CultureInfo.CompareInfo */
export function compareInfoOf({ name }: CultureInfo): CompareInfo {
  let found = known.get(name);
  if (!found) known.set(name, (found = new CompareInfo(name)));
  return found;
}

const collators = new Map<string, Intl.Collator>();

function collatorOf(culture: string, options: number): Intl.Collator {
  const key = `${culture}/${options}`;
  let found = collators.get(key);
  if (!found) {
    const case_ = (options & IGNORE_CASE) !== 0;
    const accents = (options & IGNORE_NON_SPACE) !== 0;
    const sensitivity = accents ? (case_ ? 'base' : 'case') : case_ ? 'accent' : 'variant';
    found = new Intl.Collator(culture || 'en', {
      sensitivity,
      caseFirst: 'false',
      ignorePunctuation: (options & IGNORE_SYMBOLS) !== 0,
      numeric: (options & NUMERIC) !== 0,
    });
    collators.set(key, found);
  }
  return found;
}

function compare(self: CompareInfo, a: string | null, b: string | null, options: number): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (options & ORDINAL) return compareOrdinal(a, b);
  if (options & ORDINAL_IGNORE_CASE) return compareOrdinal(a, b, true);
  return Math.sign(collatorOf(self.name, options).compare(a, b));
}

function equal(self: CompareInfo, a: string, b: string, options: number): boolean {
  return compare(self, a, b, options) === 0;
}

/** First or last place where `value` stands in a piece of `text`, by comparing pieces of equal length. */
function find(
  self: CompareInfo,
  text: string,
  value: string,
  from: number,
  to: number,
  options: number,
  last: boolean,
) {
  if (value === '') return last ? to : from;
  const end = to - value.length;
  for (let i = last ? end : from; last ? i >= from : i <= end; i += last ? -1 : 1) {
    if (equal(self, text.slice(i, i + value.length), value, options)) return i;
  }
  return -1;
}

const bits = (options: EnumValue | undefined): number => Number(options?.value ?? 0);

function needed(text: string | null, name = 'source'): string {
  if (text === null) throw argumentNull(name);
  return text;
}

/** IndexOf and LastIndexOf for a string and a char. */
function searchMembers(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  for (const type of ['string', 'char']) {
    const textOf = (value: string | Char): string => (typeof value === 'string' ? value : value.text);
    for (const [name, last] of [
      ['IndexOf', false],
      ['LastIndexOf', true],
    ] as const) {
      const search = (self: CompareInfo, source: string | null, value: string | Char, options?: EnumValue): number => {
        const text = needed(source);
        return find(self, text, textOf(value ?? needed(null, 'value')), 0, text.length, bits(options), last);
      };
      const searchFrom = (
        self: CompareInfo,
        source: string | null,
        value: string | Char,
        start: number,
        options?: EnumValue,
      ): number => {
        const text = needed(source);
        if (start < 0 || start > text.length) throw outOfRange('startIndex');
        const [from, to] = last ? [0, Math.min(start + 1, text.length)] : [start, text.length];
        return find(self, text, textOf(value), from, to, bits(options), last);
      };
      table[`${name}(string source, ${type} value) int`] = search;
      table[`${name}(string source, ${type} value, CompareOptions options) int`] = search;
      table[`${name}(string source, ${type} value, int startIndex) int`] = searchFrom;
      table[`${name}(string source, ${type} value, int startIndex, CompareOptions options) int`] = searchFrom;
    }
  }
  return table;
}

const startsWith = (self: CompareInfo, source: string | null, prefix: string, options?: EnumValue): boolean => {
  const text = needed(source);
  return prefix.length <= text.length && equal(self, text.slice(0, prefix.length), prefix, bits(options));
};

const endsWith = (self: CompareInfo, source: string | null, suffix: string, options?: EnumValue): boolean => {
  const text = needed(source);
  return suffix.length <= text.length && equal(self, text.slice(text.length - suffix.length), suffix, bits(options));
};

const ofName = (name: string): CompareInfo => compareInfoOf(new CultureInfo(canonicalCultureName(name)));

/** System.Globalization.CompareInfo */
export const compareInfoType = defineType({
  name: 'System.Globalization.CompareInfo',
  jsClass: CompareInfo,
  isSealed: true,
  members: {
    'prop LCID int get': (self: CompareInfo) => (self.name === '' ? 127 : (cultureRow(self.name)?.lcid ?? 4096)),
    'prop Name string get': (self: CompareInfo) => self.name,
    'Compare(string string1, string string2) int': (self: CompareInfo, a: string | null, b: string | null) =>
      compare(self, a, b, 0),
    'Compare(string string1, string string2, CompareOptions options) int': (
      self: CompareInfo,
      a: string | null,
      b: string | null,
      options: EnumValue,
    ) => compare(self, a, b, bits(options)),
    'Equals(object value) bool': (self: CompareInfo, other) => other instanceof CompareInfo && other.name === self.name,
    'static GetCompareInfo(string name) CompareInfo': ofName,
    ...searchMembers(),
    'IsPrefix(string source, string prefix, CompareOptions options) bool': startsWith,
    'IsPrefix(string source, string prefix) bool': startsWith,
    'IsSuffix(string source, string suffix, CompareOptions options) bool': endsWith,
    'IsSuffix(string source, string suffix) bool': endsWith,
    'ToString() string': (self: CompareInfo) => `CompareInfo - ${self.name}`,
  },
});
