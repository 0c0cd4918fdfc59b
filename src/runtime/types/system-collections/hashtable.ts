import type { EngineContext } from '../../engine.ts';
import { ordinalKey } from '../../values/equality-key.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { DictionaryEntry } from '../../values/key-value-pair.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { typeSystemOf } from '../type-system.ts';
import { keyComparerOf } from './comparers.ts';
import { addEntry, dictionaryEnumerator, dictionaryView, entriesIn, tableMembers } from './table-members.ts';

type Table = Hashtable;

function from(d: PSValue, comparer: PSValue = null, engine?: EngineContext): Hashtable {
  if (d === null) throw argumentNull('d');
  const table = new Hashtable(comparer === null || !engine ? ordinalKey : keyComparerOf(engine, comparer));
  for (const [key, value] of entriesIn(d)) table.set(key, value);
  return table;
}

const own: MemberTable = {
  'new()': () => Hashtable.caseSensitive(),
  'new(int capacity)': () => Hashtable.caseSensitive(),
  'new(IDictionary d)': (d) => from(d),
  'new(IEqualityComparer equalityComparer)'(comparer) {
    return new Hashtable(keyComparerOf(this, comparer));
  },
  'new(int capacity, IEqualityComparer equalityComparer)'(_capacity, comparer) {
    return new Hashtable(keyComparerOf(this, comparer));
  },
  'new(IDictionary d, IEqualityComparer equalityComparer)'(d, comparer) {
    return from(d, comparer, this);
  },
  ...tableMembers(),
  'ContainsKey(object key) bool': (t: Table, key) => {
    if (key === null) throw argumentNull('key');
    return t.has(key);
  },
  'ContainsValue(object value) bool'(t: Table, value) {
    return dictionaryView(t, 'values').includes(this, value);
  },
  'Add(object key, object value) void': (t: Table, key, value) => addEntry(t, key, value),
  'Clone() object': (t: Table) => t.clone(),
  'GetEnumerator() IDictionaryEnumerator': (t: Table) => dictionaryEnumerator(t),
  'static Synchronized(Hashtable table) Hashtable': (t) => t,
};

/** System.Collections.Hashtable and DictionaryEntry */
export const hashtableTypes = [
  defineType({
    name: 'System.Collections.Hashtable',
    jsClass: Hashtable,
    interfaces: 'IDictionary, ICollection, IEnumerable, ICloneable',
    members: own,
  }),
  defineType({
    name: 'System.Collections.DictionaryEntry',
    kind: 'struct',
    jsClass: DictionaryEntry,
    defaultValue: () => new DictionaryEntry(null, null),
    members: {
      'new()': () => new DictionaryEntry(null, null),
      'new(object key, object value)': (key, value) => new DictionaryEntry(key, value),
      'prop Key object get set': {
        get: (e: DictionaryEntry) => e.key,
        set: (e: DictionaryEntry, v) => {
          e.key = v;
        },
      },
      'prop Value object get set': {
        get: (e: DictionaryEntry) => e.value,
        set: (e: DictionaryEntry, v) => {
          e.value = v;
        },
      },
      'ToString() string'(e: DictionaryEntry) {
        const types = typeSystemOf(this);
        return `[${types.netText(e.key)}, ${types.netText(e.value)}]`;
      },
    },
  }),
];
