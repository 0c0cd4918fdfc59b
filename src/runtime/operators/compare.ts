import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { equalScalars, type OrderOp, orderScalars } from './compare-scalars.ts';
import type { OperatorServices } from './operator-services.ts';

/**
 * `left -eq right`: true or false for a single value on the left, the equal elements for a collection
 * (about_Comparison_Operators).
 */
export function equal(left: PSValue, right: PSValue, ignoreCase: boolean, services: OperatorServices): PSValue {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  const elements = elementsOf(left, services);
  if (elements === undefined) return equalScalars(left, right, ignoreCase, services);
  return filter(elements, (element) => equalScalars(element, right, ignoreCase, services));
}

/** `left -ne right`: the opposite of {@link equal}, or the elements that are not equal. */
export function notEqual(left: PSValue, right: PSValue, ignoreCase: boolean, services: OperatorServices): PSValue {
  if (typeof left === 'number' && typeof right === 'number') return left !== right;
  const elements = elementsOf(left, services);
  if (elements === undefined) return !equalScalars(left, right, ignoreCase, services);
  return filter(elements, (element) => !equalScalars(element, right, ignoreCase, services));
}

/** `left -lt right`, -le, -gt or -ge: true or false, or the elements of a collection for which it holds. */
export function inOrder(
  op: OrderOp,
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  services: OperatorServices,
): PSValue {
  if (typeof left === 'number' && typeof right === 'number') {
    return op === 'lt' ? left < right : op === 'le' ? left <= right : op === 'gt' ? left > right : left >= right;
  }
  const elements = elementsOf(left, services);
  if (elements === undefined) return orderScalars(op, left, right, ignoreCase, services);
  return filter(elements, (element) => orderScalars(op, element, right, ignoreCase, services));
}

/**
 * `collection -contains value` (and `value -in collection`): whether an element equals the value, which is converted to
 * the element's type; a single value is its own only element.
 */
export function contains(
  collection: PSValue,
  value: PSValue,
  ignoreCase: boolean,
  services: OperatorServices,
): boolean {
  const elements = elementsOf(collection, services);
  if (elements === undefined) return equalScalars(collection, value, ignoreCase, services);
  for (const element of elements) if (equalScalars(element, value, ignoreCase, services)) return true;
  return false;
}

function elementsOf(value: PSValue, services: OperatorServices): Iterable<PSValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return services.elementsOf(baseOf(value));
}

function filter(elements: Iterable<PSValue>, holds: (element: PSValue) => boolean): PSValue[] {
  const result: PSValue[] = [];
  for (const element of elements) if (holds(element)) result.push(element);
  return result;
}
