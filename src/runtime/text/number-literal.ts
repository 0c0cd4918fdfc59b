import { BigInteger } from '../values/big-integer.ts';
import { Decimal } from '../values/decimal.ts';
import { decimalFromInteger, roundHalfEven } from '../values/decimal-conversion.ts';
import { toDouble } from '../values/double.ts';
import { integerOfKind } from '../values/integer-of-kind.ts';
import { NumberKind } from '../values/number-kinds.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { invariantNumberFormat } from './number-format-info.ts';
import { parseNumber } from './number-parse.ts';
import { NumberStyles } from './number-styles.ts';

const literal =
  /^([-+\u2013-\u2015]?)(?:0x([0-9a-f]*)|0b([01]+)|((?:\d+(?:\.\d*)?|\.\d+)(?:e[-+\u2013-\u2015]?\d+)?))(u[lsy]?|[sldyn])?([kmgtp]b)?$/iu;

const multipliers: Readonly<Record<string, bigint>> = {
  kb: 1n << 10n,
  mb: 1n << 20n,
  gb: 1n << 30n,
  tb: 1n << 40n,
  pb: 1n << 50n,
};

/** Which types a suffix asks for, in the order they are tried. */
const kindsBySuffix: Readonly<Record<string, readonly NumberKind[]>> = {
  '': [NumberKind.Int32, NumberKind.Int64],
  y: [NumberKind.SByte],
  uy: [NumberKind.Byte],
  s: [NumberKind.Int16],
  us: [NumberKind.UInt16],
  u: [NumberKind.UInt32, NumberKind.UInt64],
  l: [NumberKind.Int64],
  ul: [NumberKind.UInt64],
  n: [NumberKind.BigInteger],
};

/**
 * Reads a whole text as a number of the language (about_Numeric_Literals), a sign in front allowed: decimal,
 * hexadecimal and binary, real numbers, type suffixes and size multipliers. Undefined where it is none, also where the
 * value does not fit what its suffix asks for. Blanks are not allowed.
 */
export function scanNumberLiteral(text: string): NumericValue | undefined {
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  const match = literal.exec(text);
  if (!match) return undefined;
  const [, sign = '', hex, binary, decimal = '', suffixText = '', multiplierText = ''] = match;
  const suffix = suffixText.toLowerCase();
  const multiplier = multipliers[multiplierText.toLowerCase()] ?? 1n;
  const negative = sign !== '' && sign !== '+';
  if (hex !== undefined || binary !== undefined) {
    const { value, suffix: wanted } = hex !== undefined ? hexValue(hex, suffix) : binaryValue(binary ?? '', suffix);
    return ofSuffix(negative ? -value * multiplier : value * multiplier, wanted, false);
  }
  const digits = (negative ? '-' : '') + decimal.replace(/[\u2013-\u2015]/gu, '-');
  if (/[.e]/iu.test(digits)) return realOfSuffix(digits, negative, suffix, multiplier);
  return ofSuffix(BigInt(digits) * multiplier, suffix, true);
}

interface RadixValue {
  readonly value: bigint;
  readonly suffix: string;
}

/** Digits of exactly the type's width are the bits of a signed number, unless the suffix says unsigned. */
function hexValue(digits: string, suffix: string): RadixValue {
  const unsigned = suffix.startsWith('u');
  const width = ({ y: 2, s: 4, l: 16 } as Record<string, number>)[suffix] ?? (digits.length < 15 ? 8 : 16);
  const bits = BigInt(`0x${digits || '0'}`);
  const value = !unsigned && digits.length === width ? BigInt.asIntN(width * 4, bits) : bits;
  const long = !unsigned ? digits.length === 16 || digits.length === 15 : digits.length === 15;
  return { value, suffix: long && (suffix === '' || suffix === 'u') ? `${suffix}l` : suffix };
}

function binaryValue(digits: string, suffix: string): RadixValue {
  const unsigned = suffix.startsWith('u');
  const width = digits.length;
  const signed = !unsigned && (width >= 128 ? width % 8 === 0 : [8, 16, 32, 64, 96].includes(width));
  const bits = BigInt(`0b${digits}`);
  const long = width === 64 && (suffix === '' || suffix === 'u');
  return { value: signed ? BigInt.asIntN(width, bits) : bits, suffix: long ? `${suffix}l` : suffix };
}

function ofSuffix(value: bigint, suffix: string, decimal: boolean): NumericValue | undefined {
  if (suffix === 'd') return decimalFromInteger(value);
  for (const kind of kindsBySuffix[suffix] ?? []) {
    const found = integerOfKind(kind, value);
    if (found !== undefined) return found;
  }
  // Decimal digits without suffix go on to Decimal and Double; other digits do not.
  return suffix === '' && decimal ? (decimalFromInteger(value) ?? toDouble(Number(value))) : undefined;
}

function realOfSuffix(text: string, negative: boolean, suffix: string, multiplier: bigint): NumericValue | undefined {
  if (suffix === 'd') return realDecimal(text, multiplier);
  const size = Number(text);
  const value = (size === 0 && negative ? -0 : size) * Number(multiplier);
  if (suffix === '') return toDouble(value);
  if (!Number.isFinite(value)) return undefined;
  const whole = BigInt(roundHalfEven(value));
  if (suffix === 'n') return BigInteger.of(whole);
  return ofSuffix(whole, suffix, false);
}

function realDecimal(text: string, multiplier: bigint): Decimal | undefined {
  const styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
  const parsed = parseNumber(NumberKind.Decimal, text, styles, invariantNumberFormat);
  if (!(parsed instanceof Decimal)) return undefined;
  const mantissa = parsed.mantissa * multiplier;
  const fits = mantissa <= Decimal.maxMantissa && mantissa >= -Decimal.maxMantissa;
  return fits ? Decimal.of(mantissa, parsed.scale) : undefined;
}
