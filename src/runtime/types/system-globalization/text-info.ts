import { numberFormatOf } from '../../text/number-format-info.ts';
import { Char } from '../../values/char.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, invalidOperation } from '../net-error.ts';
import { codePagesOf, cultureRow, listSeparatorOf } from './culture-data.ts';

/** System.Globalization.TextInfo: how a culture writes letters. */
export class TextInfo extends NetObject {
  readonly cultureName: string;
  readonly isReadOnly: boolean;
  listSeparator: string;

  constructor(cultureName: string, isReadOnly: boolean) {
    super();
    this.cultureName = cultureName;
    this.isReadOnly = isReadOnly;
    this.listSeparator = listSeparatorOf(cultureName, numberFormatOf(cultureName).numberDecimalSeparator);
  }
}

const known = new WeakMap<CultureInfo, TextInfo>();

/** CultureInfo.TextInfo */
export function textInfoOf(culture: CultureInfo): TextInfo {
  let found = known.get(culture);
  if (!found) known.set(culture, (found = new TextInfo(culture.name, culture.isReadOnly)));
  return found;
}

const isTurkic = (culture: string): boolean => /^(tr|az)(-|$)/.test(culture);

/** Upper case of each letter that has one of the same length (ß stays), by the culture's rules. */
export function upperText(text: string, culture: string): string {
  const upper = isTurkic(culture) ? (c: string) => c.toLocaleUpperCase('tr') : (c: string) => c.toUpperCase();
  return mapLetters(text, upper);
}

/** Lower case, as {@link upperText}. */
export function lowerText(text: string, culture: string): string {
  const lower = isTurkic(culture) ? (c: string) => c.toLocaleLowerCase('tr') : (c: string) => c.toLowerCase();
  return mapLetters(text, lower);
}

function mapLetters(text: string, map: (letter: string) => string): string {
  let result = '';
  for (const letter of text) {
    const mapped = map(letter);
    result += mapped.length === letter.length ? mapped : letter;
  }
  return result;
}

/** Digraphs whose title case is neither upper nor lower case: DŽ LJ NJ DZ. */
const digraphs: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǅ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǈ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǋ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǲ: 'ǲ',
  ǳ: 'ǲ',
};

/** A word starts at a letter and goes on over letters, marks, digits and apostrophes. */
const word = /(\p{L})([\p{L}\p{M}\p{N}\p{Cs}\p{Co}\p{Cn}']*)/gu;

/** TextInfo.ToTitleCase: the first letter of each word large, the rest small; words in capitals stay. */
export function titleCase(text: string, culture: string): string {
  return text.replace(word, (_whole, first: string, rest: string) => {
    const head = digraphs[first] ?? upperText(first, culture);
    const at = rest.indexOf("'");
    const start = at < 0 ? rest : rest.slice(0, at + 1);
    const end = at < 0 ? '' : rest.slice(at + 1);
    const hasSmall = /^\p{Ll}$/u.test(first) || /\p{Ll}/u.test(start);
    return head + (hasSmall ? lowerText(start, culture) : start) + lowerText(end, culture);
  });
}

function needed(text: string | null): string {
  if (text === null) throw argumentNull('str');
  return text;
}

const rightToLeft = /^(ar|fa|he|ur|yi|ps|sd|ug|dv|ckb)(-|$)/;

/** System.Globalization.TextInfo */
export const textInfoType = defineType({
  name: 'System.Globalization.TextInfo',
  jsClass: TextInfo,
  isSealed: true,
  interfaces: 'ICloneable',
  members: {
    'prop ANSICodePage int get': (self: TextInfo) => codePagesOf(self.cultureName)[0] ?? 0,
    'prop CultureName string get': (self: TextInfo) => self.cultureName,
    'prop EBCDICCodePage int get': (self: TextInfo) => codePagesOf(self.cultureName)[3] ?? 0,
    'prop IsReadOnly bool get': (self: TextInfo) => self.isReadOnly,
    'prop IsRightToLeft bool get': (self: TextInfo) => rightToLeft.test(self.cultureName),
    'prop LCID int get': (self: TextInfo) =>
      self.cultureName === '' ? 127 : (cultureRow(self.cultureName)?.lcid ?? 4096),
    'prop ListSeparator string get set': {
      get: (self: TextInfo) => self.listSeparator,
      set: (self: TextInfo, value: string) => {
        if (self.isReadOnly) throw invalidOperation('This object cannot be changed; change a clone.');
        self.listSeparator = needed(value);
      },
    },
    'prop MacCodePage int get': (self: TextInfo) => codePagesOf(self.cultureName)[2] ?? 0,
    'prop OEMCodePage int get': (self: TextInfo) => codePagesOf(self.cultureName)[1] ?? 0,
    'Clone() object': (self: TextInfo) => new TextInfo(self.cultureName, false),
    'Equals(object obj) bool': (self: TextInfo, other) =>
      other instanceof TextInfo && other.cultureName === self.cultureName,
    'static ReadOnly(TextInfo textInfo) TextInfo': (self) => self,
    'ToLower(char c) char': (self: TextInfo, c: Char) => Char.from(lowerText(c.text, self.cultureName)),
    'ToLower(string str) string': (self: TextInfo, text: string | null) => lowerText(needed(text), self.cultureName),
    'ToString() string': (self: TextInfo) => `TextInfo - ${self.cultureName}`,
    'ToTitleCase(string str) string': (self: TextInfo, text: string | null) =>
      titleCase(needed(text), self.cultureName),
    'ToUpper(char c) char': (self: TextInfo, c: Char) => Char.from(upperText(c.text, self.cultureName)),
    'ToUpper(string str) string': (self: TextInfo, text: string | null) => upperText(needed(text), self.cultureName),
  },
});
