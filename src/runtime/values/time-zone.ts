import { DateTime, type DateTimeKind, TICKS_PER_DAY, TICKS_PER_MILLISECOND, UNIX_EPOCH_DAY } from './date-time.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** A time zone as the host gives it. */
export interface TimeZone {
  /** IANA name. */
  readonly id: string;
  /** Minutes east of UTC at an instant, given in milliseconds since 1970-01-01T00:00:00Z. */
  offsetMinutesAt(utcMilliseconds: number): number;
}

/** What date functions need of the outside: the local zone and the clock. */
export interface DateEnvironment {
  readonly zone: TimeZone;
  /** The present instant, kind Utc. */
  utcNow(): DateTime;
}

/** The zone of an engine that was given none. */
export const utcZone: TimeZone = { id: 'UTC', offsetMinutesAt: () => 0 };

/** A named IANA zone, or `undefined` when the host does not know the name. The Intl object is made on first use. */
export function namedZone(id: string): TimeZone | undefined {
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  const byQuarterHour = new Map<number, number>();
  return {
    id,
    offsetMinutesAt(utcMilliseconds) {
      const key = Math.floor(utcMilliseconds / (15 * MS_PER_MINUTE));
      const known = byQuarterHour.get(key);
      if (known !== undefined) return known;
      if (byQuarterHour.size > 4096) byQuarterHour.clear();
      const offset = measureOffset(formatter, utcMilliseconds);
      byQuarterHour.set(key, offset);
      return offset;
    },
  };
}

function measureOffset(formatter: Intl.DateTimeFormat, utcMilliseconds: number): number {
  const part: Record<string, number> = {};
  let beforeChrist = false;
  for (const { type, value } of formatter.formatToParts(utcMilliseconds)) {
    if (type === 'era') beforeChrist = value === 'BC';
    else part[type] = Number(value);
  }
  const year = beforeChrist ? 1 - (part['year'] ?? 1) : (part['year'] ?? 1);
  const local = new Date(0);
  local.setUTCFullYear(year, (part['month'] ?? 1) - 1, part['day'] ?? 1);
  local.setUTCHours(part['hour'] ?? 0, part['minute'] ?? 0, part['second'] ?? 0);
  return Math.floor((local.getTime() - Math.floor(utcMilliseconds / 1000) * 1000) / MS_PER_MINUTE);
}

/** Milliseconds since 1970 of a clock reading, without regard to its kind. */
export function unixMillisecondsOf(value: DateTime): number {
  return (value.day - UNIX_EPOCH_DAY) * MS_PER_DAY + Math.floor(value.tickOfDay / TICKS_PER_MILLISECOND);
}

/**
 * Minutes east of UTC for a local clock reading. Of two readings (clock set back) the standard one counts, as
 * in System.TimeZoneInfo; so it does for a reading that the clock skipped.
 */
export function offsetMinutesAtLocal(zone: TimeZone, local: DateTime): number {
  const ms = unixMillisecondsOf(local);
  const before = zone.offsetMinutesAt(ms - MS_PER_DAY);
  const after = zone.offsetMinutesAt(ms + MS_PER_DAY);
  if (before === after) return before;
  const fits = (offset: number): boolean => zone.offsetMinutesAt(ms - offset * MS_PER_MINUTE) === offset;
  const beforeFits = fits(before);
  if (beforeFits === fits(after)) return Math.min(before, after);
  return beforeFits ? before : after;
}

/** Minutes east of UTC that a DateTime of any kind stands for: 0 for Utc, the zone's otherwise. */
export function offsetMinutesOf(value: DateTime, zone: TimeZone): number {
  return value.kind === 1 ? 0 : offsetMinutesAtLocal(zone, value);
}

/** DateTime.ToUniversalTime: Unspecified counts as local. */
export function toUniversalTime(value: DateTime, zone: TimeZone): DateTime {
  return value.kind === 1 ? value : shiftMinutes(value, -offsetMinutesAtLocal(zone, value), 1);
}

/** DateTime.ToLocalTime: Unspecified counts as UTC. */
export function toLocalTime(value: DateTime, zone: TimeZone): DateTime {
  return value.kind === 2 ? value : shiftMinutes(value, zone.offsetMinutesAt(unixMillisecondsOf(value)), 2);
}

/** The present local time. */
export function localNow(environment: DateEnvironment): DateTime {
  return toLocalTime(environment.utcNow(), environment.zone);
}

/** Whether daylight saving time is in force at a local clock reading (never for kind Utc). */
export function isDaylightSavingTime(value: DateTime, zone: TimeZone): boolean {
  if (value.kind === 1) return false;
  const year = Date.UTC(value.year, 0, 1);
  const winter = zone.offsetMinutesAt(year);
  const summer = zone.offsetMinutesAt(year + 182 * MS_PER_DAY);
  return offsetMinutesAtLocal(zone, value) > Math.min(winter, summer);
}

/** Moves a clock reading by minutes and stops at the ends of the calendar. */
function shiftMinutes(value: DateTime, minutes: number, kind: DateTimeKind): DateTime {
  let tick = value.tickOfDay + minutes * 600_000_000;
  let day = value.day;
  if (tick < 0) {
    tick += TICKS_PER_DAY;
    day -= 1;
  } else if (tick >= TICKS_PER_DAY) {
    tick -= TICKS_PER_DAY;
    day += 1;
  }
  if (day < 0) return DateTime.minValue.withKind(kind);
  if (day > DateTime.maxValue.day) return DateTime.maxValue.withKind(kind);
  return new DateTime(day, tick, kind);
}
