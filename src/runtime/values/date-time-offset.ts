import type { DateTime } from './date-time.ts';

/** System.DateTimeOffset: a clock reading (kind Unspecified) with its distance from UTC in whole minutes; immutable. */
export class DateTimeOffset {
  /** The clock reading at the offset, kind Unspecified. */
  readonly dateTime: DateTime;
  readonly offsetMinutes: number;

  constructor(dateTime: DateTime, offsetMinutes: number) {
    this.dateTime = dateTime;
    this.offsetMinutes = offsetMinutes;
  }
}
