import {
  DATE_TIME_FORMAT_LETTERS,
  type DateTimeFormatInfo,
  dateTimePatternsOf,
  invariantDateTimeFormat,
  RFC1123_PATTERN,
  SORTABLE_PATTERN,
  UNIVERSAL_SORTABLE_PATTERN,
} from '../../text/date-time-format-info.ts';
import type { Char } from '../../values/char.ts';
import { CultureInfo } from '../../values/culture-info.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { DateTimeFormatValue } from '../../values/format-info.ts';
import type { NetType } from '../../values/net-type.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type PropertyFunctions } from '../define-type.ts';
import { argumentNull, badArgument, invalidOperation, outOfRange } from '../net-error.ts';
import { gregorian } from './calendar.ts';
import { currentCulture } from './current-culture.ts';
import { dateTimeFormatValue } from './format-values.ts';

type Format = DateTimeFormatValue;
type Key = keyof DateTimeFormatInfo;

function change(self: Format, changes: Partial<DateTimeFormatInfo>): void {
  if (self.isReadOnly) throw invalidOperation('This date format cannot be changed; change a clone.');
  self.info = { ...self.info, ...changes };
}

const text = (key: Key): PropertyFunctions => ({
  get: (self: Format) => self.info[key],
  set: (self: Format, value: string | null) => {
    if (value === null) throw argumentNull('value');
    change(self, { [key]: value });
  },
});

/** A pattern of dates or times: the full pattern follows a long one, and further patterns stay for parsing. */
const pattern = (
  key: 'shortDatePattern' | 'longDatePattern' | 'shortTimePattern' | 'longTimePattern',
): PropertyFunctions => ({
  get: (self: Format) => self.info[key],
  set: (self: Format, value: string | null) => {
    if (value === null) throw argumentNull('value');
    const { info } = self;
    const letter = {
      shortDatePattern: 'd',
      longDatePattern: 'D',
      shortTimePattern: 't',
      longTimePattern: 'T',
    } as const;
    const others = [info[key], ...(info.otherPatterns[letter[key]] ?? [])].filter((p) => p !== value);
    const next = { ...info, [key]: value, otherPatterns: { ...info.otherPatterns, [letter[key]]: others } };
    const wasJoined = info.fullDateTimePattern === `${info.longDatePattern} ${info.longTimePattern}`;
    change(self, {
      ...next,
      ...(wasJoined ? { fullDateTimePattern: `${next.longDatePattern} ${next.longTimePattern}` } : {}),
    });
  },
});

const names = (key: Key, length: number): PropertyFunctions => ({
  get: (self: Format) => self.info[key],
  set: (self: Format, value: TypedArray | null) => {
    if (!value) throw argumentNull('value');
    if (value.length !== length) throw badArgument(`There must be ${length} names.`, 'value');
    change(self, { [key]: value.toArray().map(String) });
  },
});

function dayName(list: readonly string[], day: EnumValue): string {
  const found = list[Number(day.value)];
  if (found === undefined) throw outOfRange('dayofweek');
  return found;
}

function monthName(list: readonly string[], month: number): string {
  const found = list[month - 1];
  if (found === undefined) throw outOfRange('month', 'There are months 1 to 13.');
  return found;
}

function eraName(name: string, era: number): string {
  if (era !== 0 && era !== 1) throw outOfRange('era');
  return name;
}

