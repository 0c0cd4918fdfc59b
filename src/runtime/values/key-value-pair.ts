import { ordinalKey } from './equality-key.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** System.Collections.DictionaryEntry: what enumerating a Hashtable gives. */
export class DictionaryEntry extends NetObject {
  key: PSValue;
  value: PSValue;

  constructor(key: PSValue, value: PSValue) {
    super();
    this.key = key;
    this.value = value;
  }
}

/** KeyValuePair<TKey,TValue>: what enumerating a generic dictionary gives; compares by content. */
export class KeyValuePair extends NetObject {
  readonly key: PSValue;
  readonly value: PSValue;

  constructor(key: PSValue, value: PSValue) {
    super();
    this.key = key;
    this.value = value;
  }

  equalityText(): string {
    return `${String(ordinalKey(this.key))}\u0001${String(ordinalKey(this.value))}`;
  }
}
