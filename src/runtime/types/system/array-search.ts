import type { NetDelegate } from '../../values/net-delegate.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';
import { defaultOf } from '../default-value.ts';
import { type MemberTable, withTypes } from '../define-type.ts';
import { binarySearch, filterItems, findPosition, itemsOf, mapItems, positionOf } from '../sequence.ts';

type Match = NetDelegate | null;

/** Array.Find, FindIndex, Exists, IndexOf, BinarySearch, ConvertAll, ... */
export const arraySearch: MemberTable = {
  'static AsReadOnly<T>(T[] array) ReadOnlyCollection<T>': (array) => new ReadOnlyCollection({ items: itemsOf(array) }),
  'static BinarySearch(Array array, object value) int'(array, value) {
    return binarySearch(this, itemsOf(array), value, null);
  },
  'static BinarySearch(Array array, object value, IComparer comparer) int'(array, value, comparer) {
    return binarySearch(this, itemsOf(array), value, comparer);
  },
  'static BinarySearch(Array array, int index, int length, object value) int'(
    array,
    index: number,
    length: number,
    value,
  ) {
    return binarySearch(this, itemsOf(array), value, null, index, length);
  },
  'static BinarySearch<T>(T[] array, T value) int'(array, value) {
    return binarySearch(this, itemsOf(array), value, null);
  },
  'static BinarySearch<T>(T[] array, T value, IComparer<T> comparer) int'(array, value, comparer) {
    return binarySearch(this, itemsOf(array), value, comparer);
  },
  'static ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter) TOutput[]': (
    array,
    converter: Match,
  ) => mapItems(itemsOf(array), converter),
  'static Exists<T>(T[] array, Predicate<T> match) bool'(array, match: Match) {
    return andThen(findPosition(this, itemsOf(array), match), (at) => at >= 0);
  },
  'static TrueForAll<T>(T[] array, Predicate<T> match) bool'(array, match: Match) {
    return andThen(filterItems(this, itemsOf(array), match), (kept) => kept.length === itemsOf(array).length);
  },
  'static Find<T>(T[] array, Predicate<T> match) T': withTypes(
    (types) =>
      function (array, match: Match) {
        const items = itemsOf(array);
        return andThen(findPosition(this, items, match), (at) =>
          at < 0 ? defaultOf(types.get('T') as NetType) : items[at],
        );
      },
  ),
  'static FindLast<T>(T[] array, Predicate<T> match) T': withTypes(
    (types) =>
      function (array, match: Match) {
        const items = itemsOf(array);
        const found = findPosition(this, items, match, items.length - 1, items.length, true);
        return andThen(found, (at) => (at < 0 ? defaultOf(types.get('T') as NetType) : items[at]));
      },
  ),
  'static FindAll<T>(T[] array, Predicate<T> match) T[]'(array, match: Match) {
    return filterItems(this, itemsOf(array), match);
  },
  'static FindIndex<T>(T[] array, Predicate<T> match) int'(array, match: Match) {
    return findPosition(this, itemsOf(array), match);
  },
  'static FindIndex<T>(T[] array, int startIndex, Predicate<T> match) int'(array, start: number, match: Match) {
    return findPosition(this, itemsOf(array), match, start);
  },
  'static FindIndex<T>(T[] array, int startIndex, int count, Predicate<T> match) int'(
    array,
    start: number,
    count: number,
    match: Match,
  ) {
    return findPosition(this, itemsOf(array), match, start, count);
  },
  'static FindLastIndex<T>(T[] array, Predicate<T> match) int'(array, match: Match) {
    const items = itemsOf(array);
    return findPosition(this, items, match, items.length - 1, items.length, true);
  },
  'static IndexOf(Array array, object value) int'(array, value) {
    return indexOf(this, array, value);
  },
  'static IndexOf(Array array, object value, int startIndex) int'(array, value, start: number) {
    return indexOf(this, array, value, start);
  },
  'static IndexOf(Array array, object value, int startIndex, int count) int'(
    array,
    value,
    start: number,
    count: number,
  ) {
    return indexOf(this, array, value, start, count);
  },
  'static IndexOf<T>(T[] array, T value) int'(array, value) {
    return indexOf(this, array, value);
  },
  'static IndexOf<T>(T[] array, T value, int startIndex) int'(array, value, start: number) {
    return indexOf(this, array, value, start);
  },
  'static LastIndexOf(Array array, object value) int'(array, value) {
    return positionOf(this, itemsOf(array), value, itemsOf(array).length - 1, -1);
  },
  'static LastIndexOf(Array array, object value, int startIndex) int'(array, value, start: number) {
    return positionOf(this, itemsOf(array), value, start, -1);
  },
  'static LastIndexOf<T>(T[] array, T value) int'(array, value) {
    return positionOf(this, itemsOf(array), value, itemsOf(array).length - 1, -1);
  },
};

function indexOf(
  engine: Parameters<typeof positionOf>[0],
  array: PSValue,
  value: PSValue,
  start = 0,
  count?: number,
): number {
  const items = itemsOf(array);
  return positionOf(engine, items, value, start, count === undefined ? items.length : start + count);
}
