import { NetException } from '../../errors/net-exception.ts';
import { BigInteger } from '../../values/big-integer.ts';
import type { Decimal } from '../../values/decimal.ts';
import { truncateDecimal } from '../../values/decimal-conversion.ts';
import { valueTuple } from '../../values/net-tuple.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { toJsNumber } from '../../values/number-parts.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { UInt32 } from '../../values/uint32.ts';
import type { UInt64 } from '../../values/uint64.ts';
import { defineType, type MemberFunction, type RefSlot } from '../define-type.ts';
import { outOfRange, overflow } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { numberMembers } from './number-members.ts';

type Big = BigInteger;
const big = BigInteger.of;

function fromDouble(x: number): Big {
  if (!Number.isFinite(x)) throw overflow('Infinity and NaN are no integers.');
  return big(BigInt(Math.trunc(x)));
}

const two =
  (op: (a: bigint, b: bigint) => bigint): MemberFunction =>
  (a: Big, b: Big) =>
    big(op(a.value, b.value));

function divisor(b: Big): bigint {
  if (b.value === 0n) throw new NetException('System.DivideByZeroException', 'Division by zero.');
  return b.value;
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function modPow(value: Big, exponent: Big, modulus: Big): Big {
  if (exponent.value < 0n) throw outOfRange('exponent');
  const m = divisor(modulus);
  let result = 1n;
  let base = value.value % m;
  for (let e = exponent.value; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * base) % m;
    base = (base * base) % m;
  }
  return big(result % m);
}

/** Little-endian two's complement, as short as it can be. */
function toBytes(n: bigint): Uint8Array {
  const out: number[] = [];
  let rest = n;
  for (;;) {
    const low = Number(BigInt.asUintN(8, rest));
    out.push(low);
    rest >>= 8n;
    if ((rest === 0n && low < 128) || (rest === -1n && low >= 128)) return Uint8Array.from(out);
  }
}

function fromBytes(bytes: Uint8Array): Big {
  let n = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) n = (n << 8n) | BigInt(bytes[i] ?? 0);
  return big(bytes.length === 0 ? 0n : BigInt.asIntN(bytes.length * 8, n));
}

function log(n: Big, base: number): number {
  if (n.value <= 0n) return n.value === 0n ? Number.NEGATIVE_INFINITY : Number.NaN;
  const digits = n.value.toString(2).length;
  const shift = Math.max(0, digits - 60);
  return (Math.log(Number(n.value >> BigInt(shift))) + shift * Math.LN2) / Math.log(base);
}

const order = (a: Big, b: Big): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/** System.Numerics.BigInteger */
export const bigIntegerType = defineType({
  name: 'System.Numerics.BigInteger',
  kind: 'struct',
  jsClass: BigInteger as never,
  interfaces: 'IComparable, IComparable<BigInteger>, IEquatable<BigInteger>, IFormattable, ISpanFormattable',
  members: {
    'new(int value)': (n: number) => big(BigInt(n)),
    'new(uint value)': (n: UInt32) => big(BigInt(n.value)),
    'new(long value)': (n: bigint) => big(n),
    'new(ulong value)': (n: UInt64) => big(n.value),
    'new(float value)': (n: number) => fromDouble(n),
    'new(double value)': (n: number) => fromDouble(n),
    'new(decimal value)': (d: Decimal) => big(truncateDecimal(d)),
    'new(byte[] value)': (bytes: TypedArray) => fromBytes(bytesOf(bytes)),
    'prop IsPowerOfTwo bool get': (n: Big) => n.value > 0n && (n.value & (n.value - 1n)) === 0n,
    'prop IsZero bool get': (n: Big) => n.value === 0n,
    'prop IsOne bool get': (n: Big) => n.value === 1n,
    'prop IsEven bool get': (n: Big) => n.value % 2n === 0n,
    'prop Sign int get': (n: Big) => (n.value > 0n ? 1 : n.value < 0n ? -1 : 0),
    'static prop Zero BigInteger get': () => big(0n),
    'static prop One BigInteger get': () => big(1n),
    'static prop MinusOne BigInteger get': () => big(-1n),
    ...numberMembers('BigInteger', NumberKind.BigInteger, order as never),
    'CompareTo(long other) int': (a: Big, b: bigint) => (a.value < b ? -1 : a.value > b ? 1 : 0),
    'Equals(long other) bool': (a: Big, b: bigint) => a.value === b,
    'GetBitLength() long': (n: Big) =>
      BigInt(n.value < 0n ? (-n.value - 1n).toString(2).length : n.value === 0n ? 0 : n.value.toString(2).length),
    'ToByteArray() byte[]': (n: Big) => toBytes(n.value),
    'static Abs(BigInteger value) BigInteger': (n: Big) => big(abs(n.value)),
    'static Add(BigInteger left, BigInteger right) BigInteger': two((a, b) => a + b),
    'static Compare(BigInteger left, BigInteger right) int': order,
    'static Divide(BigInteger dividend, BigInteger divisor) BigInteger': (a: Big, b: Big) => big(a.value / divisor(b)),
    'static DivRem(BigInteger dividend, BigInteger divisor, out BigInteger remainder) BigInteger': (
      a: Big,
      b: Big,
      slot: RefSlot,
    ) => {
      slot.value = big(a.value % divisor(b));
      return big(a.value / b.value);
    },
    'static DivRem(BigInteger left, BigInteger right) ValueTuple<BigInteger, BigInteger>': (a: Big, b: Big) =>
      valueTuple([big(a.value / divisor(b)), big(a.value % b.value)]),
    'static GreatestCommonDivisor(BigInteger left, BigInteger right) BigInteger': two(gcd),
    'static Log(BigInteger value) double': (n: Big) => log(n, Math.E),
    'static Log(BigInteger value, double baseValue) double': (n: Big, base: number) => log(n, base),
    'static Log10(BigInteger value) double': (n: Big) => log(n, 10),
    'static Max(BigInteger left, BigInteger right) BigInteger': (a: Big, b: Big) => (order(a, b) < 0 ? b : a),
    'static Min(BigInteger left, BigInteger right) BigInteger': (a: Big, b: Big) => (order(a, b) > 0 ? b : a),
    'static ModPow(BigInteger value, BigInteger exponent, BigInteger modulus) BigInteger': modPow,
    'static Multiply(BigInteger left, BigInteger right) BigInteger': two((a, b) => a * b),
    'static Negate(BigInteger value) BigInteger': (n: Big) => big(-n.value),
    'static Pow(BigInteger value, int exponent) BigInteger': (n: Big, e: number) => {
      if (e < 0) throw outOfRange('exponent', 'The exponent must not be negative.');
      return big(n.value ** BigInt(e));
    },
    'static Remainder(BigInteger dividend, BigInteger divisor) BigInteger': (a: Big, b: Big) =>
      big(a.value % divisor(b)),
    'static Subtract(BigInteger left, BigInteger right) BigInteger': two((a, b) => a - b),
    'static IsEvenInteger(BigInteger value) bool': (n: Big) => n.value % 2n === 0n,
    'static IsOddInteger(BigInteger value) bool': (n: Big) => n.value % 2n !== 0n,
    'static IsNegative(BigInteger value) bool': (n: Big) => n.value < 0n,
    'static IsPow2(BigInteger value) bool': (n: Big) => n.value > 0n && (n.value & (n.value - 1n)) === 0n,
  },
  casts: {
    'explicit BigInteger -> double': (n: Big) => toJsNumber(n),
  },
});
