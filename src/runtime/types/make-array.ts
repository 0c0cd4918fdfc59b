import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import { coreTypes } from './core-types.ts';
import { defaultOf } from './default-value.ts';
import { outOfRange } from './net-error.ts';

/** A new array of an element type, filled with its default: `[int[]]::new(3)`, `[int[,]]::new(2, 3)`. */
export function makeArray(element: NetType, lengths: readonly number[], lowerBounds?: readonly number[]): PSValue {
  if (lengths.some((n) => n < 0)) throw outOfRange('length');
  const size = lengths.reduce((all, n) => all * n, 1);
  const dims = lengths.length > 1 || lowerBounds?.some((n) => n !== 0) ? lengths : undefined;
  const core = coreTypes();
  if (!dims && element === core.object) return new Array<PSValue>(size).fill(null);
  if (element === core.byte) return new TypedArray(element, new Uint8Array(size), dims, lowerBounds);
  return new TypedArray(element, new Array<PSValue>(size).fill(defaultOf(element)), dims, lowerBounds);
}
