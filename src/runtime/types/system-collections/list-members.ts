import type { EngineContext } from '../../engine.ts';
import type { NetList } from '../../values/net-list.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';
import type { MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { binarySearch, checkRange, itemsOf, lengthOf, positionOf, sortItems, writeItems } from '../sequence.ts';
import { enumeratorOf } from './enumerators.ts';

/** Checks a position that must exist. */
export function checkIndex(list: NetList, index: number, name = 'index'): void {
  if (index < 0 || index >= list.items.length) throw outOfRange(name, 'The index is outside the list.');
}

/** Puts items in at a position. */
export function insertItems(list: NetList, at: number, items: readonly PSValue[]): void {
  if (at < 0 || at > list.items.length) throw outOfRange('index', 'The index is outside the list.');
  list.version++;
  if (at === list.items.length) for (const item of items) list.items.push(item);
  else list.items.splice(at, 0, ...items);
}

/** Takes a range out. */
export function removeRange(list: NetList, index: number, count: number): void {
  checkRange(index, count, list.items.length);
  list.version++;
  list.items.splice(index, count);
}

function find(
  engine: EngineContext,
  list: NetList,
  value: PSValue,
  start = 0,
  count: number = list.items.length - start,
): number {
  if (start < 0 || start > list.items.length) throw outOfRange('index');
  if (count < 0 || start + count > list.items.length) throw outOfRange('count');
  return positionOf(engine, list.items, value, start, start + count);
}

function findLast(
  engine: EngineContext,
  list: NetList,
  value: PSValue,
  start: number = list.items.length - 1,
  count: number = start + 1,
): number {
  return list.items.length === 0 ? -1 : positionOf(engine, list.items, value, start, start - count);
}

/** Copies elements into an array. */
export function copyTo(items: readonly PSValue[], array: PSValue, at = 0): undefined {
  if (array === null) throw argumentNull('array');
  if (at < 0) throw outOfRange('arrayIndex');
  if (at + items.length > lengthOf(array)) throw badArgument('The array is not long enough.');
  writeItems(array, items, at);
  return undefined;
}

function sortRange(engine: EngineContext, list: NetList, index: number, count: number, comparer: PSValue) {
  checkRange(index, count, list.items.length);
  return andThen(sortItems(engine, list.items.slice(index, index + count), comparer), (sorted) => {
    for (const [i, item] of sorted.entries()) list.items[index + i] = item;
    list.version++;
    return undefined;
  });
}

function reverseRange(list: NetList, index: number, count: number): void {
  checkRange(index, count, list.items.length);
  list.version++;
  const part = list.items.slice(index, index + count).reverse();
  for (const [i, item] of part.entries()) list.items[index + i] = item;
}

/** What List<T> and ArrayList have in common; `t` is the element type, `many` the type of several, in signatures. */
export function listMembers(t: string, many: string, comparer: string): MemberTable {
  const array = t === 'object' ? 'Array' : 'T[]';
  return {
    'prop Capacity int get set': {
      get: (list: NetList) => capacityOf(list),
      set: (list: NetList, n: number) => {
        if (n < list.items.length) throw outOfRange('value', 'The capacity is below the count.');
        list.capacity = n;
      },
    },
    'prop Count int get': (list: NetList) => list.items.length,
    [`prop Item[int] ${t} get set`]: {
      get: (list: NetList, index: number) => {
        checkIndex(list, index);
        return list.items[index];
      },
      set: (list: NetList, index: number, value) => {
        checkIndex(list, index);
        list.version++;
        list.items[index] = value;
      },
    },
    'prop IsReadOnly bool get': () => false,
    'prop IsFixedSize bool get': () => false,
    'prop SyncRoot object get': (list) => list,
    'prop IsSynchronized bool get': () => false,
    [`AddRange(${many} collection) void`]: (list: NetList, items) =>
      insertItems(list, list.items.length, [...itemsOf(items, 'collection')]),
    [`BinarySearch(${t} item) int`](list: NetList, value) {
      return binarySearch(this, list.items, value, null);
    },
    [`BinarySearch(${t} item, ${comparer} comparer) int`](list: NetList, value, by) {
      return binarySearch(this, list.items, value, by);
    },
    [`BinarySearch(int index, int count, ${t} item, ${comparer} comparer) int`](
      list: NetList,
      index: number,
      count: number,
      value,
      by,
    ) {
      return binarySearch(this, list.items, value, by, index, count);
    },
    'Clear() void': (list: NetList) => {
      list.version++;
      list.items.length = 0;
    },
    [`Contains(${t} item) bool`](list: NetList, value) {
      return find(this, list, value) >= 0;
    },
    [`CopyTo(${array} array) void`]: (list: NetList, to) => copyTo(list.items, to),
    [`CopyTo(${array} array, int arrayIndex) void`]: (list: NetList, to, at: number) => copyTo(list.items, to, at),
    [`CopyTo(int index, ${array} array, int arrayIndex, int count) void`]: (
      list: NetList,
      from: number,
      to,
      at: number,
      count: number,
    ) => {
      checkRange(from, count, list.items.length);
      return copyTo(list.items.slice(from, from + count), to, at);
    },
    'GetEnumerator() IEnumerator': (list: NetList) => enumeratorOf(list, () => list[Symbol.iterator]()),
    [`IndexOf(${t} item) int`](list: NetList, value) {
      return find(this, list, value);
    },
    [`IndexOf(${t} item, int index) int`](list: NetList, value, start: number) {
      return find(this, list, value, start);
    },
    [`IndexOf(${t} item, int index, int count) int`](list: NetList, value, start: number, count: number) {
      return find(this, list, value, start, count);
    },
    [`Insert(int index, ${t} item) void`]: (list: NetList, at: number, value) => insertItems(list, at, [value]),
    [`InsertRange(int index, ${many} collection) void`]: (list: NetList, at: number, items) =>
      insertItems(list, at, [...itemsOf(items, 'collection')]),
    [`LastIndexOf(${t} item) int`](list: NetList, value) {
      return findLast(this, list, value);
    },
    [`LastIndexOf(${t} item, int index) int`](list: NetList, value, start: number) {
      return findLast(this, list, value, start);
    },
    [`LastIndexOf(${t} item, int index, int count) int`](list: NetList, value, start: number, count: number) {
      return findLast(this, list, value, start, count);
    },
    'RemoveAt(int index) void': (list: NetList, index: number) => {
      checkIndex(list, index);
      removeRange(list, index, 1);
    },
    'RemoveRange(int index, int count) void': removeRange,
    'Reverse() void': (list: NetList) => reverseRange(list, 0, list.items.length),
    'Reverse(int index, int count) void': reverseRange,
    'Sort() void'(list: NetList) {
      return sortRange(this, list, 0, list.items.length, null);
    },
    [`Sort(${comparer} comparer) void`](list: NetList, by) {
      return sortRange(this, list, 0, list.items.length, by);
    },
    [`Sort(int index, int count, ${comparer} comparer) void`](list: NetList, index: number, count: number, by) {
      return sortRange(this, list, index, count, by);
    },
  };
}

function capacityOf(list: NetList): number {
  const count = list.items.length;
  if (list.capacity >= count) return list.capacity;
  let size = Math.max(list.capacity, 4);
  while (size < count) size *= 2;
  list.capacity = size;
  return size;
}

/** Removes the first element that equals a value; whether there was one. */
export function removeFirst(engine: EngineContext, list: NetList, value: PSValue): boolean {
  const at = find(engine, list, value);
  if (at >= 0) removeRange(list, at, 1);
  return at >= 0;
}
