import { NetException } from '../errors/net-exception.ts';
import { DateTime, TICKS_PER_MINUTE } from './date-time.ts';
import { TimeSpan } from './time-span.ts';
import { offsetMinutesOf, type TimeZone, toLocalTime, unixMillisecondsOf } from './time-zone.ts';

/** System.DateTimeOffset: a clock reading (kind Unspecified) with its distance from UTC in whole minutes; immutable. */
export class DateTimeOffset {
  static readonly minValue: DateTimeOffset = new DateTimeOffset(DateTime.minValue, 0);
  static readonly maxValue: DateTimeOffset = new DateTimeOffset(DateTime.maxValue, 0);

  /** The clock reading at the offset, kind Unspecified. */
  readonly dateTime: DateTime;
  readonly offsetMinutes: number;

  /** Unchecked; {@link create} checks. */
  constructor(dateTime: DateTime, offsetMinutes: number) {
    this.dateTime = dateTime.withKind(0);
    this.offsetMinutes = offsetMinutes;
  }

  /** From a clock reading and an offset, with the checks of the .NET constructor. */
  static create(dateTime: DateTime, offset: TimeSpan, zone: TimeZone): DateTimeOffset {
    if (offset.ticks % 600_000_000n !== 0n) {
      throw new NetException('System.ArgumentException', 'An offset from UTC has whole minutes.');
    }
    const minutes = Number(offset.ticks / 600_000_000n);
    if (Math.abs(minutes) > 840) {
      throw new NetException('System.ArgumentOutOfRangeException', 'An offset from UTC is at most 14 hours.');
    }
    if (dateTime.kind !== 0 && offsetMinutesOf(dateTime, zone) !== minutes) {
      throw new NetException(
        'System.ArgumentException',
        'The offset is not the one that the kind of the time asks for.',
      );
    }
    dateTime.addTicks(-offset.ticks);
    return new DateTimeOffset(dateTime, minutes);
  }

  /** As the conversion from DateTime: Utc gets offset 0, the other kinds the zone's. */
  static fromDateTime(value: DateTime, zone: TimeZone): DateTimeOffset {
    return new DateTimeOffset(value, offsetMinutesOf(value, zone));
  }

  static fromUnixMilliseconds(milliseconds: number): DateTimeOffset {
    return new DateTimeOffset(DateTime.fromUnixMilliseconds(milliseconds), 0);
  }

  get offset(): TimeSpan {
    return new TimeSpan(BigInt(this.offsetMinutes) * 600_000_000n);
  }

  /** The instant, kind Utc. */
  get utcDateTime(): DateTime {
    return this.dateTime.addTicks(BigInt(-this.offsetMinutes * TICKS_PER_MINUTE)).withKind(1);
  }

  localDateTime(zone: TimeZone): DateTime {
    return toLocalTime(this.utcDateTime, zone);
  }

  toUniversalTime(): DateTimeOffset {
    return new DateTimeOffset(this.utcDateTime, 0);
  }

  toLocalTime(zone: TimeZone): DateTimeOffset {
    const utc = this.utcDateTime;
    return new DateTimeOffset(toLocalTime(utc, zone), zone.offsetMinutesAt(unixMillisecondsOf(utc)));
  }

  /** The same instant read at another offset. */
  toOffset(offset: TimeSpan): DateTimeOffset {
    if (offset.ticks % 600_000_000n !== 0n || offset.ticks > 504_000_000_000n || offset.ticks < -504_000_000_000n) {
      throw new NetException(
        'System.ArgumentOutOfRangeException',
        'An offset from UTC is at most 14 hours, in minutes.',
      );
    }
    return new DateTimeOffset(this.utcDateTime.addTicks(offset.ticks), Number(offset.ticks / 600_000_000n));
  }

  /** Applies DateTime arithmetic to the clock reading and keeps the offset. */
  map(change: (clock: DateTime) => DateTime): DateTimeOffset {
    return new DateTimeOffset(change(this.dateTime), this.offsetMinutes);
  }

  since(other: DateTimeOffset): TimeSpan {
    return this.utcDateTime.since(other.utcDateTime);
  }

  toUnixMilliseconds(): bigint {
    return BigInt(unixMillisecondsOf(this.utcDateTime));
  }

  toUnixSeconds(): bigint {
    return BigInt(Math.floor(unixMillisecondsOf(this.utcDateTime) / 1000));
  }

  /** By instant, whatever the offsets. */
  compareTo(other: DateTimeOffset): number {
    return this.utcDateTime.compareTo(other.utcDateTime);
  }

  equals(other: DateTimeOffset): boolean {
    return this.compareTo(other) === 0;
  }

  equalsExact(other: DateTimeOffset): boolean {
    return this.offsetMinutes === other.offsetMinutes && this.dateTime.equals(other.dateTime);
  }
}
