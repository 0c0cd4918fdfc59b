import type { EngineContext } from '../../engine.ts';
import { DateTime } from '../../values/date-time.ts';
import { toLocalTime, toUniversalTime, unixMillisecondsOf } from '../../values/time-zone.ts';
import { utcOf, zoneOf } from '../engine-zone.ts';

/** What .NET answers for the times of a file that does not exist: 1601-01-01. */
const missingTime = DateTime.fromParts(1601, 1, 1, 0, 0, 0, 0, 1);

/** A file time (ms since 1970) as local or UTC time; undefined stands for a missing file. */
export function fileTime(engine: EngineContext, milliseconds: number | undefined, utc: boolean): DateTime {
  const time = milliseconds === undefined ? missingTime : utcOf(milliseconds);
  return utc ? time : toLocalTime(time, zoneOf(engine));
}

/** Milliseconds since 1970 of a time that was set; an unspecified one is local unless `utc`. */
export function fileMilliseconds(engine: EngineContext, time: DateTime, utc: boolean): number {
  if (time.kind === 0 && utc) return unixMillisecondsOf(time.withKind(1));
  return unixMillisecondsOf(toUniversalTime(time, zoneOf(engine)));
}
