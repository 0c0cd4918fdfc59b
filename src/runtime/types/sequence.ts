import type { EngineContext } from '../engine.ts';
import { NetException } from '../errors/net-exception.ts';
import { Byte } from '../values/byte.ts';
import { Char } from '../values/char.ts';
import { eachInTurn, sortInTurn } from '../values/each-in-turn.ts';
import { Hashtable } from '../values/hashtable.ts';
import { DictionaryEntry, KeyValuePair } from '../values/key-value-pair.ts';
import { NetComparer } from '../values/net-comparer.ts';
import { NetDelegate } from '../values/net-delegate.ts';
import { NetDictionary } from '../values/net-dictionary.ts';
import { NetEnumerable } from '../values/net-enumerable.ts';
import { NetList } from '../values/net-list.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import { argumentNull, badArgument, outOfRange } from './net-error.ts';
import { typeSystemOf } from './type-system.ts';

/** The elements of any array, list or other enumerable argument; the caller must not change them. */
export function itemsOf(value: PSValue, name = 'source'): readonly PSValue[] {
  if (Array.isArray(value)) return value;
  if (value instanceof NetList) return value.items;
  if (value instanceof TypedArray) return value.toArray();
  if (value instanceof NetEnumerable) return [...value];
  if (value instanceof Hashtable || value instanceof OrderedDictionary) {
    return Array.from(value.entries(), (e) => new DictionaryEntry(e.key, e.value));
  }
  if (value instanceof NetDictionary) return Array.from(value.entries(), (e) => new KeyValuePair(e.key, e.value));
  if (typeof value === 'string') return value.split('').map((c) => Char.from(c));
  throw argumentNull(name);
}

/** Puts elements back into an array, from a position on. */
export function writeItems(target: PSValue, items: readonly PSValue[], at = 0): void {
  if (Array.isArray(target)) {
    for (const [i, item] of items.entries()) target[at + i] = item;
  } else if (target instanceof TypedArray) {
    for (const [i, item] of items.entries()) target.set(at + i, item);
  } else if (target instanceof NetList) {
    for (const [i, item] of items.entries()) target.items[at + i] = item;
    target.version++;
  }
}

/** Number of elements of an array value. */
export function lengthOf(array: PSValue): number {
  return Array.isArray(array) || array instanceof TypedArray ? array.length : 0;
}

/** Checks a start and count against a length. */
export function checkRange(
  start: number,
  count: number,
  length: number,
  startName = 'index',
  countName = 'count',
): void {
  if (start < 0) throw outOfRange(startName);
  if (count < 0) throw outOfRange(countName);
  if (start + count > length) throw badArgument('The range goes beyond the end of the collection.');
}

/** First position from `from` to `to` (exclusive) whose element equals `value`, or -1; backwards when to < from. */
export function positionOf(
  engine: EngineContext,
  items: readonly PSValue[],
  value: PSValue,
  from: number,
  to: number,
): number {
  const types = typeSystemOf(engine);
  const step = to < from ? -1 : 1;
  const isSimple = typeof value === 'string' || typeof value === 'number';
  for (let i = from; i !== to; i += step) {
    const item = items[i];
    if (item === value || (!isSimple && types.equals(item, value))) return i;
    if (isSimple && typeof item === 'object' && item !== null && types.equals(item, value)) return i;
  }
  return -1;
}

/** Whether a predicate holds. */
export function holds(engine: EngineContext, predicate: NetDelegate, item: PSValue): Eventually<boolean> {
  return andThen(predicate.invoke([item]), (answer) => typeSystemOf(engine).toBoolean(answer));
}

