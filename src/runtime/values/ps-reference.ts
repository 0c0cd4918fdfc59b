import type { PSValue } from './ps-value.ts';

/** Contract. `[ref]`: a box, or a variable seen through one (the evaluator passes its getter and setter). */
export class PSReference {
  readonly #get: () => PSValue;
  readonly #set: (value: PSValue) => void;

  constructor(get: () => PSValue, set: (value: PSValue) => void) {
    this.#get = get;
    this.#set = set;
  }

  /** A box of its own, for `[ref]` of a value. */
  static of(value: PSValue): PSReference {
    let held = value ?? null;
    return new PSReference(
      () => held,
      (next) => {
        held = next ?? null;
      },
    );
  }

  get value(): PSValue {
    return this.#get();
  }

  set value(value: PSValue) {
    this.#set(value);
  }
}
