import { BigInteger } from '../values/big-integer.ts';
import { Decimal } from '../values/decimal.ts';
import { tenTo } from '../values/decimal-arithmetic.ts';
import type { Double } from '../values/double.ts';
import { toDouble } from '../values/double.ts';
import { integerOfKind, integerRanges } from '../values/integer-of-kind.ts';
import { NumberKind } from '../values/number-kinds.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { Single } from '../values/single.ts';
import { exactDigits } from './number-digits.ts';
import type { NumberFormatInfo } from './number-format-info.ts';
import { isWhite, matchSymbol, type ScannedNumber, scanNumber } from './number-scanner.ts';
import { NumberStyles } from './number-styles.ts';

/** What parsing gives: the number, or why there is none. */
export type ParsedNumber = NumericValue | 'format' | 'overflow';

/** The styles that `Parse(text)` of a type uses when none are given. */
export function defaultNumberStyles(kind: NumberKind): number {
  if (kind === NumberKind.Decimal) return NumberStyles.Number;
  if (kind === NumberKind.Double || kind === NumberKind.Single) return NumberStyles.Float | NumberStyles.AllowThousands;
  return NumberStyles.Integer;
}

/**
 * `Type.Parse(text, styles, info)` of a numeric type. Answers 'format' where .NET throws FormatException and
 * 'overflow' where it throws OverflowException; never throws.
 */
export function parseNumber(kind: NumberKind, text: string, styles: number, info: NumberFormatInfo): ParsedNumber {
  if ((styles & (NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier)) !== 0) {
    return parseBits(kind, text, styles);
  }
  const scanned = scanNumber(text, styles, info);
  if (kind === NumberKind.Double || kind === NumberKind.Single) return parseFloating(kind, text, scanned, info);
  if (scanned === undefined) return 'format';
  if (kind === NumberKind.Decimal) return toDecimal(scanned);
  const integer = toInteger(scanned);
  if (kind === NumberKind.BigInteger) {
    if (integer !== undefined) return BigInteger.of(integer);
    return scanned.scale > scanned.digits.length ? 'overflow' : 'format';
  }
  // A negative zero written with a point is out of range for the unsigned types (and only for them).
  if (integer === undefined || (integer === 0n && isNegativeZero(scanned) && !integerRanges[kind]?.signed)) {
    return 'overflow';
  }
  return integerOfKind(kind, integer) ?? 'overflow';
}

function isNegativeZero({ negative, hasPoint }: ScannedNumber): boolean {
  return negative && hasPoint;
}

/** The whole number, or undefined when there are decimals other than 0 (or it is absurdly large). */
function toInteger({ negative, digits, scale }: ScannedNumber): bigint | undefined {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  if (end === 0) return 0n;
  if (scale < end || scale > 100_000) return undefined;
  const size = BigInt(digits.slice(0, end).padEnd(scale, '0'));
  return negative ? -size : size;
}

function toDecimal({ negative, digits, scale }: ScannedNumber): Decimal | 'overflow' {
  if (digits === '') return Decimal.of(0n, Math.min(Math.max(-scale, 0), 28));
  if (scale > 29) return 'overflow';
  if (scale < -28) return Decimal.of(0n, 28);
  let places = Math.min(28, Math.max(digits.length - scale, 0));
  for (; places >= 0; places--) {
    const mantissa = roundAt(digits, scale + places);
    if (mantissa <= Decimal.maxMantissa) return Decimal.of(negative ? -mantissa : mantissa, places);
  }
  return 'overflow';
}

/** The first `count` digits (filled with zeros) as a number, rounded to nearest, ties to even. */
function roundAt(digits: string, count: number): bigint {
  if (count < 0) return 0n;
  const kept = BigInt(digits.slice(0, count) || '0') * tenTo(Math.max(count - digits.length, 0));
  if (count >= digits.length) return kept;
  const next = digits.charCodeAt(count) - 53;
  if (next < 0) return kept;
  const tie = next === 0 && !/[1-9]/u.test(digits.slice(count + 1));
  return tie && (kept & 1n) === 0n ? kept : kept + 1n;
}

function parseFloating(
  kind: NumberKind,
  text: string,
  scanned: ScannedNumber | undefined,
  info: NumberFormatInfo,
): number | Double | Single | 'format' {
  const value = scanned ? floatingOf(scanned) : symbolValue(text.trim(), info);
  if (value === undefined) return 'format';
  if (kind === NumberKind.Double) return toDouble(value);
  return Single.of(scanned ? nearestSingle(value, scanned) : value);
}

/** The single nearest to the text: rounding its nearest double once more errs where that lies between two singles. */
function nearestSingle(value: number, { digits, scale }: ScannedNumber): number {
  const single = Math.fround(value);
  const other = 2 * value - single;
  if (single === value || Math.fround(other) !== other || !Number.isFinite(single)) return single;
  const exact = exactDigits(value);
  const text = digits.replace(/0+$/u, '');
  if (text === exact.digits && scale === exact.scale) return single;
  const larger = scale === exact.scale ? text > exact.digits : scale > exact.scale;
  return larger === Math.abs(other) > Math.abs(value) ? other : single;
}

function floatingOf({ negative, digits, scale }: ScannedNumber): number {
  const size = digits === '' ? 0 : Number(`0.${digits}e${scale}`);
  return negative ? -size : size;
}

/** Infinity, -Infinity and NaN as the culture writes them, case ignored. */
function symbolValue(text: string, info: NumberFormatInfo): number | undefined {
  const is = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
  if (is(text, info.positiveInfinitySymbol)) return Number.POSITIVE_INFINITY;
  if (is(text, info.negativeInfinitySymbol)) return Number.NEGATIVE_INFINITY;
  if (is(text, info.nanSymbol)) return Number.NaN;
  const plus = matchSymbol(text, 0, info.positiveSign);
  if (plus > 0) {
    if (is(text.slice(plus), info.positiveInfinitySymbol)) return Number.POSITIVE_INFINITY;
    return is(text.slice(plus), info.nanSymbol) ? Number.NaN : undefined;
  }
  const minus = matchSymbol(text, 0, info.negativeSign);
  return minus > 0 && is(text.slice(minus), info.nanSymbol) ? Number.NaN : undefined;
}

/** Hexadecimal or binary digits, which give the bits of the type. */
function parseBits(kind: NumberKind, text: string, styles: number): ParsedNumber {
  let [start, end] = [0, text.length];
  if (styles & NumberStyles.AllowLeadingWhite) while (isWhite(text.charCodeAt(start))) start++;
  if (styles & NumberStyles.AllowTrailingWhite) while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
  const body = text.slice(start, end);
  const hex = (styles & NumberStyles.AllowHexSpecifier) !== 0;
  if (!(hex ? /^[0-9a-f]+$/iu : /^[01]+$/u).test(body)) return 'format';
  const bits = BigInt((hex ? '0x' : '0b') + body);
  if (kind === NumberKind.BigInteger) return BigInteger.of(BigInt.asIntN(body.length * (hex ? 4 : 1), bits));
  const range = integerRanges[kind];
  if (!range) return 'format';
  const { width, signed } = range;
  if (bits >> BigInt(width) !== 0n) return 'overflow';
  return integerOfKind(kind, signed ? BigInt.asIntN(width, bits) : bits) ?? 'overflow';
}
