import { NetException } from '../errors/net-exception.ts';
import type { CalendarDate } from '../values/calendar.ts';
import type { DateOnly } from '../values/date-only.ts';
import type { DateTime } from '../values/date-time.ts';
import type { DateTimeOffset } from '../values/date-time-offset.ts';
import type { TimeOnly } from '../values/time-only.ts';
import { offsetMinutesAtLocal, type TimeZone, toUniversalTime } from '../values/time-zone.ts';
import {
  type DateTimeFormatInfo,
  invariantDateTimeFormat,
  RFC1123_PATTERN,
  ROUND_TRIP_PATTERN,
  SORTABLE_PATTERN,
  UNIVERSAL_SORTABLE_PATTERN,
} from './date-time-format-info.ts';

/** One value in the middle of being formatted. */
interface Job {
  readonly value: DateTime;
  readonly date: CalendarDate;
  readonly info: DateTimeFormatInfo;
  readonly zone: TimeZone;
  /** Set for a DateTimeOffset. */
  readonly offsetMinutes: number | undefined;
}

type PatternOf = (info: DateTimeFormatInfo) => string;

/** Standard format letter to pattern; those marked invariant ignore the culture. */
const STANDARD: Readonly<Record<string, { readonly pattern: PatternOf; readonly invariant?: true }>> = {
  d: { pattern: (info) => info.shortDatePattern },
  D: { pattern: (info) => info.longDatePattern },
  f: { pattern: (info) => `${info.longDatePattern} ${info.shortTimePattern}` },
  F: { pattern: (info) => info.fullDateTimePattern },
  g: { pattern: (info) => `${info.shortDatePattern} ${info.shortTimePattern}` },
  G: { pattern: (info) => `${info.shortDatePattern} ${info.longTimePattern}` },
  m: { pattern: (info) => info.monthDayPattern },
  M: { pattern: (info) => info.monthDayPattern },
  o: { pattern: () => ROUND_TRIP_PATTERN, invariant: true },
  O: { pattern: () => ROUND_TRIP_PATTERN, invariant: true },
  r: { pattern: () => RFC1123_PATTERN, invariant: true },
  R: { pattern: () => RFC1123_PATTERN, invariant: true },
  s: { pattern: () => SORTABLE_PATTERN, invariant: true },
  t: { pattern: (info) => info.shortTimePattern },
  T: { pattern: (info) => info.longTimePattern },
  u: { pattern: () => UNIVERSAL_SORTABLE_PATTERN, invariant: true },
  U: { pattern: (info) => info.fullDateTimePattern },
  y: { pattern: (info) => info.yearMonthPattern },
  Y: { pattern: (info) => info.yearMonthPattern },
};

/** DateTime.ToString(format, culture); an empty or null format means "G". FormatException for a bad format. */
export function formatDateTime(
  value: DateTime,
  format: string | null,
  info: DateTimeFormatInfo,
  zone: TimeZone,
): string {
  return run(jobOf(value, info, zone, undefined), format || 'G');
}

/** DateTimeOffset.ToString(format, culture); without a format "G" and the offset. "U" is no format of it. */
export function formatDateTimeOffset(
  value: DateTimeOffset,
  format: string | null,
  info: DateTimeFormatInfo,
  zone: TimeZone,
): string {
  const job = jobOf(value.dateTime, info, zone, value.offsetMinutes);
  if (!format) return writePattern(job, `${info.shortDatePattern} ${info.longTimePattern} zzz`);
  if (format === 'U') throw badFormat(format);
  if (/^[rRu]$/.test(format)) return run(jobOf(value.utcDateTime, info, zone, value.offsetMinutes), format);
  return run(job, format);
}

/** DateOnly.ToString(format, culture): d (also without a format), D, m, o, r, y and custom formats without times. */
export function formatDateOnly(
  value: DateOnly,
  format: string | null,
  info: DateTimeFormatInfo,
  zone: TimeZone,
): string {
  const chosen = format || 'd';
  const job = jobOf(value.midnight, info, zone, undefined);
  if (/^[oO]$/.test(chosen)) return writePattern({ ...job, info: invariantDateTimeFormat }, "yyyy'-'MM'-'dd");
  if (/^[rR]$/.test(chosen)) return writePattern({ ...job, info: invariantDateTimeFormat }, 'ddd, dd MMM yyyy');
  if (chosen.length === 1 && !/^[dDmMyY]$/.test(chosen)) throw badFormat(chosen);
  if (chosen.length > 1 && usesSpecifiers(chosen, 'fFhHmstz:K')) throw badFormat(chosen);
  return run(job, chosen);
}

