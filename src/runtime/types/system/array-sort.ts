import type { EngineContext } from '../../engine.ts';
import { sortInTurn } from '../../values/each-in-turn.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { MemberTable } from '../define-type.ts';
import { comparisonOf, itemsOf, lengthOf, sortItems, writeItems } from '../sequence.ts';

function sort(
  engine: EngineContext,
  array: PSValue,
  comparer: PSValue,
  index = 0,
  length: number = lengthOf(array) - index,
) {
  const part = itemsOf(array).slice(index, index + length);
  return andThen(sortItems(engine, part, comparer), (sorted) => {
    writeItems(array, sorted, index);
    return undefined;
  });
}

/** Sorts keys and moves a second array along. */
function sortBoth(engine: EngineContext, keys: PSValue, items: PSValue, comparer: PSValue): Eventually<undefined> {
  if (items === null || items === undefined) return sort(engine, keys, comparer);
  const values = itemsOf(items);
  const pairs = itemsOf(keys).map((key, i) => [key, values[i]] as const);
  const compare = comparisonOf(engine, comparer);
  return andThen(
    sortInTurn(pairs, ([a], [b]) => compare(a, b)),
    (sorted) => {
      writeItems(
        keys,
        sorted.map(([key]) => key),
      );
      writeItems(
        items,
        sorted.map(([, value]) => value),
      );
      return undefined;
    },
  );
}

/** Array.Sort in all its forms. */
export const arraySort: MemberTable = {
  'static Sort(Array array) void'(array) {
    return sort(this, array, null);
  },
  'static Sort(Array array, IComparer comparer) void'(array, comparer) {
    return sort(this, array, comparer);
  },
  'static Sort(Array array, int index, int length) void'(array, index: number, length: number) {
    return sort(this, array, null, index, length);
  },
  'static Sort(Array array, int index, int length, IComparer comparer) void'(
    array,
    index: number,
    length: number,
    comparer,
  ) {
    return sort(this, array, comparer, index, length);
  },
  'static Sort(Array keys, Array items) void'(keys, items) {
    return sortBoth(this, keys, items, null);
  },
  'static Sort(Array keys, Array items, IComparer comparer) void'(keys, items, comparer) {
    return sortBoth(this, keys, items, comparer);
  },
  'static Sort<T>(T[] array) void'(array) {
    return sort(this, array, null);
  },
  'static Sort<T>(T[] array, IComparer<T> comparer) void'(array, comparer) {
    return sort(this, array, comparer);
  },
  'static Sort<T>(T[] array, Comparison<T> comparison) void'(array, comparison) {
    return sort(this, array, comparison);
  },
  'static Sort<TKey, TValue>(TKey[] keys, TValue[] items) void'(keys, items) {
    return sortBoth(this, keys, items, null);
  },
  'static Sort<TKey, TValue>(TKey[] keys, TValue[] items, IComparer<TKey> comparer) void'(keys, items, comparer) {
    return sortBoth(this, keys, items, comparer);
  },
};
