import { Decimal } from './decimal.ts';
import { tenTo } from './decimal-arithmetic.ts';

/** Decimal powers as doubles, which is what .NET scales by. */
const doublePowers: readonly number[] = Array.from({ length: 29 }, (_, i) => Number(`1e${i}`));
const exponentBits = new DataView(new ArrayBuffer(8));

/**
 * The decimal of a double, rounded to 15 significant digits and without end zeros, as .NET's conversion does;
 * undefined when it is out of range, infinite or NaN.
 */
export function decimalFromDouble(value: number): Decimal | undefined {
  return fromFloating(value, 15);
}

/** The decimal of a single: as {@link decimalFromDouble} with 7 significant digits. */
export function decimalFromSingle(value: number): Decimal | undefined {
  return fromFloating(value, 7);
}

function fromFloating(value: number, digits: 7 | 15): Decimal | undefined {
  const size = Math.abs(value);
  exponentBits.setFloat64(0, size);
  const exponent = (exponentBits.getUint16(0) >> 4) - 1022;
  if (exponent < -94) return Decimal.of(0n, 0);
  if (exponent > 96 || Number.isNaN(value)) return undefined;
  const top = Number(`1e${digits}`);
  let scaled = size;
  // The highest power of ten the value can have is exponent × log10(2).
  let power = digits - 1 - ((exponent * 19728) >> 16);
  if (power >= 0) {
    if (power > 28) power = 28;
    scaled *= doublePowers[power] ?? 1;
  } else if (power !== -1 || scaled >= top) scaled /= doublePowers[-power] ?? 1;
  else power = 0;
  if (scaled < top / 10 && power < 28) {
    scaled *= 10;
    power++;
  }
  let mantissa = BigInt(roundHalfEven(scaled));
  if (mantissa === 0n) return Decimal.of(0n, 0);
  if (power < 0) {
    mantissa *= tenTo(-power);
    power = 0;
  } else {
    for (let left = Math.min(power, digits - 1); left > 0 && mantissa % 10n === 0n; left--) {
      mantissa /= 10n;
      power--;
    }
  }
  return mantissa > Decimal.maxMantissa ? undefined : Decimal.of(value < 0 ? -mantissa : mantissa, power);
}

/** Rounds a double to an integer, ties to even: Math.Round of .NET. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The double of a decimal, by the steps that .NET takes (which do not always give the nearest one). */
export function decimalToDouble(value: Decimal): number {
  const size = value.mantissa < 0n ? -value.mantissa : value.mantissa;
  const low = Number(size & 0xffffffffffffffffn);
  const high = Number(size >> 64n);
  const result = (low + high * 2 ** 64) / (doublePowers[value.scale] ?? 1);
  return value.mantissa < 0n ? -result : result;
}

/** The decimal of an integer, or undefined when it is too large. */
export function decimalFromInteger(value: bigint): Decimal | undefined {
  return value > Decimal.maxMantissa || value < -Decimal.maxMantissa ? undefined : Decimal.of(value, 0);
}

/** The integer part of a decimal. */
export function truncateDecimal(value: Decimal): bigint {
  return value.scale === 0 ? value.mantissa : value.mantissa / tenTo(value.scale);
}
