import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { DictionaryView } from '../../values/dictionary-view.ts';
import { ordinalKey } from '../../values/equality-key.ts';
import { KeyValuePair } from '../../values/key-value-pair.ts';
import { NetComparer } from '../../values/net-comparer.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import {
  ConcurrentDictionary,
  GenericSortedList,
  type NetDictionary,
  PlainDictionary,
  SortedDictionary,
} from '../../values/net-dictionary.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, isPending, type PSValue } from '../../values/ps-value.ts';
import { defaultOf } from '../default-value.ts';
import { defineType, type MemberTable, type RefSlot, type TypeSpec, withTypes } from '../define-type.ts';
import { argumentNull, keyNotFound, outOfRange } from '../net-error.ts';
import { comparisonOf } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';
import { defaultComparer, keyComparerOf } from './comparers.ts';
import { enumeratorOf } from './enumerators.ts';
import { copyTo } from './list-members.ts';
import { addEntry, dictionaryEnumerator, dictionaryView, entriesIn, entryObject } from './table-members.ts';

type Table = NetDictionary;

function keyOf(key: PSValue): PSValue {
  if (key === null) throw argumentNull('key');
  return key;
}

function valueAt(engine: EngineContext, t: Table, key: PSValue): PSValue {
  const found = t.get(keyOf(key));
  if (found === undefined) throw keyNotFound(typeSystemOf(engine).netText(key));
  return found;
}

/** Order of keys under an IComparer argument. */
function orderOf(engine: EngineContext, comparer: PSValue) {
  const compare = comparisonOf(engine, comparer);
  return (a: PSValue, b: PSValue): number => {
    const n = compare(a, b);
    if (isPending(n))
      throw new NetException('System.InvalidOperationException', 'The comparer did not answer at once.');
    return n;
  };
}

/** Keys are equal where the order finds no difference; text comparers know their own key. */
function sortedKey(engine: EngineContext, comparer: PSValue) {
  return comparer instanceof NetComparer
    ? comparer.key
    : comparer === null
      ? ordinalKey
      : keyComparerOf(engine, comparer);
}

function filled<T extends Table>(table: T, from: PSValue): T {
  if (from === null) throw argumentNull('dictionary');
  for (const [key, value] of entriesIn(from)) addEntry(table, key, value);
  return table;
}

const shared: MemberTable = {
  'prop Count int get': (t: Table) => t.size,
  'prop Keys ICollection<TKey> get': (t: Table) => dictionaryView(t, 'keys'),
  'prop Values ICollection<TValue> get': (t: Table) => dictionaryView(t, 'values'),
  'prop Item[TKey] TValue get set': {
    get(t: Table, key) {
      return valueAt(this, t, key);
    },
    set: (t: Table, key, value) => {
      t.set(keyOf(key), value);
    },
  },
  'prop IsReadOnly bool get': (t: Table) => t.isReadOnly,
  'prop IsFixedSize bool get': () => false,
  'prop SyncRoot object get': (t) => t,
  'prop IsSynchronized bool get': () => false,
  'Add(TKey key, TValue value) void': (t: Table, key, value) => addEntry(t, key, value),
  'Clear() void': (t: Table) => t.clear(),
  'Contains(object key) bool': (t: Table, key) => t.has(keyOf(key)),
  'ContainsKey(TKey key) bool': (t: Table, key) => t.has(keyOf(key)),
  'ContainsValue(TValue value) bool'(t: Table, value) {
    return dictionaryView(t, 'values').includes(this, value);
  },
  'CopyTo(Array array, int index) void': (t: Table, to, at: number) =>
    copyTo(
      Array.from(t.entries(), (e) => entryObject(t, e.key, e.value)),
      to,
      at,
    ),
  'GetEnumerator() IEnumerator': (t: Table) => dictionaryEnumerator(t),
  'Remove(TKey key) bool': (t: Table, key) => t.delete(keyOf(key)),
  'TryGetValue(TKey key, out TValue value) bool': withTypes((types) => (t: Table, key, slot: RefSlot) => {
    const found = t.get(keyOf(key));
    const type = types.get('TValue');
    slot.value = found === undefined ? (type ? defaultOf(type) : null) : found;
    return found !== undefined;
  }),
};

const interfaces =
  'IDictionary<TKey, TValue>, ICollection<KeyValuePair<TKey, TValue>>, IEnumerable<KeyValuePair<TKey, TValue>>, IEnumerable, IDictionary, ICollection, IReadOnlyDictionary<TKey, TValue>, IReadOnlyCollection<KeyValuePair<TKey, TValue>>';

const removeOut: MemberTable = {
  'Remove(TKey key, out TValue value) bool': withTypes((types) => (t: Table, key, slot: RefSlot) => {
    const found = t.get(keyOf(key));
    const type = types.get('TValue');
    slot.value = found === undefined ? (type ? defaultOf(type) : null) : found;
    return t.delete(key);
  }),
  'TryAdd(TKey key, TValue value) bool': (t: Table, key, value) => t.add(keyOf(key), value),
};

