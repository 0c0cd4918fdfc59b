import { DateTime, TICKS_PER_DAY, UNIX_EPOCH_DAY } from '../values/date-time.ts';
import { TimeSpan } from '../values/time-span.ts';

/** Minutes that local time is east of UTC at an instant (milliseconds since 1970 UTC); a Clock's `localOffset`. */
export type LocalOffset = (instant: number) => number;

const MS_PER_DAY = 86_400_000;
const TICKS_PER_MINUTE = 600_000_000n;

const two = (n: number): string => String(n).padStart(2, '0');

/** Fraction of a second in ticks as `.5`, `.1234567` or nothing. */
function fractionText(ticks: bigint): string {
  return ticks === 0n ? '' : `.${ticks.toString().padStart(7, '0').replace(/0+$/, '')}`;
}

function instantOf(date: DateTime): number {
  return (date.day - UNIX_EPOCH_DAY) * MS_PER_DAY + Math.floor(date.tickOfDay / 10_000);
}

/** Text of a DateTime in CLIXML (`DT`): `Z` for Utc, the offset for Local, nothing for Unspecified. */
export function dateTimeText(date: DateTime, localOffset: LocalOffset): string {
  const clock = new Date(instantOf(date));
  const seconds = Math.floor(date.tickOfDay / 10_000_000);
  const day = `${String(clock.getUTCFullYear()).padStart(4, '0')}-${two(clock.getUTCMonth() + 1)}-${two(clock.getUTCDate())}`;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = fractionText(BigInt(date.tickOfDay % 10_000_000));
  return `${day}T${time}${fraction}${zoneText(date, localOffset)}`;
}

function zoneText(date: DateTime, localOffset: LocalOffset): string {
  if (date.kind === 0) return '';
  if (date.kind === 1) return 'Z';
  const reading = instantOf(date);
  const guess = localOffset(reading - localOffset(reading) * 60_000);
  const size = Math.abs(guess);
  return `${guess < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const datePattern = /^\s*(-?\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,}))?)?(Z|[+-]\d\d:\d\d)?\s*$/;

/** Reads a DateTime; a text with an offset gives local time. Undefined when it is no date. */
export function parseDateTime(text: string, localOffset: LocalOffset): DateTime | undefined {
  const found = datePattern.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = found;
  const start = new Date(0);
  start.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (start.getUTCMonth() !== Number(month) - 1 || start.getUTCDate() !== Number(day)) return undefined;
  const days = start.getTime() / MS_PER_DAY + UNIX_EPOCH_DAY;
  const inDay =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 10_000_000 +
    Number(fraction.slice(0, 7).padEnd(7, '0'));
  if (zone === undefined) return fromTicks(days, inDay, 0);
  if (zone === 'Z') return fromTicks(days, inDay, 1);
  const offset = (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const instant = (days - UNIX_EPOCH_DAY) * MS_PER_DAY + Math.floor(inDay / 10_000) - offset * 60_000;
  return fromTicks(days, inDay + (localOffset(instant) - offset) * 600_000_000, 2);
}

function fromTicks(day: number, tickOfDay: number, kind: 0 | 1 | 2): DateTime | undefined {
  const wholeDay = day + Math.floor(tickOfDay / TICKS_PER_DAY);
  if (wholeDay < 0 || wholeDay > 3_652_058) return undefined;
  return new DateTime(wholeDay, tickOfDay - Math.floor(tickOfDay / TICKS_PER_DAY) * TICKS_PER_DAY, kind);
}

/** Text of a TimeSpan in CLIXML (`TS`): an ISO 8601 duration such as `P1DT2H3M4.5S`. */
export function timeSpanText(span: TimeSpan): string {
  const size = span.ticks < 0n ? -span.ticks : span.ticks;
  const days = size / (TICKS_PER_MINUTE * 1440n);
  const hours = (size / (TICKS_PER_MINUTE * 60n)) % 24n;
  const minutes = (size / TICKS_PER_MINUTE) % 60n;
  const ticks = size % TICKS_PER_MINUTE;
  let text = `${span.ticks < 0n ? '-' : ''}P`;
  if (days > 0n) text += `${days}D`;
  if (hours + minutes + ticks === 0n) return days > 0n ? text : `${text}T0S`;
  text += 'T';
  if (hours > 0n) text += `${hours}H`;
  if (minutes > 0n) text += `${minutes}M`;
  if (ticks > 0n) text += `${ticks / 10_000_000n}${fractionText(ticks % 10_000_000n)}S`;
  return text;
}

const durationPattern =
  /^\s*(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?\s*$/;

/** Reads an ISO 8601 duration; a year counts 365 days and a month 30, as in .NET. Undefined when it is none. */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const found = durationPattern.exec(text);
  if (!found || /[PT]\s*$/.test(text)) return undefined;
  const [years, months, days, hours, minutes, seconds] = found.slice(2, 8).map((part) => BigInt(part ?? 0));
  const allDays = (years ?? 0n) * 365n + (months ?? 0n) * 30n + (days ?? 0n);
  const allSeconds = ((allDays * 24n + (hours ?? 0n)) * 60n + (minutes ?? 0n)) * 60n + (seconds ?? 0n);
  const ticks = allSeconds * 10_000_000n + BigInt((found[8] ?? '').slice(0, 7).padEnd(7, '0'));
  return new TimeSpan(found[1] ? -ticks : ticks);
}
