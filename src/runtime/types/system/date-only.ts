import type { EngineContext } from '../../engine.ts';
import { formatDateOnly } from '../../text/date-time-format.ts';
import { parseDateOnly } from '../../text/date-time-parse.ts';
import { parseDateOnlyExact } from '../../text/date-time-parse-exact.ts';
import { DateOnly } from '../../values/date-only.ts';
import type { DateTime } from '../../values/date-time.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TimeOnly } from '../../values/time-only.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { zoneOf } from '../engine-zone.ts';
import { dateFormatFrom } from '../format-provider.ts';
import { comparisonOperators, orderMembers } from './date-operators.ts';
import { dateParsingMembers } from './date-parsing.ts';
import { kindOfEnum } from './date-time.ts';

function text(engine: EngineContext, self: DateOnly, format: string | null, provider: PSValue = null): string {
  return formatDateOnly(self, format, dateFormatFrom(engine, provider), zoneOf(engine));
}

/** System.DateOnly */
export const dateOnlyType = defineType({
  name: 'System.DateOnly',
  kind: 'struct',
  jsClass: DateOnly,
  interfaces: 'IComparable, IComparable<DateOnly>, IEquatable<DateOnly>, IFormattable, ISpanFormattable',
  defaultValue: () => DateOnly.minValue,
  members: {
    'new(int year, int month, int day)': (year: number, month: number, day: number) =>
      DateOnly.fromParts(year, month, day),
    'new(int year, int month, int day, Calendar calendar)': (year: number, month: number, day: number) =>
      DateOnly.fromParts(year, month, day),
    'prop Day int get': (d: DateOnly) => d.midnight.dayOfMonth,
    'prop DayNumber int get': (d: DateOnly) => d.dayNumber,
    'prop DayOfWeek DayOfWeek get': (d: DateOnly) => d.midnight.dayOfWeek,
    'prop DayOfYear int get': (d: DateOnly) => d.midnight.dayOfYear,
    'static prop MaxValue DateOnly get': () => DateOnly.maxValue,
    'static prop MinValue DateOnly get': () => DateOnly.minValue,
    'prop Month int get': (d: DateOnly) => d.midnight.month,
    'prop Year int get': (d: DateOnly) => d.midnight.year,
    'AddDays(int value) DateOnly': (d: DateOnly, n: number) => d.addDays(n),
    'AddMonths(int value) DateOnly': (d: DateOnly, n: number) => d.addMonths(n),
    'AddYears(int value) DateOnly': (d: DateOnly, n: number) => d.addYears(n),
    ...orderMembers('DateOnly', (v) => v instanceof DateOnly),
    ...comparisonOperators('DateOnly'),
    'Deconstruct(ref int year, ref int month, ref int day) void': (
      d: DateOnly,
      year: RefSlot,
      month: RefSlot,
      day: RefSlot,
    ) => {
      const date = d.midnight.calendarDate;
      year.value = date.year;
      month.value = date.month;
      day.value = date.day;
    },
    'static FromDateTime(DateTime dateTime) DateOnly': (d: DateTime) => DateOnly.fromDateTime(d),
    'static FromDayNumber(int dayNumber) DateOnly': (n: number) => DateOnly.fromDayNumber(n),
    ...dateParsingMembers(
      { type: 'DateOnly', text: 's', provider: 'provider', styles: 'style', isShort: true },
      { parse: parseDateOnly, parseExact: parseDateOnlyExact, zero: DateOnly.minValue },
    ),
    'ToDateTime(TimeOnly time, DateTimeKind kind) DateTime': (d: DateOnly, time: TimeOnly, kind: EnumValue) =>
      d.toDateTime(time, kindOfEnum(kind)),
    'ToDateTime(TimeOnly time) DateTime': (d: DateOnly, time: TimeOnly) => d.toDateTime(time),
    'ToLongDateString() string'(d: DateOnly) {
      return text(this, d, 'D');
    },
    'ToShortDateString() string'(d: DateOnly) {
      return text(this, d, 'd');
    },
    'ToString() string'(d: DateOnly) {
      return text(this, d, null);
    },
    'ToString(string format) string'(d: DateOnly, format: string | null) {
      return text(this, d, format);
    },
    'ToString(IFormatProvider provider) string'(d: DateOnly, provider) {
      return text(this, d, null, provider);
    },
    'ToString(string format, IFormatProvider provider) string'(d: DateOnly, format: string | null, provider) {
      return text(this, d, format, provider);
    },
  },
});
