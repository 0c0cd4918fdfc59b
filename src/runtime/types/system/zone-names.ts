import type { TimeZone } from '../../values/time-zone.ts';

/** What a zone is called, in English as .NET's own resources have it. */
export interface ZoneNames {
  readonly standard: string;
  readonly daylight: string;
  readonly display: string;
}

const known = new Map<string, ZoneNames>();

/** Offsets in minutes in January and July of a year. */
export function yearOffsets(zone: TimeZone, year: number): readonly [number, number] {
  return [zone.offsetMinutesAt(Date.UTC(year, 0, 1)), zone.offsetMinutesAt(Date.UTC(year, 6, 1))];
}

/** Whether the zone has had two offsets in one year since 1900; looked up at a few years. */
export function hasDaylightTime(zone: TimeZone, thisYear: number): boolean {
  for (const year of [thisYear, thisYear - 10, 1990, 1980, 1970, 1950, 1945, 1942, 1918]) {
    const [a, b] = yearOffsets(zone, year);
    if (a !== b) return true;
  }
  return false;
}

function nameAt(id: string, style: 'long' | 'longGeneric', at: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: style }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? id;
}

/** `+05:30` for minutes east of UTC. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The names of a zone in the year that `now` (ms since 1970) falls into. */
export function zoneNames(zone: TimeZone, now: number): ZoneNames {
  let names = known.get(zone.id);
  if (!names) {
    names = makeNames(zone, now);
    known.set(zone.id, names);
  }
  return names;
}

function makeNames(zone: TimeZone, now: number): ZoneNames {
  if (/^(Etc\/)?(UTC|UCT|Zulu|Universal)$/.test(zone.id)) {
    const name = 'Coordinated Universal Time';
    return { standard: name, daylight: name, display: `(UTC) ${name}` };
  }
  const year = new Date(now).getUTCFullYear();
  const [january, july] = yearOffsets(zone, year);
  const winter = Date.UTC(year, january <= july ? 0 : 6, 1);
  const summer = Date.UTC(year, january <= july ? 6 : 0, 1);
  const generic = nameAt(zone.id, 'longGeneric', now);
  const city = zone.id.slice(zone.id.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const place = generic.includes(city) ? '' : ` (${city})`;
  return {
    standard: nameAt(zone.id, 'long', winter),
    daylight: nameAt(zone.id, 'long', summer),
    display: `(UTC${offsetText(Math.min(january, july))}) ${generic}${place}`,
  };
}
