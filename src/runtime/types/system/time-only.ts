import type { EngineContext } from '../../engine.ts';
import { formatTimeOnly } from '../../text/date-time-format.ts';
import { parseTimeOnly } from '../../text/date-time-parse.ts';
import { parseTimeOnlyExact } from '../../text/date-time-parse-exact.ts';
import type { DateTime } from '../../values/date-time.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TimeOnly } from '../../values/time-only.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { zoneOf } from '../engine-zone.ts';
import { dateFormatFrom } from '../format-provider.ts';
import { comparisonOperators, orderMembers } from './date-operators.ts';
import { dateParsingMembers } from './date-parsing.ts';

function text(engine: EngineContext, self: TimeOnly, format: string | null, provider: PSValue = null): string {
  return formatTimeOnly(self, format, dateFormatFrom(engine, provider), zoneOf(engine));
}

function add(self: TimeOnly, span: TimeSpan, wrapped?: RefSlot): TimeOnly {
  const { time, days } = self.addWrapping(span);
  if (wrapped) wrapped.value = days;
  return time;
}

function deconstruct(self: TimeOnly, ...slots: RefSlot[]): void {
  const time = self.onFirstDay;
  const parts = [time.hour, time.minute, time.second, time.millisecond, time.microsecond];
  slots.forEach((slot, i) => {
    slot.value = parts[i];
  });
}

/** System.TimeOnly */
export const timeOnlyType = defineType({
  name: 'System.TimeOnly',
  kind: 'struct',
  jsClass: TimeOnly,
  interfaces: 'IComparable, IComparable<TimeOnly>, IEquatable<TimeOnly>, IFormattable, ISpanFormattable',
  defaultValue: () => TimeOnly.minValue,
  members: {
    'new(int hour, int minute)': (h: number, m: number) => TimeOnly.fromParts(h, m),
    'new(int hour, int minute, int second)': (h: number, m: number, s: number) => TimeOnly.fromParts(h, m, s),
    'new(int hour, int minute, int second, int millisecond)': (h: number, m: number, s: number, ms: number) =>
      TimeOnly.fromParts(h, m, s, ms),
    'new(int hour, int minute, int second, int millisecond, int microsecond)': (
      h: number,
      m: number,
      s: number,
      ms: number,
      us: number,
    ) => TimeOnly.fromParts(h, m, s, ms, us),
    'new(long ticks)': (ticks: bigint) => TimeOnly.fromTicks(ticks),
    'prop Hour int get': (t: TimeOnly) => t.onFirstDay.hour,
    'static prop MaxValue TimeOnly get': () => TimeOnly.maxValue,
    'prop Microsecond int get': (t: TimeOnly) => t.onFirstDay.microsecond,
    'prop Millisecond int get': (t: TimeOnly) => t.onFirstDay.millisecond,
    'prop Minute int get': (t: TimeOnly) => t.onFirstDay.minute,
    'static prop MinValue TimeOnly get': () => TimeOnly.minValue,
    'prop Nanosecond int get': (t: TimeOnly) => t.onFirstDay.nanosecond,
    'prop Second int get': (t: TimeOnly) => t.onFirstDay.second,
    'prop Ticks long get': (t: TimeOnly) => BigInt(t.tickOfDay),
    'Add(TimeSpan value) TimeOnly': (t: TimeOnly, span: TimeSpan) => add(t, span),
    'Add(TimeSpan value, ref int wrappedDays) TimeOnly': add,
    'AddHours(double value) TimeOnly': (t: TimeOnly, n: number) => add(t, TimeSpan.from('Hours', n)),
    'AddHours(double value, ref int wrappedDays) TimeOnly': (t: TimeOnly, n: number, days: RefSlot) =>
      add(t, TimeSpan.from('Hours', n), days),
    'AddMinutes(double value) TimeOnly': (t: TimeOnly, n: number) => add(t, TimeSpan.from('Minutes', n)),
    'AddMinutes(double value, ref int wrappedDays) TimeOnly': (t: TimeOnly, n: number, days: RefSlot) =>
      add(t, TimeSpan.from('Minutes', n), days),
    ...orderMembers('TimeOnly', (v) => v instanceof TimeOnly),
    ...comparisonOperators('TimeOnly'),
    'Deconstruct(ref int hour, ref int minute) void': deconstruct,
    'Deconstruct(ref int hour, ref int minute, ref int second) void': deconstruct,
    'Deconstruct(ref int hour, ref int minute, ref int second, ref int millisecond) void': deconstruct,
    'Deconstruct(ref int hour, ref int minute, ref int second, ref int millisecond, ref int microsecond) void':
      deconstruct,
    'static FromDateTime(DateTime dateTime) TimeOnly': (d: DateTime) => TimeOnly.fromDateTime(d),
    'static FromTimeSpan(TimeSpan timeSpan) TimeOnly': (span: TimeSpan) => TimeOnly.fromTimeSpan(span),
    'IsBetween(TimeOnly start, TimeOnly end) bool': (t: TimeOnly, start: TimeOnly, end: TimeOnly) =>
      t.isBetween(start, end),
    ...dateParsingMembers(
      { type: 'TimeOnly', text: 's', provider: 'provider', styles: 'style', isShort: true },
      { parse: parseTimeOnly, parseExact: parseTimeOnlyExact, zero: TimeOnly.minValue },
    ),
    'ToLongTimeString() string'(t: TimeOnly) {
      return text(this, t, 'T');
    },
    'ToShortTimeString() string'(t: TimeOnly) {
      return text(this, t, 't');
    },
    'ToString() string'(t: TimeOnly) {
      return text(this, t, null);
    },
    'ToString(string format) string'(t: TimeOnly, format: string | null) {
      return text(this, t, format);
    },
    'ToString(IFormatProvider provider) string'(t: TimeOnly, provider) {
      return text(this, t, null, provider);
    },
    'ToString(string format, IFormatProvider provider) string'(t: TimeOnly, format: string | null, provider) {
      return text(this, t, format, provider);
    },
    'ToTimeSpan() TimeSpan': (t: TimeOnly) => t.toTimeSpan(),
    'static op_Subtraction(TimeOnly t1, TimeOnly t2) TimeSpan': (a: TimeOnly, b: TimeOnly) => a.since(b),
  },
});
