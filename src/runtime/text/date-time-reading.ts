import { dayNumberOf, isValidDate } from '../values/calendar.ts';
import { DateTime, MAX_DAY, TICKS_PER_DAY, TICKS_PER_MINUTE } from '../values/date-time.ts';
import { DateTimeOffset } from '../values/date-time-offset.ts';
import { type DateEnvironment, localNow, offsetMinutesAtLocal, toLocalTime } from '../values/time-zone.ts';
import type { DateTimeFormatInfo } from './date-time-format-info.ts';

/** System.Globalization.DateTimeStyles. */
export const DateTimeStyles = {
  None: 0,
  AllowLeadingWhite: 1,
  AllowTrailingWhite: 2,
  AllowInnerWhite: 4,
  AllowWhiteSpaces: 7,
  NoCurrentDateDefault: 8,
  AdjustToUniversal: 16,
  AssumeLocal: 32,
  AssumeUniversal: 64,
  RoundtripKind: 128,
} as const;

/** What reading a date needs besides the text. */
export interface DateReadingContext {
  readonly info: DateTimeFormatInfo;
  readonly environment: DateEnvironment;
  /** {@link DateTimeStyles}, or-ed. */
  readonly styles: number;
}

/** Thrown while reading and caught at the entrance: the text is no date, for `reason`. */
export class DateReadingFailure {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** The highest year that a two-digit year can mean (GregorianCalendar.TwoDigitYearMax). */
const TWO_DIGIT_YEAR_MAX = 2049;

/** What a date text said so far, and how it becomes a value. */
export class DateTimeReading {
  readonly context: DateReadingContext;
  year = -1;
  month = -1;
  day = -1;
  hour = 0;
  minute = 0;
  second = 0;
  /** Ticks below a second, 0 to 10000000 (when rounding carries). */
  fraction = 0;
  haveDate = false;
  haveTime = false;
  /** An offset or zone was given, in `offsetMinutes`. */
  zoneUsed = false;
  /** The zone was named as UTC (Z, GMT). */
  zoneUtc = false;
  offsetMinutes = 0;
  afternoon: boolean | undefined = undefined;
  dayOfWeek = -1;
  /** The format stands for UTC (u, r), which only a DateTimeOffset heeds. */
  utcByFormat = false;
  /** AssumeUniversal as the format itself asks for it (u, U). */
  extraStyles = 0;

  constructor(context: DateReadingContext) {
    this.context = context;
  }

  get styles(): number {
    return this.context.styles | this.extraStyles;
  }

  setZone(offsetMinutes: number, utc: boolean): void {
    if (this.zoneUsed) throw new DateReadingFailure('it names two zones');
    this.zoneUsed = true;
    this.zoneUtc = utc;
    this.offsetMinutes = offsetMinutes;
  }

  setMark(afternoon: boolean): void {
    if (this.afternoon !== undefined) throw new DateReadingFailure('it says twice which half of the day');
    this.afternoon = afternoon;
  }

  /** Takes a date when it is one. */
  setDate(year: number, month: number, day: number): boolean {
    if (!isValidDate(year, month, day)) return false;
    this.year = year;
    this.month = month;
    this.day = day;
    this.haveDate = true;
    return true;
  }

  currentYear(): number {
    return this.now(false).year;
  }

  /** The clock reading that the text means, without a kind. */
  private clockReading(forOffset: boolean): DateTime {
    this.fillInDate(forOffset);
    if (!isValidDate(this.year, this.month, this.day)) throw new DateReadingFailure('there is no such day');
    if (this.hour > 23 || this.minute > 59 || this.second > 59) {
      throw new DateReadingFailure('there is no such time of day');
    }
    const seconds = (this.hour * 60 + this.minute) * 60 + this.second;
    const reading = new DateTime(dayNumberOf(this.year, this.month, this.day), 0);
    const tick = seconds * 10_000_000 + this.fraction;
    const value =
      tick < TICKS_PER_DAY ? new DateTime(reading.day, tick) : new DateTime(reading.day + 1, tick - TICKS_PER_DAY);
    if (value.day > MAX_DAY) throw new DateReadingFailure('it is past the year 9999');
    if (this.dayOfWeek >= 0 && this.dayOfWeek !== value.dayOfWeek) {
      throw new DateReadingFailure('it names the wrong day of the week');
    }
    return value;
  }

