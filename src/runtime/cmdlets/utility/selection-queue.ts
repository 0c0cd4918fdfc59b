import type { PSValue } from '../../values/ps-value.ts';

/** Which objects by position Select-Object passes on. */
export interface SelectionCounts {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
  readonly skip?: number | undefined;
  readonly skipLast?: number | undefined;
}

/**
 * Decides by position which objects pass (about Select-Object): -First at once, -Last at the end; -Skip counts from the
 * start, but with -Last alone from the end.
 */
export class SelectionQueue {
  readonly #first: number;
  readonly #last: number;
  readonly #skipLast: number;
  readonly #limited: boolean;
  #skip: number;
  #passed = 0;
  #held: PSValue[] = [];

  constructor({ first, last, skip = 0, skipLast = 0 }: SelectionCounts) {
    this.#limited = first !== undefined || last !== undefined;
    this.#first = first ?? 0;
    this.#last = last ?? 0;
    this.#skip = skip;
    this.#skipLast = skipLast;
  }

  /** Whether nothing that may still come will pass. */
  get isDone(): boolean {
    return this.#limited && this.#last === 0 && this.#passed >= this.#first;
  }

  /** Takes the next object; answers one that passes now, or undefined. */
  add(object: PSValue): PSValue {
    if (this.#last > 0) return this.#addForLast(object);
    if (this.#skip > 0) {
      this.#skip--;
      return undefined;
    }
    if (this.#skipLast > 0) {
      this.#held.push(object);
      return this.#held.length > this.#skipLast ? this.#held.shift() : undefined;
    }
    if (this.#limited && this.#passed >= this.#first) return undefined;
    this.#passed++;
    return object;
  }

  #addForLast(object: PSValue): PSValue {
    if (this.#first > 0) {
      if (this.#skip > 0) {
        this.#skip--;
        return undefined;
      }
      if (this.#passed < this.#first) {
        this.#passed++;
        return object;
      }
    }
    this.#held.push(object);
    const room = this.#last + (this.#first === 0 ? this.#skip : 0);
    if (this.#held.length > room) this.#held.shift();
    return undefined;
  }

  /** What passes once everything has come. */
  rest(): PSValue[] {
    if (this.#last === 0) return [];
    return this.#first === 0 && this.#skip > 0 ? this.#held.slice(0, -this.#skip) : this.#held;
  }
}
