import { type EqualityKey, ignoreCaseKey, type KeyComparer } from './equality-key.ts';
import type { TableEntry } from './hashtable.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** Contract. System.Collections.Specialized.OrderedDictionary (`[ordered]@{}`): entries by key and by position. */
export class OrderedDictionary extends NetObject {
  readonly comparer: KeyComparer;
  #list: TableEntry[] = [];
  #index = new Map<EqualityKey, number>();
  /** Grows with every change, so that enumerators notice. */
  version = 0;

  constructor(comparer: KeyComparer = ignoreCaseKey) {
    super();
    this.comparer = comparer;
  }

  static from(entries: Iterable<readonly [PSValue, PSValue]>): OrderedDictionary {
    const table = new OrderedDictionary();
    for (const [key, value] of entries) table.set(key, value);
    return table;
  }

  get size(): number {
    return this.#list.length;
  }

  /** Position of a key, or -1. */
  indexOf(key: PSValue): number {
    return this.#index.get(this.comparer(key)) ?? -1;
  }

  has(key: PSValue): boolean {
    return this.#index.has(this.comparer(key));
  }

  /** The value; undefined when there is no such key. */
  get(key: PSValue): PSValue {
    const at = this.#index.get(this.comparer(key));
    return at === undefined ? undefined : this.#list[at]?.value;
  }

  /** The entry at a position; undefined outside. */
  at(position: number): TableEntry | undefined {
    return this.#list[position];
  }

  set(key: PSValue, value: PSValue): void {
    this.version++;
    const hash = this.comparer(key);
    const entry = this.#list[this.#index.get(hash) ?? -1];
    if (entry) entry.value = value ?? null;
    else {
      this.#index.set(hash, this.#list.length);
      this.#list.push({ key, value: value ?? null });
    }
  }

  /** Replaces the value at a position that exists. */
  setAt(position: number, value: PSValue): boolean {
    const entry = this.#list[position];
    if (!entry) return false;
    this.version++;
    entry.value = value ?? null;
    return true;
  }

  /** Adds and gives true, or gives false when the key is there already. */
  add(key: PSValue, value: PSValue): boolean {
    if (this.has(key)) return false;
    this.set(key, value);
    return true;
  }

  /** Inserts before a position; false when the key is there already. */
  insert(position: number, key: PSValue, value: PSValue): boolean {
    if (this.has(key)) return false;
    this.version++;
    this.#list.splice(position, 0, { key, value: value ?? null });
    this.#reindex();
    return true;
  }

  delete(key: PSValue): boolean {
    const at = this.indexOf(key);
    return at >= 0 && this.deleteAt(at);
  }

  deleteAt(position: number): boolean {
    if (position < 0 || position >= this.#list.length) return false;
    this.version++;
    this.#list.splice(position, 1);
    this.#reindex();
    return true;
  }

  clear(): void {
    this.version++;
    this.#list = [];
    this.#index.clear();
  }

  entries(): IterableIterator<TableEntry> {
    return this.#list.values();
  }

  keys(): PSValue[] {
    return this.#list.map((e) => e.key);
  }

  values(): PSValue[] {
    return this.#list.map((e) => e.value);
  }

  clone(): OrderedDictionary {
    const copy = new OrderedDictionary(this.comparer);
    for (const { key, value } of this.#list) copy.set(key, value);
    return copy;
  }

  #reindex(): void {
    this.#index = new Map(this.#list.map((e, i) => [this.comparer(e.key), i]));
  }
}
