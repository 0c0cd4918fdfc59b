import { Double, toDouble } from '../values/double.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { addOthers } from './add-others.ts';
import { type ArithmeticOp, arithmeticOfNumbers, int32Op } from './arithmetic-numbers.ts';
import { callDeclared, declaredOperators } from './declared-operator.ts';
import { longResult } from './long-arithmetic.ts';
import { multiplyOthers } from './multiply-others.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { OperatorServices } from './operator-services.ts';
import { backToEnum, isNumericOperand, leftOperand, rightOperand, textOperand } from './scalar-operands.ts';

/**
 * `left + right`: numbers, concatenation, arrays, hashtables, or a type's own operator (about_Arithmetic_Operators).
 */
export function add(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    // A sum outside Int32 is a Double either way; inside it is an Int32 only if both operands are.
    if ((sum | 0) !== sum || ((left | 0) === left && (right | 0) === right)) return sum;
    return new Double(sum);
  }
  const long = typeof left === 'bigint' || typeof right === 'bigint' ? longResult('add', left, right) : undefined;
  return long ?? addOthers(left, right, services);
}

/** `left - right`. */
export function subtract(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    if ((difference | 0) !== difference || ((left | 0) === left && (right | 0) === right)) return difference;
    return new Double(difference);
  }
  const long = typeof left === 'bigint' || typeof right === 'bigint' ? longResult('subtract', left, right) : undefined;
  return long ?? operateOnOthers('subtract', left, right, services);
}

/** `left * right`: numbers, repeated text, repeated arrays, or a type's own operator. */
export function multiply(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if ((product | 0) !== product) return product;
    // `| 0` also turns -0 into 0.
    return (left | 0) === left && (right | 0) === right ? product | 0 : new Double(product);
  }
  const long = typeof left === 'bigint' || typeof right === 'bigint' ? longResult('multiply', left, right) : undefined;
  return long ?? multiplyOthers(left, right, services);
}

/** `left / right`: integers that do not divide evenly give a Double. */
export function divide(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return int32Op('divide', left, right);
    return toDouble(left / right);
  }
  const long = typeof left === 'bigint' || typeof right === 'bigint' ? longResult('divide', left, right) : undefined;
  return long ?? operateOnOthers('divide', left, right, services);
}

/** `left % right`, with the sign of the left operand. */
export function remainder(left: PSValue, right: PSValue, services: OperatorServices): Eventually<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) return int32Op('remainder', left, right);
    return toDouble(left % right);
  }
  const long = typeof left === 'bigint' || typeof right === 'bigint' ? longResult('remainder', left, right) : undefined;
  return long ?? operateOnOthers('remainder', left, right, services);
}

/** `-operand`: 0 - operand. */
export function negate(operand: PSValue, services: OperatorServices): Eventually<PSValue> {
  return subtract(0, operand, services);
}

/** `+operand`: 0 + operand, which turns a text into a number. */
export function plus(operand: PSValue, services: OperatorServices): Eventually<PSValue> {
  return add(0, operand, services);
}

/**
 * The new value of a variable after `++` (by 1) or `--` (by -1): null counts as 0, everything else must be a number
 * (OperatorRequiresNumber).
 */
export function step(operand: PSValue, by: 1 | -1, services: OperatorServices): PSValue {
  if (typeof operand === 'number') {
    const sum = operand + by;
    if ((sum | 0) !== sum || (operand | 0) === operand) return sum;
    return new Double(sum);
  }
  const value = baseOf(operand);
  if (value === null || value === undefined) return by;
  const number = leftOperand(value);
  if (number === undefined || !isNumericOperand(value)) {
    throw new OperatorFailure(
      'OperatorRequiresNumber',
      'System.Management.Automation.RuntimeException',
      `The operator ${by === 1 ? '++' : '--'} needs a number, but the variable holds a ${services.typeNameOf(value)}.`,
    );
  }
  return backToEnum(arithmeticOfNumbers('add', number, by), value);
}

/** Subtraction, division and remainder of operands that are not two raw numbers; null on the left counts as 0. */
function operateOnOthers(
  op: Exclude<ArithmeticOp, 'add' | 'multiply'>,
  leftValue: PSValue,
  rightValue: PSValue,
  services: OperatorServices,
): Eventually<PSValue> {
  const left = baseOf(leftValue) ?? 0;
  const right = baseOf(rightValue);
  const number = leftOperand(left);
  if (number !== undefined) {
    const other = rightOperand(right, number);
    if (other !== undefined) return backToEnum(arithmeticOfNumbers(op, number, other), left);
  }
  if (typeof left === 'string' || (typeof right === 'string' && number !== undefined)) {
    const a = typeof left === 'string' ? textOperand(left, right, services) : left;
    const b = typeof right === 'string' ? textOperand(right, left, services) : right;
    return operateOnOthers(op, a, b, services);
  }
  return callDeclared(declaredOperators[op], left, right, services);
}
