import { numberToKind } from '../conversion/number-to-kind.ts';
import { textToAnyNumber } from '../conversion/text-to-number.ts';
import { toNumber } from '../conversion/to-number.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { toJsNumber } from '../values/number-parts.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import { arithmeticOfNumbers } from './arithmetic-numbers.ts';
import { callDeclared, declaredOperators } from './declared-operator.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { OperatorServices } from './operator-services.ts';
import { backToEnum, isNumericOperand, leftOperand, rightOperand, textOperand } from './scalar-operands.ts';

/** `left * right` of operands that are not two raw numbers; null on the left gives null. */
export function multiplyOthers(
  leftValue: PSValue,
  rightValue: PSValue,
  services: OperatorServices,
): Eventually<PSValue> {
  const left = baseOf(leftValue);
  const right = baseOf(rightValue);
  if (left === null || left === undefined) return null;
  const number = isNumericOperand(left) ? leftOperand(left) : undefined;
  if (number !== undefined) {
    const other = rightOperand(right, number);
    if (other !== undefined) return backToEnum(arithmeticOfNumbers('multiply', number, other), left);
    if (typeof right === 'string') return multiplyOthers(left, textOperand(right, left, services), services);
  }
  if (typeof left === 'string') return repeatText(left, countOf(right, NumberKind.Int32, services), services);
  const elements = services.elementsOf(left);
  if (elements !== undefined) {
    return repeatArray(left, elements, countOf(right, NumberKind.UInt32, services), services);
  }
  return callDeclared(declaredOperators.multiply, left, right, services);
}

/** The right operand as a number of repetitions. */
function countOf(right: PSValue, kind: NumberKind, services: OperatorServices): number {
  if (typeof right === 'string') return toJsNumber(numberToKind(textToAnyNumber(right, NumberKind.Int32), kind));
  return toJsNumber(toNumber(right, kind) ?? services.convertToNumber(right, kind));
}

function repeatText(text: string, count: number, services: OperatorServices): string {
  if (count < 0) {
    const type = 'System.ArgumentOutOfRangeException';
    throw new OperatorFailure(type, type, `A text cannot be repeated ${count} times.`);
  }
  services.limits.checkString(text.length * count);
  return text.repeat(count);
}

/** The elements `count` times over: an array of the same element type, an object[] of any other collection. */
function repeatArray(
  array: PSValue,
  elements: Iterable<PSValue>,
  count: number,
  services: OperatorServices,
): PSValue[] | TypedArray {
  if (count === 1 && (Array.isArray(array) || array instanceof TypedArray)) return array;
  if (array instanceof TypedArray && array.bytes) return repeatBytes(array, array.bytes, count, services);
  const items = Array.from(elements);
  services.limits.checkArray(items.length * count);
  const result: PSValue[] = [];
  for (let i = 0; i < count; i++) for (const item of items) result.push(item);
  return array instanceof TypedArray ? new TypedArray(array.elementType, result) : result;
}

function repeatBytes(array: TypedArray, bytes: Uint8Array, count: number, services: OperatorServices): TypedArray {
  services.limits.checkArray(bytes.length * count);
  const result = new Uint8Array(bytes.length * count);
  for (let i = 0; i < count; i++) result.set(bytes, i * bytes.length);
  return new TypedArray(array.elementType, result);
}
