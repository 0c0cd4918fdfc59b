import { type EqualityKey, ignoreCaseKey, type KeyComparer, ordinalKey } from './equality-key.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** One entry; `value` may be replaced in place. */
export interface TableEntry {
  readonly key: PSValue;
  value: PSValue;
}

/**
 * Contract. System.Collections.Hashtable, in insertion order. Keys compare as .NET does; strings regardless of case
 * unless made with {@link Hashtable.caseSensitive} (`[hashtable]::new()`). Null keys are the caller's error.
 */
export class Hashtable extends NetObject {
  readonly comparer: KeyComparer;
  readonly #entries = new Map<EqualityKey, TableEntry>();
  /** Grows with every change, also of a value, so that enumerators notice. */
  version = 0;

  constructor(comparer: KeyComparer = ignoreCaseKey) {
    super();
    this.comparer = comparer;
  }

  static caseSensitive(): Hashtable {
    return new Hashtable(ordinalKey);
  }

  static from(entries: Iterable<readonly [PSValue, PSValue]>): Hashtable {
    const table = new Hashtable();
    for (const [key, value] of entries) table.set(key, value);
    return table;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value; undefined when there is no such key (a stored `$null` is null). */
  get(key: PSValue): PSValue {
    return this.#entries.get(this.comparer(key))?.value;
  }

  has(key: PSValue): boolean {
    return this.#entries.has(this.comparer(key));
  }

  set(key: PSValue, value: PSValue): void {
    this.version++;
    const hash = this.comparer(key);
    const entry = this.#entries.get(hash);
    if (entry) entry.value = value ?? null;
    else this.#entries.set(hash, { key, value: value ?? null });
  }

  /** Adds and gives true, or gives false when the key is there already. */
  add(key: PSValue, value: PSValue): boolean {
    const hash = this.comparer(key);
    if (this.#entries.has(hash)) return false;
    this.version++;
    this.#entries.set(hash, { key, value: value ?? null });
    return true;
  }

  delete(key: PSValue): boolean {
    if (!this.#entries.delete(this.comparer(key))) return false;
    this.version++;
    return true;
  }

  clear(): void {
    this.version++;
    this.#entries.clear();
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

  clone(comparer: KeyComparer = this.comparer): Hashtable {
    const copy = new Hashtable(comparer);
    for (const { key, value } of this.entries()) copy.set(key, value);
    return copy;
  }
}
