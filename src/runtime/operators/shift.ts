import { toNumber } from '../conversion/to-number.ts';
import { EnumValue } from '../values/enum-value.ts';
import { integerOfKind, integerRanges } from '../values/integer-of-kind.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { toJsNumber } from '../values/number-parts.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { realToInteger } from './bitwise.ts';
import { callDeclared, declaredOperators } from './declared-operator.ts';
import { bigintOf, numericOf } from './number-operand.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { OperatorServices } from './operator-services.ts';
import { isNumericOperand, leftOperand, textOperand } from './scalar-operands.ts';

type ShiftOp = 'shiftLeft' | 'shiftRight';

/** `left -shl right`: the result keeps the left kind, and the count is taken modulo its 32 or 64 bits. */
export function shiftLeft(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return left << right;
  }
  return operate('shiftLeft', left, right, services);
}

/** `left -shr right`: signed kinds keep their sign. */
export function shiftRight(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return left >> right;
  }
  return operate('shiftRight', left, right, services);
}

function operate(
  op: ShiftOp,
  leftValue: PSValue,
  rightValue: PSValue,
  services: OperatorServices,
): Eventually<PSValue> {
  const left = baseOf(leftValue);
  const right = baseOf(rightValue);
  if (left === null || left === undefined) return 0;
  if (typeof left === 'string' || typeof right === 'string') {
    const l = typeof left === 'string' ? textOperand(left, right, services) : left;
    const r = typeof right === 'string' ? textOperand(right, left, services) : right;
    return operate(op, l, r, services);
  }
  const number = isNumericOperand(left) ? leftOperand(left) : undefined;
  if (number === undefined) return callDeclared(declaredOperators[op], left, right, services);
  if (left instanceof EnumValue) {
    const type = 'System.InvalidOperationException';
    throw new OperatorFailure(type, type, `A value of the enum ${left.netType.fullName} cannot be shifted.`);
  }
  const count = toNumber(right, NumberKind.Int32) ?? services.convertToNumber(right, NumberKind.Int32);
  return shift(op, numericOf(number), toJsNumber(count));
}

function shift(op: ShiftOp, value: NumericValue, count: number): NumericValue {
  const integer = numberKindOf(value) >= NumberKind.Single ? realToInteger(value) : value;
  const kind = numberKindOf(integer);
  const range = integerRanges[kind];
  if (!range) return integer;
  const places = BigInt(count & (range.width === 64 ? 63 : 31));
  const bits = bigintOf(integer);
  const result = op === 'shiftLeft' ? bits << places : bits >> places;
  const cut = range.signed ? BigInt.asIntN(range.width, result) : BigInt.asUintN(range.width, result);
  return integerOfKind(kind, cut) ?? 0;
}