const make = (engine: EngineContext, comparer: PSValue): PlainDictionary => {
  const table = new PlainDictionary(keyComparerOf(engine, comparer));
  table.comparerObject = comparer;
  return table;
};

/** Keys or values of a sorted list, by position. */
function listView(t: Table, part: 'keys' | 'values'): ReadOnlyCollection {
  const view = new ReadOnlyCollection({
    get items() {
      return part === 'keys' ? t.keys() : t.values();
    },
  });
  const table = typeTable();
  const element = t.netType?.genericArguments[part === 'keys' ? 0 : 1];
  view.netType = table.instantiate(table.get('System.Collections.ObjectModel.ReadOnlyCollection`1'), [
    element ?? table.get('System.Object'),
  ]);
  return view;
}

const dictionaryType = defineType({
  name: 'System.Collections.Generic.Dictionary<TKey, TValue>',
  jsClass: PlainDictionary,
  interfaces,
  members: {
    'new()': () => new PlainDictionary(),
    'new(int capacity)': (n: number) => {
      if (n < 0) throw outOfRange('capacity');
      return new PlainDictionary();
    },
    'new(IEqualityComparer<TKey> comparer)'(comparer) {
      return make(this, comparer);
    },
    'new(int capacity, IEqualityComparer<TKey> comparer)'(_n, comparer) {
      return make(this, comparer);
    },
    'new(IDictionary<TKey, TValue> dictionary)': (from) => filled(new PlainDictionary(), from),
    'new(IDictionary<TKey, TValue> dictionary, IEqualityComparer<TKey> comparer)'(from, comparer) {
      return filled(make(this, comparer), from);
    },
    'new(IEnumerable<KeyValuePair<TKey, TValue>> collection)': (from) => filled(new PlainDictionary(), from),
    'prop Comparer IEqualityComparer<TKey> get': (t: Table) => t.comparerObject ?? defaultComparer,
    ...shared,
    ...removeOut,
    'EnsureCapacity(int capacity) int': (_t, n) => n,
    'TrimExcess() void': () => undefined,
  },
});

/** Constructors of the sorted kinds. */
function sortedMembers(create: (engine: EngineContext, comparer: PSValue) => NetDictionary): MemberTable {
  return {
    'new()'() {
      return create(this, null);
    },
    'new(IComparer<TKey> comparer)'(comparer) {
      return create(this, comparer);
    },
    'new(IDictionary<TKey, TValue> dictionary)'(from) {
      return filled(create(this, null), from);
    },
    'new(IDictionary<TKey, TValue> dictionary, IComparer<TKey> comparer)'(from, comparer) {
      return filled(create(this, comparer), from);
    },
    'prop Comparer IComparer<TKey> get': (t: Table) => t.comparerObject ?? defaultComparer,
    ...shared,
  };
}

function entryAt(t: Table, at: number) {
  const entry = [...t.entries()][at];
  if (!entry) throw outOfRange('index', 'The index is outside the list.');
  return entry;
}

const sortedTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Collections.Generic.SortedDictionary<TKey, TValue>',
    jsClass: SortedDictionary,
    interfaces,
    members: sortedMembers(
      (engine, comparer) => new SortedDictionary(sortedKey(engine, comparer), orderOf(engine, comparer)),
    ),
  }),
  defineType({
    name: 'System.Collections.Generic.SortedList<TKey, TValue>',
    jsClass: GenericSortedList,
    interfaces,
    members: {
      // Before those of all dictionaries: the first of a name counts.
      'prop Keys IList<TKey> get': (t: Table) => listView(t, 'keys'),
      'prop Values IList<TValue> get': (t: Table) => listView(t, 'values'),
      ...sortedMembers(
        (engine, comparer) => new GenericSortedList(sortedKey(engine, comparer), orderOf(engine, comparer)),
      ),
      'new(int capacity)'() {
        return new GenericSortedList(ordinalKey, orderOf(this, null));
      },
      'GetKeyAtIndex(int index) TKey': (t: Table, at: number) => entryAt(t, at).key,
      'GetValueAtIndex(int index) TValue': (t: Table, at: number) => entryAt(t, at).value,
      'IndexOfKey(TKey key) int': (t: Table, key) =>
        [...t.entries()].findIndex((e) => t.comparer(e.key) === t.comparer(key)),
      'IndexOfValue(TValue value) int'(t: Table, value) {
        return [...t.entries()].findIndex((e) => typeSystemOf(this).equals(e.value, value));
      },
      'RemoveAt(int index) void': (t: Table, at: number) => {
        t.delete(entryAt(t, at).key);
      },
    },
  }),
];

/** The value a factory argument stands for: a delegate is called with the key. */
function produced(factory: PSValue, key: PSValue, present?: PSValue) {
  const delegate = factory as NetDelegate;
  return delegate.invoke(present === undefined ? [key] : [key, present]);
}

