import { Byte } from '../../values/byte.ts';
import { Int16 } from '../../values/int16.ts';
import { integerOfKind, integerRanges } from '../../values/integer-of-kind.ts';
import { valueTuple } from '../../values/net-tuple.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SByte } from '../../values/sbyte.ts';
import { UInt16 } from '../../values/uint16.ts';
import { UInt32 } from '../../values/uint32.ts';
import { UInt64 } from '../../values/uint64.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { badArgument, overflow } from '../net-error.ts';
import { convertibleMembers } from './convertible-members.ts';
import { numberMembers, rawOf } from './number-members.ts';

/** Name in signatures, full name, kind, JS class. */
const table = [
  ['sbyte', 'System.SByte', NumberKind.SByte, SByte],
  ['byte', 'System.Byte', NumberKind.Byte, Byte],
  ['short', 'System.Int16', NumberKind.Int16, Int16],
  ['ushort', 'System.UInt16', NumberKind.UInt16, UInt16],
  ['int', 'System.Int32', NumberKind.Int32, undefined],
  ['uint', 'System.UInt32', NumberKind.UInt32, UInt32],
  ['long', 'System.Int64', NumberKind.Int64, undefined],
  ['ulong', 'System.UInt64', NumberKind.UInt64, UInt64],
] as const;

function big(value: PSValue): bigint {
  return BigInt(rawOf(value) as number | bigint);
}

function order(a: PSValue, b: PSValue): number {
  const [x, y] = [rawOf(a) as number | bigint, rawOf(b) as number | bigint];
  return x < y ? -1 : x > y ? 1 : 0;
}

function integerMath(t: string, kind: NumberKind): MemberTable {
  const { width: bits, signed } = integerRanges[kind] ?? { width: 32, signed: true };

  const make = (n: bigint): PSValue => integerOfKind(kind, n);
  const checked = (n: bigint): PSValue => {
    const made = integerOfKind(kind, n);
    if (made === undefined) throw overflow('The result does not fit the type.');
    return made;
  };
  const unsigned = (v: PSValue): bigint => BigInt.asUintN(bits, big(v));
  const wrapped = (n: bigint): PSValue => make(signed ? BigInt.asIntN(bits, n) : BigInt.asUintN(bits, n));
  const rotate = (v: PSValue, by: number): PSValue => {
    const n = BigInt(((by % bits) + bits) % bits);
    const u = unsigned(v);
    return wrapped((u << n) | (u >> (BigInt(bits) - n)));
  };
  const ones = (v: PSValue): number => unsigned(v).toString(2).replaceAll('0', '').length;
  const own: MemberTable = {
    [`static Clamp(${t} value, ${t} min, ${t} max) ${t}`]: (v, min, max) => {
      if (order(min, max) > 0) throw badArgument('The minimum is above the maximum.');
      return order(v, min) < 0 ? min : order(v, max) > 0 ? max : v;
    },
    [`static DivRem(${t} left, ${t} right) ValueTuple<${t}, ${t}>`]: (a, b) => {
      if (big(b) === 0n)
        throw Object.assign(overflow('Division by zero.'), { typeName: 'System.DivideByZeroException' });
      return valueTuple([make(big(a) / big(b)), make(big(a) % big(b))]);
    },
    [`static IsEvenInteger(${t} value) bool`]: (v) => (big(v) & 1n) === 0n,
    [`static IsOddInteger(${t} value) bool`]: (v) => (big(v) & 1n) === 1n,
    [`static IsPow2(${t} value) bool`]: (v) => big(v) > 0n && ones(v) === 1,
    [`static LeadingZeroCount(${t} value) ${t}`]: (v) =>
      make(BigInt(bits - (unsigned(v) === 0n ? 0 : unsigned(v).toString(2).length))),
    [`static TrailingZeroCount(${t} value) ${t}`]: (v) => {
      const digits = unsigned(v).toString(2);
      return make(BigInt(unsigned(v) === 0n ? bits : digits.length - 1 - digits.lastIndexOf('1')));
    },
    [`static PopCount(${t} value) ${t}`]: (v) => make(BigInt(ones(v))),
    [`static Log2(${t} value) ${t}`]: (v) => make(BigInt(Math.max(0, unsigned(v).toString(2).length - 1))),
    [`static Max(${t} x, ${t} y) ${t}`]: (a, b) => (order(a, b) < 0 ? b : a),
    [`static Min(${t} x, ${t} y) ${t}`]: (a, b) => (order(a, b) > 0 ? b : a),
    [`static RotateLeft(${t} value, int rotateAmount) ${t}`]: (v, by: number) => rotate(v, by),
    [`static RotateRight(${t} value, int rotateAmount) ${t}`]: (v, by: number) => rotate(v, -by),
    [`static Sign(${t} value) int`]: (v) => (big(v) > 0n ? 1 : big(v) < 0n ? -1 : 0),
  };
  if (!signed) return own;
  return {
    ...own,
    [`static Abs(${t} value) ${t}`]: (v) => checked(big(v) < 0n ? -big(v) : big(v)),
    [`static IsNegative(${t} value) bool`]: (v) => big(v) < 0n,
    [`static IsPositive(${t} value) bool`]: (v) => big(v) >= 0n,
  };
}

/** System.SByte to System.UInt64. */
export const integerTypes: readonly TypeSpec[] = table.map(([t, name, kind, jsClass]) => {
  const { min, max } = integerRanges[kind] ?? { min: 0n, max: 0n };
  return defineType({
    name,
    kind: 'struct',
    interfaces: `IComparable, IComparable<${t}>, IConvertible, IEquatable<${t}>, IFormattable, ISpanFormattable`,
    ...(jsClass ? { jsClass: jsClass as never } : {}),
    members: {
      [`static field MaxValue ${t}`]: () => integerOfKind(kind, max),
      [`static field MinValue ${t}`]: () => integerOfKind(kind, min),
      ...numberMembers(t, kind, order),
      ...integerMath(t, kind),
      ...convertibleMembers,
    },
  });
});
