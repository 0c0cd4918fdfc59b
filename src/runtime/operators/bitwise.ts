import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { numberToKind } from '../conversion/number-to-kind.ts';
import { textToAnyNumber } from '../conversion/text-to-number.ts';
import { toNumber } from '../conversion/to-number.ts';
import { numberToEngineText } from '../text/number-text.ts';
import { BigInteger } from '../values/big-integer.ts';
import { toDouble } from '../values/double.ts';
import { EnumValue } from '../values/enum-value.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { toJsBigint, toJsNumber } from '../values/number-parts.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { callDeclared, declaredOperators } from './declared-operator.ts';
import { bigintOf, jsNumberOf, type NumberOperand, numericOf, operandKind } from './number-operand.ts';
import type { OperatorServices } from './operator-services.ts';
import { enumOf, isNumericOperand, leftOperand, textOperand, wrapToKind } from './scalar-operands.ts';

type BitwiseOp = 'bitAnd' | 'bitOr' | 'bitXor';

/** `left -band right` (about_Arithmetic_Operators, "Bitwise Operators"). */
export function bitAnd(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return left & right;
  }
  return operate('bitAnd', left, right, services);
}

/** `left -bor right`. */
export function bitOr(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return left | right;
  }
  return operate('bitOr', left, right, services);
}

/** `left -bxor right`. */
export function bitXor(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return left ^ right;
  }
  return operate('bitXor', left, right, services);
}

/** Integers by the wider kind of the two; real numbers are rounded to 64 bits first; null counts as 0. */
function operate(
  op: BitwiseOp,
  leftValue: PSValue,
  rightValue: PSValue,
  services: OperatorServices,
): Eventually<PSValue> {
  const left = baseOf(leftValue) ?? null;
  const right = baseOf(rightValue) ?? null;
  if (left === null && right === null) return 0;
  const a = leftOperand(left) ?? (left === null ? 0 : undefined);
  const b = leftOperand(right) ?? (right === null ? 0 : undefined);
  if (a !== undefined && b !== undefined) return ofNumbers(op, a, b, left);
  if (typeof left === 'string' || typeof right === 'string') {
    const l = typeof left === 'string' ? textOperand(left, right, services) : left;
    const r = typeof right === 'string' ? textOperand(right, left, services) : right;
    return operate(op, l, r, services);
  }
  return callDeclared(declaredOperators[op], left, right, services);
}

function ofNumbers(op: BitwiseOp, a: NumberOperand, b: NumberOperand, left: PSValue): PSValue {
  const top = Math.max(operandKind(a), operandKind(b));
  const { big } = declaredOperators[op];
  if (top === NumberKind.Decimal) return ofReals(big, a, b);
  if (top >= NumberKind.Single) return ofReals(big, toDouble(jsNumberOf(a)), toDouble(jsNumberOf(b)));
  const kind = Math.max(top, NumberKind.Int32);
  // Only the wide integer kinds are left.
  const result = wrapToKind(big(bigintOf(a), bigintOf(b)), kind as 9 | 10 | 11 | 12);
  return left instanceof EnumValue ? enumOf(left, result) : result;
}

/** Real numbers: as UInt64, or as Int64 where one of them is negative. */
function ofReals(big: (a: bigint, b: bigint) => bigint, a: NumberOperand, b: NumberOperand): NumericValue {
  const result = big(toWhole(a), toWhole(b));
  const negative = jsNumberOf(a) < 0 || jsNumberOf(b) < 0;
  return wrapToKind(result, negative ? NumberKind.Int64 : NumberKind.UInt64);
}

function toWhole(value: NumberOperand): bigint {
  const kind = jsNumberOf(value) < 0 ? NumberKind.Int64 : NumberKind.UInt64;
  return toJsBigint(numberToKind(numericOf(value), kind)) ?? 0n;
}

/** `-bnot operand`: null gives -1, texts and other values become numbers first. */
export function bitNot(operand: PSValue, services: OperatorServices): PSValue {
  if (typeof operand === 'number' && (operand | 0) === operand) return ~operand;
  const value = baseOf(operand);
  if (value === null || value === undefined) return -1;
  if (value instanceof BigInteger) return BigInteger.of(~value.value);
  if (typeof value === 'string') return bitNot(textToAnyNumber(value, NumberKind.Int32), services);
  const number = isNumericOperand(value) ? leftOperand(value) : undefined;
  if (number === undefined) {
    return complement(toNumber(value, NumberKind.Int32) ?? services.convertToNumber(value, NumberKind.Int32));
  }
  const result = complement(numericOf(number));
  return value instanceof EnumValue ? enumOf(value, result) : result;
}

function complement(value: NumericValue): NumericValue {
  const kind = operandKind(value);
  const integer = kind >= NumberKind.Single ? realToInteger(value) : value;
  const width = Math.max(operandKind(integer), NumberKind.Int32);
  // Reals have become integers of 32 or 64 bits.
  return wrapToKind(~bigintOf(integer), width as 9 | 10 | 11 | 12);
}

const realRanges = [
  { kind: NumberKind.Int32, min: -2147483648, max: 2147483647 },
  { kind: NumberKind.UInt32, min: 0, max: 4294967295 },
  { kind: NumberKind.Int64, min: -(2 ** 63), max: 2 ** 63 },
  { kind: NumberKind.UInt64, min: 0, max: 2 ** 64 },
] as const;

/**
 * A Single, Double or Decimal as the first of Int32, UInt32, Int64 and UInt64 whose range holds it, rounded to even;
 * what the bitwise operators do with one real operand. Throws ConversionFailure where none does.
 */
export function realToInteger(value: NumericValue): NumericValue {
  const number = toJsNumber(value);
  for (const { kind, min, max } of realRanges) if (number >= min && number <= max) return numberToKind(value, kind);
  throw new ConversionFailure(
    'ConvertToFinalInvalidCastException',
    `The number ${numberToEngineText(value)} is too large for an integer of 64 bits.`,
  );
}
