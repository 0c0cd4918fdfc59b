import type { EngineContext } from '../../engine.ts';
import { formatDateTime } from '../../text/date-time-format.ts';
import { DATE_TIME_FORMAT_LETTERS, dateTimePatternsOf } from '../../text/date-time-format-info.ts';
import { parseDateTime } from '../../text/date-time-parse.ts';
import { parseDateTimeExact } from '../../text/date-time-parse-exact.ts';
import { daysInMonth, isLeapYear } from '../../values/calendar.ts';
import type { Char } from '../../values/char.ts';
import { DateOnly } from '../../values/date-only.ts';
import { DateTime, type DateTimeKind, TICKS_PER_MILLISECOND } from '../../values/date-time.ts';
import {
  binaryOf,
  fileTimeOf,
  fromBinary,
  fromFileTimeUtc,
  fromOaDate,
  oaDateOf,
} from '../../values/date-time-numbers.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TimeOnly } from '../../values/time-only.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import { isDaylightSavingTime, localNow, toLocalTime, toUniversalTime } from '../../values/time-zone.ts';
import { defineType, type MemberTable, type RefSlot } from '../define-type.ts';
import { dateEnvironmentOf, zoneOf } from '../engine-zone.ts';
import { dateFormatFrom } from '../format-provider.ts';
import { badFormat, outOfRange } from '../net-error.ts';
import { convertibleMembers } from './convertible-members.ts';
import { comparisonOperators, orderMembers } from './date-operators.ts';
import { dateParsingMembers } from './date-parsing.ts';

/** The kind a DateTimeKind value stands for. @throws NetException for a number that is none */
export function kindOfEnum(kind: EnumValue): DateTimeKind {
  const value = Number(kind.value);
  if (value === 0 || value === 1 || value === 2) return value;
  throw outOfRange('kind', 'There is no such DateTimeKind.');
}

/** The date's ToString with format and culture. */
function text(engine: EngineContext, self: DateTime, format: string | null, provider: PSValue = null): string {
  return formatDateTime(self, format, dateFormatFrom(engine, provider), zoneOf(engine));
}

/** Ticks below a second from milliseconds and microseconds. */
function fraction(millisecond: number, microsecond = 0): number {
  if (millisecond < 0 || millisecond > 999) throw outOfRange('millisecond');
  if (microsecond < 0 || microsecond > 999) throw outOfRange('microsecond');
  return millisecond * TICKS_PER_MILLISECOND + microsecond * 10;
}

/** The constructors with calendar parts; `kind` and `calendar` (Gregorian, so ignored) may follow. */
function partConstructors(): MemberTable {
  const date = 'int year, int month, int day';
  const clock = `${date}, int hour, int minute, int second`;
  const make =
    (count: number, kindAt?: number) =>
    (...args: PSValue[]) => {
      const numbers = args.slice(0, count) as number[];
      const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0, us = 0] = numbers;
      const kind = kindAt === undefined ? 0 : kindOfEnum(args[kindAt] as EnumValue);
      return DateTime.fromParts(year, month, day, hour, minute, second, fraction(ms, us), kind);
    };
  const table: Record<string, MemberTable[string]> = {
    [`new(${date})`]: make(3),
    [`new(${date}, Calendar calendar)`]: make(3),
    [`new(${clock}, int millisecond, Calendar calendar, DateTimeKind kind)`]: make(7, 8),
  };
  for (const [count, parameters] of [
    [6, clock],
    [7, `${clock}, int millisecond`],
    [8, `${clock}, int millisecond, int microsecond`],
  ] as const) {
    table[`new(${parameters})`] = make(count);
    table[`new(${parameters}, DateTimeKind kind)`] = make(count, count);
    table[`new(${parameters}, Calendar calendar)`] = make(count);
  }
  table[`new(${clock}, int millisecond, int microsecond, Calendar calendar, DateTimeKind kind)`] = make(8, 9);
  return table;
}

function allFormats(engine: EngineContext, self: DateTime, letters: string, provider: PSValue): string[] {
  const info = dateFormatFrom(engine, provider);
  const zone = zoneOf(engine);
  return [...letters].flatMap((letter) => {
    const value = letter === 'U' ? toUniversalTime(self, zone) : self;
    return dateTimePatternsOf(info, letter).map((pattern) => formatDateTime(value, pattern, info, zone));
  });
}

function formatsOf(engine: EngineContext, self: DateTime, format: Char, provider: PSValue): string[] {
  const texts = allFormats(engine, self, format.text, provider);
  if (texts.length === 0) throw badFormat(`'${format.text}' is no date format.`);
  return texts;
}

