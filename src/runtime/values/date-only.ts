import { NetException } from '../errors/net-exception.ts';
import { dayNumberOf, isValidDate } from './calendar.ts';
import { DateTime, type DateTimeKind, MAX_DAY } from './date-time.ts';
import type { TimeOnly } from './time-only.ts';

/** System.DateOnly: a calendar day as days since 0001-01-01; immutable. */
export class DateOnly {
  static readonly minValue: DateOnly = new DateOnly(0);
  static readonly maxValue: DateOnly = new DateOnly(MAX_DAY);

  readonly dayNumber: number;

  /** Unchecked; {@link fromDayNumber} checks. */
  constructor(dayNumber: number) {
    this.dayNumber = dayNumber;
  }

  static fromDayNumber(dayNumber: number): DateOnly {
    if (!(dayNumber >= 0 && dayNumber <= MAX_DAY)) {
      throw new NetException('System.ArgumentOutOfRangeException', `No day has the number ${dayNumber}.`);
    }
    return new DateOnly(dayNumber);
  }

  static fromParts(year: number, month: number, day: number): DateOnly {
    if (!isValidDate(year, month, day)) {
      throw new NetException(
        'System.ArgumentOutOfRangeException',
        `There is no day ${day} of month ${month} in year ${year}.`,
      );
    }
    return new DateOnly(dayNumberOf(year, month, day));
  }

  static fromDateTime(value: DateTime): DateOnly {
    return new DateOnly(value.day);
  }

  /** Midnight of the day, for what DateTime already answers (Year, DayOfWeek, formats). */
  get midnight(): DateTime {
    return new DateTime(this.dayNumber, 0);
  }

  toDateTime(time: TimeOnly, kind: DateTimeKind = 0): DateTime {
    return new DateTime(this.dayNumber, time.tickOfDay, kind);
  }

  addDays(days: number): DateOnly {
    return DateOnly.fromDayNumber(this.dayNumber + days);
  }

  addMonths(months: number): DateOnly {
    return new DateOnly(this.midnight.addMonths(months).day);
  }

  addYears(years: number): DateOnly {
    return new DateOnly(this.midnight.addYears(years).day);
  }

  compareTo(other: DateOnly): number {
    return this.dayNumber - other.dayNumber;
  }

  equals(other: DateOnly): boolean {
    return this.dayNumber === other.dayNumber;
  }
}
