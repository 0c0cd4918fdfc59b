import type { EngineContext } from '../../engine.ts';
import { DateTime, TICKS_PER_MILLISECOND } from '../../values/date-time.ts';
import { andThen } from '../../values/ps-value.ts';
import { toLocalTime, toUniversalTime, unixMillisecondsOf } from '../../values/time-zone.ts';
import type { MemberTable } from '../define-type.ts';
import { utcOf, zoneOf } from '../engine-zone.ts';
import { fileCall, pathArgument, statAt } from './file-calls.ts';

/** What .NET answers for the times of a file that does not exist: 1601-01-01. */
const missingTime = DateTime.fromParts(1601, 1, 1, 0, 0, 0, 0, 1);

/** A file time (ms since 1970) as local or UTC time; undefined stands for a missing file. */
export function fileTime(engine: EngineContext, milliseconds: number | undefined, utc: boolean): DateTime {
  const time = milliseconds === undefined ? missingTime : utcOf(milliseconds);
  return utc ? time : toLocalTime(time, zoneOf(engine));
}

/** Milliseconds since 1970 of a time that was set; an unspecified one is local unless `utc`. */
export function fileMilliseconds(engine: EngineContext, time: DateTime, utc: boolean): number {
  const instant = time.kind === 0 && utc ? time.withKind(1) : toUniversalTime(time, zoneOf(engine));
  return unixMillisecondsOf(instant) + (instant.tickOfDay % TICKS_PER_MILLISECOND) / TICKS_PER_MILLISECOND;
}

type TimeName = 'created' | 'modified' | 'accessed';

const times: readonly (readonly [name: string, parameter: string, key: TimeName])[] = [
  ['CreationTime', 'creationTime', 'created'],
  ['LastAccessTime', 'lastAccessTime', 'accessed'],
  ['LastWriteTime', 'lastWriteTime', 'modified'],
];

/** What is set for a time: a creation time cannot be on Unix, .NET sets the last write time instead. */
export const settableTime = (name: TimeName): 'modified' | 'accessed' => (name === 'accessed' ? name : 'modified');

function timeMembers(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const [name, parameter, key] of times)
    for (const suffix of ['', 'Utc']) {
      const utc = suffix !== '';
      members[`static Get${name}${suffix}(string path) DateTime`] = function (this: EngineContext, path: string) {
        pathArgument(this, path);
        return andThen(statAt(this, path), (stat) => fileTime(this, stat?.[key], utc));
      };
      members[`static Set${name}${suffix}(string path, DateTime ${parameter}${suffix}) void`] = function (
        this: EngineContext,
        path: string,
        time: DateTime,
      ) {
        const set = { [settableTime(key)]: fileMilliseconds(this, time, utc) };
        return andThen(
          fileCall(() => this.fs.setTimes(pathArgument(this, path), set)),
          () => undefined,
        );
      };
    }
  return members;
}

/** The times of File and Directory. */
export const fileTimeMembers: MemberTable = timeMembers();
