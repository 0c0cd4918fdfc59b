import type { EngineContext } from '../../engine.ts';
import { formatTimeSpan } from '../../text/time-span-format.ts';
import { parseTimeSpan, parseTimeSpanExact, readTimeSpan, readTimeSpanExact } from '../../text/time-span-parse.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TimeSpan, type TimeSpanUnit } from '../../values/time-span.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable, type RefSlot } from '../define-type.ts';
import { numberFormatFrom } from '../format-provider.ts';
import { argumentNull } from '../net-error.ts';
import { comparisonOperators, orderMembers } from './date-operators.ts';

type Text = string | null;
type Figure = number | bigint;

const separatorOf = (engine: EngineContext, provider: PSValue): string =>
  numberFormatFrom(engine, provider).numberDecimalSeparator;

/** Constants: name, type, value. */
const constants = `HoursPerDay int 24|MicrosecondsPerDay long 86400000000|MicrosecondsPerHour long 3600000000
MicrosecondsPerMillisecond long 1000|MicrosecondsPerMinute long 60000000|MicrosecondsPerSecond long 1000000
MillisecondsPerDay long 86400000|MillisecondsPerHour long 3600000|MillisecondsPerMinute long 60000
MillisecondsPerSecond long 1000|MinutesPerDay long 1440|MinutesPerHour long 60|NanosecondsPerTick long 100
SecondsPerDay long 86400|SecondsPerHour long 3600|SecondsPerMinute long 60|TicksPerDay long 864000000000
TicksPerHour long 36000000000|TicksPerMicrosecond long 10|TicksPerMillisecond long 10000
TicksPerMinute long 600000000|TicksPerSecond long 10000000`;

const constantMembers: MemberTable = Object.fromEntries(
  constants.split(/[|\n]/).map((row) => {
    const [name, type, value = '0'] = row.split(' ');
    const constant = type === 'int' ? Number(value) : BigInt(value);
    return [`static field ${name} ${type}`, () => constant];
  }),
);

