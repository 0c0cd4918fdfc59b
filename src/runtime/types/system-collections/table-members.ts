import type { EngineContext } from '../../engine.ts';
import { DictionaryView } from '../../values/dictionary-view.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { DictionaryEntry, KeyValuePair } from '../../values/key-value-pair.ts';
import { NetDictionary } from '../../values/net-dictionary.ts';
import { collectionChanged, type NetEnumerator } from '../../values/net-enumerable.ts';
import { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, notSupported } from '../net-error.ts';
import { itemsOf, positionOf } from '../sequence.ts';
import { typeTable } from '../type-table.ts';
import { enumeratorOf } from './enumerators.ts';
import { copyTo } from './list-members.ts';

/** Any of the dictionary classes. */
export type AnyTable = Hashtable | OrderedDictionary | NetDictionary;

/** Key and value pairs of any dictionary, or of an enumerable of pairs. */
export function* entriesIn(value: PSValue): Iterable<readonly [PSValue, PSValue]> {
  if (value instanceof Hashtable || value instanceof OrderedDictionary || value instanceof NetDictionary) {
    for (const { key, value: v } of value.entries()) yield [key, v];
    return;
  }
  for (const item of itemsOf(value, 'collection')) {
    if (item instanceof KeyValuePair || item instanceof DictionaryEntry) yield [item.key, item.value];
  }
}

/** Adds an entry; ArgumentException when the key is there. */
export function addEntry(table: AnyTable, key: PSValue, value: PSValue): void {
  if (key === null || key === undefined) throw argumentNull('key');
  if ('isReadOnly' in table && table.isReadOnly) throw notSupported('The dictionary is read-only.');
  if (!table.add(key, value)) throw badArgument(`The key '${describe(key)}' is already there.`);
}

function describe(key: PSValue): string {
  return typeof key === 'string' || typeof key === 'number' || typeof key === 'bigint' ? String(key) : 'given';
}

/** A live view of keys or values. */
export function dictionaryView(
  table: AnyTable,
  part: 'keys' | 'values',
): DictionaryView & { includes(e: EngineContext, v: PSValue): boolean } {
  const view = new DictionaryView(table, part, viewType(table, part));
  return Object.assign(view, {
    includes: (engine: EngineContext, value: PSValue) =>
      positionOf(engine, view.items, value, 0, view.items.length) >= 0,
  });
}

/** The exact type of a view: of Hashtable's own classes, or of the generic KeyCollection. */
function viewType(table: AnyTable, part: 'keys' | 'values') {
  const types = typeTable();
  const args = table.netType?.genericArguments;
  const name = part === 'keys' ? 'KeyCollection' : 'ValueCollection';
  if (table instanceof NetDictionary && args && args.length === 2) {
    const owner = table.order ? 'SortedDictionary' : 'Dictionary';
    return types.instantiate(types.get(`System.Collections.Generic.${owner}\`2+${name}`), args);
  }
  if (table instanceof OrderedDictionary)
    return types.get('System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection');
  return types.get(`System.Collections.Hashtable+${name}`);
}

/** One entry as an object: KeyValuePair of generic dictionaries, DictionaryEntry of the others. */
export function entryObject(table: AnyTable, key: PSValue, value: PSValue): DictionaryEntry | KeyValuePair {
  const args = table instanceof NetDictionary ? table.netType?.genericArguments : undefined;
  if (args?.length !== 2) return new DictionaryEntry(key, value);
  const pair = new KeyValuePair(key, value);
  pair.netType = typeTable().instantiate(typeTable().get('System.Collections.Generic.KeyValuePair`2'), args);
  return pair;
}

/** Enumerates entries as objects; fails when the dictionary changes meanwhile. */
export function dictionaryEnumerator(table: AnyTable): NetEnumerator {
  return enumeratorOf(table, function* () {
    const { version } = table;
    for (const { key, value } of [...table.entries()]) {
      yield entryObject(table, key, value);
      if (table.version !== version) throw collectionChanged();
    }
  });
}

/** What Hashtable, OrderedDictionary and SortedList share. */
export function tableMembers(): MemberTable {
  return {
    'prop IsReadOnly bool get': () => false,
    'prop IsFixedSize bool get': () => false,
    'prop IsSynchronized bool get': () => false,
    'prop Keys ICollection get': (t: AnyTable) => dictionaryView(t, 'keys'),
    'prop Values ICollection get': (t: AnyTable) => dictionaryView(t, 'values'),
    'prop SyncRoot object get': (t) => t,
    'prop Count int get': (t: AnyTable) => t.size,
    'prop Item[object] object get set': {
      get: (t: AnyTable, key) => {
        if (key === null) throw argumentNull('key');
        return t.get(key) ?? null;
      },
      set: (t: AnyTable, key, value) => {
        if (key === null) throw argumentNull('key');
        t.set(key, value);
      },
    },
    'Clear() void': (t: AnyTable) => t.clear(),
    'Contains(object key) bool': (t: AnyTable, key) => {
      if (key === null) throw argumentNull('key');
      return t.has(key);
    },
    'CopyTo(Array array, int arrayIndex) void': (t: AnyTable, to, at: number) =>
      copyTo(
        Array.from(t.entries(), (e) => entryObject(t, e.key, e.value)),
        to,
        at,
      ),
    'Remove(object key) void': (t: AnyTable, key) => {
      if (key === null) throw argumentNull('key');
      t.delete(key);
    },
  };
}
