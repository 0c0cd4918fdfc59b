import { describe, expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import { DateTime } from '../../../src/runtime/values/date-time.ts';
import {
  binaryOf,
  fileTimeOf,
  fromBinary,
  fromOaDate,
  oaDateOf,
} from '../../../src/runtime/values/date-time-numbers.ts';
import { DateTimeOffset } from '../../../src/runtime/values/date-time-offset.ts';
import { TimeOnly } from '../../../src/runtime/values/time-only.ts';
import { TimeSpan } from '../../../src/runtime/values/time-span.ts';
import {
  isDaylightSavingTime,
  namedZone,
  offsetMinutesAtLocal,
  toLocalTime,
  toUniversalTime,
  utcZone,
} from '../../../src/runtime/values/time-zone.ts';

const start = DateTime.fromParts(2024, 1, 1);

describe('DateTime', () => {
  test('adds fractions of a unit without losing ticks', () => {
    const sums: [DateTime, bigint][] = [
      [start.addDays(0.1), 638396726400000000n],
      [start.addSeconds(0.00000015), 638396640000000001n],
      [start.addMilliseconds(0.4), 638396640000004000n],
      [start.addHours(1 / 3), 638396652000000000n],
      [start.addDays(-0.1), 638396553600000000n],
      [start.addMinutes(1e6 + 1 / 7), 638996640085714285n],
      [start.addDays(1e6 + 1 / 7), 1502396763428571414n],
    ];
    for (const [sum, ticks] of sums) expect(sum.ticks).toBe(ticks);
  });

  test('knows its calendar over the whole range', () => {
    for (const [year, month, day, weekday, ofYear] of [
      [1, 1, 1, 1, 1],
      [1900, 3, 1, 4, 60],
      [2000, 2, 29, 2, 60],
      [2024, 12, 31, 2, 366],
      [9999, 12, 31, 5, 365],
    ] as const) {
      const value = DateTime.fromParts(year, month, day);
      expect([value.year, value.month, value.dayOfMonth]).toEqual([year, month, day]);
      expect([value.dayOfWeek, value.dayOfYear]).toEqual([weekday, ofYear]);
    }
    for (let day = 0; day < 3_652_059; day += 9973) {
      const { year, month, day: ofMonth } = new DateTime(day, 0).calendarDate;
      expect(DateTime.fromParts(year, month, ofMonth).day).toBe(day);
    }
  });

  test('keeps months inside their length', () => {
    expect(DateTime.fromParts(2024, 1, 31).addMonths(1).dayOfMonth).toBe(29);
    expect(DateTime.fromParts(2024, 2, 29).addYears(1).dayOfMonth).toBe(28);
    expect(DateTime.fromParts(2024, 3, 31).addMonths(-13).month).toBe(2);
  });

  test('refuses what is outside the years 1 to 9999', () => {
    const cases = [
      () => start.addDays(1e7),
      () => start.addMonths(200_000),
      () => start.addYears(-3000),
      () => DateTime.fromParts(2023, 2, 29),
      () => DateTime.fromParts(2023, 2, 1, 24),
      () => DateTime.maxValue.addTicks(1n),
    ];
    for (const run of cases) expect(run).toThrow(NetException);
  });

  test('converts to OLE dates, file times and binary', () => {
    const noon = DateTime.fromParts(2024, 2, 29, 12);
    expect(oaDateOf(noon)).toBe(45351.5);
    expect(fromOaDate(-1.25)).toEqual(DateTime.fromParts(1899, 12, 29, 6));
    expect(oaDateOf(DateTime.fromParts(1899, 12, 29, 6))).toBe(-1.25);
    expect(fileTimeOf(noon, utcZone)).toBe(133536816000000000n);
    expect(binaryOf(noon.withKind(1), utcZone)).toBe(5250134066427387904n);
    expect(fromBinary(5250134066427387904n, utcZone)).toEqual(noon.withKind(1));
    expect(fromBinary(binaryOf(noon.withKind(2), utcZone), utcZone)).toEqual(noon.withKind(2));
  });
});

test('a zone changes its offset where the clocks change', () => {
  const berlin = namedZone('Europe/Berlin') ?? utcZone;
  expect(offsetMinutesAtLocal(berlin, DateTime.fromParts(2024, 3, 31, 2, 30))).toBe(60);
  expect(offsetMinutesAtLocal(berlin, DateTime.fromParts(2024, 10, 27, 2, 30))).toBe(60);
  expect(offsetMinutesAtLocal(berlin, DateTime.fromParts(2024, 7, 1))).toBe(120);
  expect(isDaylightSavingTime(DateTime.fromParts(2024, 7, 1), berlin)).toBe(true);
  const utc = toUniversalTime(DateTime.fromParts(2024, 7, 1, 1), berlin);
  expect([utc.month, utc.hour, utc.kind]).toEqual([6, 23, 1]);
  expect(toLocalTime(utc, berlin)).toEqual(DateTime.fromParts(2024, 7, 1, 1).withKind(2));
  expect(namedZone('Nowhere/Atlantis')).toBeUndefined();
});

describe('TimeSpan', () => {
  test('has parts of its sign and totals', () => {
    const span = TimeSpan.fromParts(-1, -2, -3, -4, -5);
    expect([span.days, span.hours, span.minutes, span.seconds, span.milliseconds]).toEqual([-1, -2, -3, -4, -5]);
    expect(TimeSpan.fromParts(1, 2, 3, 4, 5).total('Hours')).toBeCloseTo(26.0511125, 10);
    expect(TimeSpan.from('Seconds', 1.5).ticks).toBe(15_000_000n);
    expect(TimeSpan.from('Seconds', 2.5).divide(3).ticks).toBe(8_333_333n);
  });

  test('overflows as Int64 ticks do', () => {
    expect(() => TimeSpan.maxValue.add(new TimeSpan(1n))).toThrow(NetException);
    expect(() => TimeSpan.minValue.negate()).toThrow(NetException);
    expect(() => TimeSpan.from('Days', 1e9)).toThrow(NetException);
    expect(() => TimeSpan.zero.multiply(Number.NaN)).toThrow(NetException);
  });
});

test('a DateTimeOffset compares by instant', () => {
  const one = DateTimeOffset.create(DateTime.fromParts(2024, 1, 1, 12), TimeSpan.from('Hours', 2), utcZone);
  const two = DateTimeOffset.create(DateTime.fromParts(2024, 1, 1, 10), TimeSpan.zero, utcZone);
  expect(one.equals(two)).toBe(true);
  expect(one.equalsExact(two)).toBe(false);
  expect(one.toUnixSeconds()).toBe(1704103200n);
  expect(one.toOffset(TimeSpan.from('Hours', -5)).dateTime.hour).toBe(5);
  expect(() => DateTimeOffset.create(start, TimeSpan.from('Hours', 15), utcZone)).toThrow(NetException);
});

test('a TimeOnly wraps round midnight', () => {
  const late = TimeOnly.fromParts(23, 15, 30);
  expect(late.addWrapping(TimeSpan.from('Hours', 2))).toEqual({ time: TimeOnly.fromParts(1, 15, 30), days: 1 });
  expect(late.addWrapping(TimeSpan.from('Hours', -24)).days).toBe(-1);
  expect(late.isBetween(TimeOnly.fromParts(22, 0), TimeOnly.fromParts(2, 0))).toBe(true);
});
