import { NetEnumerable, NetEnumerator } from '../../values/net-enumerable.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType } from '../define-type.ts';

/** NameValueCollection: several texts per name, names without case; enumerating it gives the names. */
export class NameValueCollection extends NetEnumerable {
  readonly #entries = new Map<string, { readonly name: string | null; values: string[] }>();

  get size(): number {
    return this.#entries.size;
  }

  names(): (string | null)[] {
    return Array.from(this.#entries.values(), (e) => e.name);
  }

  add(name: string | null, value: string | null): void {
    const entry = this.#entries.get(keyOf(name));
    if (entry) entry.values.push(value ?? '');
    else this.#entries.set(keyOf(name), { name, values: [value ?? ''] });
  }

  set(name: string | null, value: string | null): void {
    this.#entries.set(keyOf(name), { name, values: [value ?? ''] });
  }

  values(name: string | null): string[] | undefined {
    return this.#entries.get(keyOf(name))?.values;
  }

  /** All values of a name, joined with commas. */
  get(name: string | null): string | null {
    return this.values(name)?.join(',') ?? null;
  }

  delete(name: string | null): void {
    this.#entries.delete(keyOf(name));
  }

  clear(): void {
    this.#entries.clear();
  }

  [Symbol.iterator](): Iterator<PSValue> {
    return this.names()[Symbol.iterator]();
  }
}

function keyOf(name: string | null): string {
  return name === null ? '\u0000' : name.toLowerCase();
}

type Pairs = NameValueCollection;

/** System.Collections.Specialized.NameValueCollection */
export const nameValueType = defineType({
  name: 'System.Collections.Specialized.NameValueCollection',
  jsClass: NameValueCollection,
  interfaces: 'ICollection, IEnumerable',
  members: {
    'new()': () => new NameValueCollection(),
    'prop AllKeys string[] get': (c: Pairs) => c.names(),
    'prop Keys ICollection get': (c: Pairs) => c.names(),
    'prop Count int get': (c: Pairs) => c.size,
    'prop Item[string] string get set': {
      get: (c: Pairs, name: string | null) => c.get(name),
      set: (c: Pairs, name: string | null, value: string | null) => c.set(name, value),
    },
    'prop Item[int] string get': (c: Pairs, at: number) => c.get(c.names()[at] ?? null),
    'Add(string name, string value) void': (c: Pairs, name: string | null, value: string | null) => c.add(name, value),
    'Clear() void': (c: Pairs) => c.clear(),
    'Get(string name) string': (c: Pairs, name: string | null) => c.get(name),
    'Get(int index) string': (c: Pairs, at: number) => c.get(c.names()[at] ?? null),
    'GetEnumerator() IEnumerator': (c: Pairs) => new NetEnumerator(() => c[Symbol.iterator]()),
    'GetKey(int index) string': (c: Pairs, at: number) => c.names()[at] ?? null,
    'GetValues(string name) string[]': (c: Pairs, name: string | null) => c.values(name) ?? null,
    'HasKeys() bool': (c: Pairs) => c.size > 0,
    'Remove(string name) void': (c: Pairs, name: string | null) => c.delete(name),
    'Set(string name, string value) void': (c: Pairs, name: string | null, value: string | null) => c.set(name, value),
  },
});
