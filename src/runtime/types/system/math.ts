import { NetException } from '../../errors/net-exception.ts';
import type { Decimal } from '../../values/decimal.ts';
import { compareDecimals } from '../../values/decimal-arithmetic.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { integerOfKind } from '../../values/integer-of-kind.ts';
import { valueTuple } from '../../values/net-tuple.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { UInt32 } from '../../values/uint32.ts';
import { defineType, type MemberFunction, type RefSlot } from '../define-type.ts';
import { badArgument, overflow } from '../net-error.ts';
import { decimalType } from './decimal.ts';
import { functionsOfOne, roundingOf, roundTo } from './math-functions.ts';
import { rawOf } from './number-members.ts';

/** Integer types in the order Math's overloads come in: name, kind. */
const integers: readonly (readonly [string, NumberKind])[] = [
  ['byte', NumberKind.Byte],
  ['short', NumberKind.Int16],
  ['int', NumberKind.Int32],
  ['long', NumberKind.Int64],
  ['sbyte', NumberKind.SByte],
  ['ushort', NumberKind.UInt16],
  ['uint', NumberKind.UInt32],
  ['ulong', NumberKind.UInt64],
];

const signed = new Set(['short', 'int', 'long', 'sbyte']);

/** Names of the parameter in Math's functions of one number, where it is not `d`. */
const parameterNames: Readonly<Record<string, string>> = {
  Ceiling: 'a',
  Cosh: 'value',
  Sin: 'a',
  Sinh: 'value',
  Tan: 'a',
  Tanh: 'value',
  Log2: 'x',
};

function less(a: PSValue, b: PSValue): boolean {
  return (rawOf(a) as number | bigint) < (rawOf(b) as number | bigint);
}

function clamp(v: PSValue, low: PSValue, high: PSValue, isLess: (a: never, b: never) => boolean): PSValue {
  if (isLess(high as never, low as never)) throw badArgument('The minimum is above the maximum.');
  return isLess(v as never, low as never) ? low : isLess(high as never, v as never) ? high : v;
}

const decimalLess = (a: Decimal, b: Decimal): boolean => compareDecimals(a, b) < 0;

function integerMembers(): Record<string, MemberFunction> {
  const members: Record<string, MemberFunction> = {};
  for (const [t, kind] of integers) {
    members[`static Max(${t} val1, ${t} val2) ${t}`] = (a, b) => (less(a, b) ? b : a);
    members[`static Min(${t} val1, ${t} val2) ${t}`] = (a, b) => (less(b, a) ? b : a);
    members[`static Clamp(${t} value, ${t} min, ${t} max) ${t}`] = (v, low, high) => clamp(v, low, high, less as never);
    members[`static DivRem(${t} left, ${t} right) ValueTuple<${t}, ${t}>`] = (a, b) => {
      const [x, y] = divRem(BigInt(rawOf(a) as number), BigInt(rawOf(b) as number));
      return valueTuple([integerOfKind(kind, x), integerOfKind(kind, y)]);
    };
    if (!signed.has(t)) continue;
    members[`static Abs(${t} value) ${t}`] = (v) => {
      const n = BigInt(rawOf(v) as number);
      const made = integerOfKind(kind, n < 0n ? -n : n);
      if (made === undefined) throw overflow('The smallest number of a type has no positive counterpart.');
      return made;
    };
    members[`static Sign(${t} value) int`] = (v) => signOf(rawOf(v) as number | bigint);
  }
  return members;
}

function divRem(a: bigint, b: bigint): [bigint, bigint] {
  if (b === 0n) throw new NetException('System.DivideByZeroException', 'Division by zero.');
  return [a / b, a % b];
}

