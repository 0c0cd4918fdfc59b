import { NetEnumerable } from '../values/net-enumerable.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';

/**
 * What PowerShell takes apart in pipelines, foreach, casts and member enumeration: arrays, lists, sets, enumerators.
 * Undefined for everything it takes as one object: strings, dictionaries, XML nodes, plain objects.
 */
export function enumerableOf(value: PSValue): Iterable<PSValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const base = baseOf(value);
  if (Array.isArray(base)) return base;
  if (base instanceof TypedArray) return base.toArray();
  return base instanceof NetEnumerable ? base : undefined;
}

/** The elements as an array that the caller must not change; undefined for what is not enumerated. */
export function elementsOf(value: PSValue): readonly PSValue[] | undefined {
  const found = enumerableOf(value);
  return found === undefined || Array.isArray(found) ? found : [...found];
}
