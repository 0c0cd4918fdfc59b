import { type EqualityKey, ignoreCaseKey, type KeyComparer } from './equality-key.ts';
import type { TableEntry } from './hashtable.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/**
 * Contract. System.Collections.Specialized.OrderedDictionary (`[ordered]@{}`): entries by key and by position. The map
 * keeps the order; the list of positions is made when one is asked for.
 */
export class OrderedDictionary extends NetObject {
  readonly comparer: KeyComparer;
  #entries = new Map<EqualityKey, TableEntry>();
  #list: TableEntry[] | undefined = undefined;
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
    return this.#entries.size;
  }

  /** Position of a key, or -1. */
  indexOf(key: PSValue): number {
    const entry = this.#entries.get(this.comparer(key));
    return entry ? this.#positions().indexOf(entry) : -1;
  }

  has(key: PSValue): boolean {
    return this.#entries.has(this.comparer(key));
  }

  /** The value; undefined when there is no such key. */
  get(key: PSValue): PSValue {
    return this.#entries.get(this.comparer(key))?.value;
  }

  /** The entry at a position; undefined outside. */
  at(position: number): TableEntry | undefined {
    return this.#positions()[position];
  }

  set(key: PSValue, value: PSValue): void {
    this.version++;
    const hash = this.comparer(key);
    const entry = this.#entries.get(hash);
    if (entry) entry.value = value ?? null;
    else {
      const made = { key, value: value ?? null };
      this.#entries.set(hash, made);
      this.#list?.push(made);
    }
  }

  /** Replaces the value at a position that exists. */
  setAt(position: number, value: PSValue): boolean {
    const entry = this.at(position);
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
    const list = [...this.#positions()];
    list.splice(position, 0, { key, value: value ?? null });
    this.#entries = new Map(list.map((e) => [this.comparer(e.key), e]));
    this.#list = list;
    return true;
  }

  delete(key: PSValue): boolean {
    if (!this.#entries.delete(this.comparer(key))) return false;
    this.version++;
    this.#list = undefined;
    return true;
  }

  deleteAt(position: number): boolean {
    const entry = this.at(position);
    return entry !== undefined && this.delete(entry.key);
  }

  clear(): void {
    this.version++;
    this.#entries.clear();
    this.#list = undefined;
  }

  entries(): IterableIterator<TableEntry> {
    return this.#entries.values();
  }

  keys(): PSValue[] {
    return Array.from(this.#entries.values(), (e) => e.key);
  }

  values(): PSValue[] {
    return Array.from(this.#entries.values(), (e) => e.value);
  }

  clone(): OrderedDictionary {
    const copy = new OrderedDictionary(this.comparer);
    for (const { key, value } of this.#entries.values()) copy.set(key, value);
    return copy;
  }

  #positions(): readonly TableEntry[] {
    this.#list ??= [...this.#entries.values()];
    return this.#list;
  }
}