/** Position of the first (or last) element that a predicate takes, or -1. */
export function findPosition(
  engine: EngineContext,
  items: readonly PSValue[],
  predicate: NetDelegate | null,
  from = 0,
  count: number = items.length - from,
  backwards = false,
): Eventually<number> {
  if (!predicate) throw argumentNull('match');
  const positions = Array.from({ length: count }, (_, i) => (backwards ? from - i : from + i));
  let found = -1;
  const done = eachInTurn(positions, (at) =>
    andThen(holds(engine, predicate, items[at]), (yes) => {
      if (yes) found = at;
      return !yes;
    }),
  );
  return andThen(done, () => found);
}

/** The elements that a predicate takes. */
export function filterItems(
  engine: EngineContext,
  items: readonly PSValue[],
  predicate: NetDelegate | null,
  keep = true,
): Eventually<PSValue[]> {
  if (!predicate) throw argumentNull('match');
  const kept: PSValue[] = [];
  const done = eachInTurn(items, (item) =>
    andThen(holds(engine, predicate, item), (yes) => {
      if (yes === keep) kept.push(item);
      return true;
    }),
  );
  return andThen(done, () => kept);
}

/** What a delegate makes of each element. */
export function mapItems(items: readonly PSValue[], convert: NetDelegate | null): Eventually<PSValue[]> {
  if (!convert) throw argumentNull('converter');
  const out: PSValue[] = [];
  const done = eachInTurn(items, (item) =>
    andThen(convert.invoke([item]), (value) => {
      out.push(value ?? null);
      return true;
    }),
  );
  return andThen(done, () => out);
}

/** A comparison function for a comparer argument: a Comparison delegate, a comparer, or the default order. */
export function comparisonOf(engine: EngineContext, comparer: PSValue): (a: PSValue, b: PSValue) => Eventually<number> {
  const types = typeSystemOf(engine);
  const toNumber = (answer: PSValue): number => (typeof answer === 'number' ? answer : 0);
  if (comparer === null || comparer === undefined) return (a, b) => types.compare(a, b);
  if (comparer instanceof NetDelegate) return (a, b) => andThen(comparer.invoke([a, b]), toNumber);
  if (comparer instanceof NetComparer) return (a, b) => comparer.compare(engine, a, b);
  return (a, b) => andThen(types.invoke(comparer, 'Compare', [a, b]), toNumber);
}

/** Elements sorted by a comparer argument. */
export function sortItems(engine: EngineContext, items: readonly PSValue[], comparer: PSValue): Eventually<PSValue[]> {
  const isDefault = comparer === null || comparer === undefined;
  if (isDefault && items.every((v) => typeof v === 'number')) return Array.from(Float64Array.from(items).sort());
  if (!isDefault) return sortInTurn(items, comparisonOf(engine, comparer));
  try {
    return sortInTurn(items, comparisonOf(engine, null));
  } catch (thrown) {
    if (!(thrown instanceof NetException) || thrown.typeName === 'System.InvalidOperationException') throw thrown;
    throw new NetException('System.InvalidOperationException', 'Two elements could not be compared.', thrown);
  }
}

/** Position of a value in sorted elements, or the complement of where it belongs. */
export function binarySearch(
  engine: EngineContext,
  items: readonly PSValue[],
  value: PSValue,
  comparer: PSValue,
  from = 0,
  count: number = items.length - from,
): Eventually<number> {
  const compare = comparisonOf(engine, comparer);
  const search = (low: number, high: number): Eventually<number> => {
    if (low > high) return ~low;
    const middle = (low + high) >> 1;
    return andThen(compare(items[middle], value), (order) => {
      if (order === 0) return middle;
      return order < 0 ? search(middle + 1, high) : search(low, middle - 1);
    });
  };
  return search(from, from + count - 1);
}

/** A byte array as bytes, from any array argument of byte[]. */
export function bytesOf(value: PSValue, name = 'bytes'): Uint8Array {
  if (value instanceof TypedArray && value.bytes) return value.bytes;
  if (Array.isArray(value)) return Uint8Array.from(value, (v) => (v instanceof Byte ? v.value : Number(v)));
  throw argumentNull(name);
}