const concurrentType = defineType({
  name: 'System.Collections.Concurrent.ConcurrentDictionary<TKey, TValue>',
  jsClass: ConcurrentDictionary,
  interfaces,
  members: {
    'new()': () => new ConcurrentDictionary(),
    'new(IEqualityComparer<TKey> comparer)'(comparer) {
      return new ConcurrentDictionary(keyComparerOf(this, comparer));
    },
    'new(IEnumerable<KeyValuePair<TKey, TValue>> collection)': (from) => filled(new ConcurrentDictionary(), from),
    ...shared,
    'prop IsEmpty bool get': (t: Table) => t.size === 0,
    'AddOrUpdate(TKey key, TValue addValue, Func<TKey, TValue, TValue> updateValueFactory) TValue': (
      t: Table,
      key,
      value,
      update,
    ) => {
      const present = t.get(keyOf(key));
      return andThen(present === undefined ? value : produced(update, key, present), (v) => {
        t.set(key, v);
        return v;
      });
    },
    'GetOrAdd(TKey key, TValue value) TValue': (t: Table, key, value) => {
      t.add(keyOf(key), value);
      return t.get(key);
    },
    'GetOrAdd(TKey key, Func<TKey, TValue> valueFactory) TValue': (t: Table, key, factory) => {
      const present = t.get(keyOf(key));
      if (present !== undefined) return present;
      return andThen(produced(factory, key), (v) => {
        t.set(key, v);
        return v;
      });
    },
    'ToArray() KeyValuePair<TKey, TValue>[]': (t: Table) =>
      Array.from(t.entries(), (e) => entryObject(t, e.key, e.value)),
    'TryAdd(TKey key, TValue value) bool': (t: Table, key, value) => t.add(keyOf(key), value),
    'TryRemove(TKey key, out TValue value) bool': removeOut['Remove(TKey key, out TValue value) bool'] ?? (() => false),
    'TryUpdate(TKey key, TValue newValue, TValue comparisonValue) bool'(t: Table, key, value, expected) {
      const fits = typeSystemOf(this).equals(t.get(keyOf(key)), expected);
      if (fits) t.set(key, value);
      return fits;
    },
  },
});

const pairType = defineType({
  name: 'System.Collections.Generic.KeyValuePair<TKey, TValue>',
  kind: 'struct',
  jsClass: KeyValuePair,
  defaultValue: () => new KeyValuePair(null, null),
  members: {
    'new()': withTypes((types) => () => {
      const [key, value] = [types.get('TKey'), types.get('TValue')] as [NetType, NetType];
      return new KeyValuePair(defaultOf(key), defaultOf(value));
    }),
    'new(TKey key, TValue value)': (key, value) => new KeyValuePair(key, value),
    'prop Key TKey get': (p: KeyValuePair) => p.key,
    'prop Value TValue get': (p: KeyValuePair) => p.value,
    'ToString() string'(p: KeyValuePair) {
      const types = typeSystemOf(this);
      return `[${types.netText(p.key)}, ${types.netText(p.value)}]`;
    },
  },
});

const view: MemberTable = {
  'prop Count int get': (v: DictionaryView) => v.source.size,
  'CopyTo(Array array, int index) void': (v: DictionaryView, to, at: number) => copyTo(v.items, to, at),
  'GetEnumerator() IEnumerator': (v: DictionaryView) => enumeratorOf(v, () => v[Symbol.iterator]()),
};

/** Contains of a generic view; a key or value equals. */
const contains = (t: string): MemberTable => ({
  [`Contains(${t} item) bool`](v: DictionaryView, item) {
    return v.items.some((i) => typeSystemOf(this).equals(i, item));
  },
});

const viewTypes: readonly TypeSpec[] = [
  ...[
    'Hashtable+KeyCollection',
    'Hashtable+ValueCollection',
    'Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection',
  ].map((name) =>
    defineType({ name: `System.Collections.${name}`, interfaces: 'ICollection, IEnumerable', members: view }),
  ),
  ...['Dictionary', 'SortedDictionary'].flatMap((owner) => [
    defineType({
      name: `System.Collections.Generic.${owner}\`2+KeyCollection<TKey, TValue>`,
      interfaces: 'ICollection<TKey>, IEnumerable<TKey>, IEnumerable, ICollection, IReadOnlyCollection<TKey>',
      members: { ...view, ...contains('TKey') },
    }),
    defineType({
      name: `System.Collections.Generic.${owner}\`2+ValueCollection<TKey, TValue>`,
      interfaces: 'ICollection<TValue>, IEnumerable<TValue>, IEnumerable, ICollection, IReadOnlyCollection<TValue>',
      members: { ...view, ...contains('TValue') },
    }),
  ]),
];

/** Generic dictionaries, their pairs and views. */
export const dictionaryTypes: readonly TypeSpec[] = [
  dictionaryType,
  ...sortedTypes,
  concurrentType,
  pairType,
  ...viewTypes,
];
