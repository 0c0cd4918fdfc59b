import { NetException } from '../errors/net-exception.ts';
import { DateTime, TICKS_PER_DAY } from './date-time.ts';
import { TimeSpan } from './time-span.ts';

/** System.TimeOnly: a time of day in ticks since midnight, 0 to 863999999999; immutable. */
export class TimeOnly {
  static readonly minValue: TimeOnly = new TimeOnly(0);
  static readonly maxValue: TimeOnly = new TimeOnly(TICKS_PER_DAY - 1);

  readonly tickOfDay: number;

  /** Unchecked; {@link fromTicks} checks. */
  constructor(tickOfDay: number) {
    this.tickOfDay = tickOfDay;
  }

  static fromTicks(ticks: bigint): TimeOnly {
    if (ticks < 0n || ticks >= BigInt(TICKS_PER_DAY)) {
      throw new NetException('System.ArgumentOutOfRangeException', 'A time of day is less than 24 hours.');
    }
    return new TimeOnly(Number(ticks));
  }

  static fromParts(hour: number, minute: number, second = 0, millisecond = 0, microsecond = 0): TimeOnly {
    return new TimeOnly(
      DateTime.fromParts(1, 1, 1, hour, minute, second, millisecond * 10_000 + microsecond * 10).tickOfDay,
    );
  }

  static fromTimeSpan(span: TimeSpan): TimeOnly {
    return TimeOnly.fromTicks(span.ticks);
  }

  static fromDateTime(value: DateTime): TimeOnly {
    return new TimeOnly(value.tickOfDay);
  }

  /** The time on 0001-01-01, for what DateTime already answers (Hour, formats). */
  get onFirstDay(): DateTime {
    return new DateTime(0, this.tickOfDay);
  }

  toTimeSpan(): TimeSpan {
    return new TimeSpan(BigInt(this.tickOfDay));
  }

  /** Adds and wraps round midnight; `days` tells how many times. */
  addWrapping(span: TimeSpan): { readonly time: TimeOnly; readonly days: number } {
    const sum = BigInt(this.tickOfDay) + span.ticks;
    const size = BigInt(TICKS_PER_DAY);
    let days = sum / size;
    if (sum % size < 0n) days -= 1n;
    return { time: new TimeOnly(Number(sum - days * size)), days: Number(days) };
  }

  /** The time from `other` forward to this one, round midnight when this is the earlier. */
  since(other: TimeOnly): TimeSpan {
    const difference = this.tickOfDay - other.tickOfDay;
    return new TimeSpan(BigInt(difference < 0 ? difference + TICKS_PER_DAY : difference));
  }

  /** Start included, end not; a range whose end is before its start goes over midnight. */
  isBetween(start: TimeOnly, end: TimeOnly): boolean {
    const [t, from, to] = [this.tickOfDay, start.tickOfDay, end.tickOfDay];
    return from <= to ? from <= t && t < to : from <= t || t < to;
  }

  compareTo(other: TimeOnly): number {
    return this.tickOfDay - other.tickOfDay;
  }

  equals(other: TimeOnly): boolean {
    return this.tickOfDay === other.tickOfDay;
  }
}
