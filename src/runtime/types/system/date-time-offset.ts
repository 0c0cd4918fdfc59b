import type { EngineContext } from '../../engine.ts';
import { formatDateTimeOffset } from '../../text/date-time-format.ts';
import { parseDateTimeOffset } from '../../text/date-time-parse.ts';
import { parseDateTimeOffsetExact } from '../../text/date-time-parse-exact.ts';
import type { DateOnly } from '../../values/date-only.ts';
import { DateTime, TICKS_PER_MILLISECOND } from '../../values/date-time.ts';
import { fileTimeOf, fromFileTimeUtc } from '../../values/date-time-numbers.ts';
import { DateTimeOffset } from '../../values/date-time-offset.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TimeOnly } from '../../values/time-only.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import { localNow, utcZone } from '../../values/time-zone.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { dateEnvironmentOf, zoneOf } from '../engine-zone.ts';
import { dateFormatFrom } from '../format-provider.ts';
import { outOfRange } from '../net-error.ts';
import { comparisonOperators, orderMembers } from './date-operators.ts';
import { dateParsingMembers } from './date-parsing.ts';

type Offset = DateTimeOffset;

function text(engine: EngineContext, self: Offset, format: string | null, provider: PSValue): string {
  return formatDateTimeOffset(self, format, dateFormatFrom(engine, provider), zoneOf(engine));
}

/** The constructors with clock parts and an offset; `hasCalendar` skips the calendar before it. */
function partConstructor(count: number, hasCalendar = false) {
  return function (this: EngineContext, ...args: PSValue[]): Offset {
    const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0, us = 0] = args.slice(
      0,
      count,
    ) as number[];
    if (ms < 0 || ms > 999) throw outOfRange('millisecond');
    if (us < 0 || us > 999) throw outOfRange('microsecond');
    const clock = DateTime.fromParts(year, month, day, hour, minute, second, ms * TICKS_PER_MILLISECOND + us * 10);
    return DateTimeOffset.create(clock, args[count + (hasCalendar ? 1 : 0)] as TimeSpan, zoneOf(this));
  };
}

const clock = 'int year, int month, int day, int hour, int minute, int second';

/** Properties that the clock reading answers. */
const readings: MemberTable = Object.fromEntries(
  (
    [
      ['Day', 'dayOfMonth'],
      ['DayOfYear', 'dayOfYear'],
      ['Hour', 'hour'],
      ['Microsecond', 'microsecond'],
      ['Millisecond', 'millisecond'],
      ['Minute', 'minute'],
      ['Month', 'month'],
      ['Nanosecond', 'nanosecond'],
      ['Second', 'second'],
      ['Year', 'year'],
    ] as const
  ).map(([name, key]) => [`prop ${name} int get`, (o: Offset) => o.dateTime[key]]),
);

/** Add… methods, which move the clock reading. */
const additions: MemberTable = Object.fromEntries(
  (
    [
      ['Days', 'double', 'addDays'],
      ['Hours', 'double', 'addHours'],
      ['Microseconds', 'double', 'addMicroseconds'],
      ['Milliseconds', 'double', 'addMilliseconds'],
      ['Minutes', 'double', 'addMinutes'],
      ['Months', 'int', 'addMonths'],
      ['Seconds', 'double', 'addSeconds'],
      ['Years', 'int', 'addYears'],
    ] as const
  ).map(([unit, type, method]) => [
    `Add${unit}(${type} ${unit.toLowerCase()}) DateTimeOffset`,
    (o: Offset, n: number) => o.map((d) => d[method](n)),
  ]),
);

