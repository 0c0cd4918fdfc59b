import { collectionChanged, NetEnumerable } from './net-enumerable.ts';
import type { PSValue } from './ps-value.ts';

/** System.Collections.Generic.List<T>; the elements have the element type already. */
export class NetList extends NetEnumerable {
  readonly items: PSValue[];
  /** Grows with every change, so that enumerators notice; whoever changes `items` adds to it. */
  version = 0;
  /** What `Capacity` answers when it was set higher than needed. */
  capacity = 0;

  constructor(items: PSValue[] = []) {
    super();
    this.items = items;
  }

  *[Symbol.iterator](): Iterator<PSValue> {
    const { version, items } = this;
    for (let i = 0; i < items.length; i++) {
      yield items[i];
      if (this.version !== version) throw collectionChanged();
    }
  }
}

/** System.Collections.ArrayList. */
export class ArrayList extends NetList {
  isFixedSize = false;
  isReadOnly = false;
}

/** System.Collections.ObjectModel.Collection<T>, also what `Where()` and `ForEach()` answer (of PSObject). */
export class NetCollection extends NetList {}

/** ReadOnlyCollection<T>: a view of a list that scripts cannot change. */
export class ReadOnlyCollection extends NetEnumerable {
  readonly source: { readonly items: readonly PSValue[] };

  constructor(source: { readonly items: readonly PSValue[] }) {
    super();
    this.source = source;
  }

  get items(): readonly PSValue[] {
    return this.source.items;
  }

  [Symbol.iterator](): Iterator<PSValue> {
    return this.items[Symbol.iterator]();
  }
}
