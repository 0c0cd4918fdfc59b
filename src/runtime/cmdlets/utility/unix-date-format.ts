import { formatDateTime } from '../../text/date-time-format.ts';
import type { DateTimeFormatInfo } from '../../text/date-time-format-info.ts';
import type { DateTime } from '../../values/date-time.ts';
import { type TimeZone, toUniversalTime, unixMillisecondsOf } from '../../values/time-zone.ts';

const pad = (value: number, width: number, fill = '0') => String(value).padStart(width, fill);

/** Number of the week that begins on Sunday (0) or Monday (1). */
const weekOf = (time: DateTime, first: number) =>
  Math.floor((time.dayOfYear + 6 - ((time.dayOfWeek - first + 7) % 7)) / 7);

/** ISO 8601 week number and the year it belongs to. */
function isoWeek(time: DateTime): { readonly week: number; readonly year: number } {
  const thursday = time.addDays(3 - ((time.dayOfWeek + 6) % 7));
  return { week: Math.floor((thursday.dayOfYear - 1) / 7) + 1, year: thursday.year };
}

type Writer = (time: DateTime, net: (format: string) => string, zone: TimeZone) => string;

const century = (time: DateTime) => pad(Math.floor(time.year / 100), 2);
const hour12 = (time: DateTime) => time.hour % 12 || 12;

/** What each letter after `%` stands for (date(1)); composed ones are given as further patterns. */
const writers: Readonly<Record<string, Writer | string>> = {
  A: (_t, net) => net('dddd'),
  a: (_t, net) => net('ddd'),
  B: (_t, net) => net('MMMM'),
  b: (_t, net) => net('MMM'),
  h: (_t, net) => net('MMM'),
  C: century,
  c: '%a %d %b %Y %H:%M:%S',
  D: '%m/%d/%y',
  d: (t) => pad(t.dayOfMonth, 2),
  e: (t) => pad(t.dayOfMonth, 2, ' '),
  F: '%Y-%m-%d',
  G: (t) => pad(isoWeek(t).year, 4),
  g: (t) => pad(isoWeek(t).year % 100, 2),
  H: (t) => pad(t.hour, 2),
  I: (t) => pad(hour12(t), 2),
  j: (t) => pad(t.dayOfYear, 3),
  k: (t) => pad(t.hour, 2, ' '),
  l: (t) => pad(hour12(t), 2, ' '),
  M: (t) => pad(t.minute, 2),
  m: (t) => pad(t.month, 2),
  n: () => '\n',
  p: (_t, net) => net('tt'),
  R: '%H:%M',
  r: '%I:%M:%S %p',
  S: (t) => pad(t.second, 2),
  s: (t, _net, zone) => String(Math.floor(unixMillisecondsOf(toUniversalTime(t, zone)) / 1000)),
  T: '%H:%M:%S',
  t: () => '\t',
  U: (t) => pad(weekOf(t, 0), 2),
  u: (t) => String(t.dayOfWeek || 7),
  V: (t) => pad(isoWeek(t).week, 2),
  W: (t) => pad(weekOf(t, 1), 2),
  w: (t) => String(t.dayOfWeek),
  X: '%H:%M:%S',
  x: '%m/%d/%y',
  Y: (t) => pad(t.year, 4),
  y: (t) => pad(t.year % 100, 2),
  Z: (_t, net) => net('zz'),
  '%': () => '%',
};

/** A time in a format of the Unix date command (Get-Date -UFormat). An unknown letter stands for itself. */
export function formatUnixDate(time: DateTime, format: string, info: DateTimeFormatInfo, zone: TimeZone): string {
  const net = (netFormat: string) =>
    formatDateTime(time, netFormat.length === 1 ? `%${netFormat}` : netFormat, info, zone);
  return format.replace(/^\+/, '').replace(/%(.)/gs, (_whole, letter: string) => {
    const writer = writers[letter];
    if (writer === undefined) return letter;
    return typeof writer === 'string' ? formatUnixDate(time, writer, info, zone) : writer(time, net, zone);
  });
}
