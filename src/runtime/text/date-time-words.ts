import { type DateTimeFormatInfo, invariantDateTimeFormat } from './date-time-format-info.ts';

/** What a word of a date text can be. `value` is a month (1–12), a day of the week (0–6) or nothing. */
export type WordKind = 'month' | 'weekday' | 'am' | 'pm' | 'era' | 'zone' | 'ignored';

/** What can stand behind a number or month. */
export type SeparatorKind =
  | 'am'
  | 'pm'
  | 'date'
  | 'time'
  | 'dateOrOffset'
  | 'timeMark'
  | 'yearSuffix'
  | 'monthSuffix'
  | 'daySuffix'
  | 'hourSuffix'
  | 'minuteSuffix'
  | 'secondSuffix';

/** A word or sign with its meaning. */
export interface Word<K> {
  /** Upper case. */
  readonly text: string;
  readonly kind: K;
  readonly value: number;
}

/** The words of a culture, longest first in each list. */
export interface DateWords {
  readonly words: ReadonlyMap<string, readonly Word<WordKind>[]>;
  readonly separators: ReadonlyMap<string, readonly Word<SeparatorKind>[]>;
}

const cache = new WeakMap<DateTimeFormatInfo, DateWords>();

/** East Asian marks that stand behind numbers; every culture reads them. */
const SUFFIXES: Readonly<Record<string, SeparatorKind>> = {
  年: 'yearSuffix',
  月: 'monthSuffix',
  日: 'daySuffix',
  時: 'hourSuffix',
  时: 'hourSuffix',
  分: 'minuteSuffix',
  秒: 'secondSuffix',
  년: 'yearSuffix',
  월: 'monthSuffix',
  일: 'daySuffix',
  시: 'hourSuffix',
  분: 'minuteSuffix',
  초: 'secondSuffix',
};

/** The words that texts in a culture may use; English months, days and marks are always among them. */
export function dateWordsOf(info: DateTimeFormatInfo): DateWords {
  let found = cache.get(info);
  if (found === undefined) {
    found = collect(info);
    cache.set(info, found);
  }
  return found;
}

/** Finds the longest entry that `text` has at `at`; a word must not run on into further letters. */
export function wordAt<K>(
  table: ReadonlyMap<string, readonly Word<K>[]>,
  text: string,
  at: number,
): Word<K> | undefined {
  for (const word of table.get(text.charAt(at).toUpperCase()) ?? []) {
    const end = at + word.text.length;
    if (text.slice(at, end).toUpperCase() !== word.text) continue;
    if (/^\p{L}/u.test(word.text) && word.text.length > 0 && isLetterAt(text, end) && !(word.text in SUFFIXES))
      continue;
    return word;
  }
  return undefined;
}

function isLetterAt(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at));
}

function collect(info: DateTimeFormatInfo): DateWords {
  const words: Word<WordKind>[] = [];
  const separators: Word<SeparatorKind>[] = [];
  const word = (text: string, kind: WordKind, value = 0): void => {
    if (text !== '') words.push({ text: text.toUpperCase(), kind, value });
  };
  const separator = (text: string, kind: SeparatorKind): void => {
    if (text !== '') separators.push({ text: text.toUpperCase(), kind, value: 0 });
  };
  for (const source of [info, invariantDateTimeFormat]) {
    for (const list of [
      source.monthNames,
      source.monthGenitiveNames,
      source.abbreviatedMonthNames,
      source.abbreviatedMonthGenitiveNames,
    ]) {
      for (const [index, name] of list.entries()) word(name, 'month', index + 1);
    }
    for (const list of [source.dayNames, source.abbreviatedDayNames]) {
      for (const [index, name] of list.entries()) word(name, 'weekday', index);
    }
    word(source.amDesignator, 'am');
    word(source.pmDesignator, 'pm');
    separator(source.amDesignator, 'am');
    separator(source.pmDesignator, 'pm');
  }
  word(info.eraName, 'era');
  word(info.abbreviatedEraName, 'era');
  word('AD', 'era');
  word('GMT', 'zone');
  word('Z', 'zone');
  word(',', 'ignored');
  word('.', 'ignored');
  for (const literal of literalWords(info)) word(literal, 'ignored');
  separator(info.dateSeparator, 'date');
  separator('/', 'date');
  separator('-', 'dateOrOffset');
  if (info.timeSeparator !== info.dateSeparator) separator(info.timeSeparator, 'time');
  separator(':', 'time');
  separator('T', 'timeMark');
  for (const [text, kind] of Object.entries(SUFFIXES)) separator(text, kind);
  return { words: byFirst(words), separators: byFirst(separators) };
}

/** Words that the culture's patterns carry as literals, like "de" in Spanish. */
function literalWords(info: DateTimeFormatInfo): readonly string[] {
  const found = new Set<string>();
  for (const pattern of [info.longDatePattern, info.monthDayPattern, info.yearMonthPattern]) {
    for (const [, quoted = ''] of pattern.matchAll(/'([^']+)'/g)) {
      for (const part of quoted.split(/\s+/)) if (part !== '') found.add(part);
    }
  }
  return [...found];
}

function byFirst<K>(list: readonly Word<K>[]): ReadonlyMap<string, readonly Word<K>[]> {
  const map = new Map<string, Word<K>[]>();
  for (const word of list) {
    const first = word.text.charAt(0);
    const bucket = map.get(first);
    if (bucket === undefined) map.set(first, [word]);
    else if (!bucket.some((other) => other.text === word.text)) bucket.push(word);
  }
  for (const bucket of map.values()) bucket.sort((a, b) => b.text.length - a.text.length);
  return map;
}
