import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { type DateTime, type DateTimeKind, TICKS_PER_MINUTE } from '../../values/date-time.ts';
import type { DateTimeOffset } from '../../values/date-time-offset.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { namedZone, offsetMinutesAtLocal, type TimeZone, unixMillisecondsOf, utcZone } from '../../values/time-zone.ts';
import { TimeZoneInfo } from '../../values/time-zone-info.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { zoneOf } from '../engine-zone.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { windowsNameOf, windowsZone } from './windows-zones.ts';
import { hasDaylightTime, yearOffsets, type ZoneNames, zoneNames } from './zone-names.ts';

type Zone = TimeZoneInfo;

const utc = new TimeZoneInfo(utcZone);
const localZones = new WeakMap<TimeZone, Zone>();
const zones = new Map<string, Zone>();

/** TimeZoneInfo.Local of an engine. */
export function localZone(engine: EngineContext): Zone {
  const zone = zoneOf(engine);
  let found = localZones.get(zone);
  if (!found) localZones.set(zone, (found = new TimeZoneInfo(zone)));
  return found;
}

/** The zone with an IANA or Windows name, undefined when there is none. */
export function findZone(id: string): Zone | undefined {
  if (id.toLowerCase() === 'utc') return utc;
  const key = id.toLowerCase();
  const known = zones.get(key);
  if (known) return known;
  const windows = windowsZone(id);
  const zone = namedZone(windows?.[1] ?? id);
  if (!zone) return undefined;
  const found = new TimeZoneInfo(zone, windows?.[0] ?? canonicalCase(id));
  zones.set(key, found);
  return found;
}

/** The name as the host lists it, when only the case differs. */
function canonicalCase(id: string): string {
  const lower = id.toLowerCase();
  return Intl.supportedValuesOf('timeZone').find((name) => name.toLowerCase() === lower) ?? id;
}

function needed(id: string | null): Zone {
  if (id === null) throw argumentNull('id');
  const found = findZone(id);
  if (found) return found;
  throw new NetException('System.TimeZoneNotFoundException', `There is no time zone with the ID '${id}' here.`);
}

const namesOf = (engine: EngineContext, self: Zone): ZoneNames => zoneNames(self.zone, engine.clock.now());
const span = (minutes: number): TimeSpan => new TimeSpan(BigInt(minutes) * 600_000_000n);
const thisYear = (engine: EngineContext): number => new Date(engine.clock.now()).getUTCFullYear();

/** Minutes east of UTC that a DateTime of any kind has in a zone. */
function offsetIn(engine: EngineContext, zone: TimeZone, time: DateTime): number {
  if (time.kind === 1) return zone.offsetMinutesAt(unixMillisecondsOf(time));
  if (time.kind === 2 && zone !== zoneOf(engine)) {
    return zone.offsetMinutesAt(unixMillisecondsOf(time) - offsetMinutesAtLocal(zoneOf(engine), time) * 60_000);
  }
  return offsetMinutesAtLocal(zone, time);
}

/** Offsets around a clock reading: of the day before and the day after. */
function around(zone: TimeZone, time: DateTime): readonly [number, number] {
  const ms = unixMillisecondsOf(time);
  return [zone.offsetMinutesAt(ms - 86_400_000), zone.offsetMinutesAt(ms + 86_400_000)];
}

/** Offsets that a clock reading can have: two when the clock was set back, none when it was skipped. */
function possibleOffsets(zone: TimeZone, time: DateTime): number[] {
  const ms = unixMillisecondsOf(time);
  const fits = new Set(around(zone, time).filter((offset) => zone.offsetMinutesAt(ms - offset * 60_000) === offset));
  return [...fits].sort((a, b) => a - b);
}

function inZone(engine: EngineContext, zone: Zone, time: DateTime): DateTime {
  if (time.kind === 0 || zoneMatches(engine, zone, time.kind)) return time;
  const utcTime = time.kind === 1 ? time : shift(time, -offsetMinutesAtLocal(zoneOf(engine), time), 1);
  return shift(utcTime, zone.zone.offsetMinutesAt(unixMillisecondsOf(utcTime)), 0);
}

function zoneMatches(engine: EngineContext, zone: Zone, kind: DateTimeKind): boolean {
  return kind === kindFor(engine, zone) && kind !== 0;
}

/** The kind of times in a zone: Utc, Local, or Unspecified for all others. */
function kindFor(engine: EngineContext, zone: Zone): DateTimeKind {
  if (zone === utc) return 1;
  return zone === localZone(engine) ? 2 : 0;
}

function shift(time: DateTime, minutes: number, kind: DateTimeKind): DateTime {
  return time.addTicks(BigInt(minutes * TICKS_PER_MINUTE)).withKind(kind);
}

