import { BigInteger } from '../values/big-integer.ts';
import { Byte } from '../values/byte.ts';
import { Char } from '../values/char.ts';
import { Double, toDouble } from '../values/double.ts';
import { EnumValue } from '../values/enum-value.ts';
import { Int16 } from '../values/int16.ts';
import { NetObject } from '../values/net-object.ts';
import { NetSequence } from '../values/net-sequence.ts';
import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SByte } from '../values/sbyte.ts';
import { Single } from '../values/single.ts';
import { TypedArray } from '../values/typed-array.ts';
import { UInt16 } from '../values/uint16.ts';
import { UInt32 } from '../values/uint32.ts';
import { UInt64 } from '../values/uint64.ts';
import { typeTable } from './type-table.ts';

/** Turns a plain result of an implementation into the representation of its declared type. */
export type Boxer = (value: PSValue) => PSValue;

const number =
  (make: (n: number) => PSValue): Boxer =>
  (v) =>
    typeof v === 'number' ? make(v) : v;
const big =
  (make: (n: bigint) => PSValue): Boxer =>
  (v) =>
    typeof v === 'bigint' ? make(v) : typeof v === 'number' ? make(BigInt(v)) : v;

const byName: Readonly<Record<string, Boxer>> = {
  Double: number(toDouble),
  Single: number(Single.of),
  Byte: number(Byte.of),
  SByte: number(SByte.of),
  Int16: number(Int16.of),
  UInt16: number(UInt16.of),
  UInt32: number(UInt32.of),
  Int64: big((n) => n),
  UInt64: big(UInt64.of),
  BigInteger: big(BigInteger.of),
  Char: (v) => (typeof v === 'string' && v.length === 1 ? Char.from(v) : v),
  Void: () => undefined,
};

/** How results of a declared type are boxed; undefined when they are taken as they are. */
export function boxerFor(type: NetType): Boxer | undefined {
  if (type.kind === 'array' && type.elementType) return arrayBoxer(type.elementType);
  if (type.kind === 'enum') return (v) => (typeof v === 'number' || typeof v === 'bigint' ? EnumValue.of(type, v) : v);
  if (type.namespace === 'System' || type.namespace === 'System.Numerics') {
    const known = byName[type.name];
    if (known && type.genericArguments.length === 0) return known;
  }
  const sequence = sequenceBoxer(type);
  if (sequence) return sequence;
  // A fresh generic object learns its exact type from what was declared: `List<TOutput>`.
  if (type.genericArguments.length > 0 && type.kind !== 'interface') {
    return (v) => {
      if (v instanceof NetObject && v.netType === undefined) v.netType = type;
      return v;
    };
  }
  return undefined;
}

/** Results of `IEnumerable<T>` and `IOrderedEnumerable<T>`: plain arrays become sequences of that type. */
function sequenceBoxer(type: NetType): Boxer | undefined {
  const name = type.genericDefinition?.name;
  const [element] = type.genericArguments;
  if (!element || (name !== 'IEnumerable`1' && name !== 'IOrderedEnumerable`1')) return undefined;
  const exact = name === 'IEnumerable`1' ? 'System.Linq.Iterator`1' : 'System.Linq.OrderedIterator`1';
  const inner = boxerFor(element);
  return (v) => {
    const made = Array.isArray(v) ? new NetSequence(inner ? v.map((item) => inner(item)) : v) : v;
    if (made instanceof NetSequence && made.netType === undefined) {
      made.netType = typeTable().instantiate(typeTable().get(exact), [element]);
    }
    return made;
  };
}

function arrayBoxer(element: NetType): Boxer | undefined {
  if (element.name === 'Object' && element.namespace === 'System') return undefined;
  const inner = boxerFor(element);
  return (v) => {
    if (v instanceof Uint8Array) return new TypedArray(element, v);
    if (!Array.isArray(v)) return v;
    if (element.name === 'Byte') return new TypedArray(element, Uint8Array.from(v, byteOf));
    return new TypedArray(element, inner ? v.map((item) => inner(item)) : v);
  };
}

function byteOf(value: PSValue): number {
  return typeof value === 'number' ? value : value instanceof Byte ? value.value : 0;
}

/** What implementations receive for an argument of a declared type: doubles and singles as plain JS numbers. */
export function unboxerFor(type: NetType): Boxer | undefined {
  if (type.namespace !== 'System') return undefined;
  if (type.name === 'Double') return (v) => (v instanceof Double ? v.value : v);
  if (type.name === 'Single') return (v) => (v instanceof Single ? v.value : v);
  return undefined;
}
