import { NetException } from '../errors/net-exception.ts';
import { type CalendarDate, dateOfDayNumber, dayNumberOf, dayOfYearOf, daysInMonth, isValidDate } from './calendar.ts';
import { TimeSpan } from './time-span.ts';

/** DateTimeKind: 0 Unspecified, 1 Utc, 2 Local, numbered as System.DateTimeKind. */
export type DateTimeKind = 0 | 1 | 2;

export const TICKS_PER_MILLISECOND = 10_000;
export const TICKS_PER_SECOND = 10_000_000;
export const TICKS_PER_MINUTE = 600_000_000;
export const TICKS_PER_HOUR = 36_000_000_000;
export const TICKS_PER_DAY = 864_000_000_000;

const TICKS_PER_DAY_BIG = 864_000_000_000n;

/** Days from 0001-01-01 to 1970-01-01. */
export const UNIX_EPOCH_DAY = 719_162;
/** The last day number, 9999-12-31. */
export const MAX_DAY = 3_652_058;

/**
 * System.DateTime: a point of time in ticks of 100 ns and its kind; immutable.
 * The ticks are held as two exact numbers, whole days since 0001-01-01 and the ticks of that day,
 * so that no calendar arithmetic needs a bigint; `ticks` joins them. What depends on a time zone
 * (ToLocalTime, ToUniversalTime) is in time-zone.ts.
 */
export class DateTime {
  static readonly minValue: DateTime = new DateTime(0, 0);
  static readonly maxValue: DateTime = new DateTime(MAX_DAY, TICKS_PER_DAY - 1);
  static readonly unixEpoch: DateTime = new DateTime(UNIX_EPOCH_DAY, 0, 1);

  /** Days since 0001-01-01, 0 to 3652058. */
  readonly day: number;
  /** Ticks since midnight, 0 to 863999999999. */
  readonly tickOfDay: number;
  readonly kind: DateTimeKind;

  constructor(day: number, tickOfDay: number, kind: DateTimeKind = 0) {
    this.day = day;
    this.tickOfDay = tickOfDay;
    this.kind = kind;
  }

  /** From Int64 ticks; ArgumentOutOfRangeException when they name no time. */
  static fromTicks(ticks: bigint, kind: DateTimeKind = 0): DateTime {
    if (ticks < 0n || ticks > 3_155_378_975_999_999_999n) throw outOfRange('ticks');
    const day = ticks / TICKS_PER_DAY_BIG;
    return new DateTime(Number(day), Number(ticks - day * TICKS_PER_DAY_BIG), kind);
  }

  /** From calendar and clock parts; ArgumentOutOfRangeException when they name no time. */
  static fromParts(
    year: number,
    month: number,
    day: number,
    hour = 0,
    minute = 0,
    second = 0,
    tick = 0,
    kind: DateTimeKind = 0,
  ): DateTime {
    if (!isValidDate(year, month, day)) {
      throw new NetException(
        'System.ArgumentOutOfRangeException',
        `There is no day ${day} of month ${month} in year ${year}.`,
      );
    }
    const inRange = (value: number, end: number): boolean => value >= 0 && value < end;
    if (!inRange(hour, 24) || !inRange(minute, 60) || !inRange(second, 60) || !inRange(tick, TICKS_PER_SECOND)) {
      throw new NetException('System.ArgumentOutOfRangeException', `${hour}:${minute}:${second} is no time of day.`);
    }
    const tickOfDay = hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + second * TICKS_PER_SECOND + tick;
    return new DateTime(dayNumberOf(year, month, day), tickOfDay, kind);
  }

  /** From milliseconds since 1970 (a `Date` value); kind Utc unless said. */
  static fromUnixMilliseconds(milliseconds: number, kind: DateTimeKind = 1): DateTime {
    const days = Math.floor(milliseconds / 86_400_000);
    const rest = Math.round((milliseconds - days * 86_400_000) * TICKS_PER_MILLISECOND);
    const day = days + UNIX_EPOCH_DAY;
    if (!(day >= 0 && day <= MAX_DAY)) throw outOfRange('milliseconds');
    return new DateTime(day, rest, kind);
  }

  /** All ticks since 0001-01-01T00:00:00 as an Int64. */
  get ticks(): bigint {
    return BigInt(this.day) * TICKS_PER_DAY_BIG + BigInt(this.tickOfDay);
  }

  /** Year, month and day together; cheaper than asking for each. */
  get calendarDate(): CalendarDate {
    return dateOfDayNumber(this.day);
  }

  get year(): number {
    return this.calendarDate.year;
  }

  get month(): number {
    return this.calendarDate.month;
  }

  get dayOfMonth(): number {
    return this.calendarDate.day;
  }

  /** 0 Sunday to 6 Saturday. */
  get dayOfWeek(): number {
    return (this.day + 1) % 7;
  }

