import type { EngineContext } from '../../engine.ts';
import { ordinalKey } from '../../values/equality-key.ts';
import { NetComparer } from '../../values/net-comparer.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { NetSet, SortedSet } from '../../values/net-set.ts';
import { andThen, isPending, type PSValue } from '../../values/ps-value.ts';
import { defaultOf } from '../default-value.ts';
import { defineType, type MemberTable, type RefSlot, type TypeSpec, withTypes } from '../define-type.ts';
import { invalidOperation } from '../net-error.ts';
import { comparisonOf, filterItems, itemsOf } from '../sequence.ts';
import { defaultComparer, keyComparerOf } from './comparers.ts';
import { enumeratorOf } from './enumerators.ts';
import { copyTo } from './list-members.ts';

function filled<T extends NetSet>(set: T, items: PSValue): T {
  for (const item of itemsOf(items, 'collection')) set.add(item);
  return set;
}

/** The other collection as a set that compares as this one. */
function other(set: NetSet, items: PSValue): NetSet {
  return filled(new NetSet(set.comparer), items);
}

function isSubset(set: NetSet, items: PSValue, proper: boolean): boolean {
  const all = other(set, items);
  return set.toArray().every((i) => all.has(i)) && (!proper || all.size > set.size);
}

function isSuperset(set: NetSet, items: PSValue, proper: boolean): boolean {
  const all = other(set, items);
  return all.toArray().every((i) => set.has(i)) && (!proper || all.size < set.size);
}

const shared: MemberTable = {
  'prop Count int get': (s: NetSet) => s.size,
  'prop IsReadOnly bool get': () => false,
  'Add(T item) bool': (s: NetSet, item) => s.add(item),
  'Clear() void': (s: NetSet) => s.clear(),
  'Contains(T item) bool': (s: NetSet, item) => s.has(item),
  'CopyTo(T[] array) void': (s: NetSet, to) => copyTo(s.toArray(), to),
  'CopyTo(T[] array, int arrayIndex) void': (s: NetSet, to, at: number) => copyTo(s.toArray(), to, at),
  'CopyTo(T[] array, int arrayIndex, int count) void': (s: NetSet, to, at: number, count: number) =>
    copyTo(s.toArray().slice(0, count), to, at),
  'ExceptWith(IEnumerable<T> other) void': (s: NetSet, items) => {
    for (const item of [...itemsOf(items, 'other')]) s.delete(item);
  },
  'GetEnumerator() IEnumerator': (s: NetSet) => enumeratorOf(s, () => s[Symbol.iterator]()),
  'IntersectWith(IEnumerable<T> other) void': (s: NetSet, items) => {
    const keep = other(s, items);
    for (const item of s.toArray()) if (!keep.has(item)) s.delete(item);
  },
  'IsProperSubsetOf(IEnumerable<T> other) bool': (s: NetSet, items) => isSubset(s, items, true),
  'IsProperSupersetOf(IEnumerable<T> other) bool': (s: NetSet, items) => isSuperset(s, items, true),
  'IsSubsetOf(IEnumerable<T> other) bool': (s: NetSet, items) => isSubset(s, items, false),
  'IsSupersetOf(IEnumerable<T> other) bool': (s: NetSet, items) => isSuperset(s, items, false),
  'Overlaps(IEnumerable<T> other) bool': (s: NetSet, items) => itemsOf(items, 'other').some((i) => s.has(i)),
  'Remove(T item) bool': (s: NetSet, item) => s.delete(item),
  'RemoveWhere(Predicate<T> match) int'(s: NetSet, match: NetDelegate | null) {
    return andThen(filterItems(this, s.toArray(), match), (gone) => {
      for (const item of gone) s.delete(item);
      return gone.length;
    });
  },
  'SetEquals(IEnumerable<T> other) bool': (s: NetSet, items) =>
    isSubset(s, items, false) && isSuperset(s, items, false),
  'SymmetricExceptWith(IEnumerable<T> other) void': (s: NetSet, items) => {
    for (const item of other(s, items).toArray()) if (!s.delete(item)) s.add(item);
  },
  'TryGetValue(T equalValue, out T actualValue) bool': withTypes((types) => (s: NetSet, item, slot: RefSlot) => {
    const type = types.get('T');
    const found = s.has(item);
    slot.value = found ? s.get(item) : type ? defaultOf(type) : null;
    return found;
  }),
  'UnionWith(IEnumerable<T> other) void': (s: NetSet, items) => {
    for (const item of [...itemsOf(items, 'other')]) s.add(item);
  },
};

