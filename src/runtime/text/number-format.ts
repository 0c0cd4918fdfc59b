import { BigInteger } from '../values/big-integer.ts';
import { Decimal } from '../values/decimal.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { integerBits, NumberKind } from '../values/number-kinds.ts';
import { FormatFailure } from './format-failure.ts';
import { formatCustom } from './number-custom-format.ts';
import {
  decimalDigits,
  fixedDigits,
  integerDigits,
  type NumberDigits,
  shortestDoubleDigits,
  shortestSingleDigits,
  significantDigits,
} from './number-digits.ts';
import type { NumberFormatInfo } from './number-format-info.ts';
import { formatStandard, generalText } from './number-standard-format.ts';

/**
 * `value.ToString(format, info)` of a number of any kind (not Char): a standard letter with precision, a custom
 * format, or the general format for an empty one. Throws {@link FormatFailure} where .NET throws FormatException.
 */
export function formatNumber(value: unknown, format: string, info: NumberFormatInfo): string {
  // `00`, which only fills up, is the custom format of most scripts.
  if (typeof value === 'number' && (value | 0) === value && /^0+$/.test(format))
    return plainText(value, format.length, info);
  const kind = numberKindOf(value);
  switch (kind) {
    case NumberKind.Double:
    case NumberKind.Single:
      return formatFloating(numberOf(value), kind, format, info);
    case NumberKind.Decimal:
      return formatDecimal(value, format, info);
    case NumberKind.BigInteger:
      return formatBig(value, format, info);
    default:
      return formatInteger(value, kind, format, info);
  }
}

/** A format string taken apart: a letter with precision, or a custom format. */
interface Specifier {
  /** The letter; empty for a custom format. */
  readonly letter: string;
  readonly precision: number | undefined;
}

const custom: Specifier = { letter: '', precision: undefined };
const general: Specifier = { letter: 'G', precision: undefined };

/** Takes a format string apart; throws where the precision exceeds 999,999,999. */
function parseSpecifier(format: string): Specifier {
  if (format === '') return general;
  const match = /^([A-Za-z])(\d*)$/u.exec(format);
  if (!match) return custom;
  const [, letter = '', digits = ''] = match;
  if (digits === '') return { letter, precision: undefined };
  const precision = Number(digits);
  if (precision > 999_999_999) throw new FormatFailure(`The precision of the numeric format '${format}' is too large.`);
  return { letter, precision };
}

function unknownFormat(format: string, type: string): FormatFailure {
  return new FormatFailure(`'${format}' is not a format that a number of type ${type} understands.`);
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'value' in value ? Number(value.value) : Number.NaN;
}

/** Digits .NET rounds to for a custom format, and how many always read back (G shows them without exponent). */
const floatingTraits = {
  [NumberKind.Double]: { digits: 15, roundTrip: 17, name: 'Double', shortest: shortestDoubleDigits },
  [NumberKind.Single]: { digits: 7, roundTrip: 9, name: 'Single', shortest: shortestSingleDigits },
} as const;

function formatFloating(value: number, kind: 13 | 14, format: string, info: NumberFormatInfo): string {
  const traits = floatingTraits[kind];
  const { letter, precision } = parseSpecifier(format);
  if (!Number.isFinite(value)) return nonFiniteText(value, info);
  switch (letter.toUpperCase()) {
    case '':
      return formatCustom(significantDigits(value, traits.digits), format, info);
    case 'R':
      return roundTripText(traits.shortest(value), traits.roundTrip, info, letter === 'r' ? 'g' : 'G');
    case 'G':
      if (!precision) return roundTripText(traits.shortest(value), traits.roundTrip, info, letter);
      return generalText(significantDigits(value, precision), precision, info, letter);
    case 'E':
      return standardText(significantDigits(value, (precision ?? 6) + 1), letter, precision, info, format, traits.name);
    default: {
      const decimals = floatingDecimals(letter, precision, info);
      if (decimals === undefined) throw unknownFormat(format, traits.name);
      return standardText(fixedDigits(value, decimals), letter, precision, info, format, traits.name);
    }
  }
}

/** How many decimals of the exact value the letter shows; undefined for a letter that floating numbers do not have. */
function floatingDecimals(letter: string, precision: number | undefined, info: NumberFormatInfo): number | undefined {
  switch (letter.toUpperCase()) {
    case 'F':
    case 'N':
      return precision ?? info.numberDecimalDigits;
    case 'C':
      return precision ?? info.currencyDecimalDigits;
    case 'P':
      return (precision ?? info.percentDecimalDigits) + 2;
    default:
      return undefined;
  }
}

