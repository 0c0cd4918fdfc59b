import type { ConstantValue } from '../ast/node.ts';

/** How the digits of a number count. */
export type NumberFormat = 'decimal' | 'hex' | 'binary';

/** What the letters behind a number ask for. */
export type Suffix =
  | 'none'
  | 'unsigned'
  | 'short'
  | 'ushort'
  | 'long'
  | 'ulong'
  | 'decimal'
  | 'sbyte'
  | 'byte'
  | 'bigint';

/** A number taken apart: sign, digits with point and exponent, suffix and multiplier. */
export interface NumberText {
  readonly sign: string;
  /** Hexadecimal digits have a 0 put before them. */
  readonly digits: string;
  readonly format: NumberFormat;
  /** Whether there is a point or an exponent. */
  readonly real: boolean;
  readonly suffix: Suffix;
  readonly multiplier: bigint;
}

const maxDecimal = 2n ** 96n - 1n;

interface IntegerType {
  readonly suffix: Suffix;
  readonly type: 'sbyte' | 'byte' | 'short' | 'ushort' | 'int' | 'uint' | 'long' | 'ulong';
  readonly min: bigint;
  readonly max: bigint;
}

/** The integer types each suffix may yield, the narrowest first (about_Numeric_Literals). */
const integerTypes: readonly IntegerType[] = [
  { suffix: 'none', type: 'int', min: -(2n ** 31n), max: 2n ** 31n - 1n },
  { suffix: 'none', type: 'long', min: -(2n ** 63n), max: 2n ** 63n - 1n },
  { suffix: 'unsigned', type: 'uint', min: 0n, max: 2n ** 32n - 1n },
  { suffix: 'unsigned', type: 'ulong', min: 0n, max: 2n ** 64n - 1n },
  { suffix: 'sbyte', type: 'sbyte', min: -128n, max: 127n },
  { suffix: 'byte', type: 'byte', min: 0n, max: 255n },
  { suffix: 'short', type: 'short', min: -(2n ** 15n), max: 2n ** 15n - 1n },
  { suffix: 'ushort', type: 'ushort', min: 0n, max: 2n ** 16n - 1n },
  { suffix: 'long', type: 'long', min: -(2n ** 63n), max: 2n ** 63n - 1n },
  { suffix: 'ulong', type: 'ulong', min: 0n, max: 2n ** 64n - 1n },
];

/** The value of a number, or undefined when no type that its suffix allows can hold it. */
export function numberValue(text: NumberText): ConstantValue | undefined {
  return text.real ? realValue(text) : integerValue(text);
}

function realValue({ sign, digits, suffix, multiplier }: NumberText): ConstantValue | undefined {
  if (suffix === 'decimal') return decimalValue(sign, digits, multiplier);
  const value = Number(sign + digits) * Number(multiplier);
  if (suffix === 'none') return { type: 'double', value };
  if (!Number.isFinite(value)) return undefined;
  const whole = roundHalfEven(value);
  return suffix === 'bigint' ? { type: 'bigint', value: whole } : fitInteger(whole, suffix);
}

function roundHalfEven(value: number): bigint {
  const floor = Math.floor(value);
  const rest = value - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return BigInt(up ? floor + 1 : floor);
}

function decimalValue(sign: string, digits: string, multiplier: bigint): ConstantValue | undefined {
  const match = /^(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(digits);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  let scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > 400) return undefined;
  let mantissa = BigInt(whole + fraction);
  if (scale < 0) {
    mantissa *= 10n ** BigInt(-scale);
    scale = 0;
  }
  const parsed = fitDecimal(mantissa, scale);
  if (parsed === undefined) return undefined;
  const product = fitDecimal(parsed.mantissa * multiplier, parsed.scale);
  if (product === undefined) return undefined;
  return { type: 'decimal', value: { ...product, mantissa: sign === '-' ? -product.mantissa : product.mantissa } };
}

