import type { EngineContext } from '../engine.ts';
import { DateTime, TICKS_PER_DAY, TICKS_PER_MILLISECOND, UNIX_EPOCH_DAY } from '../values/date-time.ts';
import type { DateEnvironment, TimeZone } from '../values/time-zone.ts';

const zones = new WeakMap<object, TimeZone>();

/** The local time zone of an engine, as its clock tells it. */
export function zoneOf(engine: EngineContext): TimeZone {
  const { clock } = engine;
  let zone = zones.get(clock);
  if (!zone) {
    // Asking for the name makes the host load its tables; few need it.
    let id: string | undefined;
    zone = {
      get id() {
        return (id ??= clock.zone);
      },
      offsetMinutesAt: (instant) => clock.localOffset(instant),
    };
    zones.set(clock, zone);
  }
  return zone;
}

/** What the date functions need of an engine. */
export function dateEnvironmentOf(engine: EngineContext): DateEnvironment {
  return { zone: zoneOf(engine), utcNow: () => utcOf(engine.clock.now()) };
}

/** The instant of milliseconds since 1970 (fractions allowed, to the microsecond), kind Utc. */
export function utcOf(milliseconds: number): DateTime {
  const whole = Math.floor(milliseconds);
  const ticks = whole * TICKS_PER_MILLISECOND + Math.round((milliseconds - whole) * 1000) * 10;
  const day = Math.floor(ticks / TICKS_PER_DAY);
  return new DateTime(UNIX_EPOCH_DAY + day, ticks - day * TICKS_PER_DAY, 1);
}