const parts: MemberTable = {
  'prop Date DateTime get': (d: DateTime) => d.date,
  'prop Day int get': (d: DateTime) => d.dayOfMonth,
  'prop DayOfWeek DayOfWeek get': (d: DateTime) => d.dayOfWeek,
  'prop DayOfYear int get': (d: DateTime) => d.dayOfYear,
  'prop Hour int get': (d: DateTime) => d.hour,
  'prop Kind DateTimeKind get': (d: DateTime) => d.kind,
  'prop Microsecond int get': (d: DateTime) => d.microsecond,
  'prop Millisecond int get': (d: DateTime) => d.millisecond,
  'prop Minute int get': (d: DateTime) => d.minute,
  'prop Month int get': (d: DateTime) => d.month,
  'prop Nanosecond int get': (d: DateTime) => d.nanosecond,
  'static prop Now DateTime get'() {
    return localNow(dateEnvironmentOf(this));
  },
  'prop Second int get': (d: DateTime) => d.second,
  'prop Ticks long get': (d: DateTime) => d.ticks,
  'prop TimeOfDay TimeSpan get': (d: DateTime) => d.timeOfDay,
  'static prop Today DateTime get'() {
    return localNow(dateEnvironmentOf(this)).date;
  },
  'static prop UtcNow DateTime get'() {
    return dateEnvironmentOf(this).utcNow();
  },
  'prop Year int get': (d: DateTime) => d.year,
  'static field MaxValue DateTime': () => DateTime.maxValue,
  'static field MinValue DateTime': () => DateTime.minValue,
  'static field UnixEpoch DateTime': () => DateTime.unixEpoch,
};

const arithmetic: MemberTable = {
  'Add(TimeSpan value) DateTime': (d: DateTime, span: TimeSpan) => d.add(span),
  'AddDays(double value) DateTime': (d: DateTime, n: number) => d.addDays(n),
  'AddHours(double value) DateTime': (d: DateTime, n: number) => d.addHours(n),
  'AddMicroseconds(double value) DateTime': (d: DateTime, n: number) => d.addMicroseconds(n),
  'AddMilliseconds(double value) DateTime': (d: DateTime, n: number) => d.addMilliseconds(n),
  'AddMinutes(double value) DateTime': (d: DateTime, n: number) => d.addMinutes(n),
  'AddMonths(int months) DateTime': (d: DateTime, n: number) => d.addMonths(n),
  'AddSeconds(double value) DateTime': (d: DateTime, n: number) => d.addSeconds(n),
  'AddTicks(long value) DateTime': (d: DateTime, n: bigint) => d.addTicks(n),
  'AddYears(int value) DateTime': (d: DateTime, n: number) => d.addYears(n),
  'Subtract(TimeSpan value) DateTime': (d: DateTime, span: TimeSpan) => d.subtract(span),
  'Subtract(DateTime value) TimeSpan': (d: DateTime, other: DateTime) => d.since(other),
  'static op_Addition(DateTime d, TimeSpan t) DateTime': (d: DateTime, span: TimeSpan) => d.add(span),
  'static op_Subtraction(DateTime d, TimeSpan t) DateTime': (d: DateTime, span: TimeSpan) => d.subtract(span),
  'static op_Subtraction(DateTime d1, DateTime d2) TimeSpan': (d: DateTime, other: DateTime) => d.since(other),
};

const numbers: MemberTable = {
  'static FromBinary(long dateData) DateTime'(data: bigint) {
    return fromBinary(data, zoneOf(this));
  },
  'static FromFileTime(long fileTime) DateTime'(time: bigint) {
    return toLocalTime(fromFileTimeUtc(time), zoneOf(this));
  },
  'static FromFileTimeUtc(long fileTime) DateTime': (time: bigint) => fromFileTimeUtc(time),
  'static FromOADate(double d) DateTime': (n: number) => fromOaDate(n),
  'ToBinary() long'(d: DateTime) {
    return binaryOf(d, zoneOf(this));
  },
  'ToFileTime() long'(d: DateTime) {
    return fileTimeOf(d, zoneOf(this));
  },
  'ToFileTimeUtc() long'(d: DateTime) {
    return fileTimeOf(d.kind === 2 ? d : d.withKind(1), zoneOf(this));
  },
  'ToOADate() double': (d: DateTime) => oaDateOf(d),
};