/** TimeOnly.ToString(format, culture): t (also without a format), T, o, r and custom formats without dates. */
export function formatTimeOnly(
  value: TimeOnly,
  format: string | null,
  info: DateTimeFormatInfo,
  zone: TimeZone,
): string {
  const chosen = format || 't';
  const job = jobOf(value.onFirstDay, info, zone, undefined);
  if (/^[oO]$/.test(chosen)) return writePattern({ ...job, info: invariantDateTimeFormat }, "HH':'mm':'ss.fffffff");
  if (/^[rR]$/.test(chosen)) return writePattern({ ...job, info: invariantDateTimeFormat }, "HH':'mm':'ss");
  if (chosen.length === 1 && !/^[tT]$/.test(chosen)) throw badFormat(chosen);
  if (chosen.length > 1 && usesSpecifiers(chosen, 'dMyg/zK')) throw badFormat(chosen);
  return run(job, chosen);
}

function jobOf(value: DateTime, info: DateTimeFormatInfo, zone: TimeZone, offsetMinutes: number | undefined): Job {
  return { value, date: value.calendarDate, info, zone, offsetMinutes };
}

function run(job: Job, format: string): string {
  if (format.length !== 1) return writePattern(job, format);
  const standard = STANDARD[format];
  if (standard === undefined) throw badFormat(format);
  const { zone, offsetMinutes } = job;
  if (format === 'U') job = jobOf(toUniversalTime(job.value, zone), job.info, zone, offsetMinutes);
  const info = standard.invariant ? invariantDateTimeFormat : job.info;
  return writePattern(info === job.info ? job : { ...job, info }, standard.pattern(info));
}

/** Whether a custom format holds one of `letters` outside quotes and escapes. */
function usesSpecifiers(format: string, letters: string): boolean {
  for (let at = 0; at < format.length; ) {
    const char = format.charAt(at);
    if (char === '\\') at += 2;
    else if (char === "'" || char === '"') at += readQuoted(format, at).length;
    else if (letters.includes(char)) return true;
    else at += 1;
  }
  return false;
}

/** One step of a custom format: literal text, or a letter with how often it stands there. */
type Step = string | { readonly letter: string; readonly length: number; readonly genitive: boolean };

const stepsOf = new Map<string, readonly Step[]>();

function writePattern(job: Job, format: string): string {
  let steps = stepsOf.get(format);
  if (steps === undefined) {
    steps = readSteps(format);
    if (stepsOf.size >= 200) stepsOf.clear();
    stepsOf.set(format, steps);
  }
  let text = '';
  for (const step of steps) {
    if (typeof step === 'string') {
      text += step;
      continue;
    }
    const written = SPECIFIERS[step.letter]?.(job, step.length, step.genitive) ?? '';
    // A fraction of nothing takes the point before it away.
    if (step.letter === 'F' && written === '' && text.endsWith('.')) text = text.slice(0, -1);
    text += written;
  }
  return text;
}

function readSteps(format: string): readonly Step[] {
  const steps: Step[] = [];
  let text = '';
  for (let at = 0; at < format.length; ) {
    const char = format.charAt(at);
    if (SPECIFIERS[char] !== undefined) {
      let length = 1;
      // Separators and the zone stand for themselves only once.
      if (!':/K'.includes(char)) while (format.charAt(at + length) === char) length += 1;
      if ((char === 'F' || char === 'f') && length > 7) throw badFormat(format);
      if (text !== '') steps.push(text);
      text = '';
      const genitive = char === 'M' && length > 2 && besideDayNumber(format, at, length);
      steps.push({ letter: char, length, genitive });
      at += length;
    } else if (char === "'" || char === '"') {
      const quoted = readQuoted(format, at);
      text += quoted.text;
      at += quoted.length;
    } else if (char === '\\') {
      if (at + 1 >= format.length) throw badFormat(format);
      text += format.charAt(at + 1);
      at += 2;
    } else if (char === '%') {
      const next = format.charAt(at + 1);
      if (next === '' || next === '%') throw badFormat(format);
      if (text !== '') steps.push(text);
      text = '';
      steps.push(...readSteps(next));
      at += 2;
    } else {
      text += char;
      at += 1;
    }
  }
  if (text !== '') steps.push(text);
  return steps;
}

