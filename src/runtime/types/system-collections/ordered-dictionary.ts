import { ordinalKey } from '../../values/equality-key.ts';
import { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import { defineType } from '../define-type.ts';
import { outOfRange } from '../net-error.ts';
import { keyComparerOf } from './comparers.ts';
import { addEntry, dictionaryEnumerator, tableMembers } from './table-members.ts';

type Table = OrderedDictionary;

function position(t: Table, at: number): number {
  if (at < 0 || at >= t.size) throw outOfRange('index', 'The index is outside the dictionary.');
  return at;
}

/** System.Collections.Specialized.OrderedDictionary */
export const orderedDictionaryType = defineType({
  name: 'System.Collections.Specialized.OrderedDictionary',
  jsClass: OrderedDictionary,
  interfaces: 'IOrderedDictionary, IDictionary, ICollection, IEnumerable',
  members: {
    'new()': () => new OrderedDictionary(ordinalKey),
    'new(int capacity)': () => new OrderedDictionary(ordinalKey),
    'new(IEqualityComparer comparer)'(comparer) {
      return new OrderedDictionary(keyComparerOf(this, comparer));
    },
    'new(int capacity, IEqualityComparer comparer)'(_capacity, comparer) {
      return new OrderedDictionary(keyComparerOf(this, comparer));
    },
    'prop Count int get': (t: Table) => t.size,
    'prop Item[int] object get set': {
      get: (t: Table, at: number) => t.at(position(t, at))?.value ?? null,
      set: (t: Table, at: number, value) => {
        t.setAt(position(t, at), value);
      },
    },
    ...tableMembers(),
    'Add(object key, object value) void': (t: Table, key, value) => addEntry(t, key, value),
    'AsReadOnly() OrderedDictionary': (t: Table) => t.clone(),
    'GetEnumerator() IDictionaryEnumerator': (t: Table) => dictionaryEnumerator(t),
    'Insert(int index, object key, object value) void': (t: Table, at: number, key, value) => {
      if (at < 0 || at > t.size) throw outOfRange('index', 'The index is outside the dictionary.');
      if (!t.insert(at, key, value)) addEntry(t, key, value);
    },
    'RemoveAt(int index) void': (t: Table, at: number) => {
      t.deleteAt(position(t, at));
    },
  },
});
