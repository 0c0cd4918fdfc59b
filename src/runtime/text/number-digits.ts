import type { Decimal } from '../values/decimal.ts';

/** Which rules of .NET's formatter a number follows: only floating ones have -0 and are rounded from their exact value. */
export type DigitFamily = 'integer' | 'decimal' | 'floating';

/**
 * A number as decimal digits: 0.DIGITS × 10^scale. `digits` has no leading zero and is empty for zero; it may end in
 * zeros (a decimal's scale shows).
 */
export interface NumberDigits {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
  readonly family: DigitFamily;
}

/** The digits of an integer. */
export function integerDigits(value: number | bigint): NumberDigits {
  const negative = value < 0;
  const text = value.toString();
  const digits = value === 0 || value === 0n ? '' : negative ? text.slice(1) : text;
  return { negative, digits, scale: digits.length, family: 'integer' };
}

/** The digits of a decimal, with the zeros its scale asks for. */
export function decimalDigits(value: Decimal): NumberDigits {
  const negative = value.mantissa < 0n;
  const text = value.mantissa.toString();
  const digits = value.mantissa === 0n ? '' : negative ? text.slice(1) : text;
  return { negative, digits, scale: digits.length - value.scale, family: 'decimal' };
}

/** The fewest digits that read back as the same double; `value` must be finite. */
export function shortestDoubleDigits(value: number): NumberDigits {
  return fromExponential(value, Math.abs(value).toExponential(), true);
}

/** The fewest digits that read back as the same single; `value` must be finite and exactly a single. */
export function shortestSingleDigits(value: number): NumberDigits {
  const size = Math.abs(value);
  for (let count = 1; count < 9; count++) {
    if (Math.fround(Number(size.toExponential(count - 1))) !== size) continue;
    const digits = significantDigits(value, count);
    if (Math.fround(valueOf(digits)) === size) return digits;
  }
  return significantDigits(value, 9);
}

/** The size of the number that digits stand for, as the nearest double. */
function valueOf({ digits, scale }: NumberDigits): number {
  return Number(`0.${digits || '0'}e${scale}`);
}

/**
 * The exact value of a double rounded to a number of significant digits, ties to even; trailing zeros are dropped.
 */
export function significantDigits(value: number, count: number): NumberDigits {
  const size = Math.abs(value);
  if (size === 0) return { negative: isNegative(value), digits: '', scale: 0, family: 'floating' };
  if (count > 100) return roundExact(value, (exact) => exact.scale - count);
  const text = size.toExponential(count - 1);
  const at = text.indexOf('e');
  const lastPlace = Number(text.slice(at + 1)) - (count - 1);
  return fromExponential(value, isTie(size, lastPlace) ? toEven(text, at) : text, true);
}

/** The exact value of a double rounded to a number of decimals, ties to even; trailing zeros are dropped. */
export function fixedDigits(value: number, decimals: number): NumberDigits {
  const size = Math.abs(value);
  if (size >= 1e21 || decimals > 100) return roundExact(value, () => -decimals);
  const text = size.toFixed(decimals);
  return fromFixed(value, isTie(size, -decimals) ? toEven(text, text.length) : text);
}

/**
 * Rounds to `count` digits, halves away from zero, and drops trailing zeros; a floating number's digits are already
 * rounded, so for `rounded` they are only cut.
 */
