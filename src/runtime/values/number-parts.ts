import { BigInteger } from './big-integer.ts';
import { Decimal } from './decimal.ts';
import { decimalToDouble, truncateDecimal } from './decimal-conversion.ts';
import type { NumericValue } from './numeric-value.ts';
import { UInt64 } from './uint64.ts';

/** The number as a JS number: exact up to 32 bits, for singles and doubles; the nearest double of all others. */
export function toJsNumber(value: NumericValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return decimalToDouble(value);
  if (value instanceof BigInteger) return bigIntegerToDouble(value.value);
  return 'value' in value ? Number(value.value) : Number.NaN;
}

/** .NET cuts a BigInteger to 53 bits, where other conversions round. */
function bigIntegerToDouble(value: bigint): number {
  const near = Number(value);
  if (Number.isSafeInteger(near) || !Number.isFinite(near)) return near;
  const size = value < 0n ? -value : value;
  const extra = BigInt(size.toString(2).length - 53);
  return extra <= 0n ? near : Number((value / (1n << extra)) << extra);
}

/** The whole part as a bigint, towards zero; undefined for infinities and NaN. */
export function toJsBigint(value: NumericValue): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (value instanceof UInt64 || value instanceof BigInteger) return value.value;
  if (value instanceof Decimal) return truncateDecimal(value);
  const number = toJsNumber(value);
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined;
}
