import { textToAnyNumber } from '../conversion/text-to-number.ts';
import { enumToNumber, isNumeric, toNumber } from '../conversion/to-number.ts';
import { scanNumberLiteral } from '../text/number-literal.ts';
import { EnumValue } from '../values/enum-value.ts';
import { integerOfKind } from '../values/integer-of-kind.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { toJsBigint } from '../values/number-parts.ts';
import { numberKindOfType } from '../values/number-type-names.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import type { PSValue } from '../values/ps-value.ts';
import { isNumberOperand, type NumberOperand } from './number-operand.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { ConversionServices } from './operator-services.ts';

/** The left operand as a number where it is one: numbers, characters, booleans, and enums by their value. */
export function leftOperand(left: PSValue): NumberOperand | undefined {
  if (isNumberOperand(left)) return left;
  return left instanceof EnumValue ? enumToNumber(left) : undefined;
}

/** Whether the built-in arithmetic counts the value as a number: no characters and no booleans, but enums. */
export function isNumericOperand(value: PSValue): boolean {
  return value instanceof EnumValue || (isNumeric(value) && isNumberOperand(value));
}

/**
 * The right operand as a number where it is one: as {@link leftOperand}, and null counts as 0; an enum first becomes
 * the kind of the left number.
 */
export function rightOperand(right: PSValue, left: NumberOperand): NumberOperand | undefined {
  if (isNumberOperand(right)) return right;
  if (right === null || right === undefined) return 0;
  if (!(right instanceof EnumValue)) return undefined;
  return isNumeric(left) ? toNumber(right, numberKindOf(left)) : enumToNumber(right);
}

/**
 * A text operand as a number: by its literal, else converted to the type of the other operand where that is a number,
 * or else to Int32. Throws the ConversionFailure of that.
 */
export function textOperand(text: string, other: PSValue, services: ConversionServices): PSValue {
  if (other instanceof EnumValue) {
    return text.trim() === '' ? 0 : (scanNumberLiteral(text.trim()) ?? services.convertLike(text.trim(), other));
  }
  const kind = isNumberOperand(other) && isNumeric(other) ? numberKindOf(other) : NumberKind.Int32;
  return textToAnyNumber(text, kind);
}

/**
 * The result of arithmetic as a value of the left operand's enum type. Fails with a bare InvalidCastException where
 * the result is not of the enum's underlying type.
 */
export function backToEnum(result: NumericValue, left: PSValue): PSValue {
  if (!(left instanceof EnumValue)) return result;
  const underlying = left.netType.enumInfo?.underlying.fullName ?? '';
  const kind = numberKindOfType(underlying) || NumberKind.Int32;
  // Enums of fewer than 32 bits are computed as Int32, which does not unbox to them either.
  if (numberKindOf(result) !== kind) {
    const type = 'System.InvalidCastException';
    throw new OperatorFailure(type, type, `The result is not a value that ${left.netType.fullName} can hold.`);
  }
  return enumOf(left, result);
}

/** The enum value of the type of `like` for a number, cut to the underlying type. */
export function enumOf(like: EnumValue, result: NumericValue): EnumValue {
  const value = toJsBigint(result) ?? 0n;
  const wide = typeof like.value === 'bigint';
  return EnumValue.of(like.netType, wide ? value : Number(value));
}

/** Cuts an integer to the bits of a kind: the unchecked conversion of the bitwise operators. */
export function wrapToKind(value: bigint, kind: 9 | 10 | 11 | 12): NumericValue {
  const bits = kind >= NumberKind.Int64 ? 64 : 32;
  const signed = kind === NumberKind.Int32 || kind === NumberKind.Int64;
  return integerOfKind(kind, signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) ?? 0;
}
