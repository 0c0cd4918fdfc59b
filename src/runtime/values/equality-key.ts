import { BigInteger } from './big-integer.ts';
import { Char } from './char.ts';
import { DateOnly } from './date-only.ts';
import { DateTime } from './date-time.ts';
import { DateTimeOffset } from './date-time-offset.ts';
import { Decimal } from './decimal.ts';
import { Double } from './double.ts';
import { Guid } from './guid.ts';
import { numberKindOf } from './number-kind-of.ts';
import { NumberKind } from './number-kinds.ts';
import { baseOf } from './ps-object.ts';
import type { PSValue } from './ps-value.ts';
import { SemanticVersion } from './semantic-version.ts';
import { TimeOnly } from './time-only.ts';
import { TimeSpan } from './time-span.ts';
import { UInt64 } from './uint64.ts';
import { Version } from './version.ts';

/** What a JS Map can find a .NET value by: two values have the same key exactly when `Equals` holds. */
export type EqualityKey = PSValue;

/** Turns a value into its {@link EqualityKey}: how a collection compares. */
export type KeyComparer = (value: PSValue) => EqualityKey;

/** Marks text made from a value, so that it is never the key of a string. */
const mark = '\u0000';

function decimalText({ mantissa, scale }: Decimal): string {
  let m = mantissa;
  let s = scale;
  while (s > 0 && m % 10n === 0n) {
    m /= 10n;
    s--;
  }
  return `${m}e${s}`;
}

const byClass = new Map<unknown, (value: never) => string>([
  [Char, (v: Char) => `c${v.code}`],
  [Double, (v: Double) => `d${v.value}`],
  [Decimal, (v: Decimal) => `m${decimalText(v)}`],
  [BigInteger, (v: BigInteger) => `b${v.value}`],
  [UInt64, (v: UInt64) => `u${v.value}`],
  [DateTime, (v: DateTime) => `t${v.day}.${v.tickOfDay}`],
  [DateTimeOffset, (v: DateTimeOffset) => `o${v.dateTime.ticks - BigInt(v.offsetMinutes) * 600000000n}`],
  [DateOnly, (v: DateOnly) => `y${v.dayNumber}`],
  [TimeOnly, (v: TimeOnly) => `h${v.tickOfDay}`],
  [TimeSpan, (v: TimeSpan) => `s${v.ticks}`],
  [Guid, (v: Guid) => `g${v.text}`],
  [Version, (v: Version) => `v${v.major}.${v.minor}.${v.build}.${v.revision}`],
  [SemanticVersion, (v: SemanticVersion) => `w${v.major}.${v.minor}.${v.patch}-${v.preReleaseLabel ?? ''}`],
]);

/** Equality of .NET: numbers of different types differ, strings by code unit, references by identity. */
export function ordinalKey(value: PSValue): EqualityKey {
  if (typeof value !== 'object' || value === null) return value;
  const base = baseOf(value);
  if (typeof base !== 'object' || base === null) return base;
  const text = byClass.get(base.constructor);
  // The table pairs each class with a function that takes it.
  if (text) return mark + text(base as never);
  const kind = numberKindOf(base);
  if (kind !== NumberKind.None && 'value' in base) return `${mark}n${kind}:${base.value}`;
  if ('equalityText' in base && typeof base.equalityText === 'function') return `${mark}e${base.equalityText()}`;
  return base;
}

/** As {@link ordinalKey}, but strings regardless of case. */
export function ignoreCaseKey(value: PSValue): EqualityKey {
  if (typeof value === 'string') return value.toLowerCase();
  const key = ordinalKey(value);
  return typeof key === 'string' && !key.startsWith(mark) ? key.toLowerCase() : key;
}