const texts: MemberTable = {
  'GetDateTimeFormats(char format, IFormatProvider provider) string[]'(d: DateTime, format: Char, provider) {
    return formatsOf(this, d, format, provider);
  },
  'GetDateTimeFormats(char format) string[]'(d: DateTime, format: Char) {
    return formatsOf(this, d, format, null);
  },
  'GetDateTimeFormats(IFormatProvider provider) string[]'(d: DateTime, provider) {
    return allFormats(this, d, DATE_TIME_FORMAT_LETTERS, provider);
  },
  'GetDateTimeFormats() string[]'(d: DateTime) {
    return allFormats(this, d, DATE_TIME_FORMAT_LETTERS, null);
  },
  'ToLongDateString() string'(d: DateTime) {
    return text(this, d, 'D');
  },
  'ToLongTimeString() string'(d: DateTime) {
    return text(this, d, 'T');
  },
  'ToShortDateString() string'(d: DateTime) {
    return text(this, d, 'd');
  },
  'ToShortTimeString() string'(d: DateTime) {
    return text(this, d, 't');
  },
  'ToString(string format) string'(d: DateTime, format: string | null) {
    return text(this, d, format);
  },
  'ToString(string format, IFormatProvider provider) string'(d: DateTime, format: string | null, provider) {
    return text(this, d, format, provider);
  },
  'ToString() string'(d: DateTime) {
    return text(this, d, null);
  },
  'ToString(IFormatProvider provider) string'(d: DateTime, provider) {
    return text(this, d, null, provider);
  },
};

/** System.DateTime */
export const dateTimeType = defineType({
  name: 'System.DateTime',
  kind: 'struct',
  jsClass: DateTime,
  interfaces: 'IComparable, IComparable<DateTime>, IConvertible, IEquatable<DateTime>, IFormattable, ISpanFormattable',
  defaultValue: () => DateTime.minValue,
  members: {
    ...convertibleMembers,
    'new(long ticks)': (ticks: bigint) => DateTime.fromTicks(ticks),
    'new(long ticks, DateTimeKind kind)': (ticks: bigint, kind: EnumValue) =>
      DateTime.fromTicks(ticks, kindOfEnum(kind)),
    'new(DateOnly date, TimeOnly time)': (date: DateOnly, time: TimeOnly) => date.toDateTime(time),
    'new(DateOnly date, TimeOnly time, DateTimeKind kind)': (date: DateOnly, time: TimeOnly, kind: EnumValue) =>
      date.toDateTime(time, kindOfEnum(kind)),
    ...partConstructors(),
    ...parts,
    ...arithmetic,
    ...orderMembers('DateTime', (v) => v instanceof DateTime),
    ...comparisonOperators('DateTime'),
    'static Compare(DateTime t1, DateTime t2) int': (a: DateTime, b: DateTime) => Math.sign(a.compareTo(b)),
    'static Equals(DateTime t1, DateTime t2) bool': (a: DateTime, b: DateTime) => a.equals(b),
    'static DaysInMonth(int year, int month) int': (year: number, month: number) => {
      if (month < 1 || month > 12) throw outOfRange('month', 'There are months 1 to 12.');
      checkYear(year);
      return daysInMonth(year, month);
    },
    'Deconstruct(ref DateOnly date, ref TimeOnly time) void': (d: DateTime, date: RefSlot, time: RefSlot) => {
      date.value = DateOnly.fromDateTime(d);
      time.value = TimeOnly.fromDateTime(d);
    },
    'Deconstruct(ref int year, ref int month, ref int day) void': (d: DateTime, ...slots: PSValue[]) => {
      const { year, month, day } = d.calendarDate;
      const values = [year, month, day];
      slots.forEach((slot, i) => {
        (slot as RefSlot).value = values[i];
      });
    },
    'GetTypeCode() TypeCode': () => 16,
    'IsDaylightSavingTime() bool'(d: DateTime) {
      return isDaylightSavingTime(d, zoneOf(this));
    },
    'static IsLeapYear(int year) bool': (year: number) => {
      checkYear(year);
      return isLeapYear(year);
    },
    'static SpecifyKind(DateTime value, DateTimeKind kind) DateTime': (d: DateTime, kind: EnumValue) =>
      d.withKind(kindOfEnum(kind)),
    'ToLocalTime() DateTime'(d: DateTime) {
      return toLocalTime(d, zoneOf(this));
    },
    'ToUniversalTime() DateTime'(d: DateTime) {
      return toUniversalTime(d, zoneOf(this));
    },
    ...numbers,
    ...dateParsingMembers(
      { type: 'DateTime', text: 's', provider: 'provider', styles: 'styles', isShort: false },
      { parse: parseDateTime, parseExact: parseDateTimeExact, zero: DateTime.minValue },
    ),
    ...texts,
  },
});

function checkYear(year: number): void {
  if (year < 1 || year > 9999) throw outOfRange('year', 'There are years 1 to 9999.');
}