  private fillInDate(forOffset: boolean): void {
    if (this.year >= 0 && this.month >= 0 && this.day >= 0) return;
    const today = this.now(forOffset).calendarDate;
    const nothing = this.year < 0 && this.month < 0 && this.day < 0;
    const first = (this.styles & DateTimeStyles.NoCurrentDateDefault) !== 0;
    if (nothing && !first) {
      this.year = today.year;
      this.month = today.month;
      this.day = today.day;
      return;
    }
    if (this.year < 0) this.year = nothing ? 1 : today.year;
    if (this.month < 0) this.month = 1;
    if (this.day < 0) this.day = 1;
  }

  private now(forOffset: boolean): DateTime {
    const { environment } = this.context;
    if (forOffset && this.zoneUsed) {
      return environment.utcNow().addMinutes(this.offsetMinutes);
    }
    if (forOffset && (this.styles & DateTimeStyles.AssumeUniversal) !== 0) return environment.utcNow();
    return localNow(environment);
  }

  /** Twelve-hour marks applied; for free text, where 13 PM means 13. */
  applyMark(): void {
    if (this.afternoon === undefined) return;
    if (!this.afternoon) {
      if (this.hour > 12) throw new DateReadingFailure('its hour does not fit to its AM mark');
      if (this.hour === 12) this.hour = 0;
    } else {
      if (this.hour > 23) throw new DateReadingFailure('there is no such hour');
      if (this.hour < 12) this.hour += 12;
    }
  }

  /** The DateTime, its kind chosen by zone and styles. */
  toDateTime(): DateTime {
    const timeOnly = this.year < 0 && this.month < 0 && this.day < 0;
    const value = this.clockReading(false);
    const { zone } = this.context.environment;
    const styles = this.styles;
    this.checkOffset();
    const toUniversal = (styles & DateTimeStyles.AdjustToUniversal) !== 0;
    if (!this.zoneUsed) {
      if ((styles & DateTimeStyles.AssumeLocal) !== 0) {
        if (!toUniversal) return value.withKind(2);
        this.offsetMinutes = offsetMinutesAtLocal(zone, value);
      } else if ((styles & DateTimeStyles.AssumeUniversal) !== 0) {
        if (toUniversal) return value.withKind(1);
      } else {
        return value;
      }
    }
    if ((styles & DateTimeStyles.RoundtripKind) !== 0 && this.zoneUtc) return value.withKind(1);
    const utc = shift(value, -this.offsetMinutes, toUniversal || timeOnly);
    if (toUniversal) return utc.withKind(1);
    return toLocalTime(utc.withKind(1), zone);
  }

  /** The DateTimeOffset: without a zone in the text the styles or the local zone give the offset. */
  toDateTimeOffset(): DateTimeOffset {
    const value = this.clockReading(true);
    const { zone } = this.context.environment;
    if (!this.zoneUsed) {
      const universal = this.utcByFormat || (this.styles & DateTimeStyles.AssumeUniversal) !== 0;
      this.offsetMinutes = universal ? 0 : offsetMinutesAtLocal(zone, value);
    }
    this.checkOffset();
    const utc = shift(value, -this.offsetMinutes, false);
    if ((this.styles & DateTimeStyles.AdjustToUniversal) !== 0) return new DateTimeOffset(utc, 0);
    return new DateTimeOffset(value, this.offsetMinutes);
  }

  private checkOffset(): void {
    if (Math.abs(this.offsetMinutes) > 840) throw new DateReadingFailure('its offset is more than 14 hours');
  }
}

/** A two-digit year in the century that the calendar gives it. */
export function fourDigitYear(year: number): number {
  if (year > 99) return year;
  const century = Math.floor(TWO_DIGIT_YEAR_MAX / 100) * 100;
  return century + year > TWO_DIGIT_YEAR_MAX ? century - 100 + year : century + year;
}

function shift(value: DateTime, minutes: number, wrap: boolean): DateTime {
  let tick = value.tickOfDay + minutes * TICKS_PER_MINUTE;
  const days = Math.floor(tick / TICKS_PER_DAY);
  tick -= days * TICKS_PER_DAY;
  let day = value.day + days;
  if (day < 0 && wrap) day = 0;
  if (day < 0 || day > MAX_DAY) throw new DateReadingFailure('it is outside the years 1 to 9999 in UTC');
  return new DateTime(day, tick);
}
