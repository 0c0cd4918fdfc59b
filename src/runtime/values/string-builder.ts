import { NetObject } from './net-object.ts';

const DEFAULT_CAPACITY = 16;
const MAX_BLOCK = 8000;
const INT32_MAX = 2_147_483_647;

/**
 * System.Text.StringBuilder. Appending joins JavaScript strings, which engines keep as ropes, so it costs the same at
 * any length; `capacity` only follows what .NET would have reserved.
 */
export class StringBuilder extends NetObject {
  text: string;
  capacity: number;
  readonly maxCapacity: number;

  constructor(text = '', capacity = DEFAULT_CAPACITY, maxCapacity = INT32_MAX) {
    super();
    this.text = text;
    this.maxCapacity = maxCapacity;
    this.capacity = Math.max(capacity || Math.min(DEFAULT_CAPACITY, maxCapacity), text.length);
  }

  append(more: string): this {
    this.text += more;
    if (this.text.length > this.capacity) this.grow();
    return this;
  }

  /** Puts another text in place of the present one. */
  replace(text: string): this {
    this.text = text;
    if (text.length > this.capacity) this.grow();
    return this;
  }

  /** A further block: as long as what is there, at most 8000, at least what is needed. */
  private grow(): void {
    const rest = this.text.length - this.capacity;
    this.capacity += Math.max(rest, Math.min(this.capacity, MAX_BLOCK));
  }
}
