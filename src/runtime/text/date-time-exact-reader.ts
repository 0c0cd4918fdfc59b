import { NetException } from '../errors/net-exception.ts';
import { readQuoted } from './date-time-format.ts';
import type { DateTimeFormatInfo } from './date-time-format-info.ts';
import { DateReadingFailure, type DateTimeReading, DateTimeStyles, fourDigitYear } from './date-time-reading.ts';

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction';

const isWhite = (char: string): boolean => char !== '' && /\s/.test(char);

/** Reads text that follows one custom format, letter by letter, as DateTime.ParseExact does. */
export class ExactReader {
  private readonly text: string;
  private readonly pattern: string;
  private readonly reading: DateTimeReading;
  private readonly info: DateTimeFormatInfo;
  private readonly innerWhite: boolean;
  private at = 0;
  private readonly seen = new Map<Field, number>();
  private twoDigitYear = false;
  private twelveHours = false;

  constructor(text: string, pattern: string, reading: DateTimeReading) {
    this.text = text;
    this.pattern = pattern;
    this.reading = reading;
    this.info = reading.context.info;
    this.innerWhite = (reading.styles & DateTimeStyles.AllowInnerWhite) !== 0;
  }

  /** Fills the reading; throws a DateReadingFailure. */
  read(): void {
    const { styles } = this.reading;
    if (this.text === '') throw new DateReadingFailure('it is empty');
    if ((styles & DateTimeStyles.AllowLeadingWhite) !== 0) this.skipWhite();
    this.readParts(this.pattern);
    if ((styles & DateTimeStyles.AllowTrailingWhite) !== 0) this.skipWhite();
    if (this.at < this.text.length) throw new DateReadingFailure(`'${this.text.slice(this.at)}' is left over`);
    this.finish();
  }

  private readParts(pattern: string): void {
    for (let index = 0; index < pattern.length; ) {
      if (this.innerWhite) this.skipWhite();
      const char = pattern.charAt(index);
      const read = READERS[char];
      if (read !== undefined) {
        let length = 1;
        while (pattern.charAt(index + length) === char) length += 1;
        if (char === ':' || char === '/' || char === 'K' || char === 'Z') length = 1;
        read(this, length);
        index += length;
      } else {
        index += this.readOther(pattern, index, char);
      }
    }
  }

  /** Everything in a pattern that is no letter of a field; how much of the pattern it took. */
  private readOther(pattern: string, index: number, char: string): number {
    switch (char) {
      case "'":
      case '"': {
        const quoted = quotedAt(pattern, index);
        this.literal(quoted.text);
        return quoted.length;
      }
      case '\\':
        if (index + 1 >= pattern.length) throw new DateReadingFailure('the format ends in a backslash');
        this.literal(pattern.charAt(index + 1));
        return 2;
      case '%':
        if (index + 1 >= pattern.length || pattern.charAt(index + 1) === '%') {
          throw new DateReadingFailure("the format has a '%' without a letter");
        }
        return 1;
      case '.':
        // A fraction that may be left out takes its point with it.
        if (this.text.charAt(this.at) !== '.' && pattern.charAt(index + 1) === 'F') {
          return 1 + (/^F+/.exec(pattern.slice(index + 1))?.[0].length ?? 0);
        }
        this.literal('.');
        return 1;
      case 'G':
        if (!pattern.startsWith('GMT', index)) break;
        this.literal('GMT');
        this.reading.setZone(0, true);
        return 3;
      default:
        break;
    }
    if (isWhite(char)) {
      if (this.innerWhite) this.skipWhite();
      else if (char === ' ' && /[\u00a0\u202f]/.test(this.text.charAt(this.at))) this.at += 1;
      else this.literal(char);
      return 1;
    }
    this.literal(char);
    return 1;
  }

  /** What ":" and "/" stand for. */
  get separators(): { readonly time: string; readonly date: string } {
    return { time: this.info.timeSeparator, date: this.info.dateSeparator };
  }

  literal(expected: string): void {
    for (const char of expected) {
      if (this.innerWhite && isWhite(char)) {
        this.skipWhite();
        continue;
      }
      if (this.innerWhite) this.skipWhite();
      if (this.text.charAt(this.at) !== char) throw new DateReadingFailure(`'${expected}' is missing`);
      this.at += 1;
    }
  }

  private skipWhite(): void {
    while (isWhite(this.text.charAt(this.at))) this.at += 1;
  }

  /** Stores a number; the same letter twice must say the same. */
  private set(field: Field, value: number): void {
    const before = this.seen.get(field);
    if (before !== undefined && before !== value) throw new DateReadingFailure(`it gives two values for the ${field}`);
    this.seen.set(field, value);
    this.reading[field] = value;
  }

  private digits(min: number, max: number): string {
    const found = /^\d*/.exec(this.text.slice(this.at, this.at + max))?.[0] ?? '';
    if (found.length < min) throw new DateReadingFailure('a number is missing or too short');
    this.at += found.length;
    return found;
  }

  number(field: Field, length: number): void {
    this.set(field, Number(length === 1 ? this.digits(1, 2) : this.digits(2, 2)));
  }

  yearNumber(length: number): void {
    if (length <= 2) this.twoDigitYear = true;
    const digits = length === 1 ? this.digits(1, 2) : this.digits(length, length);
    this.set('year', Number(digits));
  }

