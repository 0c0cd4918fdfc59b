import type { EngineContext } from '../engine.ts';
import { NetException } from '../errors/net-exception.ts';
import { fail } from '../errors/terminating-error.ts';
import { coreTypes } from '../types/core-types.ts';
import { IndexerGroup, type MethodOverload } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { Char } from '../values/char.ts';
import { Hashtable } from '../values/hashtable.ts';
import { NetDictionary } from '../values/net-dictionary.ts';
import { NetList } from '../values/net-list.ts';
import { NetTuple } from '../values/net-tuple.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { baseOf } from '../values/ps-object.ts';
import { andThen, type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import { callChosen } from './call-overload.ts';
import { elementsOf } from './enumerate.ts';
import { overloadCacheOf } from './overload-cache.ts';

const indexFail = (id: string, message: string) => fail({ id, category: 'InvalidOperation', message });

function nullIndex() {
  return indexFail('NullArrayIndex', 'An index is $null.');
}

function outOfRange(type = 'System.IndexOutOfRangeException'): NetException {
  return new NetException(type, 'The index is outside the bounds of the collection.');
}

/** `$target[index, …]`: one index, or several written with commas (a slice, or one index per dimension). */
export function getIndex(engine: EngineContext, target: PSValue, index: PSValue): Eventually<PSValue> {
  if (typeof index === 'number' && (index | 0) === index) {
    if (Array.isArray(target)) {
      const at = index < 0 ? index + target.length : index;
      if (at >= 0 && at < target.length) return target[at];
      return missing(engine);
    }
    if (target instanceof NetList) return listAt(engine, target.items, index);
    if (target instanceof TypedArray && target.items && !target.dims) {
      const at = index < 0 ? index + target.items.length : index;
      return at >= 0 && at < target.items.length ? target.items[at] : missing(engine);
    }
  } else if (typeof index === 'string') {
    if (target instanceof Hashtable || target instanceof OrderedDictionary) return target.get(index) ?? null;
  } else if (Array.isArray(index) && target instanceof TypedArray && target.dims) {
    const at = cellAt(target.dims, target.lowerBounds, index);
    if (at !== undefined) return target.get(at);
  }
  return anyIndex(engine, target, index);
}

function anyIndex(engine: EngineContext, target: PSValue, given: PSValue): Eventually<PSValue> {
  const base = baseOf(target);
  if (base === null || base === undefined) throw indexFail('NullArray', 'A $null cannot be indexed.');
  const index = baseOf(given) ?? null;
  if (base instanceof Hashtable || base instanceof OrderedDictionary || base instanceof NetDictionary)
    return tableIndex(engine, base, index);
  if (base instanceof TypedArray && base.dims) return multiIndex(engine, base, index);
  const list = listOf(base);
  if (list) return listIndex(engine, list, index);
  const indexers = defaultIndexer(base);
  if (indexers) return indexerGet(engine, indexers, base, index);
  return scalarIndex(engine, target, index);
}

/** What is indexed by position: arrays, lists, strings. */
function listOf(base: PSValue): ArrayLike<PSValue> | { readonly length: number; at(i: number): PSValue } | undefined {
  if (Array.isArray(base)) return base;
  if (base instanceof NetList || base instanceof NetTuple) return base.items;
  if (base instanceof TypedArray) {
    return base.items ?? { length: base.length, at: (i) => base.get(i) };
  }
  if (typeof base === 'string') return { length: base.length, at: (i) => Char.of(base.charCodeAt(i)) };
  return undefined;
}

type Positions = NonNullable<ReturnType<typeof listOf>>;

function itemAt(list: Positions, at: number): PSValue {
  return 'at' in list && !Array.isArray(list) ? list.at(at) : (list as ArrayLike<PSValue>)[at];
}

function listAt(engine: EngineContext, list: Positions, index: number): PSValue {
  const at = index < 0 ? index + list.length : index;
  return at >= 0 && at < list.length ? itemAt(list, at) : missing(engine);
}

function missing(engine: EngineContext): null {
  if (engine.strictMode >= 3) throw outOfRange();
  return null;
}

function listIndex(engine: EngineContext, list: Positions, index: PSValue): Eventually<PSValue> {
  if (index === null) throw nullIndex();
  const many = elementsOf(index);
  if (many) return slice(engine, list, many);
  try {
    return andThen(toPosition(engine, index), (at) => listAt(engine, list, at));
  } catch {
    // What is no position finds nothing.
    return missing(engine);
  }
}

function toPosition(engine: EngineContext, index: PSValue): Eventually<number> {
  if (typeof index === 'number' && (index | 0) === index) return index;
  return andThen(typeSystemOf(engine).convert(index, coreTypes().int32), (n) => (typeof n === 'number' ? n : 0));
}

/** Indexes outside the bounds are left out. */
function slice(engine: EngineContext, list: Positions, many: readonly PSValue[]): PSValue {
  const out: PSValue[] = [];
  for (const one of many) {
    const inner = elementsOf(one);
    if (inner) {
      out.push(slice(engine, list, inner));
      continue;
    }
    const index = toPosition(engine, baseOf(one));
    if (isPending(index)) throw nullIndex();
    const at = index < 0 ? index + list.length : index;
    if (at >= 0 && at < list.length) out.push(itemAt(list, at));
    else if (engine.strictMode >= 3) throw outOfRange();
  }
  return out;
}

type Table = Hashtable | OrderedDictionary | NetDictionary;

function tableIndex(engine: EngineContext, table: Table, index: PSValue): Eventually<PSValue> {
  if (index === null) throw nullIndex();
  if (table instanceof Hashtable) {
    const found = table.get(index);
    if (found !== undefined) return found;
  }
  const many = Array.isArray(index) ? index : elementsOf(index);
  if (many) return many.map((one) => tableValue(engine, table, baseOf(one)));
  return tableValue(engine, table, index);
}

function tableValue(engine: EngineContext, table: Table, index: PSValue): PSValue {
  if (table instanceof OrderedDictionary && typeof index === 'number' && (index | 0) === index) {
    return table.at(index < 0 ? index + table.size : index)?.value ?? null;
  }
  if (!(table instanceof NetDictionary)) return table.get(index) ?? null;
  const keyType = table.netType?.genericArguments[0];
  const key = keyType ? typeSystemOf(engine).convert(index, keyType) : index;
  return isPending(key) ? null : (table.get(key) ?? null);
}

/** The flat position of plain indexes inside the bounds, from the start; undefined for all others. */
function cellAt(
  dims: readonly number[],
  low: readonly number[] | undefined,
  index: readonly PSValue[],
): number | undefined {
  if (low || index.length !== dims.length) return undefined;
  let flat = 0;
  for (let d = 0; d < dims.length; d++) {
    const at = index[d];
    const length = dims[d] ?? 0;
    if (typeof at !== 'number' || (at | 0) !== at || at < 0 || at >= length) return undefined;
    flat = flat * length + at;
  }
  return flat;
}

/** The flat position of an index per dimension; undefined outside the bounds. */
function flatPosition(engine: EngineContext, array: TypedArray, index: PSValue): number | undefined {
  const parts = elementsOf(index) ?? [index];
  const dims = array.dims ?? [];
  if (parts.length !== dims.length) {
    throw fail({
      id: 'NeedMultidimensionalIndex',
      category: 'InvalidOperation',
      message: `This array has ${dims.length} dimensions and needs as many indexes.`,
    });
  }
  let flat = 0;
  for (let d = 0; d < dims.length; d++) {
    const at = toPosition(engine, baseOf(parts[d]));
    const length = dims[d] ?? 0;
    if (isPending(at)) return undefined;
    const low = at - (array.lowerBounds?.[d] ?? 0);
    const real = low < 0 && !array.lowerBounds ? low + length : low;
    if (real < 0 || real >= length) return undefined;
    flat = flat * length + real;
  }
  return flat;
}

function multiIndex(engine: EngineContext, array: TypedArray, index: PSValue): PSValue {
  const many = elementsOf(index);
  if (many?.some((one) => elementsOf(baseOf(one)))) return many.map((one) => multiIndex(engine, array, one));
  const at = flatPosition(engine, array, index);
  return at === undefined ? missing(engine) : array.get(at);
}

/** The indexer that `[ ]` means: `Item`, `Chars` or `ItemOf`. */
function defaultIndexer(base: PSValue): IndexerGroup | undefined {
  const members = membersOf(typeOf(base));
  for (const name of ['Item', 'Chars', 'ItemOf']) {
    const found = members.find(name, false);
    if (found instanceof IndexerGroup) return found;
  }
  return undefined;
}

function indexerGet(engine: EngineContext, group: IndexerGroup, base: PSValue, index: PSValue): Eventually<PSValue> {
  const many = elementsOf(index);
  const chosen = choose(engine, group.getters, many && many.length > 1 ? many : [index]);
  if (!chosen && many) return many.map((one) => indexerGet(engine, group, base, one) as PSValue);
  if (!chosen) return missing(engine);
  const args = chosen.overload.parameters.length === 1 ? [index] : (many ?? [index]);
  const answered = quietly(() => callChosen(engine, chosen, base, group.name, positive(base, args)));
  return answered;
}

/** Negative positions count from the end of what has a Count. */
function positive(base: PSValue, args: readonly PSValue[]): readonly PSValue[] {
  const [index] = args;
  if (typeof index !== 'number' || index >= 0 || args.length !== 1) return args;
  const length = elementsOf(base)?.length;
  return length === undefined ? args : [index + length];
}

function choose(engine: EngineContext, overloads: readonly MethodOverload[], args: readonly PSValue[]) {
  const chosen = overloadCacheOf(overloads).choose(typeSystemOf(engine), args);
  return typeof chosen === 'string' ? undefined : chosen;
}

/** An indexer that throws gives `$null`. */
function quietly(get: () => Eventually<PSValue>): Eventually<PSValue> {
  try {
    const value = get();
    return isPending(value) ? value.catch(() => null) : value;
  } catch {
    return null;
  }
}

/** Everything else is its own first element. */
function scalarIndex(engine: EngineContext, target: PSValue, index: PSValue): PSValue {
  if (index === null) throw indexFail('CannotIndex', `A value of type [${typeOf(target)}] cannot be indexed.`);
  const at = typeof index === 'number' ? index : undefined;
  return at === 0 || at === -1 ? target : missing(engine);
}

/** `$target[index] = value` */
export function setIndex(engine: EngineContext, target: PSValue, index: PSValue, value: PSValue): Eventually<void> {
  const stored = value ?? null;
  if (Array.isArray(target) && typeof index === 'number' && (index | 0) === index) {
    const at = index < 0 ? index + target.length : index;
    if (at < 0 || at >= target.length) throw outOfRange();
    target[at] = stored;
    return undefined;
  }
  if (target instanceof TypedArray && setQuickly(target, index, stored)) return undefined;
  const base = baseOf(target);
  const key = baseOf(index) ?? null;
  if (base === null || base === undefined) throw indexFail('NullArray', 'A $null cannot be indexed.');
  if (base instanceof Hashtable || base instanceof OrderedDictionary || base instanceof NetDictionary)
    return setInTable(engine, base, key, stored);
  if (base instanceof TypedArray) return setInArray(engine, base, key, stored);
  if (Array.isArray(base) || base instanceof NetList) return setInList(engine, base, key, stored);
  const setters = defaultIndexer(base)?.setters ?? [];
  const args = [...((setters[0]?.parameters.length ?? 0) > 2 ? (elementsOf(key) ?? [key]) : [key]), stored];
  const chosen = setters.length > 0 ? choose(engine, setters, args) : undefined;
  if (!chosen) throw indexFail('CannotIndex', `A value of type [${typeOf(target)}] cannot be indexed.`);
  return andThen(callChosen(engine, chosen, base, 'set_Item', args), () => undefined);
}

/** A value that has the element type already, at a plain index inside the bounds. */
function setQuickly(array: TypedArray, index: PSValue, value: PSValue): boolean {
  if (value === null || typeOf(value) !== array.elementType) return false;
  const { dims } = array;
  let at: number | undefined;
  if (dims) at = Array.isArray(index) ? cellAt(dims, array.lowerBounds, index) : undefined;
  else if (typeof index === 'number' && (index | 0) === index) at = index < 0 ? index + array.length : index;
  if (at === undefined || at < 0 || at >= array.length) return false;
  array.set(at, value);
  return true;
}

function setInTable(engine: EngineContext, table: Table, key: PSValue, value: PSValue): Eventually<void> {
  if (key === null) throw nullIndex();
  if (table instanceof OrderedDictionary && typeof key === 'number' && (key | 0) === key) {
    if (!table.setAt(key < 0 ? key + table.size : key, value)) throw outOfRange('System.ArgumentOutOfRangeException');
    return undefined;
  }
  const [keyType, valueType] = (table instanceof NetDictionary && table.netType?.genericArguments) || [];
  const types = typeSystemOf(engine);
  return andThen(keyType ? types.convert(key, keyType) : key, (k) =>
    andThen(valueType ? types.convert(value, valueType) : value, (v) => {
      if (table instanceof NetDictionary && table.isReadOnly) {
        throw new NetException('System.NotSupportedException', 'The dictionary is read-only.');
      }
      table.set(k, v);
    }),
  );
}

function setInArray(engine: EngineContext, array: TypedArray, key: PSValue, value: PSValue): Eventually<void> {
  if (key === null) throw nullIndex();
  return andThen(typeSystemOf(engine).convert(value, array.elementType), (item) => {
    if (array.dims) {
      const at = flatPosition(engine, array, key);
      if (at === undefined) throw outOfRange();
      array.set(at, item);
      return undefined;
    }
    return andThen(toPosition(engine, key), (index) => {
      const at = index < 0 ? index + array.length : index;
      if (at < 0 || at >= array.length) throw outOfRange();
      array.set(at, item);
    });
  });
}

function setInList(engine: EngineContext, target: PSValue[] | NetList, key: PSValue, value: PSValue): Eventually<void> {
  if (key === null) throw nullIndex();
  const isList = target instanceof NetList;
  const items = isList ? target.items : target;
  const elementType = isList ? target.netType?.genericArguments[0] : undefined;
  const item = elementType ? typeSystemOf(engine).convert(value, elementType) : value;
  return andThen(item, (converted) =>
    andThen(toPosition(engine, key), (index) => {
      const at = index < 0 ? index + items.length : index;
      if (at < 0 || at >= items.length) throw outOfRange(isList ? 'System.ArgumentOutOfRangeException' : undefined);
      items[at] = converted;
      if (isList) target.version++;
    }),
  );
}
