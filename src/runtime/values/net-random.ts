import { NetObject } from './net-object.ts';

const INT32_MAX = 2_147_483_647;
const INT32_MIN = -2_147_483_648;

/** Where a System.Random takes its numbers from. */
export interface RandomSource {
  /** An Int32 from 0 to 2147483646. */
  next(): number;
  /** An Int32 from 0 to `max` - 1. */
  below(max: number): number;
  /** A double in [0, 1). */
  double(): number;
  bytes(count: number): Uint8Array;
}

/**
 * The sequence of a seeded System.Random: Knuth's subtractive generator (TAOCP volume 2, 3.2.2) as .NET has kept it for
 * compatibility, so that a seed gives the same numbers everywhere.
 */
export class SeededSource implements RandomSource {
  readonly #seeds = new Int32Array(56);
  #a = 0;
  #b = 21;

  constructor(seed: number) {
    const seeds = this.#seeds;
    let last = 161_803_398 - (seed === INT32_MIN ? INT32_MAX : Math.abs(seed));
    let step = 1;
    seeds[55] = last;
    for (let i = 1; i < 55; i++) {
      const at = (21 * i) % 55;
      seeds[at] = step;
      step = (last - step) | 0;
      if (step < 0) step += INT32_MAX;
      last = seeds[at] ?? 0;
    }
    for (let round = 1; round < 5; round++) {
      for (let i = 1; i < 56; i++) {
        const value = ((seeds[i] ?? 0) - (seeds[1 + ((i + 30) % 55)] ?? 0)) | 0;
        seeds[i] = value < 0 ? value + INT32_MAX : value;
      }
    }
  }

  next(): number {
    const seeds = this.#seeds;
    this.#a = this.#a >= 55 ? 1 : this.#a + 1;
    this.#b = this.#b >= 55 ? 1 : this.#b + 1;
    let value = ((seeds[this.#a] ?? 0) - (seeds[this.#b] ?? 0)) | 0;
    if (value === INT32_MAX) value--;
    if (value < 0) value += INT32_MAX;
    seeds[this.#a] = value;
    return value;
  }

  double(): number {
    return this.next() * (1 / INT32_MAX);
  }

  below(max: number): number {
    return Math.trunc(this.double() * max);
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.next() % 256);
  }

  /** A double made of two numbers, for ranges wider than Int32. */
  wideDouble(): number {
    let value = this.next();
    if (this.next() % 2 === 0) value = -value;
    return (value + (INT32_MAX - 1)) / (2 * INT32_MAX - 1);
  }
}

/** System.Random. */
export class NetRandom extends NetObject {
  readonly source: RandomSource;

  constructor(source: RandomSource) {
    super();
    this.source = source;
  }
}