/** System.Globalization.DateTimeFormatInfo */
export const dateTimeFormatInfoType = defineType({
  name: 'System.Globalization.DateTimeFormatInfo',
  jsClass: DateTimeFormatValue,
  isSealed: true,
  interfaces: 'ICloneable, IFormatProvider',
  members: {
    'new()': () => new DateTimeFormatValue(invariantDateTimeFormat),
    'prop AbbreviatedDayNames string[] get set': names('abbreviatedDayNames', 7),
    'prop AbbreviatedMonthGenitiveNames string[] get set': names('abbreviatedMonthGenitiveNames', 13),
    'prop AbbreviatedMonthNames string[] get set': names('abbreviatedMonthNames', 13),
    'prop AMDesignator string get set': text('amDesignator'),
    'prop Calendar Calendar get': () => gregorian,
    'prop CalendarWeekRule CalendarWeekRule get set': {
      get: (self: Format) => self.info.calendarWeekRule,
      set: (self: Format, rule: EnumValue) => change(self, { calendarWeekRule: Number(rule.value) }),
    },
    'static prop CurrentInfo DateTimeFormatInfo get'() {
      return dateTimeFormatValue(currentCulture(this));
    },
    'prop DateSeparator string get set': text('dateSeparator'),
    'prop DayNames string[] get set': names('dayNames', 7),
    'prop FirstDayOfWeek DayOfWeek get set': {
      get: (self: Format) => self.info.firstDayOfWeek,
      set: (self: Format, day: EnumValue) => change(self, { firstDayOfWeek: Number(day.value) }),
    },
    'prop FullDateTimePattern string get set': text('fullDateTimePattern'),
    'static prop InvariantInfo DateTimeFormatInfo get': () => dateTimeFormatValue(CultureInfo.invariant),
    'prop IsReadOnly bool get': (self: Format) => self.isReadOnly,
    'prop LongDatePattern string get set': pattern('longDatePattern'),
    'prop LongTimePattern string get set': pattern('longTimePattern'),
    'prop MonthDayPattern string get set': text('monthDayPattern'),
    'prop MonthGenitiveNames string[] get set': names('monthGenitiveNames', 13),
    'prop MonthNames string[] get set': names('monthNames', 13),
    'prop NativeCalendarName string get': () => 'Gregorian Calendar',
    'prop PMDesignator string get set': text('pmDesignator'),
    'prop RFC1123Pattern string get': () => RFC1123_PATTERN,
    'prop ShortDatePattern string get set': pattern('shortDatePattern'),
    'prop ShortestDayNames string[] get set': names('shortestDayNames', 7),
    'prop ShortTimePattern string get set': pattern('shortTimePattern'),
    'prop SortableDateTimePattern string get': () => SORTABLE_PATTERN,
    'prop TimeSeparator string get set': text('timeSeparator'),
    'prop UniversalSortableDateTimePattern string get': () => UNIVERSAL_SORTABLE_PATTERN,
    'prop YearMonthPattern string get set': text('yearMonthPattern'),
    'Clone() object': (self: Format) => new DateTimeFormatValue(self.info),
    'GetAbbreviatedDayName(DayOfWeek dayofweek) string': (self: Format, day: EnumValue) =>
      dayName(self.info.abbreviatedDayNames, day),
    'GetAbbreviatedEraName(int era) string': (self: Format, era: number) => eraName(self.info.abbreviatedEraName, era),
    'GetAbbreviatedMonthName(int month) string': (self: Format, month: number) =>
      monthName(self.info.abbreviatedMonthNames, month),
    'GetAllDateTimePatterns() string[]': (self: Format) =>
      [...DATE_TIME_FORMAT_LETTERS].flatMap((letter) => dateTimePatternsOf(self.info, letter)),
    'GetAllDateTimePatterns(char format) string[]': (self: Format, format: Char) => {
      const found = dateTimePatternsOf(self.info, format.text);
      if (found.length === 0) throw badArgument(`'${format.text}' is no date format.`, 'format');
      return [...found];
    },
    'GetDayName(DayOfWeek dayofweek) string': (self: Format, day: EnumValue) => dayName(self.info.dayNames, day),
    'GetEra(string eraName) int': (self: Format, name: string) => {
      const known = [self.info.eraName, self.info.abbreviatedEraName].map((n) => n.toLowerCase());
      return known.includes(name.toLowerCase()) ? 1 : -1;
    },
    'GetEraName(int era) string': (self: Format, era: number) => eraName(self.info.eraName, era),
    'GetFormat(Type formatType) object': (self: Format, type: NetType | null) =>
      type?.fullName === 'System.Globalization.DateTimeFormatInfo' ? self : null,
    'static GetInstance(IFormatProvider provider) DateTimeFormatInfo'(provider) {
      if (provider instanceof DateTimeFormatValue) return provider;
      return dateTimeFormatValue(provider instanceof CultureInfo ? provider : currentCulture(this));
    },
    'GetMonthName(int month) string': (self: Format, month: number) => monthName(self.info.monthNames, month),
    'GetShortestDayName(DayOfWeek dayOfWeek) string': (self: Format, day: EnumValue) =>
      dayName(self.info.shortestDayNames, day),
    'static ReadOnly(DateTimeFormatInfo dtfi) DateTimeFormatInfo': (format: Format | null) => {
      if (!format) throw argumentNull('dtfi');
      return format.isReadOnly ? format : new DateTimeFormatValue(format.info, true);
    },
    'SetAllDateTimePatterns(string[] patterns, char format) void': (self: Format, list: TypedArray, format: Char) => {
      const [first = '', ...others] = list.toArray().map(String);
      const keys: Readonly<Record<string, Key>> = {
        d: 'shortDatePattern',
        D: 'longDatePattern',
        t: 'shortTimePattern',
        T: 'longTimePattern',
        y: 'yearMonthPattern',
        Y: 'yearMonthPattern',
      };
      const key = keys[format.text];
      if (!key || first === '') throw badArgument(`'${format.text}' is no date format.`, 'format');
      const letter = format.text === 'Y' ? 'y' : format.text;
      change(self, { [key]: first, otherPatterns: { ...self.info.otherPatterns, [letter]: others } });
    },
  },
});