/** The text of a quoted part that starts at `start`, and how much of the format it takes. */
export function readQuoted(format: string, start: number): { readonly text: string; readonly length: number } {
  const quote = format.charAt(start);
  let text = '';
  let at = start + 1;
  for (; at < format.length; at++) {
    const char = format.charAt(at);
    if (char === quote) return { text, length: at + 1 - start };
    if (char === '\\') {
      at += 1;
      if (at >= format.length) throw badFormat(format);
    }
    text += format.charAt(at);
  }
  throw new NetException('System.FormatException', `The quote ${quote} in the format '${format}' is not closed.`);
}

type Writer = (job: Job, length: number, genitive: boolean) => string;

const pad = (value: number, length: number): string => (length > 1 && value < 10 ? `0${value}` : String(value));

const SPECIFIERS: Readonly<Record<string, Writer>> = {
  g: ({ info }) => info.eraName,
  y: ({ date }, length) => {
    const { year } = date;
    return length <= 2 ? String(year % 100).padStart(length, '0') : String(year).padStart(length, '0');
  },
  M: ({ date, info }, length, genitive) => writeMonth(date.month, info, length, genitive),
  d: ({ value, date, info }, length) => {
    if (length <= 2) return pad(date.day, length);
    return (length === 3 ? info.abbreviatedDayNames : info.dayNames)[value.dayOfWeek] ?? '';
  },
  h: ({ value }, length) => pad(value.hour % 12 || 12, length),
  H: ({ value }, length) => pad(value.hour, length),
  m: ({ value }, length) => pad(value.minute, length),
  s: ({ value }, length) => pad(value.second, length),
  f: ({ value }, length) => fractionDigits(value, length),
  F: ({ value }, length) => fractionDigits(value, length).replace(/0+$/, ''),
  t: ({ value, info }, length) => {
    const mark = value.hour < 12 ? info.amDesignator : info.pmDesignator;
    return length === 1 ? mark.slice(0, 1) : mark;
  },
  z: (job, length) => writeOffset(offsetOf(job), length),
  K: (job) => {
    if (job.offsetMinutes === undefined && job.value.kind === 0) return '';
    if (job.offsetMinutes === undefined && job.value.kind === 1) return 'Z';
    return writeOffset(offsetOf(job), 3);
  },
  ':': ({ info }) => info.timeSeparator,
  '/': ({ info }) => info.dateSeparator,
};

function fractionDigits(value: DateTime, length: number): string {
  return String(value.tickOfDay % 10_000_000)
    .padStart(7, '0')
    .slice(0, length);
}

/** Beside a day number a month takes its genitive form, as in .NET. */
function writeMonth(month: number, info: DateTimeFormatInfo, length: number, genitive: boolean): string {
  if (length <= 2) return pad(month, length);
  if (length === 3) {
    return (genitive ? info.abbreviatedMonthGenitiveNames : info.abbreviatedMonthNames)[month - 1] ?? '';
  }
  return (genitive ? info.monthGenitiveNames : info.monthNames)[month - 1] ?? '';
}

function besideDayNumber(format: string, at: number, length: number): boolean {
  const isDay = (run: string | undefined): boolean => run !== undefined && run.length <= 2;
  const before = /(d+)[^d]*$/.exec(format.slice(0, at))?.[1];
  if (before !== undefined) return isDay(before);
  return isDay(/d+/.exec(format.slice(at + length))?.[0]);
}

function offsetOf({ value, zone, offsetMinutes }: Job): number {
  if (offsetMinutes !== undefined) return offsetMinutes;
  // A time-only value would make no sense of old local offsets; .NET uses the zone's present one.
  return value.kind === 1 ? 0 : offsetMinutesAtLocal(zone, value);
}

function writeOffset(offset: number, length: number): string {
  const minutes = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const hours = Math.floor(minutes / 60);
  if (length === 1) return sign + hours;
  const short = sign + String(hours).padStart(2, '0');
  return length === 2 ? short : `${short}:${String(minutes % 60).padStart(2, '0')}`;
}

function badFormat(format: string): NetException {
  return new NetException('System.FormatException', `'${format}' is no format for a date or time.`);
}