  get dayOfYear(): number {
    return dayOfYearOf(this.calendarDate);
  }

  get hour(): number {
    return Math.floor(this.tickOfDay / TICKS_PER_HOUR);
  }

  get minute(): number {
    return Math.floor(this.tickOfDay / TICKS_PER_MINUTE) % 60;
  }

  get second(): number {
    return Math.floor(this.tickOfDay / TICKS_PER_SECOND) % 60;
  }

  get millisecond(): number {
    return Math.floor(this.tickOfDay / TICKS_PER_MILLISECOND) % 1000;
  }

  /** 0 to 999. */
  get microsecond(): number {
    return Math.floor(this.tickOfDay / 10) % 1000;
  }

  /** 0 to 900 in steps of 100. */
  get nanosecond(): number {
    return (this.tickOfDay % 10) * 100;
  }

  get date(): DateTime {
    return new DateTime(this.day, 0, this.kind);
  }

  get timeOfDay(): TimeSpan {
    return new TimeSpan(BigInt(this.tickOfDay));
  }

  withKind(kind: DateTimeKind): DateTime {
    return kind === this.kind ? this : new DateTime(this.day, this.tickOfDay, kind);
  }

  /** Moves by Int64 ticks and keeps the kind. */
  addTicks(ticks: bigint): DateTime {
    return DateTime.fromTicks(this.ticks + ticks, this.kind);
  }

  add(span: TimeSpan): DateTime {
    return this.addTicks(span.ticks);
  }

  addDays(days: number): DateTime {
    return this.addUnits(days, TICKS_PER_DAY);
  }

  addHours(hours: number): DateTime {
    return this.addUnits(hours, TICKS_PER_HOUR);
  }

  addMinutes(minutes: number): DateTime {
    return this.addUnits(minutes, TICKS_PER_MINUTE);
  }

  addSeconds(seconds: number): DateTime {
    return this.addUnits(seconds, TICKS_PER_SECOND);
  }

  addMilliseconds(milliseconds: number): DateTime {
    return this.addUnits(milliseconds, TICKS_PER_MILLISECOND);
  }

  addMicroseconds(microseconds: number): DateTime {
    return this.addUnits(microseconds, 10);
  }

  /** Moves by whole months; a day past the end of the new month becomes its last day. */
  addMonths(months: number): DateTime {
    if (months < -120_000 || months > 120_000) throw outOfRange('months');
    const date = this.calendarDate;
    const count = date.year * 12 + (date.month - 1) + months;
    const year = Math.floor(count / 12);
    const month = count - year * 12 + 1;
    if (year < 1 || year > 9999) throw outOfRange('months');
    const day = Math.min(date.day, daysInMonth(year, month));
    return new DateTime(dayNumberOf(year, month, day), this.tickOfDay, this.kind);
  }

  addYears(years: number): DateTime {
    if (years < -10_000 || years > 10_000) throw outOfRange('years');
    return this.addMonths(years * 12);
  }

  subtract(span: TimeSpan): DateTime {
    return this.addTicks(-span.ticks);
  }

  /** The time from `other` to this one; kinds are not looked at. */
  since(other: DateTime): TimeSpan {
    return new TimeSpan(BigInt(this.day - other.day) * TICKS_PER_DAY_BIG + BigInt(this.tickOfDay - other.tickOfDay));
  }

  /** Below, at or above 0 as this is before, at or after `other`; kinds are not looked at. */
  compareTo(other: DateTime): number {
    return this.day - other.day || this.tickOfDay - other.tickOfDay;
  }

  equals(other: DateTime): boolean {
    return this.day === other.day && this.tickOfDay === other.tickOfDay;
  }

  /** Whole and fractional units are moved apart, as .NET does, so that days never lose ticks to rounding. */
  private addUnits(value: number, ticksPerUnit: number): DateTime {
    const limit = 315_537_897_600_000 / (ticksPerUnit / TICKS_PER_MILLISECOND);
    if (!(Math.abs(value) <= limit)) throw outOfRange('value');
    const whole = Math.trunc(value);
    const fraction = Math.trunc((value - whole) * ticksPerUnit);
    if (Math.abs(whole) < 9000) {
      const tick = this.tickOfDay + whole * ticksPerUnit + fraction;
      const days = Math.floor(tick / TICKS_PER_DAY);
      const day = this.day + days;
      if (day < 0 || day > MAX_DAY) throw outOfRange('value');
      return new DateTime(day, tick - days * TICKS_PER_DAY, this.kind);
    }
    return this.addTicks(BigInt(whole) * BigInt(ticksPerUnit) + BigInt(fraction));
  }
}

function outOfRange(parameter: string): NetException {
  const error = new NetException(
    'System.ArgumentOutOfRangeException',
    `The ${parameter} leads to a time outside the years 1 to 9999.`,
  );
  error.properties.set('ParamName', parameter);
  return error;
}
