import { type EqualityKey, type KeyComparer, ordinalKey } from './equality-key.ts';
import type { TableEntry } from './hashtable.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** How a sorted dictionary orders its keys. */
export type KeyOrder = (a: PSValue, b: PSValue) => number;

/**
 * System.Collections.Generic.Dictionary<TKey,TValue> and its kin (SortedDictionary, SortedList, ConcurrentDictionary):
 * in insertion order, or sorted by `order`. Keys and values have their types already.
 */
export class NetDictionary extends NetObject {
  readonly comparer: KeyComparer;
  /** Sorted kinds: how. */
  readonly order: KeyOrder | undefined;
  /** The comparer object a script passed, for the `Comparer` property. */
  comparerObject: PSValue = undefined;
  isReadOnly = false;
  version = 0;
  readonly #index = new Map<EqualityKey, TableEntry>();
  #sorted: TableEntry[] | undefined = undefined;

  constructor(comparer: KeyComparer = ordinalKey, order?: KeyOrder) {
    super();
    this.comparer = comparer;
    this.order = order;
  }

  get size(): number {
    return this.#index.size;
  }

  /** The value; undefined when there is no such key. */
  get(key: PSValue): PSValue {
    return this.#index.get(this.comparer(key))?.value;
  }

  has(key: PSValue): boolean {
    return this.#index.has(this.comparer(key));
  }

  set(key: PSValue, value: PSValue): void {
    const hash = this.comparer(key);
    const entry = this.#index.get(hash);
    if (entry) entry.value = value ?? null;
    else {
      this.#sorted = undefined;
      this.#index.set(hash, { key, value: value ?? null });
    }
    this.version++;
  }

  /** Adds and gives true, or gives false when the key is there already. */
  add(key: PSValue, value: PSValue): boolean {
    if (this.has(key)) return false;
    this.set(key, value);
    return true;
  }

  delete(key: PSValue): boolean {
    if (!this.#index.delete(this.comparer(key))) return false;
    this.#sorted = undefined;
    this.version++;
    return true;
  }

  clear(): void {
    this.#index.clear();
    this.#sorted = undefined;
    this.version++;
  }

  /** In order. */
  entries(): readonly TableEntry[] | IterableIterator<TableEntry> {
    const { order } = this;
    if (!order) return this.#index.values();
    this.#sorted ??= [...this.#index.values()].sort((a, b) => order(a.key, b.key));
    return this.#sorted;
  }

  keys(): PSValue[] {
    return Array.from(this.entries(), (e) => e.key);
  }

  values(): PSValue[] {
    return Array.from(this.entries(), (e) => e.value);
  }
}

/** Dictionary<TKey,TValue>. */
export class PlainDictionary extends NetDictionary {}

/** SortedDictionary<TKey,TValue>. */
export class SortedDictionary extends NetDictionary {}

/** SortedList<TKey,TValue>. */
export class GenericSortedList extends NetDictionary {}

/** System.Collections.SortedList. */
export class SortedList extends NetDictionary {}

/** ConcurrentDictionary<TKey,TValue>. */
export class ConcurrentDictionary extends NetDictionary {}