  hour(length: number, twelve: boolean): void {
    if (twelve) this.twelveHours = true;
    this.number('hour', length);
  }

  fractionDigits(length: number, optional: boolean): void {
    if (length > 7) throw new DateReadingFailure('the format asks for more than seven digits of a second');
    const digits = this.digits(optional ? 0 : length, length);
    this.set('fraction', Number(digits.padEnd(7, '0')));
  }

  /** The longest of `names` that the text has here; its index. */
  private name(names: readonly string[]): number {
    let best = -1;
    for (const [index, name] of names.entries()) {
      if (name === '' || name.length <= (names[best]?.length ?? 0)) continue;
      const part = this.text.slice(this.at, this.at + name.length);
      if (part.toLowerCase() === name.toLowerCase()) best = index;
    }
    if (best < 0) throw new DateReadingFailure('a name is missing or unknown');
    this.at += names[best]?.length ?? 0;
    return best;
  }

  monthName(length: number): void {
    const { info } = this;
    const names =
      length === 3
        ? [...info.abbreviatedMonthNames, ...info.abbreviatedMonthGenitiveNames]
        : [...info.monthNames, ...info.monthGenitiveNames];
    this.set('month', (this.name(names) % 13) + 1);
  }

  dayName(length: number): void {
    const day = this.name(length === 3 ? this.info.abbreviatedDayNames : this.info.dayNames);
    if (this.reading.dayOfWeek >= 0 && this.reading.dayOfWeek !== day) {
      throw new DateReadingFailure('it names two days of the week');
    }
    this.reading.dayOfWeek = day;
  }

  era(): void {
    this.name([this.info.eraName, this.info.abbreviatedEraName, 'AD']);
  }

  mark(length: number): void {
    const marks = [this.info.amDesignator, this.info.pmDesignator];
    const index = this.name(length === 1 ? marks.map((mark) => mark.slice(0, 1)) : marks);
    if (this.reading.afternoon !== undefined && this.reading.afternoon !== (index === 1)) {
      throw new DateReadingFailure('it says twice which half of the day');
    }
    this.reading.afternoon = index === 1;
  }

  utcLetter(required: boolean): boolean {
    const found = /^[zZ]$/.test(this.text.charAt(this.at)) && (!required || this.text.charAt(this.at) === 'Z');
    if (found) {
      this.at += 1;
      this.reading.setZone(0, true);
    } else if (required) {
      throw new DateReadingFailure("its 'Z' is missing");
    }
    return found;
  }

  /** `z` takes one or two digits of the hour, `zz` two; `zzz` minutes too, with or without a colon. */
  offset(length: number): void {
    const form = [/^([+-])(\d{1,2})()/, /^([+-])(\d\d)()/, /^([+-])(\d{1,2}):?(\d\d)/][Math.min(length, 3) - 1];
    const match = form?.exec(this.text.slice(this.at));
    if (!match) throw new DateReadingFailure('its offset is missing');
    this.at += match[0].length;
    const minutes = Number(match[3] || '0');
    if (minutes > 59) throw new DateReadingFailure('its offset is not readable');
    this.reading.setZone((Number(match[2]) * 60 + minutes) * (match[1] === '-' ? -1 : 1), false);
  }

  zone(): void {
    if (/^[+-]$/.test(this.text.charAt(this.at))) this.offset(3);
    else this.utcLetter(false);
  }

  private finish(): void {
    const { reading } = this;
    if (this.twoDigitYear && reading.year >= 0) reading.year = fourDigitYear(reading.year);
    reading.haveTime = this.seen.has('hour') || this.seen.has('minute') || this.seen.has('second');
    reading.haveDate = reading.year >= 0 || reading.month >= 0 || reading.day >= 0;
    const afternoon = reading.afternoon;
    if (this.twelveHours) {
      if (reading.hour > 12) throw new DateReadingFailure('its hour is above 12');
      reading.hour = (reading.hour % 12) + (afternoon === true ? 12 : 0);
    } else if (afternoon !== undefined && afternoon !== reading.hour >= 12) {
      throw new DateReadingFailure('its hour does not fit to its AM or PM mark');
    }
  }
}

function quotedAt(pattern: string, index: number): { readonly text: string; readonly length: number } {
  try {
    return readQuoted(pattern, index);
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    throw new DateReadingFailure('the format has an open quote');
  }
}

const READERS: Readonly<Record<string, (reader: ExactReader, length: number) => void>> = {
  y: (reader, length) => reader.yearNumber(length),
  M: (reader, length) => (length <= 2 ? reader.number('month', length) : reader.monthName(length)),
  d: (reader, length) => (length <= 2 ? reader.number('day', length) : reader.dayName(length)),
  g: (reader) => reader.era(),
  h: (reader, length) => reader.hour(length, true),
  H: (reader, length) => reader.hour(length, false),
  m: (reader, length) => reader.number('minute', length),
  s: (reader, length) => reader.number('second', length),
  f: (reader, length) => reader.fractionDigits(length, false),
  F: (reader, length) => reader.fractionDigits(length, true),
  t: (reader, length) => reader.mark(length),
  z: (reader, length) => reader.offset(length),
  Z: (reader) => {
    reader.utcLetter(true);
  },
  K: (reader) => reader.zone(),
  ':': (reader) => reader.literal(reader.separators.time),
  '/': (reader) => reader.literal(reader.separators.date),
};