const interfaces = 'ISet<T>, ICollection<T>, IEnumerable<T>, IEnumerable, IReadOnlyCollection<T>, IReadOnlySet<T>';

function hashed(engine: EngineContext, comparer: PSValue): NetSet {
  const set = new NetSet(keyComparerOf(engine, comparer));
  set.comparerObject = comparer;
  return set;
}

function sorted(engine: EngineContext, comparer: PSValue): SortedSet {
  const compare = comparisonOf(engine, comparer);
  const set = new SortedSet(comparer instanceof NetComparer ? comparer.key : ordinalKey, (a, b) => {
    const n = compare(a, b);
    if (isPending(n)) throw invalidOperation('The comparer did not answer at once.');
    return n;
  });
  set.comparerObject = comparer;
  return set;
}

function edge(types: ReadonlyMap<string, Parameters<typeof defaultOf>[0]>, s: NetSet, last: boolean): PSValue {
  const type = types.get('T');
  return s.size === 0 ? (type ? defaultOf(type) : null) : s.toArray().at(last ? -1 : 0);
}

/** HashSet<T> and SortedSet<T>. */
export const setTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Collections.Generic.HashSet<T>',
    jsClass: NetSet,
    interfaces,
    members: {
      'new()': () => new NetSet(),
      'new(IEqualityComparer<T> comparer)'(comparer) {
        return hashed(this, comparer);
      },
      'new(int capacity)': () => new NetSet(),
      'new(IEnumerable<T> collection)': (items) => filled(new NetSet(), items),
      'new(IEnumerable<T> collection, IEqualityComparer<T> comparer)'(items, comparer) {
        return filled(hashed(this, comparer), items);
      },
      'new(int capacity, IEqualityComparer<T> comparer)'(_n, comparer) {
        return hashed(this, comparer);
      },
      'prop Comparer IEqualityComparer<T> get': (s: NetSet) => s.comparerObject ?? defaultComparer,
      ...shared,
      'EnsureCapacity(int capacity) int': (_s, n) => n,
      'TrimExcess() void': () => undefined,
    },
  }),
  defineType({
    name: 'System.Collections.Generic.SortedSet<T>',
    jsClass: SortedSet,
    interfaces: `${interfaces}, ICollection`,
    members: {
      'new()'() {
        return sorted(this, null);
      },
      'new(IComparer<T> comparer)'(comparer) {
        return sorted(this, comparer);
      },
      'new(IEnumerable<T> collection)'(items) {
        return filled(sorted(this, null), items);
      },
      'new(IEnumerable<T> collection, IComparer<T> comparer)'(items, comparer) {
        return filled(sorted(this, comparer), items);
      },
      'prop Comparer IComparer<T> get': (s: NetSet) => s.comparerObject ?? defaultComparer,
      'prop Min T get': withTypes((types) => (s: NetSet) => edge(types, s, false)),
      'prop Max T get': withTypes((types) => (s: NetSet) => edge(types, s, true)),
      ...shared,
      'GetViewBetween(T lowerValue, T upperValue) SortedSet<T>'(s: SortedSet, low, high) {
        const order = s.order ?? (() => 0);
        const part = new SortedSet(s.comparer, s.order);
        for (const item of s.toArray()) if (order(item, low) >= 0 && order(item, high) <= 0) part.add(item);
        return part;
      },
      'Reverse() IEnumerable<T>': (s: NetSet) => s.toArray().reverse(),
    },
  }),
];
