import type { NetDelegate } from '../../values/net-delegate.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defaultOf } from '../default-value.ts';
import { defineType, type MemberTable, withTypes } from '../define-type.ts';
import { makeArray } from '../make-array.ts';
import { badArgument, notSupported, outOfRange } from '../net-error.ts';
import { bytesOf, itemsOf, lengthOf, mapItems, positionOf, writeItems } from '../sequence.ts';
import { enumeratorOf } from '../system-collections/enumerators.ts';
import { typeSystemOf } from '../type-system.ts';
import { arraySearch } from './array-search.ts';
import { arraySort } from './array-sort.ts';

const fixed = (): never => {
  throw notSupported('The collection has a fixed size.');
};

/** Position per dimension to flat position. */
function flat(array: PSValue, indices: readonly number[]): number {
  const dims = array instanceof TypedArray ? array.dims : undefined;
  if (!dims) {
    if (indices.length !== 1) throw badArgument('The array does not have that many dimensions.');
    return inBounds(indices[0] ?? 0, lengthOf(array));
  }
  if (indices.length !== dims.length) throw badArgument('The array does not have that many dimensions.');
  const low = array instanceof TypedArray ? array.lowerBounds : undefined;
  return indices.reduce((at, index, d) => at * (dims[d] ?? 0) + inBounds(index - (low?.[d] ?? 0), dims[d] ?? 0), 0);
}

function inBounds(index: number, length: number): number {
  if (index >= 0 && index < length) return index;
  throw Object.assign(outOfRange('index', 'The index is outside the bounds of the array.'), {
    typeName: 'System.IndexOutOfRangeException',
  });
}

function getAt(array: PSValue, ...indices: number[]): PSValue {
  const at = flat(array, indices);
  return Array.isArray(array) ? array[at] : (array as TypedArray).get(at);
}

function dimension(array: PSValue, d: number): number {
  const dims = array instanceof TypedArray ? (array.dims ?? [array.length]) : [lengthOf(array)];
  if (d < 0 || d >= dims.length) throw outOfRange('dimension');
  return dims[d] ?? 0;
}

function lowerBound(array: PSValue, d: number): number {
  return (array instanceof TypedArray && array.lowerBounds?.[d]) || 0;
}

const instance: MemberTable = {
  'prop Length int get': lengthOf,
  'prop LongLength long get': lengthOf,
  'prop Rank int get': (a) => (a instanceof TypedArray ? a.rank : 1),
  'prop SyncRoot object get': (a) => a,
  'prop IsReadOnly bool get': () => false,
  'prop IsFixedSize bool get': () => true,
  'prop IsSynchronized bool get': () => false,
  'prop Count int get': lengthOf,
  'Add(object value) int': fixed,
  'Clear() void'(array) {
    const empty = array instanceof TypedArray ? defaultOf(array.elementType) : null;
    writeItems(array, new Array(lengthOf(array)).fill(empty));
  },
  'Clone() object': (array) => cloneArray(array),
  'Contains(object value) bool'(array, value) {
    const items = itemsOf(array);
    return positionOf(this, items, value, 0, items.length) >= 0;
  },
  'CopyTo(Array array, int index) void': (from, to, index: number) => copyInto(itemsOf(from), to, index),
  'CopyTo(Array array, long index) void': (from, to, index: bigint) => copyInto(itemsOf(from), to, Number(index)),
  'GetEnumerator() IEnumerator': (array) => enumeratorOf(array, () => itemsOf(array)[Symbol.iterator]()),
  'GetLength(int dimension) int': dimension,
  'GetLongLength(int dimension) long': dimension,
  'GetLowerBound(int dimension) int': lowerBound,
  'GetUpperBound(int dimension) int': (array, d: number) => lowerBound(array, d) + dimension(array, d) - 1,
  'GetValue(int index) object': getAt,
  'GetValue(int index1, int index2) object': getAt,
  'GetValue(int index1, int index2, int index3) object': getAt,
  'GetValue(params int[] indices) object': (array, indices: TypedArray) =>
    getAt(array, ...(itemsOf(indices) as number[])),
  'IndexOf(object value) int'(array, value) {
    const items = itemsOf(array);
    return positionOf(this, items, value, 0, items.length);
  },
  'Initialize() void': () => undefined,
  'Insert(int index, object value) void': fixed,
  'Remove(object value) void': fixed,
  'RemoveAt(int index) void': fixed,
  'SetValue(object value, int index) void'(array, value, index: number) {
    return store(this, array, value, [index]);
  },
  'SetValue(object value, int index1, int index2) void'(array, value, i: number, j: number) {
    return store(this, array, value, [i, j]);
  },
  'SetValue(object value, params int[] indices) void'(array, value, indices: TypedArray) {
    return store(this, array, value, itemsOf(indices) as number[]);
  },
  'prop Item[int] object get set': {
    get: (array, index: number) => getAt(array, index),
    set(array, index: number, value) {
      return store(this, array, value, [index]);
    },
  },
};

