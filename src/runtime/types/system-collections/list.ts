import type { NetDelegate } from '../../values/net-delegate.ts';
import { NetList, ReadOnlyCollection } from '../../values/net-list.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';
import { defaultOf } from '../default-value.ts';
import { defineType, type MemberTable, withTypes } from '../define-type.ts';
import { outOfRange } from '../net-error.ts';
import { checkRange, filterItems, findPosition, itemsOf, mapItems, sortItems } from '../sequence.ts';
import { listMembers, removeFirst } from './list-members.ts';

type Match = NetDelegate | null;

function range(list: NetList, index: number, count: number): NetList {
  checkRange(index, count, list.items.length);
  return new NetList(list.items.slice(index, index + count));
}

const elementDefault = (types: ReadonlyMap<string, NetType>): PSValue => {
  const type = types.get('T');
  return type ? defaultOf(type) : null;
};

const searching: MemberTable = {
  'Exists(Predicate<T> match) bool'(list: NetList, match: Match) {
    return andThen(findPosition(this, list.items, match), (at) => at >= 0);
  },
  'Find(Predicate<T> match) T': withTypes(
    (types) =>
      function (list: NetList, match: Match) {
        return andThen(findPosition(this, list.items, match), (at) =>
          at < 0 ? elementDefault(types) : list.items[at],
        );
      },
  ),
  'FindAll(Predicate<T> match) List<T>'(list: NetList, match: Match) {
    return andThen(filterItems(this, list.items, match), (kept) => new NetList(kept));
  },
  'FindIndex(Predicate<T> match) int'(list: NetList, match: Match) {
    return findPosition(this, list.items, match);
  },
  'FindIndex(int startIndex, Predicate<T> match) int'(list: NetList, start: number, match: Match) {
    return findPosition(this, list.items, match, start);
  },
  'FindIndex(int startIndex, int count, Predicate<T> match) int'(
    list: NetList,
    start: number,
    count: number,
    match: Match,
  ) {
    return findPosition(this, list.items, match, start, count);
  },
  'FindLast(Predicate<T> match) T': withTypes(
    (types) =>
      function (list: NetList, match: Match) {
        const found = findPosition(this, list.items, match, list.items.length - 1, list.items.length, true);
        return andThen(found, (at) => (at < 0 ? elementDefault(types) : list.items[at]));
      },
  ),
  'FindLastIndex(Predicate<T> match) int'(list: NetList, match: Match) {
    return findPosition(this, list.items, match, list.items.length - 1, list.items.length, true);
  },
  'TrueForAll(Predicate<T> match) bool'(list: NetList, match: Match) {
    return andThen(filterItems(this, list.items, match), (kept) => kept.length === list.items.length);
  },
  'RemoveAll(Predicate<T> match) int'(list: NetList, match: Match) {
    return andThen(filterItems(this, [...list.items], match, false), (kept) => {
      const removed = list.items.length - kept.length;
      list.items.length = 0;
      for (const item of kept) list.items.push(item);
      list.version++;
      return removed;
    });
  },
};

/** System.Collections.Generic.List<T> */
export const listType = defineType({
  name: 'System.Collections.Generic.List<T>',
  jsClass: NetList,
  interfaces:
    'IList<T>, ICollection<T>, IEnumerable<T>, IEnumerable, IList, ICollection, IReadOnlyList<T>, IReadOnlyCollection<T>',
  members: {
    'new()': () => new NetList(),
    'new(int capacity)': (capacity: number) => {
      if (capacity < 0) throw outOfRange('capacity', 'The capacity must not be negative.');
      const list = new NetList();
      list.capacity = capacity;
      return list;
    },
    'new(IEnumerable<T> collection)': (items) => new NetList([...itemsOf(items, 'collection')]),
    ...listMembers('T', 'IEnumerable<T>', 'IComparer<T>'),
    ...searching,
    'Add(T item) void': (list: NetList, item) => {
      list.version++;
      list.items.push(item);
    },
    'AsReadOnly() ReadOnlyCollection<T>': (list: NetList) => new ReadOnlyCollection(list),
    'ConvertAll<TOutput>(Converter<T, TOutput> converter) List<TOutput>': (list: NetList, converter: Match) =>
      andThen(mapItems(list.items, converter), (items) => new NetList(items)),
    'EnsureCapacity(int capacity) int': (list: NetList, n: number) => {
      list.capacity = Math.max(list.capacity, n, list.items.length);
      return list.capacity;
    },
    'ForEach(Action<T> action) void': (list: NetList, action: Match) =>
      andThen(mapItems([...list], action), () => undefined),
    'GetRange(int index, int count) List<T>': range,
    'Slice(int start, int length) List<T>': range,
    'Remove(T item) bool'(list: NetList, item) {
      return removeFirst(this, list, item);
    },
    'Sort(Comparison<T> comparison) void'(list: NetList, comparison) {
      return andThen(sortItems(this, list.items, comparison), (sorted) => {
        for (const [i, item] of sorted.entries()) list.items[i] = item;
        list.version++;
        return undefined;
      });
    },
    'ToArray() T[]': (list: NetList) => [...list.items],
    'TrimExcess() void': (list: NetList) => {
      list.capacity = list.items.length;
    },
  },
});
