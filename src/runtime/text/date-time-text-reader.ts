import { COMPLETE_DATES, type DateNumbers, isDayBeforeMonth } from './date-time-orders.ts';
import { type CompleteState, DATE_STATES, type DateState, type DateToken } from './date-time-parse-states.ts';
import { DateReadingFailure, type DateTimeReading } from './date-time-reading.ts';
import { type DateWords, dateWordsOf, type SeparatorKind, wordAt } from './date-time-words.ts';

/** What {@link DateTextReader} found behind a number or month. */
type Separator = SeparatorKind | 'end' | 'space';

const TIME_SUFFIXES: Readonly<Partial<Record<Separator, 'hour' | 'minute' | 'second'>>> = {
  hourSuffix: 'hour',
  minuteSuffix: 'minute',
  secondSuffix: 'second',
};
const DATE_SUFFIXES: Readonly<Partial<Record<Separator, 'year' | 'month' | 'day'>>> = {
  yearSuffix: 'year',
  monthSuffix: 'month',
  daySuffix: 'day',
};

const isWhite = (char: string): boolean => char === ' ' || (char !== '' && /\s/.test(char));
const PLAIN_ISO = /^(\d{4})-(\d\d)-(\d\d)(?:([T ])(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?(Z)?)?$/;
const isDigit = (char: string): boolean => char >= '0' && char <= '9';

/**
 * Reads free date text by the rules of DateTime.Parse: tokens (numbers with what follows them, months, days of the
 * week, marks, zones) drive the table of date-time-parse-states.ts; a complete date or time is taken over and
 * reading starts again.
 */
export class DateTextReader {
  private readonly text: string;
  private readonly reading: DateTimeReading;
  private readonly words: DateWords;
  private at = 0;
  private state: Exclude<DateState, CompleteState> = 'begin';
  private numbers: number[] = [];
  /** Year of three or more digits and month by name, kept over the whole text. */
  private year = -1;
  private month = -1;

  constructor(text: string, reading: DateTimeReading) {
    this.text = text;
    this.reading = reading;
    this.words = dateWordsOf(reading.context.info);
  }

  /** Fills the reading; throws a DateReadingFailure. */
  read(): void {
    if (this.readPlainIso()) return;
    if (this.text.trim() === '') throw new DateReadingFailure('it is empty');
    let complete = false;
    for (;;) {
      const token = this.next();
      if (token === undefined) continue;
      if (token === 'isoTime') {
        this.readIsoTime();
        return;
      }
      const state = DATE_STATES[this.state][token];
      if (state === undefined) throw new DateReadingFailure('its parts are in no known order');
      if (isComplete(state)) {
        this.complete(state);
        complete = true;
        this.state = 'begin';
      } else {
        this.state = state;
      }
      if (token === 'End' || token === 'NumEnd' || token === 'MonthEnd') break;
    }
    if (!complete) throw new DateReadingFailure('it has neither a whole date nor a whole time');
    this.reading.applyMark();
  }

  /** The forms that programs write, read at once; every other text, also a wrong date, goes the long way. */
  private readPlainIso(): boolean {
    const { reading } = this;
    const match = PLAIN_ISO.exec(this.text);
    if (match === null || isDayBeforeMonth(reading.context.info)) return false;
    const [, year, month, day, separator, hour = '0', minute = '0', second = '0', fraction = '', utc] = match;
    if (!reading.setDate(Number(year), Number(month), Number(day))) return false;
    reading.hour = Number(hour);
    reading.minute = Number(minute);
    reading.second = Number(second);
    reading.fraction = Number(fraction.padEnd(7, '0'));
    if (utc !== undefined) reading.setZone(0, true);
    reading.haveDate = separator !== 'T';
    reading.haveTime = separator === ' ';
    return true;
  }

  private complete(state: CompleteState): void {
    const { reading, numbers } = this;
    const [first = -1, second = -1, third = 0] = numbers;
    if (state.startsWith('=T')) {
      if (reading.haveTime && state !== '=TS') throw new DateReadingFailure('it has two times');
      if (state === '=TN' && reading.afternoon === undefined) throw new DateReadingFailure('its hour stands alone');
      if (state !== '=TS') [reading.hour, reading.minute] = [first, Math.max(second, 0)];
      if (state === '=TNNN') reading.second = third;
      reading.haveTime = true;
    } else {
      if (reading.haveDate) throw new DateReadingFailure('it has two dates');
      const known: DateNumbers = { year: this.year, month: this.month, numbers };
      if (!COMPLETE_DATES[state]?.(known, reading)) throw new DateReadingFailure('there is no such day');
    }
    this.numbers = [];
  }

  /** The next token, `undefined` for one that says nothing to the table, or the ISO time mark. */
  private next(): DateToken | 'isoTime' | undefined {
    while (this.at < this.text.length && isWhite(this.text.charAt(this.at))) this.at += 1;
    if (this.at >= this.text.length) return 'End';
    if (isDigit(this.text.charAt(this.at))) return this.number();
    const word = wordAt(this.words.words, this.text, this.at);
    if (word === undefined) {
      this.punctuation();
      return undefined;
    }
    this.at += word.text.length;
    switch (word.kind) {
      case 'month':
        return this.monthToken(word.value);
      case 'weekday':
        if (this.reading.dayOfWeek >= 0) throw new DateReadingFailure('it names two days of the week');
        this.reading.dayOfWeek = word.value;
        return 'Weekday';
      case 'zone':
        this.reading.setZone(0, true);
        return 'Zone';
      case 'era':
        return 'Era';
      case 'am':
      case 'pm':
        this.reading.setMark(word.kind === 'pm');
        return undefined;
      default:
        return undefined;
    }
  }

  private monthToken(month: number): DateToken {
    if (this.month >= 0) throw new DateReadingFailure('it names two months');
    this.month = month;
    const before = this.at;
    const separator = this.separator();
    switch (separator) {
      case 'end':
        return 'MonthEnd';
      case 'space':
        return 'MonthSpace';
      case 'date':
        return 'MonthDateSep';
      case 'dateOrOffset':
        return this.dateOrOffset('MonthDateSep', 'MonthSpace', before);
      default:
        throw new DateReadingFailure(`'${this.text.slice(before, this.at).trim()}' cannot follow a month`);
    }
  }

  private number(): DateToken | 'isoTime' {
    const digits = /^\d+/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += digits.length;
    if (this.numbers.length === 3 || digits.length > 8) throw new DateReadingFailure('it has too many numbers');
    const value = Number(digits);
    if (this.state === 'TTt') this.fraction();
    if (this.state === 'TTt' || this.state === 'Tt') this.offset();
    return digits.length > 2 ? this.yearToken(value) : this.numberToken(value);
  }

  private yearToken(value: number): DateToken {
    if (this.year >= 0) throw new DateReadingFailure('it has two years');
    this.year = value;
    const before = this.at;
    const separator = this.separator();
    if (DATE_SUFFIXES[separator] !== undefined || TIME_SUFFIXES[separator] !== undefined) {
      return this.suffixed(value, separator);
    }
    switch (separator) {
      case 'end':
        return 'YearEnd';
      case 'am':
      case 'pm':
        this.reading.setMark(separator === 'pm');
        return 'YearSpace';
      case 'space':
        return 'YearSpace';
      case 'date':
        return 'YearDateSep';
      case 'dateOrOffset':
        return this.dateOrOffset('YearDateSep', 'YearSpace', before);
      default:
        throw new DateReadingFailure(`'${this.text.slice(before, this.at).trim()}' cannot follow a year`);
    }
  }

  private numberToken(value: number): DateToken | 'isoTime' {
    const before = this.at;
    const separator = this.separator();
    if (DATE_SUFFIXES[separator] !== undefined || TIME_SUFFIXES[separator] !== undefined) {
      return this.suffixed(value, separator);
    }
    const marked = separator === 'am' || separator === 'pm';
    // What follows a second mark is not looked at.
    if (marked && this.reading.afternoon !== undefined) return 'End';
    this.numbers.push(value);
    switch (separator) {
      case 'end':
        return 'NumEnd';
      case 'am':
      case 'pm':
        this.reading.setMark(separator === 'pm');
        if (this.state === 'TTt' || this.state === 'Tt') this.offset();
        return 'NumAmPm';
      case 'date':
        return 'NumDateSep';
      case 'time':
        return 'NumTimeSep';
      case 'dateOrOffset':
        return this.dateOrOffset('NumDateSep', 'NumSpace', before);
      case 'timeMark':
        if (this.state !== 'YN' && this.state !== 'YNd') throw new DateReadingFailure("its 'T' is out of place");
        return 'isoTime';
      default:
        return 'NumSpace';
    }
  }

  private suffixed(value: number, separator: Separator): DateToken {
    const datePart = DATE_SUFFIXES[separator];
    if (datePart !== undefined) {
      if (datePart === 'year') this.year = value;
      this.reading[datePart] = value;
      return 'NumDateSuffix';
    }
    const timePart = TIME_SUFFIXES[separator] ?? 'hour';
    this.reading[timePart] = value;
    this.reading.haveTime = true;
    return 'NumTimeSuffix';
  }

  /** A "-" separates dates where the table has a place for that, else it starts an offset. */
  private dateOrOffset(asDate: DateToken, asSpace: DateToken, before: number): DateToken {
    const row = DATE_STATES[this.state];
    const spaced = row[asSpace];
    if (row[asDate] === undefined && spaced !== undefined && isComplete(spaced)) {
      this.at = before;
      return asSpace;
    }
    return asDate;
  }

  private separator(): Separator {
    while (this.at < this.text.length && isWhite(this.text.charAt(this.at))) this.at += 1;
    if (this.at >= this.text.length) return 'end';
    const word = wordAt(this.words.separators, this.text, this.at);
    if (word === undefined) return 'space';
    this.at += word.text.length;
    return word.kind;
  }

  private fraction(): void {
    const match = /^[.,](\d*)/.exec(this.text.slice(this.at));
    if (match === null) return;
    this.at += match[0].length;
    this.reading.fraction = Math.round(Number(`0.${match[1] || '0'}`) * 10_000_000);
  }

  /** An offset that follows a time, if there is one. */
  private offset(): void {
    const match = /^\s*(?=[+-])/.exec(this.text.slice(this.at));
    if (match === null) return;
    this.at += match[0].length;
    if (!this.readOffset()) throw new DateReadingFailure('its offset is not readable');
  }

  private readOffset(): boolean {
    const match = /^([+-])(?:(\d{1,2})(?::(\d{1,2})|(?![\d:]))|(\d{3,4})(?!\d))/.exec(this.text.slice(this.at));
    if (match === null) return false;
    const [all, sign, hours, minutes = '0', joined] = match;
    const hour = joined === undefined ? Number(hours) : Math.floor(Number(joined) / 100);
    const minute = joined === undefined ? Number(minutes) : Number(joined) % 100;
    if (minute > 59) return false;
    this.at += all.length;
    this.reading.setZone((hour * 60 + minute) * (sign === '-' ? -1 : 1), false);
    return true;
  }

  private punctuation(): void {
    const char = this.text.charAt(this.at);
    if ((char === '+' || char === '-') && !this.reading.zoneUsed && this.readOffset()) return;
    if (char === '#' && /^\s*#[^#]*#[\s\0]*$/.test(this.text)) {
      this.at += 1;
    } else if (char === '\0' && /^\0*$/.test(this.text.slice(this.at))) {
      this.at = this.text.length;
    } else {
      const word = /^\p{L}+/u.exec(this.text.slice(this.at))?.[0] ?? char;
      throw new DateReadingFailure(`'${word}' at position ${this.at} means nothing in a date`);
    }
  }

  /**
   * The time behind the T of `yyyy-MM-ddT`, to the end of the text. Neither date nor time counts as given apart
   * then, so that DateOnly and TimeOnly take the form and drop the other half, as .NET does.
   */
  private readIsoTime(): void {
    const match = /^\s*(\d\d)\s*:\s*(\d\d)\s*(?::\s*(\d\d)(?:[.,](\d+))?)?\s*(?:([zZ])|([+-].*?))?\s*[#\0]*\s*$/.exec(
      this.text.slice(this.at),
    );
    if (match === null) throw new DateReadingFailure("the time behind its 'T' is not readable");
    const [, hour, minute, second = '0', fraction, utc, offset] = match;
    const { reading } = this;
    const [month = -1, day = -1] = this.numbers;
    if (!reading.setDate(this.year, month, day)) throw new DateReadingFailure('there is no such day');
    reading.haveDate = false;
    reading.hour = Number(hour);
    reading.minute = Number(minute);
    reading.second = Number(second);
    if (fraction !== undefined) reading.fraction = Math.round(Number(`0.${fraction}`) * 10_000_000);
    if (utc !== undefined) reading.setZone(0, true);
    if (offset !== undefined) {
      this.at = this.text.indexOf(offset, this.at);
      if (!this.readOffset() || /[^\s#\0]/.test(this.text.slice(this.at))) {
        throw new DateReadingFailure('its offset is not readable');
      }
    }
  }
}

function isComplete(state: DateState): state is CompleteState {
  return state.startsWith('=');
}
