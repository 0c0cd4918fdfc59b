import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/** An operand as text; `$null` is empty. */
export function textOf(value: PSValue, services: TextOperatorServices): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : services.toText(value);
}

/** The elements of a collection; undefined for a single value. */
export function elementsOf(value: PSValue, services: TextOperatorServices): Iterable<PSValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return services.elementsOf(baseOf(value));
}