/** The From… methods: of one number of each kind, and of parts that follow the unit. */
function factories(): MemberTable {
  const units = ['days', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'] as const;
  const table: Record<string, MemberTable[string]> = {
    'static FromTicks(long value) TimeSpan': (ticks: bigint) => new TimeSpan(ticks),
  };
  units.forEach((unit, at) => {
    const name = unit.charAt(0).toUpperCase() + unit.slice(1);
    const type = at < 2 ? 'int' : 'long';
    const fromParts = (...given: PSValue[]): TimeSpan => {
      const all: Figure[] = [0, 0, 0, 0, 0, 0];
      given.forEach((value, i) => {
        all[at + i] = value as Figure;
      });
      const [d = 0, h = 0, m = 0, s = 0, ms = 0, us = 0] = all;
      return TimeSpan.fromParts(d, h, m, s, ms, us);
    };
    table[`static From${name}(double value) TimeSpan`] = (n: number) => TimeSpan.from(name as TimeSpanUnit, n);
    table[`static From${name}(${type} ${unit}) TimeSpan`] = fromParts;
    const rest = units.slice(at + 1);
    if (rest.length === 0) return;
    const optional = rest.map(
      (u) => `, ${u === 'hours' ? 'int' : 'long'} ${u}${unit === 'milliseconds' ? '' : ' = 0'}`,
    );
    table[`static From${name}(${type} ${unit}${optional.join('')}) TimeSpan`] = fromParts;
  });
  return table;
}

function formatsIn(formats: TypedArray | null): string[] {
  if (!formats) throw argumentNull('formats');
  return formats.toArray().map(String);
}

function answer(slot: RefSlot, reading: TimeSpan | string): boolean {
  slot.value = reading instanceof TimeSpan ? reading : TimeSpan.zero;
  return reading instanceof TimeSpan;
}

const isNegative = (style: EnumValue | undefined): boolean => Number(style?.value ?? 0) === 1;

function exact(engine: EngineContext, s: Text, formats: readonly string[], provider: PSValue, style?: EnumValue) {
  if (s === null) throw argumentNull('input');
  return parseTimeSpanExact(s, formats, separatorOf(engine, provider), isNegative(style));
}

function tryExact(engine: EngineContext, s: Text, formats: readonly string[], provider: PSValue, style?: EnumValue) {
  for (const format of formats) {
    const reading = readTimeSpanExact(s ?? '', format, separatorOf(engine, provider), isNegative(style));
    if (reading instanceof TimeSpan) return reading;
  }
  return 'format';
}

const parsing: MemberTable = {
  'static Parse(string s) TimeSpan'(s: Text) {
    if (s === null) throw argumentNull('input');
    return parseTimeSpan(s, separatorOf(this, null));
  },
  'static Parse(string input, IFormatProvider formatProvider) TimeSpan'(s: Text, provider) {
    if (s === null) throw argumentNull('input');
    return parseTimeSpan(s, separatorOf(this, provider));
  },
  'static ParseExact(string input, string format, IFormatProvider formatProvider) TimeSpan'(
    s: Text,
    format: Text,
    provider,
  ) {
    return exact(this, s, [format ?? ''], provider);
  },
  'static ParseExact(string input, string[] formats, IFormatProvider formatProvider) TimeSpan'(
    s: Text,
    formats: TypedArray,
    provider,
  ) {
    return exact(this, s, formatsIn(formats), provider);
  },
  'static ParseExact(string input, string format, IFormatProvider formatProvider, TimeSpanStyles styles) TimeSpan'(
    s: Text,
    format: Text,
    provider,
    style: EnumValue,
  ) {
    return exact(this, s, [format ?? ''], provider, style);
  },
  'static ParseExact(string input, string[] formats, IFormatProvider formatProvider, TimeSpanStyles styles) TimeSpan'(
    s: Text,
    formats: TypedArray,
    provider,
    style: EnumValue,
  ) {
    return exact(this, s, formatsIn(formats), provider, style);
  },
  'static TryParse(string s, ref TimeSpan result) bool'(s: Text, slot: RefSlot) {
    return answer(slot, readTimeSpan(s ?? '', separatorOf(this, null)));
  },
  'static TryParse(string input, IFormatProvider formatProvider, ref TimeSpan result) bool'(
    s: Text,
    provider,
    slot: RefSlot,
  ) {
    return answer(slot, readTimeSpan(s ?? '', separatorOf(this, provider)));
  },
  'static TryParseExact(string input, string format, IFormatProvider formatProvider, ref TimeSpan result) bool'(
    s: Text,
    format: Text,
    provider,
    slot: RefSlot,
  ) {
    return answer(slot, tryExact(this, s, [format ?? ''], provider));
  },
  'static TryParseExact(string input, string[] formats, IFormatProvider formatProvider, ref TimeSpan result) bool'(
    s: Text,
    formats: TypedArray,
    provider,
    slot: RefSlot,
  ) {
    return answer(slot, tryExact(this, s, formatsIn(formats), provider));
  },
  'static TryParseExact(string input, string format, IFormatProvider formatProvider, TimeSpanStyles styles, ref TimeSpan result) bool'(
    s: Text,
    format: Text,
    provider,
    style: EnumValue,
    slot: RefSlot,
  ) {
    return answer(slot, tryExact(this, s, [format ?? ''], provider, style));
  },
};

const totals: MemberTable = Object.fromEntries(
  (['Days', 'Hours', 'Microseconds', 'Milliseconds', 'Minutes', 'Seconds'] as const).map((unit) => [
    `prop Total${unit} double get`,
    (t: TimeSpan) => t.total(unit),
  ]),
);

/** System.TimeSpan */
export const timeSpanType = defineType({
  name: 'System.TimeSpan',
  kind: 'struct',
  jsClass: TimeSpan,
  interfaces: 'IComparable, IComparable<TimeSpan>, IEquatable<TimeSpan>, IFormattable, ISpanFormattable',
  defaultValue: () => TimeSpan.zero,
  members: {
    'new(long ticks)': (ticks: bigint) => new TimeSpan(ticks),
    'new(int hours, int minutes, int seconds)': (h: number, m: number, s: number) => TimeSpan.fromParts(0, h, m, s),
    'new(int days, int hours, int minutes, int seconds)': (d: number, h: number, m: number, s: number) =>
      TimeSpan.fromParts(d, h, m, s),
    'new(int days, int hours, int minutes, int seconds, int milliseconds)': (
      d: number,
      h: number,
      m: number,
      s: number,
      ms: number,
    ) => TimeSpan.fromParts(d, h, m, s, ms),
    'new(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)': (
      d: number,
      h: number,
      m: number,
      s: number,
      ms: number,
      us: number,
    ) => TimeSpan.fromParts(d, h, m, s, ms, us),
    'prop Days int get': (t: TimeSpan) => t.days,
    'prop Hours int get': (t: TimeSpan) => t.hours,
    'prop Microseconds int get': (t: TimeSpan) => t.microseconds,
    'prop Milliseconds int get': (t: TimeSpan) => t.milliseconds,
    'prop Minutes int get': (t: TimeSpan) => t.minutes,
    'prop Nanoseconds int get': (t: TimeSpan) => t.nanoseconds,
    'prop Seconds int get': (t: TimeSpan) => t.seconds,
    'prop Ticks long get': (t: TimeSpan) => t.ticks,
    ...totals,
    'prop TotalNanoseconds double get': (t: TimeSpan) => Number(t.ticks) * 100,
    ...constantMembers,
    'static field MaxValue TimeSpan': () => TimeSpan.maxValue,
    'static field MinValue TimeSpan': () => TimeSpan.minValue,
    'static field Zero TimeSpan': () => TimeSpan.zero,
    'Add(TimeSpan ts) TimeSpan': (a: TimeSpan, b: TimeSpan) => a.add(b),
    'static Compare(TimeSpan t1, TimeSpan t2) int': (a: TimeSpan, b: TimeSpan) => a.compareTo(b),
    ...orderMembers('TimeSpan', (v) => v instanceof TimeSpan),
    ...comparisonOperators('TimeSpan'),
    'Divide(double divisor) TimeSpan': (t: TimeSpan, n: number) => t.divide(n),
    'Divide(TimeSpan ts) double': (a: TimeSpan, b: TimeSpan) => a.ratio(b),
    'Duration() TimeSpan': (t: TimeSpan) => t.duration(),
    'static Equals(TimeSpan t1, TimeSpan t2) bool': (a: TimeSpan, b: TimeSpan) => a.equals(b),
    ...factories(),
    'Multiply(double factor) TimeSpan': (t: TimeSpan, n: number) => t.multiply(n),
    'Negate() TimeSpan': (t: TimeSpan) => t.negate(),
    ...parsing,
    'Subtract(TimeSpan ts) TimeSpan': (a: TimeSpan, b: TimeSpan) => a.subtract(b),
    'ToString(string format) string'(t: TimeSpan, format: Text) {
      return formatTimeSpan(t, format, separatorOf(this, null));
    },
    'ToString() string': (t: TimeSpan) => formatTimeSpan(t, null, '.'),
    'ToString(string format, IFormatProvider formatProvider) string'(t: TimeSpan, format: Text, provider) {
      return formatTimeSpan(t, format, separatorOf(this, provider));
    },
    'static op_Addition(TimeSpan t1, TimeSpan t2) TimeSpan': (a: TimeSpan, b: TimeSpan) => a.add(b),
    'static op_Subtraction(TimeSpan t1, TimeSpan t2) TimeSpan': (a: TimeSpan, b: TimeSpan) => a.subtract(b),
    'static op_Multiply(TimeSpan timeSpan, double factor) TimeSpan': (t: TimeSpan, n: number) => t.multiply(n),
    'static op_Multiply(double factor, TimeSpan timeSpan) TimeSpan': (n: number, t: TimeSpan) => t.multiply(n),
    'static op_Division(TimeSpan timeSpan, double divisor) TimeSpan': (t: TimeSpan, n: number) => t.divide(n),
    'static op_Division(TimeSpan t1, TimeSpan t2) double': (a: TimeSpan, b: TimeSpan) => a.ratio(b),
    'static op_UnaryNegation(TimeSpan t) TimeSpan': (t: TimeSpan) => t.negate(),
    'static op_UnaryPlus(TimeSpan t) TimeSpan': (t: TimeSpan) => t,
  },
});
