import type { EngineContext } from '../../engine.ts';
import { ordinalKey } from '../../values/equality-key.ts';
import { NetComparer } from '../../values/net-comparer.ts';
import { SortedList } from '../../values/net-dictionary.ts';
import { isPending, type PSValue } from '../../values/ps-value.ts';
import { defineType } from '../define-type.ts';
import { invalidOperation, outOfRange } from '../net-error.ts';
import { comparisonOf } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';
import { addEntry, dictionaryEnumerator, dictionaryView, entriesIn, tableMembers } from './table-members.ts';

function make(engine: EngineContext, comparer: PSValue, from?: PSValue): SortedList {
  const compare = comparisonOf(engine, comparer);
  const list = new SortedList(comparer instanceof NetComparer ? comparer.key : ordinalKey, (a, b) => {
    const n = compare(a, b);
    if (isPending(n)) throw invalidOperation('The comparer did not answer at once.');
    return n;
  });
  if (from !== undefined) for (const [key, value] of entriesIn(from)) addEntry(list, key, value);
  return list;
}

function entryAt(list: SortedList, at: number) {
  const entry = [...list.entries()][at];
  if (!entry) throw outOfRange('index', 'The index is outside the list.');
  return entry;
}

/** System.Collections.SortedList */
export const sortedListType = defineType({
  name: 'System.Collections.SortedList',
  jsClass: SortedList,
  interfaces: 'IDictionary, ICollection, IEnumerable, ICloneable',
  members: {
    'new()'() {
      return make(this, null);
    },
    'new(int initialCapacity)'() {
      return make(this, null);
    },
    'new(IComparer comparer)'(comparer) {
      return make(this, comparer);
    },
    'new(IDictionary d)'(d) {
      return make(this, null, d);
    },
    'new(IDictionary d, IComparer comparer)'(d, comparer) {
      return make(this, comparer, d);
    },
    ...tableMembers(),
    'Add(object key, object value) void': (t: SortedList, key, value) => addEntry(t, key, value),
    'Clone() object'(t: SortedList) {
      const copy = new SortedList(t.comparer, t.order);
      for (const { key, value } of t.entries()) copy.set(key, value);
      return copy;
    },
    'ContainsKey(object key) bool': (t: SortedList, key) => t.has(key),
    'ContainsValue(object value) bool'(t: SortedList, value) {
      return dictionaryView(t, 'values').includes(this, value);
    },
    'GetByIndex(int index) object': (t: SortedList, at: number) => entryAt(t, at).value,
    'GetEnumerator() IDictionaryEnumerator': (t: SortedList) => dictionaryEnumerator(t),
    'GetKey(int index) object': (t: SortedList, at: number) => entryAt(t, at).key,
    'GetKeyList() IList': (t: SortedList) => t.keys(),
    'GetValueList() IList': (t: SortedList) => t.values(),
    'IndexOfKey(object key) int': (t: SortedList, key) =>
      [...t.entries()].findIndex((e) => t.comparer(e.key) === t.comparer(key)),
    'IndexOfValue(object value) int'(t: SortedList, value) {
      return [...t.entries()].findIndex((e) => typeSystemOf(this).equals(e.value, value));
    },
    'RemoveAt(int index) void': (t: SortedList, at: number) => {
      t.delete(entryAt(t, at).key);
    },
    'SetByIndex(int index, object value) void': (t: SortedList, at: number, value) => {
      t.set(entryAt(t, at).key, value);
    },
  },
});