/** Drops digits behind the point, rounding half to even, until the mantissa has 96 bits and the scale is 28 at most. */
function fitDecimal(
  mantissa: bigint,
  scale: number,
): { readonly mantissa: bigint; readonly scale: number } | undefined {
  let drop = Math.max(0, scale - 28);
  for (; drop <= scale; drop++) {
    const divisor = 10n ** BigInt(drop);
    const rest = mantissa % divisor;
    let rounded = mantissa / divisor;
    if (rest * 2n > divisor || (rest * 2n === divisor && rounded % 2n === 1n)) rounded++;
    if (rounded <= maxDecimal) return { mantissa: rounded, scale: scale - drop };
  }
  return undefined;
}

function integerValue(text: NumberText): ConstantValue | undefined {
  const { sign, format, multiplier } = text;
  const parsed = format === 'hex' ? hexInteger(text) : format === 'binary' ? binaryInteger(text) : decimalInteger(text);
  const { suffix } = parsed;
  const value = parsed.value * multiplier * (sign === '-' ? -1n : 1n);
  if (suffix === 'bigint') return { type: 'bigint', value };
  if (suffix === 'decimal') return wholeDecimal(value);
  const fitted = fitInteger(value, suffix);
  if (fitted !== undefined || suffix !== 'none' || format !== 'decimal') return fitted;
  const double = truncatedDouble(value);
  return wholeDecimal(value) ?? (Number.isFinite(double) ? { type: 'double', value: double } : undefined);
}

/** A large integer as a double; digits that do not fit are cut off, not rounded, as .NET converts a BigInteger. */
function truncatedDouble(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const excess = BigInt(Math.max(0, magnitude.toString(2).length - 53));
  const cut = Number((magnitude >> excess) << excess);
  return value < 0n ? -cut : cut;
}

function wholeDecimal(value: bigint): ConstantValue | undefined {
  const fits = value <= maxDecimal && value >= -maxDecimal;
  return fits ? { type: 'decimal', value: { mantissa: value, scale: 0 } } : undefined;
}

interface ParsedInteger {
  readonly value: bigint;
  readonly suffix: Suffix;
}

function decimalInteger({ digits, suffix }: NumberText): ParsedInteger {
  return { value: BigInt(digits), suffix };
}

function isUnsigned(suffix: Suffix): boolean {
  return suffix === 'unsigned' || suffix === 'byte' || suffix === 'ushort' || suffix === 'ulong';
}

/** Makes a literal of full 64-bit width long, whatever its value. */
function widened(suffix: Suffix, isWide: boolean): Suffix {
  if (!isWide) return suffix;
  return suffix === 'none' ? 'long' : suffix === 'unsigned' ? 'ulong' : suffix;
}

const signedWidths: Partial<Record<Suffix, number>> = { sbyte: 2, short: 4, long: 16 };

/** Hexadecimal digits that fill the type exactly carry its sign bit. */
function hexInteger({ digits, suffix }: NumberText): ParsedInteger {
  let text = digits;
  if (!isUnsigned(suffix)) {
    const width = signedWidths[suffix] ?? (text.length < 16 ? 8 : 16);
    if (text.length === width + 1) text = text.slice(1);
  }
  const magnitude = BigInt(`0x${text}`);
  const negative = Number.parseInt(text.charAt(0), 16) >= 8;
  const value = negative ? magnitude - (1n << BigInt(4 * text.length)) : magnitude;
  return { value, suffix: widened(suffix, text.length === 16) };
}

/** Lengths at which the first binary digit is a sign bit; from 128 on all are. */
const signedLengths = [8, 16, 32, 64, 96];

function binaryInteger({ digits, suffix }: NumberText): ParsedInteger {
  const magnitude = BigInt(`0b${digits}`);
  const hasSign = !isUnsigned(suffix) && (signedLengths.includes(digits.length) || digits.length >= 128);
  const negative = hasSign && digits.startsWith('1');
  const width = BigInt(Math.ceil(digits.length / 8) * 8);
  const value = negative && digits.length % 8 === 0 ? magnitude - (1n << width) : magnitude;
  return { value, suffix: widened(suffix, digits.length === 64) };
}

function fitInteger(value: bigint, suffix: Suffix): ConstantValue | undefined {
  for (const { suffix: of, type, min, max } of integerTypes) {
    if (of !== suffix || value < min || value > max) continue;
    if (type === 'long' || type === 'ulong') return { type, value };
    return { type, value: Number(value) };
  }
  return undefined;
}