export function roundDigits(number: NumberDigits, count: number, rounded: boolean): NumberDigits {
  const { digits } = number;
  let scale = number.scale;
  let kept = digits.slice(0, Math.max(0, count));
  if (count >= 0 && count < digits.length && !rounded && digits.charCodeAt(count) >= 53) {
    const raised = raise(kept);
    if (raised.length > kept.length) scale++;
    kept = raised;
  }
  kept = trimZeros(kept);
  if (kept === '')
    return { ...number, digits: '', scale: 0, negative: number.negative && number.family === 'floating' };
  return { ...number, digits: kept, scale };
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** `d.ddde±x` of the size to digits. */
function fromExponential(value: number, text: string, trim: boolean): NumberDigits {
  const at = text.indexOf('e');
  const digits = text.charAt(0) + text.slice(2, at);
  const trimmed = trim ? trimZeros(digits) : digits;
  const scale = trimmed === '' ? 0 : Number(text.slice(at + 1)) + 1;
  return { negative: isNegative(value), digits: trimmed, scale, family: 'floating' };
}

/** `ddd.ddd` of the size to digits. */
function fromFixed(value: number, text: string): NumberDigits {
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const all = point < 0 ? text : whole + text.slice(point + 1);
  let lead = 0;
  while (lead < all.length && all.charCodeAt(lead) === 48) lead++;
  const digits = trimZeros(all.slice(lead));
  return { negative: isNegative(value), digits, scale: digits === '' ? 0 : whole.length - lead, family: 'floating' };
}

/** Whether a positive double lies exactly between two multiples of 10^place. */
function isTie(size: number, place: number): boolean {
  if (place <= 0) {
    // Halfway between multiples of 10^-d means an odd multiple of 2^-(d+1); scaling by a power of two is exact.
    const scaled = size * 2 ** (1 - place);
    return scaled % 2 === 1;
  }
  if (!Number.isInteger(size)) return false;
  const unit = 10n ** BigInt(place);
  return (BigInt(size) % unit) * 2n === unit;
}

/** JS rounds ties up: when that gave an odd last digit (before `end`), the even neighbour is one below. */
function toEven(text: string, end: number): string {
  const last = text.charCodeAt(end - 1);
  return last % 2 === 1 ? text.slice(0, end - 1) + String.fromCharCode(last - 1) + text.slice(end) : text;
}

/** All digits of the exact value, rounded half to even at the place (a power of ten) that `placeOf` tells. */
function roundExact(value: number, placeOf: (exact: NumberDigits) => number): NumberDigits {
  const exact = exactDigits(value);
  const { digits, scale } = exact;
  const keep = scale - placeOf(exact);
  if (keep >= digits.length) return exact;
  if (keep < 0) return { ...exact, digits: '', scale: 0 };
  const rest = digits.slice(keep);
  const half = rest.charCodeAt(0) - 53 || (/[1-9]/u.test(rest.slice(1)) ? 1 : 0);
  const odd = keep > 0 && digits.charCodeAt(keep - 1) % 2 === 1;
  const kept = digits.slice(0, keep);
  if (half < 0 || (half === 0 && !odd))
    return { ...exact, digits: trimZeros(kept), scale: trimZeros(kept) === '' ? 0 : scale };
  const raised = raise(kept);
  return { ...exact, digits: trimZeros(raised), scale: raised.length > kept.length ? scale + 1 : scale };
}

/** Every digit of the exact value of a finite double. */
export function exactDigits(value: number): NumberDigits {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = field === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = (field === 0 ? 1 : field) - 1075;
  const places = exponent < 0 ? -exponent : 0;
  const whole = exponent < 0 ? mantissa * 5n ** BigInt(places) : mantissa << BigInt(exponent);
  const digits = whole === 0n ? '' : whole.toString();
  const scale = digits === '' ? 0 : digits.length - places;
  return { negative: isNegative(value), digits: trimZeros(digits), scale, family: 'floating' };
}

/** Adds one to the last digit; the result is one digit longer when it carries out ('99' gives '100'). */
function raise(digits: string): string {
  let at = digits.length - 1;
  while (at >= 0 && digits.charCodeAt(at) === 57) at--;
  const zeros = '0'.repeat(digits.length - 1 - at);
  if (at < 0) return `1${zeros}`;
  return digits.slice(0, at) + String.fromCharCode(digits.charCodeAt(at) + 1) + zeros;
}

function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return end === digits.length ? digits : digits.slice(0, end);
}
