import { Byte } from './byte.ts';
import type { NetType } from './net-type.ts';
import type { PSValue } from './ps-value.ts';

/**
 * Contract. `T[]` for every element type but object (object[] is a plain JS array), and arrays of several dimensions.
 * Elements are in `items`, row by row, in the usual representation; `byte[]` keeps a Uint8Array in `bytes` instead.
 */
export class TypedArray {
  readonly elementType: NetType;
  /** The elements; undefined for byte[]. */
  readonly items: PSValue[] | undefined;
  /** The elements of byte[]; undefined for all others. */
  readonly bytes: Uint8Array | undefined;
  /** Lengths by dimension, when there are several. */
  readonly dims: readonly number[] | undefined;
  readonly lowerBounds: readonly number[] | undefined;

  constructor(
    elementType: NetType,
    items: PSValue[] | Uint8Array,
    dims?: readonly number[],
    lowerBounds?: readonly number[],
  ) {
    this.elementType = elementType;
    this.items = items instanceof Uint8Array ? undefined : items;
    this.bytes = items instanceof Uint8Array ? items : undefined;
    this.dims = dims;
    this.lowerBounds = lowerBounds;
  }

  /** Number of all elements. */
  get length(): number {
    return this.bytes ? this.bytes.length : (this.items?.length ?? 0);
  }

  get rank(): number {
    return this.dims?.length ?? 1;
  }

  /** The element at a flat position, which must exist. */
  get(at: number): PSValue {
    if (this.items) return this.items[at];
    return Byte.of(this.bytes?.[at] ?? 0);
  }

  /** Stores an element that already has the element type. */
  set(at: number, value: PSValue): void {
    if (this.items) this.items[at] = value ?? null;
    else if (this.bytes && value instanceof Byte) this.bytes[at] = value.value;
  }

  /** The elements as a fresh or shared plain array; callers must not change it. */
  toArray(): readonly PSValue[] {
    return this.items ?? Array.from(this.bytes ?? [], (b) => Byte.of(b));
  }
}
