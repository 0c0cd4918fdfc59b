import { dayNumberOf, isValidDate } from '../../values/calendar.ts';
import { DateTime, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../values/date-time.ts';
import { DateTimeOffset } from '../../values/date-time-offset.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { offsetMinutesOf, type TimeZone, toLocalTime, toUniversalTime } from '../../values/time-zone.ts';

/** `ConvertFrom-Json -DateKind` */
export type JsonDateKind = 'Default' | 'Local' | 'Utc' | 'Offset' | 'String';

const isoDate = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?(Z|[+-]\d\d:?\d\d)?$/;

/** The date in a JSON string in ISO form with a time; undefined for every other text. */
export function jsonDate(text: string, kind: JsonDateKind, zone: TimeZone): PSValue {
  if (kind === 'String' || text.length < 16 || text.length > 40) return undefined;
  const found = isoDate.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = found;
  const date = [Number(year), Number(month), Number(day)] as const;
  const hours = Number(hour);
  if (!isValidDate(...date) || hours > 24 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const ticks =
    hours * TICKS_PER_HOUR +
    Number(minute) * TICKS_PER_MINUTE +
    Number(second) * TICKS_PER_SECOND +
    Number(fraction.padEnd(7, '0'));
  const written = new DateTime(dayNumberOf(...date) + Math.floor(ticks / TICKS_PER_DAY), ticks % TICKS_PER_DAY, 0);
  return inKind(written, offset, kind, zone);
}

function inKind(written: DateTime, offset: string | undefined, kind: JsonDateKind, zone: TimeZone): PSValue {
  const minutes = offset === undefined ? undefined : offsetMinutes(offset);
  if (kind === 'Offset') return new DateTimeOffset(written, minutes ?? offsetMinutesOf(written, zone));
  if (minutes === undefined) {
    if (kind === 'Default') return written;
    return new DateTime(written.day, written.tickOfDay, kind === 'Utc' ? 1 : 2);
  }
  const utc = shifted(written, -minutes);
  const local = kind === 'Local' || (kind === 'Default' && offset !== 'Z');
  return local ? toLocalTime(utc, zone) : toUniversalTime(utc, zone);
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
}

/** The same date some minutes later, as universal time. */
function shifted(date: DateTime, minutes: number): DateTime {
  const ticks = date.tickOfDay + minutes * TICKS_PER_MINUTE;
  const days = Math.floor(ticks / TICKS_PER_DAY);
  return new DateTime(date.day + days, ticks - days * TICKS_PER_DAY, 1);
}