/** Infinity, -Infinity and NaN, whatever the format. */
export function nonFiniteText(value: number, info: NumberFormatInfo): string {
  if (Number.isNaN(value)) return info.nanSymbol;
  return value > 0 ? info.positiveInfinitySymbol : info.negativeInfinitySymbol;
}

function roundTripText(digits: NumberDigits, plainDigits: number, info: NumberFormatInfo, letter: string): string {
  return generalText(digits, Math.max(digits.digits.length, plainDigits), info, letter);
}

function standardText(
  digits: NumberDigits,
  letter: string,
  precision: number | undefined,
  info: NumberFormatInfo,
  format: string,
  type: string,
): string {
  const text = formatStandard(digits, letter, precision, info);
  if (text === undefined) throw unknownFormat(format, type);
  return text;
}

function formatDecimal(value: unknown, format: string, info: NumberFormatInfo): string {
  const digits = decimalDigits(value instanceof Decimal ? value : Decimal.of(0n, 0));
  const { letter, precision } = parseSpecifier(format);
  if (letter === '') return formatCustom(digits, format, info);
  return standardText(digits, letter, precision, info, format, 'Decimal');
}

function integerOf(value: unknown): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value !== 'object' || value === null || !('value' in value)) return 0;
  return typeof value.value === 'number' || typeof value.value === 'bigint' ? value.value : 0;
}

function formatInteger(value: unknown, kind: NumberKind, format: string, info: NumberFormatInfo): string {
  const integer = integerOf(value);
  const { letter, precision } = parseSpecifier(format);
  switch (letter.toUpperCase()) {
    case '':
      return formatCustom(integerDigits(integer), format, info);
    case 'D':
      return plainText(integer, precision ?? 0, info);
    case 'R':
    case 'G':
      if (!precision) return plainText(integer, 0, info);
      return standardText(integerDigits(integer), letter, precision, info, format, 'integer');
    case 'X':
      return radixText(integer, integerBits[kind] ?? 64, 16, letter, precision ?? 0);
    case 'B':
      return radixText(integer, integerBits[kind] ?? 64, 2, letter, precision ?? 0);
    default:
      return standardText(integerDigits(integer), letter, precision, info, format, 'integer');
  }
}

function plainText(integer: number | bigint, minDigits: number, info: NumberFormatInfo): string {
  if (integer >= 0) return integer.toString().padStart(minDigits, '0');
  return info.negativeSign + integer.toString().slice(1).padStart(minDigits, '0');
}

/** Hexadecimal or binary; negative numbers by their two's complement in `width` bits. */
function radixText(integer: number | bigint, width: number, radix: 2 | 16, letter: string, minDigits: number): string {
  const bits = integer < 0 ? BigInt.asUintN(width, BigInt(integer)) : integer;
  const text = bits.toString(radix).padStart(minDigits, '0');
  return letter === 'X' ? text.toUpperCase() : text;
}

function formatBig(value: unknown, format: string, info: NumberFormatInfo): string {
  const integer = value instanceof BigInteger ? value.value : 0n;
  const { letter, precision } = parseSpecifier(format);
  switch (letter.toUpperCase()) {
    case '':
      return formatCustom(integerDigits(integer), format, info);
    case 'D':
    case 'G':
    case 'R':
      return plainText(integer, precision ?? 0, info);
    case 'X':
      return bigRadixText(integer, 4, letter, precision ?? 0);
    case 'B':
      return bigRadixText(integer, 1, letter, precision ?? 0);
    default:
      return standardText(integerDigits(integer), letter, precision, info, format, 'BigInteger');
  }
}

/** Two's complement in the fewest digits whose first one tells the sign, as BigInteger writes X and B. */
function bigRadixText(integer: bigint, bitsPerDigit: 1 | 4, letter: string, minDigits: number): string {
  const size = integer < 0n ? -integer - 1n : integer;
  const bitLength = size === 0n ? 0 : size.toString(2).length;
  const count = Math.floor(bitLength / bitsPerDigit) + 1;
  const bits = BigInt.asUintN(count * bitsPerDigit, integer);
  const radix = bitsPerDigit === 4 ? 16 : 2;
  const fillDigit = integer < 0n ? (radix === 16 ? 'f' : '1') : '0';
  const text = bits.toString(radix).padStart(count, '0').padStart(minDigits, fillDigit);
  return letter === 'X' ? text.toUpperCase() : text;
}
