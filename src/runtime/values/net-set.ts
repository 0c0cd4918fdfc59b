import { type EqualityKey, type KeyComparer, ordinalKey } from './equality-key.ts';
import type { KeyOrder } from './net-dictionary.ts';
import { collectionChanged, NetEnumerable } from './net-enumerable.ts';
import type { PSValue } from './ps-value.ts';

/** HashSet<T> (insertion order) and SortedSet<T> (ordered by `order`). */
export class NetSet extends NetEnumerable {
  readonly comparer: KeyComparer;
  readonly order: KeyOrder | undefined;
  comparerObject: PSValue = undefined;
  version = 0;
  readonly #items = new Map<EqualityKey, PSValue>();

  constructor(comparer: KeyComparer = ordinalKey, order?: KeyOrder) {
    super();
    this.comparer = comparer;
    this.order = order;
  }

  get size(): number {
    return this.#items.size;
  }

  has(item: PSValue): boolean {
    return this.#items.has(this.comparer(item));
  }

  /** The item in the set that equals `item`; undefined when there is none. */
  get(item: PSValue): PSValue {
    return this.#items.get(this.comparer(item));
  }

  /** Adds and gives true, or gives false when an equal item is there. */
  add(item: PSValue): boolean {
    const key = this.comparer(item);
    if (this.#items.has(key)) return false;
    this.#items.set(key, item);
    this.version++;
    return true;
  }

  delete(item: PSValue): boolean {
    const done = this.#items.delete(this.comparer(item));
    if (done) this.version++;
    return done;
  }

  clear(): void {
    this.#items.clear();
    this.version++;
  }

  /** In order. */
  toArray(): PSValue[] {
    const items = [...this.#items.values()];
    return this.order ? items.sort(this.order) : items;
  }

  *[Symbol.iterator](): Iterator<PSValue> {
    const { version } = this;
    for (const item of this.toArray()) {
      yield item;
      if (this.version !== version) throw collectionChanged();
    }
  }
}

/** SortedSet<T>. */
export class SortedSet extends NetSet {}