function convert(engine: EngineContext, time: DateTime, source: Zone, target: Zone): DateTime {
  const sourceKind = kindFor(engine, source);
  if (time.kind !== 0 && time.kind !== sourceKind) {
    throw badArgument('The kind of the time is not that of its time zone.', 'sourceTimeZone');
  }
  if (possibleOffsets(source.zone, time).length === 0) {
    throw badArgument('The clock skipped this time in its time zone.', 'dateTime');
  }
  const targetKind = kindFor(engine, target);
  if (sourceKind === targetKind && sourceKind !== 0) return time.withKind(targetKind);
  const utcTime = shift(time, -offsetMinutesAtLocal(source.zone, time), 1);
  return shift(utcTime, target.zone.offsetMinutesAt(unixMillisecondsOf(utcTime)), targetKind);
}

/** Utc times are in UTC, all others local. */
const zoneOfTime = (engine: EngineContext, time: DateTime): Zone => (time.kind === 1 ? utc : localZone(engine));

function convertOffset(time: DateTimeOffset, target: Zone): DateTimeOffset {
  const instant = time.utcDateTime;
  return time.toOffset(span(target.zone.offsetMinutesAt(unixMillisecondsOf(instant))));
}

function ambiguous(self: Zone, time: DateTime): TimeSpan[] {
  const offsets = possibleOffsets(self.zone, time);
  if (offsets.length < 2) throw badArgument('The time is not ambiguous in this time zone.', 'dateTime');
  return offsets.map(span);
}

function isSaving(zone: TimeZone, time: DateTime, offset: number): boolean {
  const [january, july] = yearOffsets(zone, time.year);
  return offset > Math.min(january, july);
}

function allZones(engine: EngineContext, sorted: boolean): ReadOnlyCollection {
  const found = [...Intl.supportedValuesOf('timeZone'), 'UTC'].map(findZone).filter((z) => z !== undefined);
  if (!sorted) return new ReadOnlyCollection({ items: found });
  const base = (z: Zone): number => Math.min(...yearOffsets(z.zone, thisYear(engine)));
  const items = found
    .map((z) => ({ z, offset: base(z), name: namesOf(engine, z).display }))
    .sort((a, b) => a.offset - b.offset || (a.name < b.name ? -1 : 1))
    .map(({ z }) => z);
  return new ReadOnlyCollection({ items });
}

const local = (engine: EngineContext, time: DateTimeOffset, zone: Zone): DateTime =>
  inZone(engine, zone, time.utcDateTime);