function signOf(n: number | bigint): number {
  if (Number.isNaN(n)) throw new NetException('System.ArithmeticException', 'NaN has no sign.');
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

function floatMembers(): Record<string, MemberFunction> {
  const members: Record<string, MemberFunction> = {};
  for (const t of ['float', 'double']) {
    members[`static Abs(${t} value) ${t}`] = (x: number) => Math.abs(x);
    members[`static Max(${t} val1, ${t} val2) ${t}`] = (a: number, b: number) => Math.max(a, b);
    members[`static Min(${t} val1, ${t} val2) ${t}`] = (a: number, b: number) => Math.min(a, b);
    members[`static Clamp(${t} value, ${t} min, ${t} max) ${t}`] = (v, low, high) => clamp(v, low, high, less as never);
    members[`static Sign(${t} value) int`] = (x: number) => signOf(x);
  }
  for (const [name, run] of Object.entries(functionsOfOne)) {
    members[`static ${name}(double ${parameterNames[name] ?? 'd'}) double`] = (x: number) => run(x);
  }
  return members;
}

/** Functions of Decimal that Math repeats. */
function decimalMembers(): Record<string, MemberFunction> {
  const members: Record<string, MemberFunction> = {
    'static Max(decimal val1, decimal val2) decimal': (a: Decimal, b: Decimal) => (decimalLess(a, b) ? b : a),
    'static Min(decimal val1, decimal val2) decimal': (a: Decimal, b: Decimal) => (decimalLess(b, a) ? b : a),
    'static Clamp(decimal value, decimal min, decimal max) decimal': (v, low, high) =>
      clamp(v, low, high, decimalLess as never),
    'static Sign(decimal value) int': (d: Decimal) => signOf(d.mantissa),
  };
  for (const [text, code] of Object.entries(decimalType.members ?? {})) {
    if (/^static (Abs|Ceiling|Floor|Round|Truncate)\(/.test(text) && typeof code === 'function') members[text] = code;
  }
  return members;
}

/** System.Math */
export const mathType = defineType({
  name: 'System.Math',
  isAbstract: true,
  members: {
    'static field E double': () => Math.E,
    'static field PI double': () => Math.PI,
    'static field Tau double': () => 2 * Math.PI,
    ...integerMembers(),
    ...floatMembers(),
    ...decimalMembers(),
    'static Atan2(double y, double x) double': (y: number, x: number) => Math.atan2(y, x),
    'static BigMul(int a, int b) long': (a: number, b: number) => BigInt(a) * BigInt(b),
    'static BigMul(uint a, uint b) ulong': (a: UInt32, b: UInt32) => BigInt(a.value) * BigInt(b.value),
    'static CopySign(double x, double y) double': (x: number, y: number) =>
      y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x),
    'static DivRem(int a, int b, out int result) int': (a: number, b: number, slot: RefSlot) => {
      const [q, r] = divRem(BigInt(a), BigInt(b));
      slot.value = Number(r);
      return Number(q);
    },
    'static DivRem(long a, long b, out long result) long': (a: bigint, b: bigint, slot: RefSlot) => {
      const [q, r] = divRem(a, b);
      slot.value = r;
      return q;
    },
    'static FusedMultiplyAdd(double x, double y, double z) double': (x: number, y: number, z: number) => x * y + z,
    'static IEEERemainder(double x, double y) double': (x: number, y: number) => x - y * roundTo(x / y, 0, 'ToEven'),
    'static Log(double a, double newBase) double': (a: number, base: number) => logBase(a, base),
    'static MaxMagnitude(double x, double y) double': (x: number, y: number) => (Math.abs(x) >= Math.abs(y) ? x : y),
    'static MinMagnitude(double x, double y) double': (x: number, y: number) => (Math.abs(x) <= Math.abs(y) ? x : y),
    'static Pow(double x, double y) double': (x: number, y: number) => power(x, y),
    'static Round(double a) double': (x: number) => roundTo(x, 0, 'ToEven'),
    'static Round(double value, int digits) double': (x: number, digits: number) => roundTo(x, digits, 'ToEven'),
    'static Round(double value, MidpointRounding mode) double': (x: number, mode: EnumValue) =>
      roundTo(x, 0, roundingOf(mode)),
    'static Round(double value, int digits, MidpointRounding mode) double': (
      x: number,
      digits: number,
      mode: EnumValue,
    ) => roundTo(x, digits, roundingOf(mode)),
    'static ScaleB(double x, int n) double': (x: number, n: number) => x * 2 ** n,
    'static SinCos(double x) ValueTuple<double, double>': (x: number) => valueTuple([Math.sin(x), Math.cos(x)]),
  },
});

function logBase(a: number, base: number): number {
  if (Number.isNaN(a) || Number.isNaN(base) || base === 1) return Number.NaN;
  if (a !== 1 && (base === 0 || base === Number.POSITIVE_INFINITY)) return Number.NaN;
  return Math.log(a) / Math.log(base);
}

/** C's pow: 1 to any power, and anything to the power of 0, is 1; -1 to infinity too. */
function power(x: number, y: number): number {
  return x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y;
}
