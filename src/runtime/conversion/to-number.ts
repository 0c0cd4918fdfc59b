import { numberToEngineText } from '../text/number-text.ts';
import { Char } from '../values/char.ts';
import { Decimal } from '../values/decimal.ts';
import { EnumValue } from '../values/enum-value.ts';
import { integerOfKind } from '../values/integer-of-kind.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { BoxedNumber, NumberKind } from '../values/number-kinds.ts';
import { toJsNumber } from '../values/number-parts.ts';
import { numberKindOfType, numberTypeNames } from '../values/number-type-names.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { ConversionFailure } from './conversion-failure.ts';
import { numberToKind } from './number-to-kind.ts';
import { textToNumber } from './text-to-number.ts';

/** Whether a value is a number of any kind (bool, Char and enums are not). */
export function isNumeric(value: unknown): value is NumericValue {
  const type = typeof value;
  return type === 'number' || type === 'bigint' || value instanceof BoxedNumber;
}

/**
 * A scalar as a number of a kind, by PowerShell's rules: numbers are rounded to even and checked, null is 0, texts go
 * through {@link textToNumber}, bool is 0 or 1, a Char is its code, an enum its value. Undefined for any other value;
 * throws ConversionFailure where the value is one of these and does not fit.
 */
export function toNumber(value: unknown, kind: NumberKind): NumericValue | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return numberToKind(value, kind);
    case 'string':
      return textToNumber(value, kind);
    case 'boolean':
      return numberToKind(value ? 1 : 0, kind);
    case 'undefined':
      return numberToKind(0, kind);
    default:
      if (value === null) return numberToKind(0, kind);
      if (value instanceof BoxedNumber) return numberToKind(value, kind);
      if (value instanceof Char) return numberToKind(value.code, kind);
      if (value instanceof EnumValue) return numberToKind(enumToNumber(value), kind);
      return undefined;
  }
}

/** The number of an enum value, in its underlying type. */
export function enumToNumber(value: EnumValue): NumericValue {
  const underlying = value.netType.enumInfo?.underlying.fullName ?? '';
  const kind = numberKindOfType(underlying) || NumberKind.Int32;
  return integerOfKind(kind, BigInt(value.value)) ?? 0;
}

/**
 * A number as a Char: integers by their code; other numbers and codes above 65535 fail, as Convert.ToChar does.
 */
export function numberToChar(value: NumericValue): Char {
  const kind = numberKindOf(value);
  const text = numberToEngineText(value);
  if (kind === NumberKind.BigInteger || kind >= NumberKind.Single) {
    throw new ConversionFailure('InvalidCastIConvertible', `${numberTypeNames[kind]} ${text} has no character.`, {
      innerType: 'System.InvalidCastException',
      innerMessage: `Only integers convert to System.Char, not ${numberTypeNames[kind]}.`,
    });
  }
  const code = toJsNumber(value);
  if (code >= 0 && code <= 0xffff) return Char.of(code);
  throw new ConversionFailure('InvalidCastIConvertible', `There is no character with the code ${text}.`, {
    innerType: 'System.OverflowException',
    innerMessage: `${text} is outside the range of System.Char (0 to 65535).`,
  });
}

/** Whether a number counts as true: everything but zero, NaN included. */
export function numberToBool(value: NumericValue): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'bigint') return value !== 0n;
  if (value instanceof Decimal) return value.mantissa !== 0n;
  return 'value' in value && value.value !== 0 && value.value !== 0n;
}
