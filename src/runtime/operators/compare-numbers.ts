import { compareDecimals } from '../values/decimal-arithmetic.ts';
import { toDouble } from '../values/double.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { bigintOf, jsNumberOf, type NumberOperand, operandKind, tryDecimalOf } from './number-operand.ts';

/**
 * -1, 0 or 1 as a number is less than, equal to or greater than another of any kind; NaN where one of them is NaN. A
 * double compares with a decimal as a decimal (15 digits) where it fits one.
 */
export function compareNumbers(left: NumberOperand, right: NumberOperand): number {
  const top = Math.max(operandKind(left), operandKind(right));
  if (top <= NumberKind.UInt32) return order(jsNumberOf(left), jsNumberOf(right));
  if (top <= NumberKind.UInt64) return order(bigintOf(left), bigintOf(right));
  if (top <= NumberKind.Double) return order(jsNumberOf(left), jsNumberOf(right));
  const a = tryDecimalOf(asDouble(left));
  const b = tryDecimalOf(asDouble(right));
  return a && b ? compareDecimals(a, b) : order(jsNumberOf(left), jsNumberOf(right));
}

/** A Single becomes a Double before it meets a Decimal. */
function asDouble(value: NumberOperand): NumberOperand {
  return operandKind(value) === NumberKind.Single ? toDouble(jsNumberOf(value)) : value;
}

/** Order of two numbers of the same representation; NaN where they have none. */
export function order(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}
