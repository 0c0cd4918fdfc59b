import type { Byte } from '../../values/byte.ts';
import { NetEnumerable } from '../../values/net-enumerable.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType } from '../define-type.ts';
import { badArgument, outOfRange } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { enumeratorOf } from './enumerators.ts';
import { copyTo } from './list-members.ts';

/** System.Collections.BitArray */
class BitArray extends NetEnumerable {
  bits: boolean[];

  constructor(bits: boolean[]) {
    super();
    this.bits = bits;
  }

  [Symbol.iterator](): Iterator<PSValue> {
    return this.bits[Symbol.iterator]();
  }
}

function check(b: BitArray, at: number): number {
  if (at < 0 || at >= b.bits.length) throw outOfRange('index');
  return at;
}

function unpack(numbers: readonly number[], width: number): BitArray {
  return new BitArray(numbers.flatMap((n) => Array.from({ length: width }, (_, i) => ((n >> i) & 1) === 1)));
}

function combine(a: BitArray, b: BitArray, op: (x: boolean, y: boolean) => boolean): BitArray {
  if (a.bits.length !== b.bits.length) throw badArgument('The arrays must have the same length.');
  a.bits = a.bits.map((x, i) => op(x, b.bits[i] ?? false));
  return a;
}

/** System.Collections.BitArray */
export const bitArrayType = defineType({
  name: 'System.Collections.BitArray',
  jsClass: BitArray,
  interfaces: 'ICollection, IEnumerable, ICloneable',
  members: {
    'new(int length)': (n: number) => new BitArray(new Array(n).fill(false)),
    'new(int length, bool defaultValue)': (n: number, value: boolean) => new BitArray(new Array(n).fill(value)),
    'new(byte[] bytes)': (bytes: TypedArray) =>
      unpack(
        itemsOf(bytes).map((b) => (b as Byte).value),
        8,
      ),
    'new(bool[] values)': (values: TypedArray) => new BitArray([...(itemsOf(values) as boolean[])]),
    'new(int[] values)': (values: TypedArray) => unpack(itemsOf(values) as number[], 32),
    'new(BitArray bits)': (b: BitArray) => new BitArray([...b.bits]),
    'prop Count int get': (b: BitArray) => b.bits.length,
    'prop Length int get set': {
      get: (b: BitArray) => b.bits.length,
      set: (b: BitArray, n: number) => {
        b.bits = Array.from({ length: n }, (_, i) => b.bits[i] ?? false);
      },
    },
    'prop IsReadOnly bool get': () => false,
    'prop IsSynchronized bool get': () => false,
    'prop Item[int] bool get set': {
      get: (b: BitArray, at: number) => b.bits[check(b, at)],
      set: (b: BitArray, at: number, value: boolean) => {
        b.bits[check(b, at)] = value;
      },
    },
    'And(BitArray value) BitArray': (a: BitArray, b: BitArray) => combine(a, b, (x, y) => x && y),
    'Or(BitArray value) BitArray': (a: BitArray, b: BitArray) => combine(a, b, (x, y) => x || y),
    'Xor(BitArray value) BitArray': (a: BitArray, b: BitArray) => combine(a, b, (x, y) => x !== y),
    'Not() BitArray': (a: BitArray) => combine(a, a, (x) => !x),
    'Clone() object': (b: BitArray) => new BitArray([...b.bits]),
    'CopyTo(Array array, int index) void': (b: BitArray, to, at: number) => copyTo(b.bits, to, at),
    'Get(int index) bool': (b: BitArray, at: number) => b.bits[check(b, at)],
    'GetEnumerator() IEnumerator': (b: BitArray) => enumeratorOf(b, () => b[Symbol.iterator]()),
    'HasAllSet() bool': (b: BitArray) => b.bits.every((x) => x),
    'HasAnySet() bool': (b: BitArray) => b.bits.some((x) => x),
    'LeftShift(int count) BitArray': (b: BitArray, n: number) => {
      b.bits = b.bits.map((_, i) => b.bits[i - n] ?? false);
      return b;
    },
    'RightShift(int count) BitArray': (b: BitArray, n: number) => {
      b.bits = b.bits.map((_, i) => b.bits[i + n] ?? false);
      return b;
    },
    'Set(int index, bool value) void': (b: BitArray, at: number, value: boolean) => {
      b.bits[check(b, at)] = value;
    },
    'SetAll(bool value) void': (b: BitArray, value: boolean) => {
      b.bits.fill(value);
    },
  },
});
