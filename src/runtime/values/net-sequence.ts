import { NetEnumerable } from './net-enumerable.ts';
import type { Eventually, PSValue } from './ps-value.ts';

/** What a declared `IEnumerable<T>` answers: elements without the members of a list. */
export class NetSequence extends NetEnumerable {
  readonly items: readonly PSValue[];

  constructor(items: readonly PSValue[]) {
    super();
    this.items = items;
  }

  [Symbol.iterator](): Iterator<PSValue> {
    return this.items[Symbol.iterator]();
  }
}

/** IOrderedEnumerable<T>: remembers how it was sorted, for ThenBy. */
export class OrderedSequence extends NetSequence {
  readonly compare: (a: PSValue, b: PSValue) => Eventually<number>;

  constructor(items: readonly PSValue[], compare: (a: PSValue, b: PSValue) => Eventually<number>) {
    super(items);
    this.compare = compare;
  }
}

/** IGrouping<TKey,TElement> */
export class NetGrouping extends NetSequence {
  readonly key: PSValue;

  constructor(key: PSValue, items: readonly PSValue[]) {
    super(items);
    this.key = key;
  }
}
