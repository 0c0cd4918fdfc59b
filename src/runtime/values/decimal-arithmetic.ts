import { Decimal } from './decimal.ts';

/** The largest scale of a decimal. */
const maxScale = 28;
const maxMantissa = Decimal.maxMantissa;
const powers: readonly bigint[] = Array.from({ length: 60 }, (_, i) => 10n ** BigInt(i));

/**
 * The result does not fit a decimal, or a divisor is zero: `exceptionType` is the .NET exception that the operation
 * throws. A plain class: callers translate it at once.
 */
export class DecimalFailure {
  readonly exceptionType: 'System.OverflowException' | 'System.DivideByZeroException';
  readonly message: string;

  constructor(exceptionType: 'System.OverflowException' | 'System.DivideByZeroException', message: string) {
    this.exceptionType = exceptionType;
    this.message = message;
  }
}

function overflow(): DecimalFailure {
  return new DecimalFailure('System.OverflowException', 'The result is too large for a Decimal.');
}

/** 10 to the power of `n`, from 0 to 59. */
export function tenTo(n: number): bigint {
  return powers[n] ?? 10n ** BigInt(n);
}

/** Divides rounding to nearest, ties to even; the divisor is positive. */
function divideToEven(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n;
  const size = negative ? -dividend : dividend;
  let quotient = size / divisor;
  const twice = (size % divisor) * 2n;
  if (twice > divisor || (twice === divisor && (quotient & 1n) === 1n)) quotient += 1n;
  return negative ? -quotient : quotient;
}

function fits(mantissa: bigint): boolean {
  return mantissa <= maxMantissa && mantissa >= -maxMantissa;
}

/** Makes a decimal of an exact value, giving up decimals (ties to even) until it fits; throws when none are left. */
export function fitDecimal(mantissa: bigint, scale: number): Decimal {
  if (scale <= maxScale && fits(mantissa)) return Decimal.of(mantissa, scale);
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().length;
  let drop = Math.max(scale - maxScale, digits - 29, 0);
  for (; drop <= scale; drop++) {
    const reduced = divideToEven(mantissa, tenTo(drop));
    if (fits(reduced)) return Decimal.of(reduced, scale - drop);
  }
  throw overflow();
}

/** a + b; the larger scale shows. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return fitDecimal(a.mantissa + b.mantissa, a.scale);
  return a.scale > b.scale
    ? fitDecimal(a.mantissa + b.mantissa * tenTo(a.scale - b.scale), a.scale)
    : fitDecimal(a.mantissa * tenTo(b.scale - a.scale) + b.mantissa, b.scale);
}

/** a - b; the larger scale shows. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, Decimal.of(-b.mantissa, b.scale));
}

/**
 * a × b; the scales add up as far as there is room. A zero result keeps its scale only where both factors fit 32 bits
 * and the scale is not out of reach, else it is plain 0.
 */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const product = a.mantissa * b.mantissa;
  const scale = a.scale + b.scale;
  const small = isSmall(a.mantissa) && isSmall(b.mantissa);
  if (small ? scale > maxScale + 19 : product === 0n) return Decimal.of(0n, 0);
  return fitDecimal(product, scale);
}

function isSmall(mantissa: bigint): boolean {
  return mantissa < 4294967296n && mantissa > -4294967296n;
}

/** a / b, exact with the scale difference where that is possible, else as many decimals as fit without end zeros. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (b.mantissa === 0n) throw divideByZero();
  const [divisor, dividend] = b.mantissa < 0n ? [-b.mantissa, -a.mantissa] : [b.mantissa, a.mantissa];
  const scale = a.scale - b.scale;
  if (dividend % divisor === 0n) {
    const quotient = dividend / divisor;
    if (scale >= 0) return Decimal.of(quotient, scale);
    const raised = quotient * tenTo(-scale);
    if (!fits(raised)) throw overflow();
    return Decimal.of(raised, 0);
  }
  const widest = (dividend * tenTo(maxScale - scale)) / divisor;
  const digits = (widest < 0n ? -widest : widest).toString().length;
  for (let places = maxScale - Math.max(0, digits - 29); places >= 0; places--) {
    const extra = places - scale;
    const quotient = divideToEven(dividend * tenTo(Math.max(extra, 0)), divisor * tenTo(Math.max(-extra, 0)));
    if (fits(quotient)) return withoutEndZeros(Decimal.of(quotient, places));
  }
  throw overflow();
}

/** The remainder of a / b, with the sign of a; the scale is a's own when a is the smaller one. */
export function remainderOfDecimals(a: Decimal, b: Decimal): Decimal {
  if (b.mantissa === 0n) throw divideByZero();
  const scale = Math.max(a.scale, b.scale);
  const dividend = a.mantissa * tenTo(scale - a.scale);
  const divisor = b.mantissa * tenTo(scale - b.scale);
  const size = dividend < 0n ? -dividend : dividend;
  if (a.mantissa === 0n || size < (divisor < 0n ? -divisor : divisor)) return a;
  return Decimal.of(dividend % divisor, scale);
}

function divideByZero(): DecimalFailure {
  return new DecimalFailure('System.DivideByZeroException', 'A number cannot be divided by zero.');
}

/** -1, 0 or 1 as a is less than, equal to or greater than b; the scales do not matter. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const left = a.scale < b.scale ? a.mantissa * tenTo(b.scale - a.scale) : a.mantissa;
  const right = b.scale < a.scale ? b.mantissa * tenTo(a.scale - b.scale) : b.mantissa;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The same value with the smallest scale. */
export function withoutEndZeros(value: Decimal): Decimal {
  let { mantissa, scale } = value;
  if (mantissa === 0n) return scale === 0 ? value : Decimal.of(0n, 0);
  while (scale > 0 && mantissa % 10n === 0n) {
    mantissa /= 10n;
    scale--;
  }
  return scale === value.scale ? value : Decimal.of(mantissa, scale);
}

/** How a rounding goes: .NET's MidpointRounding. */
export type RoundingMode = 'ToEven' | 'AwayFromZero' | 'ToZero' | 'ToNegativeInfinity' | 'ToPositiveInfinity';

/** `Math.Round(value, decimals, mode)`: a value with fewer decimals stays as it is. */
export function roundDecimal(value: Decimal, decimals: number, mode: RoundingMode): Decimal {
  if (value.scale <= decimals) return value;
  return Decimal.of(roundQuotient(value.mantissa, tenTo(value.scale - decimals), mode), decimals);
}

/** dividend / divisor (positive) rounded to an integer by a mode. */
export function roundQuotient(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n || mode === 'ToZero') return quotient;
  const away = rest < 0n ? quotient - 1n : quotient + 1n;
  if (mode === 'ToNegativeInfinity') return rest < 0n ? away : quotient;
  if (mode === 'ToPositiveInfinity') return rest < 0n ? quotient : away;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice !== divisor) return twice > divisor ? away : quotient;
  return mode === 'AwayFromZero' || (quotient & 1n) === 1n ? away : quotient;
}
