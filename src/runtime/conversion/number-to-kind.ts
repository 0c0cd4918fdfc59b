import { numberToEngineText } from '../text/number-text.ts';
import { BigInteger } from '../values/big-integer.ts';
import { Decimal } from '../values/decimal.ts';
import { roundDecimal } from '../values/decimal-arithmetic.ts';
import {
  decimalFromDouble,
  decimalFromInteger,
  decimalFromSingle,
  roundHalfEven,
} from '../values/decimal-conversion.ts';
import { toDouble } from '../values/double.ts';
import { integerOfKind } from '../values/integer-of-kind.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { BoxedNumber, NumberKind } from '../values/number-kinds.ts';
import { toJsBigint, toJsNumber } from '../values/number-parts.ts';
import { numberTypeNames } from '../values/number-type-names.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { Single } from '../values/single.ts';
import { ConversionFailure } from './conversion-failure.ts';

/** Converts a number to another kind as Convert.ChangeType does; throws ConversionFailure when it does not fit. */
export function numberToKind(value: NumericValue, kind: NumberKind): NumericValue {
  if (typeof value === 'number' && kind === NumberKind.Int32 && (value | 0) === value) return value;
  const from = numberKindOf(value);
  if (from === kind) return value;
  return tryNumberToKind(value, from, kind) ?? outOfRange(value, from, kind);
}

/** As {@link numberToKind}, with undefined instead of a failure. */
export function tryNumberToKind(value: NumericValue, from: NumberKind, kind: NumberKind): NumericValue | undefined {
  switch (kind) {
    case NumberKind.Double:
      return toDouble(toJsNumber(value));
    case NumberKind.Single:
      return Single.of(toJsNumber(value));
    case NumberKind.Decimal:
      return toDecimalValue(value, from);
    case NumberKind.BigInteger: {
      const whole = toJsBigint(value);
      return whole === undefined ? undefined : BigInteger.of(whole);
    }
    default: {
      const whole = roundedInteger(value);
      return whole === undefined ? undefined : integerOfKind(kind, whole);
    }
  }
}

function toDecimalValue(value: NumericValue, from: NumberKind): Decimal | undefined {
  if (value instanceof Decimal) return value;
  if (from === NumberKind.Double) return decimalFromDouble(toJsNumber(value));
  if (from === NumberKind.Single) return decimalFromSingle(toJsNumber(value));
  return decimalFromInteger(toJsBigint(value) ?? 0n);
}

function roundedInteger(value: NumericValue): bigint | undefined {
  if (value instanceof Decimal) return roundDecimal(value, 0, 'ToEven').mantissa;
  if (typeof value === 'number' || value instanceof BoxedNumber) {
    const kind = numberKindOf(value);
    if (kind === NumberKind.Double || kind === NumberKind.Single) {
      const number = toJsNumber(value);
      return Number.isFinite(number) ? BigInt(roundHalfEven(number)) : undefined;
    }
  }
  return toJsBigint(value);
}

function outOfRange(value: NumericValue, from: NumberKind, kind: NumberKind): never {
  const text = numberToEngineText(value);
  const target = numberTypeNames[kind];
  const id = failureId(from, kind);
  throw new ConversionFailure(id, `The number ${text} is outside the range of type ${target}.`, {
    innerType: 'System.OverflowException',
    innerMessage: `${text} does not fit ${target}.`,
  });
}

function failureId(from: NumberKind, kind: NumberKind): string {
  if (from === NumberKind.BigInteger) return 'InvalidCastTargetInvocationExceptionop_Explicit';
  return kind === NumberKind.BigInteger ? 'InvalidCastConstructorException' : 'InvalidCastIConvertible';
}