/** System.TimeZoneInfo */
export const timeZoneInfoType = defineType({
  name: 'System.TimeZoneInfo',
  interfaces: 'IEquatable<TimeZoneInfo>, System.Runtime.Serialization.ISerializable',
  jsClass: TimeZoneInfo,
  isSealed: true,
  members: {
    'prop BaseUtcOffset TimeSpan get'(self: Zone) {
      return span(Math.min(...yearOffsets(self.zone, thisYear(this))));
    },
    'prop DaylightName string get'(self: Zone) {
      return namesOf(this, self).daylight;
    },
    'prop DisplayName string get'(self: Zone) {
      return namesOf(this, self).display;
    },
    'prop HasIanaId bool get': (self: Zone) => windowsZone(self.id) === undefined || self === utc,
    'prop Id string get': (self: Zone) => self.id,
    'static prop Local TimeZoneInfo get'() {
      return localZone(this);
    },
    'prop StandardName string get'(self: Zone) {
      return namesOf(this, self).standard;
    },
    'prop SupportsDaylightSavingTime bool get'(self: Zone) {
      return hasDaylightTime(self.zone, thisYear(this));
    },
    'static prop Utc TimeZoneInfo get': () => utc,
    'static ClearCachedData() void': () => undefined,
    'static ConvertTime(DateTime dateTime, TimeZoneInfo destinationTimeZone) DateTime'(
      time: DateTime,
      to: Zone | null,
    ) {
      if (!to) throw argumentNull('destinationTimeZone');
      return convert(this, time, zoneOfTime(this, time), to);
    },
    'static ConvertTime(DateTime dateTime, TimeZoneInfo sourceTimeZone, TimeZoneInfo destinationTimeZone) DateTime'(
      time: DateTime,
      from: Zone | null,
      to: Zone | null,
    ) {
      if (!from) throw argumentNull('sourceTimeZone');
      if (!to) throw argumentNull('destinationTimeZone');
      return convert(this, time, from, to);
    },
    'static ConvertTime(DateTimeOffset dateTimeOffset, TimeZoneInfo destinationTimeZone) DateTimeOffset': (
      time: DateTimeOffset,
      to: Zone | null,
    ) => {
      if (!to) throw argumentNull('destinationTimeZone');
      return convertOffset(time, to);
    },
    'static ConvertTimeBySystemTimeZoneId(DateTimeOffset dateTimeOffset, string destinationTimeZoneId) DateTimeOffset':
      (time: DateTimeOffset, id: string) => convertOffset(time, needed(id)),
    'static ConvertTimeBySystemTimeZoneId(DateTime dateTime, string destinationTimeZoneId) DateTime'(
      time: DateTime,
      id: string,
    ) {
      return convert(this, time, zoneOfTime(this, time), needed(id));
    },
    'static ConvertTimeBySystemTimeZoneId(DateTime dateTime, string sourceTimeZoneId, string destinationTimeZoneId) DateTime'(
      time: DateTime,
      from: string,
      to: string,
    ) {
      const source = needed(from);
      // A time that says its kind may be given with the zone's name.
      const own = zoneOfTime(this, time);
      return convert(this, time, time.kind !== 0 && own.id === source.id ? own : source, needed(to));
    },
    'static ConvertTimeFromUtc(DateTime dateTime, TimeZoneInfo destinationTimeZone) DateTime'(
      time: DateTime,
      to: Zone | null,
    ) {
      if (!to) throw argumentNull('destinationTimeZone');
      return convert(this, time, utc, to);
    },
    'static ConvertTimeToUtc(DateTime dateTime, TimeZoneInfo sourceTimeZone) DateTime'(
      time: DateTime,
      from: Zone | null,
    ) {
      if (!from) throw argumentNull('sourceTimeZone');
      return convert(this, time, from, utc);
    },
    'static ConvertTimeToUtc(DateTime dateTime) DateTime'(time: DateTime) {
      return time.kind === 1 ? time : convert(this, time, localZone(this), utc);
    },
    'Equals(object obj) bool': (self: Zone, other) =>
      other instanceof TimeZoneInfo && self.equalityText() === other.equalityText(),
    'Equals(TimeZoneInfo other) bool': (self: Zone, other: Zone | null) =>
      other !== null && self.equalityText() === other.equalityText(),
    'static FindSystemTimeZoneById(string id) TimeZoneInfo': needed,
    'GetAmbiguousTimeOffsets(DateTimeOffset dateTimeOffset) TimeSpan[]'(self: Zone, time: DateTimeOffset) {
      return ambiguous(self, local(this, time, self));
    },
    'GetAmbiguousTimeOffsets(DateTime dateTime) TimeSpan[]'(self: Zone, time: DateTime) {
      return ambiguous(self, inZone(this, self, time));
    },
    'static GetSystemTimeZones() ReadOnlyCollection<TimeZoneInfo>'() {
      return allZones(this, true);
    },
    'static GetSystemTimeZones(bool skipSorting) ReadOnlyCollection<TimeZoneInfo>'(skipSorting: boolean) {
      return allZones(this, !skipSorting);
    },
    'GetUtcOffset(DateTime dateTime) TimeSpan'(self: Zone, time: DateTime) {
      return span(offsetIn(this, self.zone, time));
    },
    'GetUtcOffset(DateTimeOffset dateTimeOffset) TimeSpan': (self: Zone, time: DateTimeOffset) =>
      span(self.zone.offsetMinutesAt(unixMillisecondsOf(time.utcDateTime))),
    'HasSameRules(TimeZoneInfo other) bool'(self: Zone, other: Zone) {
      const years = [1970, 1980, 1990, 2000, 2010, thisYear(this)];
      return years.every((year) => yearOffsets(self.zone, year).join() === yearOffsets(other.zone, year).join());
    },
    'IsAmbiguousTime(DateTime dateTime) bool'(self: Zone, time: DateTime) {
      return possibleOffsets(self.zone, inZone(this, self, time)).length > 1;
    },
    'IsAmbiguousTime(DateTimeOffset dateTimeOffset) bool'(self: Zone, time: DateTimeOffset) {
      return possibleOffsets(self.zone, local(this, time, self)).length > 1;
    },
    'IsDaylightSavingTime(DateTimeOffset dateTimeOffset) bool': (self: Zone, time: DateTimeOffset) => {
      const offset = self.zone.offsetMinutesAt(unixMillisecondsOf(time.utcDateTime));
      return isSaving(self.zone, time.dateTime, offset);
    },
    'IsDaylightSavingTime(DateTime dateTime) bool'(self: Zone, time: DateTime) {
      return isSaving(self.zone, time, offsetIn(this, self.zone, time));
    },
    'IsInvalidTime(DateTime dateTime) bool'(self: Zone, time: DateTime) {
      if (time.kind !== 0 && !zoneMatches(this, self, time.kind)) return false;
      return possibleOffsets(self.zone, time).length === 0;
    },
    'ToString() string'(self: Zone) {
      return namesOf(this, self).display;
    },
    'static TryConvertIanaIdToWindowsId(string ianaId, ref string windowsId) bool': (id: string, slot: RefSlot) => {
      slot.value = windowsNameOf(id) ?? null;
      return slot.value !== null;
    },
    'static TryConvertWindowsIdToIanaId(string windowsId, ref string ianaId) bool': (id: string, slot: RefSlot) => {
      slot.value = windowsZone(id)?.[1] ?? null;
      return slot.value !== null;
    },
    'static TryFindSystemTimeZoneById(string id, ref TimeZoneInfo timeZoneInfo) bool': (id: string, slot: RefSlot) => {
      slot.value = findZone(id) ?? null;
      return slot.value !== null;
    },
  },
});
