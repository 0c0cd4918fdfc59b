import { ArrayList, NetCollection, type NetList, ReadOnlyCollection } from '../../values/net-list.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { outOfRange } from '../net-error.ts';
import { itemsOf, positionOf } from '../sequence.ts';
import { bitArrayType } from './bit-array.ts';
import { enumeratorOf } from './enumerators.ts';
import { linkedListTypes } from './linked-list.ts';
import { copyTo, insertItems, listMembers, removeFirst } from './list-members.ts';
import { nameValueType } from './name-value-collection.ts';
import { observableCollectionTypes } from './observable-collection.ts';
import { priorityQueueType } from './priority-queue.ts';

/** What Collection<T> has of a list's members. */
const collectionMembers: MemberTable = Object.fromEntries(
  Object.entries(listMembers('T', 'IEnumerable<T>', 'IComparer<T>')).filter(([text]) =>
    /^(prop (Count|Item|IsReadOnly|IsFixedSize|SyncRoot|IsSynchronized)|Clear|Contains|CopyTo\(T\[\] array, int|GetEnumerator|IndexOf\(T item\)|Insert\(|RemoveAt)/.test(
      text,
    ),
  ),
);

const adding: MemberTable = {
  'Add(T item) void': (list: NetList, item) => insertItems(list, list.items.length, [item]),
  'Remove(T item) bool'(list: NetList, item) {
    return removeFirst(this, list, item);
  },
};

const lists =
  'IList<T>, ICollection<T>, IEnumerable<T>, IEnumerable, IList, ICollection, IReadOnlyList<T>, IReadOnlyCollection<T>';

const readOnlyMembers: MemberTable = {
  'new(IList<T> list)': (items) =>
    new ReadOnlyCollection('items' in (items as object) ? (items as NetList) : { items: itemsOf(items) }),
  'prop Count int get': (c: ReadOnlyCollection) => c.items.length,
  'prop IsReadOnly bool get': () => true,
  'prop IsFixedSize bool get': () => true,
  'prop Item[int] T get': (c: ReadOnlyCollection, at: number) => {
    if (at < 0 || at >= c.items.length) throw outOfRange('index', 'The index is outside the collection.');
    return c.items[at];
  },
  'Contains(T value) bool'(c: ReadOnlyCollection, value) {
    return positionOf(this, c.items, value, 0, c.items.length) >= 0;
  },
  'CopyTo(T[] array, int index) void': (c: ReadOnlyCollection, to, at: number) => copyTo(c.items, to, at),
  'GetEnumerator() IEnumerator': (c: ReadOnlyCollection) => enumeratorOf(c, () => c[Symbol.iterator]()),
  'IndexOf(T value) int'(c: ReadOnlyCollection, value) {
    return positionOf(this, c.items, value, 0, c.items.length);
  },
};

/** StringCollection: a list of strings. */
class StringCollection extends ArrayList {}

const stringCollection = defineType({
  name: 'System.Collections.Specialized.StringCollection',
  jsClass: StringCollection,
  interfaces: 'IList, ICollection, IEnumerable',
  members: {
    'new()': () => new StringCollection(),
    ...listMembers('string', 'string[]', 'IComparer'),
    'Add(string value) int': (list: NetList, value) => list.items.push(value) - 1,
    'Remove(string value) void'(list: NetList, value) {
      removeFirst(this, list, value);
    },
  },
  convertFrom: {
    accepts: () => true,
    errorId: 'InvalidCastConstructorException',
    convert(value: PSValue) {
      return new StringCollection(typeof value === 'string' ? [value] : [...itemsOf(value)]);
    },
  },
});

/** Collection<T>, ReadOnlyCollection<T> and the rarer collections. */
export const otherCollectionTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Collections.ObjectModel.Collection<T>',
    jsClass: NetCollection,
    interfaces: lists,
    members: {
      'new()': () => new NetCollection(),
      'new(IList<T> list)': (items) => new NetCollection([...itemsOf(items, 'list')]),
      ...collectionMembers,
      ...adding,
    },
  }),
  ...observableCollectionTypes,
  defineType({
    name: 'System.Collections.ObjectModel.ReadOnlyCollection<T>',
    jsClass: ReadOnlyCollection,
    interfaces: lists,
    members: readOnlyMembers,
  }),
  stringCollection,
  ...linkedListTypes,
  bitArrayType,
  nameValueType,
  priorityQueueType,
];
