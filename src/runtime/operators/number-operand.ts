import { Char } from '../values/char.ts';
import { Decimal } from '../values/decimal.ts';
import { decimalFromDouble, decimalFromInteger, decimalFromSingle } from '../values/decimal-conversion.ts';
import { BoxedNumber, NumberKind } from '../values/number-kinds.ts';
import { toJsBigint, toJsNumber } from '../values/number-parts.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { OperatorFailure } from './operator-failure.ts';

/** What takes part in arithmetic as it is: numbers (not BigInteger), characters and booleans. */
export type NumberOperand = NumericValue | Char | boolean;

/** The kind code of a boolean operand, below all the others as in .NET's TypeCode. */
export const booleanKind = 3;

/**
 * The kind code of an operand: those of NumberKind, and 3 for a boolean; 0 for what is no operand of the built-in
 * arithmetic (text, objects, and BigInteger, whose operators are its type's own).
 */
export function operandKind(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return (value | 0) === value ? NumberKind.Int32 : NumberKind.Double;
    case 'bigint':
      return NumberKind.Int64;
    case 'boolean':
      return booleanKind;
    case 'object':
      if (value instanceof BoxedNumber) return value.kind === NumberKind.BigInteger ? 0 : value.kind;
      return value instanceof Char ? NumberKind.Char : 0;
    default:
      return 0;
  }
}

/** Whether a value is an operand of the built-in arithmetic; see {@link operandKind}. */
export function isNumberOperand(value: unknown): value is NumberOperand {
  return operandKind(value) !== 0;
}

/** The operand as a number without kind: characters by code, booleans as 0 and 1. */
export function numericOf(value: NumberOperand): NumericValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof Char ? value.code : value;
}

/** The operand as a JS number (nearest double). */
export function jsNumberOf(value: NumberOperand): number {
  return typeof value === 'number' ? value : toJsNumber(numericOf(value));
}

/** The operand, which must be an integer, as a bigint. */
export function bigintOf(value: NumberOperand): bigint {
  return typeof value === 'bigint' ? value : (toJsBigint(numericOf(value)) ?? 0n);
}

/** The operand as a decimal; undefined where it is out of range. */
export function tryDecimalOf(value: NumberOperand): Decimal | undefined {
  if (value instanceof Decimal) return value;
  const kind = operandKind(value);
  if (kind === NumberKind.Double) return decimalFromDouble(jsNumberOf(value));
  if (kind === NumberKind.Single) return decimalFromSingle(jsNumberOf(value));
  return decimalFromInteger(bigintOf(value));
}

/** The operand as a decimal; throws the bare OverflowException of the cast where it is out of range. */
export function decimalOf(value: NumberOperand): Decimal {
  const decimal = tryDecimalOf(value);
  if (decimal) return decimal;
  const type = 'System.OverflowException';
  throw new OperatorFailure(type, type, 'The number is too large for the type System.Decimal of the other operand.');
}

const signedKinds: ReadonlySet<number> = new Set([
  NumberKind.SByte,
  NumberKind.Int16,
  NumberKind.Int32,
  NumberKind.Int64,
]);

/** Whether the operand is a signed integer below zero. */
export function isNegativeSigned(value: NumberOperand, kind: number): boolean {
  if (!signedKinds.has(kind)) return false;
  return typeof value === 'bigint' ? value < 0n : jsNumberOf(value) < 0;
}
