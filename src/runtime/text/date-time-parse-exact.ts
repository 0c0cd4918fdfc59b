import type { DateOnly } from '../values/date-only.ts';
import type { DateTime } from '../values/date-time.ts';
import type { DateTimeOffset } from '../values/date-time-offset.ts';
import type { TimeOnly } from '../values/time-only.ts';
import { ExactReader } from './date-time-exact-reader.ts';
import { dateTimePatternsOf, invariantDateTimeFormat } from './date-time-format-info.ts';
import { orThrow, toDateOnly, toTimeOnly } from './date-time-parse.ts';
import { type DateReadingContext, DateReadingFailure, DateTimeReading, DateTimeStyles } from './date-time-reading.ts';

/** DateTime.ParseExact with one or more formats, standard or custom. FormatException when none fits. */
export function parseDateTimeExact(text: string, formats: readonly string[], context: DateReadingContext): DateTime {
  return orThrow(text, described(formats), () => first(text, formats, context, (reading) => reading.toDateTime()));
}

/** DateTimeOffset.ParseExact. */
export function parseDateTimeOffsetExact(
  text: string,
  formats: readonly string[],
  context: DateReadingContext,
): DateTimeOffset {
  return orThrow(text, described(formats), () =>
    first(text, formats, context, (reading) => reading.toDateTimeOffset()),
  );
}

/** DateOnly.ParseExact. */
export function parseDateOnlyExact(text: string, formats: readonly string[], context: DateReadingContext): DateOnly {
  const patterns = formats.map((format) => DATE_ONLY_PATTERNS[format] ?? format);
  return orThrow(text, described(formats), () => first(text, patterns, context, toDateOnly));
}

/** TimeOnly.ParseExact. */
export function parseTimeOnlyExact(text: string, formats: readonly string[], context: DateReadingContext): TimeOnly {
  const patterns = formats.map((format) => TIME_ONLY_PATTERNS[format] ?? format);
  return orThrow(text, described(formats), () => first(text, patterns, context, toTimeOnly));
}

const DATE_ONLY_PATTERNS: Readonly<Record<string, string>> = {
  o: "yyyy'-'MM'-'dd",
  O: "yyyy'-'MM'-'dd",
  r: 'ddd, dd MMM yyyy',
  R: 'ddd, dd MMM yyyy',
};
const TIME_ONLY_PATTERNS: Readonly<Record<string, string>> = {
  o: "HH':'mm':'ss.fffffff",
  O: "HH':'mm':'ss.fffffff",
  r: "HH':'mm':'ss",
  R: "HH':'mm':'ss",
};

function described(formats: readonly string[]): string {
  return `date in the format ${formats.map((format) => `'${format}'`).join(' or ')}`;
}

function first<T>(
  text: string,
  formats: readonly string[],
  context: DateReadingContext,
  finish: (reading: DateTimeReading) => T,
): T {
  let failure = new DateReadingFailure('no format was given');
  for (const format of formats) {
    try {
      return finish(readExact(text, format, context));
    } catch (error) {
      if (!(error instanceof DateReadingFailure)) throw error;
      failure = error;
    }
  }
  throw failure;
}

function readExact(text: string, format: string, context: DateReadingContext): DateTimeReading {
  if (format === '') throw new DateReadingFailure('the format is empty');
  if (format.length !== 1) return readPattern(text, format, context, 0);
  const invariant = /^[oOrRsu]$/.test(format);
  const used = invariant ? { ...context, info: invariantDateTimeFormat } : context;
  const extra = format === 'U' ? DateTimeStyles.AdjustToUniversal : 0;
  const [pattern] = dateTimePatternsOf(used.info, format);
  if (pattern === undefined) throw new DateReadingFailure(`'${format}' is no date format`);
  const reading = readPattern(text, pattern, used, extra);
  if (/^[rRu]$/.test(format) && !reading.zoneUsed) reading.utcByFormat = true;
  if (format === 'U' && !reading.zoneUsed) reading.extraStyles |= DateTimeStyles.AssumeUniversal;
  return reading;
}

function readPattern(text: string, pattern: string, context: DateReadingContext, extra: number): DateTimeReading {
  const reading = new DateTimeReading(context);
  reading.extraStyles = extra;
  new ExactReader(text, pattern, reading).read();
  return reading;
}
