import { NetException } from '../errors/net-exception.ts';
import { DateOnly } from '../values/date-only.ts';
import type { DateTime } from '../values/date-time.ts';
import type { DateTimeOffset } from '../values/date-time-offset.ts';
import { TimeOnly } from '../values/time-only.ts';
import { type DateReadingContext, DateReadingFailure, DateTimeReading } from './date-time-reading.ts';
import { DateTextReader } from './date-time-text-reader.ts';

/** DateTime.Parse: free text in the culture's or the ISO order. FormatException when it is no date. */
export function parseDateTime(text: string, context: DateReadingContext): DateTime {
  return orThrow(text, 'date and time', () => read(text, context).toDateTime());
}

/** DateTimeOffset.Parse. */
export function parseDateTimeOffset(text: string, context: DateReadingContext): DateTimeOffset {
  return orThrow(text, 'date and time', () => read(text, context).toDateTimeOffset());
}

/** DateOnly.Parse: a text with a time or zone is refused. */
export function parseDateOnly(text: string, context: DateReadingContext): DateOnly {
  return orThrow(text, 'date', () => toDateOnly(read(text, context)));
}

/** TimeOnly.Parse: a text with a date or zone is refused. */
export function parseTimeOnly(text: string, context: DateReadingContext): TimeOnly {
  return orThrow(text, 'time', () => toTimeOnly(read(text, context)));
}

/** The day of a reading that has nothing else. */
export function toDateOnly(reading: DateTimeReading): DateOnly {
  if (reading.haveTime || reading.zoneUsed) throw new DateReadingFailure('it has a time of day');
  return DateOnly.fromDateTime(reading.toDateTime());
}

/** The time of a reading that has nothing else. */
export function toTimeOnly(reading: DateTimeReading): TimeOnly {
  if (reading.haveDate || reading.zoneUsed) {
    throw new DateReadingFailure('it has a date');
  }
  return TimeOnly.fromDateTime(reading.toDateTime());
}

function read(text: string, context: DateReadingContext): DateTimeReading {
  const reading = new DateTimeReading(context);
  new DateTextReader(text, reading).read();
  return reading;
}

/** Runs a reading and turns its failure into a FormatException. */
export function orThrow<T>(text: string, what: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof DateReadingFailure)) throw error;
    throw new NetException('System.FormatException', `'${text}' is no ${what}: ${error.reason}.`);
  }
}
