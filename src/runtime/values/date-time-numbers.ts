import { NetException } from '../errors/net-exception.ts';
import { DateTime, MAX_DAY, TICKS_PER_DAY, TICKS_PER_MILLISECOND } from './date-time.ts';
import { type TimeZone, toLocalTime, toUniversalTime } from './time-zone.ts';

/** Day number of 1899-12-30, day 0 of OLE Automation dates. */
const OA_EPOCH_DAY = 693_593;
/** Ticks of 1601-01-01, where file times start. */
const FILE_TIME_EPOCH = 504_911_232_000_000_000n;
const MS_PER_DAY = 86_400_000;
const KIND_SHIFT = 62n;
const TICKS_MASK = 0x3fff_ffff_ffff_ffffn;

/** DateTime.ToOADate: days since 1899-12-30, in whole milliseconds; before it the fraction counts forward. */
export function oaDateOf(value: DateTime): number {
  if (value.day === 0 && value.tickOfDay === 0) return 0;
  const day = value.day === 0 ? OA_EPOCH_DAY : value.day;
  let ms = (day - OA_EPOCH_DAY) * MS_PER_DAY + Math.floor(value.tickOfDay / TICKS_PER_MILLISECOND);
  if (ms < 0) {
    const fraction = ms % MS_PER_DAY;
    if (fraction !== 0) ms -= (MS_PER_DAY + fraction) * 2;
  }
  return ms / MS_PER_DAY;
}

/** DateTime.FromOADate; ArgumentException outside the years 100 to 9999. */
export function fromOaDate(value: number): DateTime {
  if (!(value < 2_958_466 && value > -657_435)) {
    throw new NetException('System.ArgumentException', `${value} is no OLE Automation date.`);
  }
  let ms = Math.trunc(value * MS_PER_DAY + (value >= 0 ? 0.5 : -0.5));
  if (ms < 0) ms -= (ms % MS_PER_DAY) * 2;
  const days = Math.floor(ms / MS_PER_DAY);
  const day = OA_EPOCH_DAY + days;
  if (day < 0 || day > MAX_DAY)
    throw new NetException('System.ArgumentException', `${value} is no OLE Automation date.`);
  return new DateTime(day, (ms - days * MS_PER_DAY) * TICKS_PER_MILLISECOND);
}

/** DateTime.ToFileTime / ToFileTimeUtc (pass a Utc value or the zone's): ticks since 1601 in UTC. */
export function fileTimeOf(value: DateTime, zone: TimeZone): bigint {
  const ticks = toUniversalTime(value, zone).ticks - FILE_TIME_EPOCH;
  if (ticks < 0n) throw new NetException('System.ArgumentOutOfRangeException', 'A file time is not before 1601.');
  return ticks;
}

/** DateTime.FromFileTimeUtc. */
export function fromFileTimeUtc(fileTime: bigint): DateTime {
  if (fileTime < 0n || fileTime > 3_155_378_975_999_999_999n - FILE_TIME_EPOCH) {
    throw new NetException('System.ArgumentOutOfRangeException', `${fileTime} is no file time.`);
  }
  return DateTime.fromTicks(fileTime + FILE_TIME_EPOCH, 1);
}

/** DateTime.ToBinary: ticks with the kind in the two highest bits; a Local value is stored as its UTC ticks. */
export function binaryOf(value: DateTime, zone: TimeZone): bigint {
  const ticks = value.kind === 2 ? toUniversalTime(value, zone).ticks : value.ticks;
  return BigInt.asIntN(64, ticks | (BigInt(value.kind) << KIND_SHIFT));
}

/** DateTime.FromBinary. */
export function fromBinary(data: bigint, zone: TimeZone): DateTime {
  const bits = BigInt.asUintN(64, data);
  const ticks = bits & TICKS_MASK;
  const kind = Number(bits >> KIND_SHIFT);
  if (ticks >= BigInt(MAX_DAY + 1) * BigInt(TICKS_PER_DAY)) {
    throw new NetException('System.ArgumentException', `${data} holds no date.`);
  }
  if (kind >= 2) return toLocalTime(DateTime.fromTicks(ticks, 1), zone);
  return DateTime.fromTicks(ticks, kind === 1 ? 1 : 0);
}
