import type { Char } from '../../values/char.ts';
import { Char as CharValue } from '../../values/char.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberFunction, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { rawOf } from './number-members.ts';

type Write = (view: DataView, value: number | bigint) => void;
type Read = (view: DataView, at: number) => number | bigint;

interface Layout {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly write: Write;
  readonly read: Read;
}

const n = Number;

/** The numbers BitConverter knows; it is little-endian here. */
const layouts: readonly Layout[] = [
  layout(
    'Double',
    'double',
    8,
    (v, x) => v.setFloat64(0, n(x), true),
    (v, at) => v.getFloat64(at, true),
  ),
  layout(
    'Single',
    'float',
    4,
    (v, x) => v.setFloat32(0, n(x), true),
    (v, at) => v.getFloat32(at, true),
  ),
  layout(
    'UInt64',
    'ulong',
    8,
    (v, x) => v.setBigUint64(0, BigInt(x), true),
    (v, at) => v.getBigUint64(at, true),
  ),
  layout(
    'UInt16',
    'ushort',
    2,
    (v, x) => v.setUint16(0, n(x), true),
    (v, at) => v.getUint16(at, true),
  ),
  layout(
    'Int64',
    'long',
    8,
    (v, x) => v.setBigInt64(0, BigInt(x), true),
    (v, at) => v.getBigInt64(at, true),
  ),
  layout(
    'Int32',
    'int',
    4,
    (v, x) => v.setInt32(0, n(x), true),
    (v, at) => v.getInt32(at, true),
  ),
  layout(
    'Int16',
    'short',
    2,
    (v, x) => v.setInt16(0, n(x), true),
    (v, at) => v.getInt16(at, true),
  ),
  layout(
    'UInt32',
    'uint',
    4,
    (v, x) => v.setUint32(0, n(x), true),
    (v, at) => v.getUint32(at, true),
  ),
];

function layout(name: string, type: string, size: number, write: Write, read: Read): Layout {
  return { name, type, size, write, read };
}

/** A view of `size` bytes from a position on. @throws NetException when they are not there */
function viewAt(array: TypedArray | null, start: number, size: number): DataView {
  if (!array) throw argumentNull('value');
  const bytes = bytesOf(array, 'value');
  if (start < 0 || start >= bytes.length) throw outOfRange('startIndex');
  if (start > bytes.length - size) throw badArgument('There are too few bytes from the start index on.', 'value');
  return new DataView(bytes.buffer, bytes.byteOffset + start, size);
}

/** A number that an argument holds, plain. */
function numberIn(value: PSValue): number | bigint {
  const raw = rawOf(value);
  return typeof raw === 'bigint' ? raw : n(raw);
}

function bytesFor({ size, write }: Layout, value: number | bigint): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer), value);
  return bytes;
}

/** Reinterprets the bits of one number as another of the same size. */
function reinterpret(from: string, to: string): MemberFunction {
  const source = layouts.find((l) => l.name === from);
  const target = layouts.find((l) => l.name === to);
  if (!source || !target) throw new Error(`no layout ${from} or ${to}`);
  return (value) => target.read(new DataView(bytesFor(source, numberIn(value)).buffer), 0);
}

function members(): MemberTable {
  const table: Record<string, MemberTable[string]> = {
    'static GetBytes(bool value) byte[]': (value: boolean) => Uint8Array.of(value ? 1 : 0),
  };
  for (const one of layouts) {
    table[`static GetBytes(${one.type} value) byte[]`] = (value) => bytesFor(one, numberIn(value));
    table[`static To${one.name}(byte[] value, int startIndex) ${one.type}`] = (array: TypedArray, start: number) =>
      one.read(viewAt(array, start, one.size), 0);
  }
  for (const [name, from, to, parameter, result] of [
    ['DoubleToInt64Bits', 'Double', 'Int64', 'double', 'long'],
    ['DoubleToUInt64Bits', 'Double', 'UInt64', 'double', 'ulong'],
    ['Int32BitsToSingle', 'Int32', 'Single', 'int', 'float'],
    ['Int64BitsToDouble', 'Int64', 'Double', 'long', 'double'],
    ['SingleToInt32Bits', 'Single', 'Int32', 'float', 'int'],
    ['SingleToUInt32Bits', 'Single', 'UInt32', 'float', 'uint'],
    ['UInt32BitsToSingle', 'UInt32', 'Single', 'uint', 'float'],
    ['UInt64BitsToDouble', 'UInt64', 'Double', 'ulong', 'double'],
  ] as const) {
    table[`static ${name}(${parameter} value) ${result}`] = reinterpret(from, to);
  }
  return table;
}

function dashed(array: TypedArray | null, start: number, count: number): string {
  if (!array) throw argumentNull('value');
  const bytes = bytesOf(array, 'value');
  if (start < 0 || (start >= bytes.length && start > 0)) throw outOfRange('startIndex');
  if (count < 0) throw outOfRange('length');
  if (start > bytes.length - count) throw badArgument('There are too few bytes from the start index on.');
  const pairs: string[] = [];
  for (let i = start; i < start + count; i++) pairs.push((bytes[i] ?? 0).toString(16).padStart(2, '0'));
  return pairs.join('-').toUpperCase();
}

/** System.BitConverter */
export const bitConverterType = defineType({
  name: 'System.BitConverter',
  isAbstract: true,
  isSealed: true,
  members: {
    'static field IsLittleEndian bool': () => true,
    ...members(),
    'static GetBytes(char value) byte[]': (value: Char) => Uint8Array.of(value.code & 0xff, value.code >> 8),
    'static ToBoolean(byte[] value, int startIndex) bool': (array: TypedArray, start: number) =>
      viewAt(array, start, 1).getUint8(0) !== 0,
    'static ToChar(byte[] value, int startIndex) char': (array: TypedArray, start: number) =>
      CharValue.of(viewAt(array, start, 2).getUint16(0, true)),
    'static ToString(byte[] value, int startIndex, int length) string': dashed,
    'static ToString(byte[] value) string': (array: TypedArray | null) =>
      dashed(array, 0, array ? bytesOf(array).length : 0),
    'static ToString(byte[] value, int startIndex) string': (array: TypedArray | null, start: number) =>
      dashed(array, start, array ? bytesOf(array).length - start : 0),
  },
});