function store(
  engine: Parameters<typeof typeSystemOf>[0],
  array: PSValue,
  value: PSValue,
  indices: number[],
): undefined {
  const item = array instanceof TypedArray ? typeSystemOf(engine).convert(value, array.elementType) : value;
  writeItems(array, [item as PSValue], flat(array, indices));
  return undefined;
}

/** A copy of an array with the same element type and shape. */
export function cloneArray(array: PSValue): PSValue {
  if (Array.isArray(array)) return [...array];
  if (!(array instanceof TypedArray)) return array;
  const data = array.bytes ? array.bytes.slice() : [...(array.items ?? [])];
  return new TypedArray(array.elementType, data, array.dims, array.lowerBounds);
}

function copyInto(items: readonly PSValue[], to: PSValue, at: number): undefined {
  if (at < 0) throw outOfRange('index');
  if (at + items.length > lengthOf(to))
    throw badArgument('The destination array is not long enough.', 'destinationArray');
  writeItems(to, items, at);
  return undefined;
}

function copyRange(from: PSValue, start: number, to: PSValue, at: number, count: number): undefined {
  if (count < 0) throw outOfRange('length');
  if (start < 0) throw outOfRange('sourceIndex');
  if (start + count > lengthOf(from)) throw badArgument('The source array is not long enough.', 'sourceArray');
  if (from instanceof TypedArray && from.bytes && to instanceof TypedArray && to.bytes) {
    if (at + count > to.bytes.length)
      throw badArgument('The destination array is not long enough.', 'destinationArray');
    to.bytes.set(bytesOf(from).subarray(start, start + count), at);
    return undefined;
  }
  return copyInto(itemsOf(from).slice(start, start + count), to, at);
}

const statics: MemberTable = {
  'static prop MaxLength int get': () => 2147483591,
  'static Clear(Array array) void': (array) => clear(array, 0, lengthOf(array)),
  'static Clear(Array array, int index, int length) void': (array, index: number, length: number) =>
    clear(array, index, length),
  'static Copy(Array sourceArray, Array destinationArray, int length) void': (from, to, count: number) =>
    copyRange(from, 0, to, 0, count),
  'static Copy(Array sourceArray, Array destinationArray, long length) void': (from, to, count: bigint) =>
    copyRange(from, 0, to, 0, Number(count)),
  'static Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length) void': (
    from,
    start: number,
    to,
    at: number,
    count: number,
  ) => copyRange(from, start, to, at, count),
  'static CreateInstance(Type elementType, int length) Array': (type: NetType, n: number) => makeArray(type, [n]),
  'static CreateInstance(Type elementType, int length1, int length2) Array': (type: NetType, a: number, b: number) =>
    makeArray(type, [a, b]),
  'static CreateInstance(Type elementType, int length1, int length2, int length3) Array': (
    type: NetType,
    a: number,
    b: number,
    c: number,
  ) => makeArray(type, [a, b, c]),
  'static CreateInstance(Type elementType, params int[] lengths) Array': (type: NetType, lengths: TypedArray) =>
    makeArray(type, itemsOf(lengths) as number[]),
  'static CreateInstance(Type elementType, int[] lengths, int[] lowerBounds) Array': (
    type: NetType,
    lengths: TypedArray,
    low: TypedArray,
  ) => makeArray(type, itemsOf(lengths) as number[], itemsOf(low) as number[]),
  'static Empty<T>() T[]': withTypes((types) => () => makeArray(types.get('T') as NetType, [0])),
  'static Fill<T>(T[] array, T value) void': (array, value) => {
    writeItems(array, new Array(lengthOf(array)).fill(value));
  },
  'static Fill<T>(T[] array, T value, int startIndex, int count) void': (
    array,
    value,
    start: number,
    count: number,
  ) => {
    copyInto(new Array(count).fill(value), array, start);
  },
  'static Resize<T>(ref T[] array, int newSize) void': withTypes(
    (types) => (slot: { value: PSValue }, size: number) => {
      if (size < 0) throw outOfRange('newSize');
      const made = makeArray(types.get('T') as NetType, [size]);
      if (slot.value !== null) writeItems(made, itemsOf(slot.value).slice(0, size));
      slot.value = made;
    },
  ),
  'static Reverse(Array array) void': (array) => writeItems(array, [...itemsOf(array)].reverse()),
  'static Reverse(Array array, int index, int length) void': (array, index: number, length: number) => {
    writeItems(
      array,
      itemsOf(array)
        .slice(index, index + length)
        .reverse(),
      index,
    );
  },
  'static ForEach<T>(T[] array, Action<T> action) void'(array, action: NetDelegate) {
    return andThen(mapItems(itemsOf(array), action), () => undefined);
  },
};

function clear(array: PSValue, index: number, length: number): undefined {
  const empty = array instanceof TypedArray ? defaultOf(array.elementType) : null;
  return copyInto(new Array(length).fill(empty), array, index);
}

/** System.Array; arrays have it as base and declare nothing of their own but `Item`. */
export const arrayType = defineType({
  name: 'System.Array',
  isAbstract: true,
  interfaces: 'ICloneable, IList, ICollection, IEnumerable, IStructuralComparable, IStructuralEquatable',
  members: { ...instance, ...statics, ...arraySearch, ...arraySort },
});