/** System.DateTimeOffset */
export const dateTimeOffsetType = defineType({
  name: 'System.DateTimeOffset',
  kind: 'struct',
  jsClass: DateTimeOffset,
  interfaces: 'IComparable, IComparable<DateTimeOffset>, IEquatable<DateTimeOffset>, IFormattable, ISpanFormattable',
  defaultValue: () => DateTimeOffset.minValue,
  members: {
    'new(long ticks, TimeSpan offset)'(ticks: bigint, offset: TimeSpan) {
      return DateTimeOffset.create(DateTime.fromTicks(ticks), offset, zoneOf(this));
    },
    'new(DateTime dateTime)'(value: DateTime) {
      return DateTimeOffset.fromDateTime(value, zoneOf(this));
    },
    'new(DateTime dateTime, TimeSpan offset)'(value: DateTime, offset: TimeSpan) {
      return DateTimeOffset.create(value, offset, zoneOf(this));
    },
    'new(DateOnly date, TimeOnly time, TimeSpan offset)'(date: DateOnly, time: TimeOnly, offset: TimeSpan) {
      return DateTimeOffset.create(date.toDateTime(time), offset, zoneOf(this));
    },
    [`new(${clock}, TimeSpan offset)`]: partConstructor(6),
    [`new(${clock}, int millisecond, TimeSpan offset)`]: partConstructor(7),
    [`new(${clock}, int millisecond, Calendar calendar, TimeSpan offset)`]: partConstructor(7, true),
    [`new(${clock}, int millisecond, int microsecond, TimeSpan offset)`]: partConstructor(8),
    [`new(${clock}, int millisecond, int microsecond, Calendar calendar, TimeSpan offset)`]: partConstructor(8, true),
    'prop Date DateTime get': (o: Offset) => o.dateTime.date,
    'prop DateTime DateTime get': (o: Offset) => o.dateTime,
    'prop DayOfWeek DayOfWeek get': (o: Offset) => o.dateTime.dayOfWeek,
    ...readings,
    'prop LocalDateTime DateTime get'(o: Offset) {
      return o.localDateTime(zoneOf(this));
    },
    'static prop Now DateTimeOffset get'() {
      return DateTimeOffset.fromDateTime(localNow(dateEnvironmentOf(this)), zoneOf(this));
    },
    'prop Offset TimeSpan get': (o: Offset) => o.offset,
    'prop Ticks long get': (o: Offset) => o.dateTime.ticks,
    'prop TimeOfDay TimeSpan get': (o: Offset) => o.dateTime.timeOfDay,
    'prop TotalOffsetMinutes int get': (o: Offset) => o.offsetMinutes,
    'prop UtcDateTime DateTime get': (o: Offset) => o.utcDateTime,
    'static prop UtcNow DateTimeOffset get'() {
      return new DateTimeOffset(dateEnvironmentOf(this).utcNow(), 0);
    },
    'prop UtcTicks long get': (o: Offset) => o.utcDateTime.ticks,
    'static field MaxValue DateTimeOffset': () => DateTimeOffset.maxValue,
    'static field MinValue DateTimeOffset': () => DateTimeOffset.minValue,
    'static field UnixEpoch DateTimeOffset': () => new DateTimeOffset(DateTime.unixEpoch, 0),
    'Add(TimeSpan timeSpan) DateTimeOffset': (o: Offset, span: TimeSpan) => o.map((d) => d.add(span)),
    ...additions,
    'AddTicks(long ticks) DateTimeOffset': (o: Offset, ticks: bigint) => o.map((d) => d.addTicks(ticks)),
    'static Compare(DateTimeOffset first, DateTimeOffset second) int': (a: Offset, b: Offset) =>
      Math.sign(a.compareTo(b)),
    ...orderMembers('DateTimeOffset', (v) => v instanceof DateTimeOffset, 'other'),
    ...comparisonOperators('DateTimeOffset'),
    'static Equals(DateTimeOffset first, DateTimeOffset second) bool': (a: Offset, b: Offset) => a.equals(b),
    'EqualsExact(DateTimeOffset other) bool': (a: Offset, b: Offset) => a.equalsExact(b),
    'static FromFileTime(long fileTime) DateTimeOffset'(time: bigint) {
      return new DateTimeOffset(fromFileTimeUtc(time), 0).toLocalTime(zoneOf(this));
    },
    'static FromUnixTimeMilliseconds(long milliseconds) DateTimeOffset': (ms: bigint) =>
      DateTimeOffset.fromUnixMilliseconds(Number(ms)),
    'static FromUnixTimeSeconds(long seconds) DateTimeOffset': (seconds: bigint) =>
      DateTimeOffset.fromUnixMilliseconds(Number(seconds) * 1000),
    ...dateParsingMembers(
      { type: 'DateTimeOffset', text: 'input', provider: 'formatProvider', styles: 'styles', isShort: false },
      { parse: parseDateTimeOffset, parseExact: parseDateTimeOffsetExact, zero: DateTimeOffset.minValue },
    ),
    'Subtract(TimeSpan value) DateTimeOffset': (o: Offset, span: TimeSpan) => o.map((d) => d.subtract(span)),
    'Subtract(DateTimeOffset value) TimeSpan': (a: Offset, b: Offset) => a.since(b),
    'ToFileTime() long': (o: Offset) => fileTimeOf(o.utcDateTime, utcZone),
    'ToLocalTime() DateTimeOffset'(o: Offset) {
      return o.toLocalTime(zoneOf(this));
    },
    'ToOffset(TimeSpan offset) DateTimeOffset': (o: Offset, offset: TimeSpan) => o.toOffset(offset),
    'ToString() string'(o: Offset) {
      return text(this, o, null, null);
    },
    'ToString(string format) string'(o: Offset, format: string | null) {
      return text(this, o, format, null);
    },
    'ToString(IFormatProvider formatProvider) string'(o: Offset, provider) {
      return text(this, o, null, provider);
    },
    'ToString(string format, IFormatProvider formatProvider) string'(o: Offset, format: string | null, provider) {
      return text(this, o, format, provider);
    },
    'ToUniversalTime() DateTimeOffset': (o: Offset) => o.toUniversalTime(),
    'ToUnixTimeMilliseconds() long': (o: Offset) => o.toUnixMilliseconds(),
    'ToUnixTimeSeconds() long': (o: Offset) => o.toUnixSeconds(),
    'static op_Addition(DateTimeOffset dateTimeOffset, TimeSpan timeSpan) DateTimeOffset': (
      o: Offset,
      span: TimeSpan,
    ) => o.map((d) => d.add(span)),
    'static op_Subtraction(DateTimeOffset dateTimeOffset, TimeSpan timeSpan) DateTimeOffset': (
      o: Offset,
      span: TimeSpan,
    ) => o.map((d) => d.subtract(span)),
    'static op_Subtraction(DateTimeOffset left, DateTimeOffset right) TimeSpan': (a: Offset, b: Offset) => a.since(b),
  },
  casts: {
    'implicit DateTime -> DateTimeOffset'(value: DateTime) {
      return DateTimeOffset.fromDateTime(value, zoneOf(this));
    },
  },
});
