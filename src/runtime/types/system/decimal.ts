import { NetException } from '../../errors/net-exception.ts';
import type { Byte } from '../../values/byte.ts';
import { Decimal } from '../../values/decimal.ts';
import {
  addDecimals,
  compareDecimals,
  DecimalFailure,
  divideDecimals,
  multiplyDecimals,
  remainderOfDecimals,
  roundDecimal,
  subtractDecimals,
} from '../../values/decimal-arithmetic.ts';
import {
  decimalFromDouble,
  decimalFromInteger,
  decimalFromSingle,
  decimalToDouble,
  truncateDecimal,
} from '../../values/decimal-conversion.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { integerOfKind } from '../../values/integer-of-kind.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { UInt32 } from '../../values/uint32.ts';
import type { UInt64 } from '../../values/uint64.ts';
import { defineType, type MemberFunction, type MemberTable } from '../define-type.ts';
import { badArgument, outOfRange, overflow } from '../net-error.ts';
import { convertibleMembers } from './convertible-members.ts';
import { roundingOf } from './math-functions.ts';
import { numberMembers } from './number-members.ts';

function fits(value: Decimal | undefined): Decimal {
  if (!value) throw overflow('The number does not fit System.Decimal.');
  return value;
}

/** Runs decimal arithmetic; its failures are .NET exceptions here. */
function calculate(run: () => Decimal): Decimal {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof DecimalFailure)) throw thrown;
    throw new NetException(thrown.exceptionType, thrown.message);
  }
}

const two =
  (op: (a: Decimal, b: Decimal) => Decimal): MemberFunction =>
  (a: Decimal, b: Decimal) =>
    calculate(() => op(a, b));
const max = Decimal.of(Decimal.maxMantissa, 0);
const isNegative = (d: Decimal): boolean => d.mantissa < 0n;
const negated = (d: Decimal): Decimal => Decimal.of(-d.mantissa, d.scale);
const isWhole = (d: Decimal): boolean => d.mantissa % 10n ** BigInt(d.scale) === 0n;

function round(d: Decimal, decimals: number, mode: EnumValue | undefined): Decimal {
  if (decimals < 0 || decimals > 28) throw outOfRange('decimals', 'Decimals must be between 0 and 28.');
  return decimals >= d.scale ? d : roundDecimal(d, decimals, mode ? roundingOf(mode) : 'ToEven');
}

function integer(d: Decimal, kind: NumberKind): PSValue {
  const made = integerOfKind(kind, truncateDecimal(d));
  if (made === undefined) throw overflow('The number does not fit the type.');
  return made;
}

function bits(d: Decimal): number[] {
  const size = d.mantissa < 0n ? -d.mantissa : d.mantissa;
  const part = (n: bigint): number => Number(BigInt.asIntN(32, size >> n));
  return [part(0n), part(32n), part(64n), (d.scale << 16) | (d.mantissa < 0n ? -2147483648 : 0)];
}

function fromBits(lo: number, mid: number, hi: number, negative: boolean, scale: number): Decimal {
  if (scale > 28) throw outOfRange('scale');
  const u = (n: number): bigint => BigInt(n >>> 0);
  const size = u(lo) | (u(mid) << 32n) | (u(hi) << 64n);
  return Decimal.of(negative ? -size : size, scale);
}

const make: MemberTable = {
  'new(int value)': (n: number) => Decimal.of(BigInt(n), 0),
  'new(uint value)': (n: UInt32) => Decimal.of(BigInt(n.value), 0),
  'new(long value)': (n: bigint) => Decimal.of(n, 0),
  'new(ulong value)': (n: UInt64) => fits(decimalFromInteger(n.value)),
  'new(float value)': (n: number) => fits(decimalFromSingle(n)),
  'new(double value)': (n: number) => fits(decimalFromDouble(n)),
  'new(int[] bits)': (given: TypedArray) => {
    const [lo = 0, mid = 0, hi = 0, flags = 0] = (given.items ?? []) as number[];
    return fromBits(lo, mid, hi, flags < 0, (flags >> 16) & 0xff);
  },
  'new(int lo, int mid, int hi, bool isNegative, byte scale)': (
    lo: number,
    mid: number,
    hi: number,
    negative: boolean,
    scale: Byte,
  ) => fromBits(lo, mid, hi, negative, scale.value),
};

/** System.Decimal */
export const decimalType = defineType({
  name: 'System.Decimal',
  kind: 'struct',
  jsClass: Decimal as never,
  interfaces: 'IComparable, IComparable<decimal>, IConvertible, IEquatable<decimal>, IFormattable, ISpanFormattable',
  members: {
    ...convertibleMembers,
    ...make,
    'prop Scale byte get': (d: Decimal) => d.scale,
    'static field MaxValue decimal': () => max,
    'static field MinValue decimal': () => negated(max),
    'static field One decimal': () => Decimal.of(1n, 0),
    'static field Zero decimal': () => Decimal.of(0n, 0),
    'static field MinusOne decimal': () => Decimal.of(-1n, 0),
    ...numberMembers('decimal', NumberKind.Decimal, compareDecimals as never),
    'static Abs(decimal value) decimal': (d: Decimal) => (isNegative(d) ? negated(d) : d),
    'static Add(decimal d1, decimal d2) decimal': two(addDecimals),
    'static Ceiling(decimal d) decimal': (d: Decimal) => roundDecimal(d, 0, 'ToPositiveInfinity'),
    'static Clamp(decimal value, decimal min, decimal max) decimal': (d: Decimal, low: Decimal, high: Decimal) => {
      if (compareDecimals(low, high) > 0) throw badArgument('The minimum is above the maximum.');
      return compareDecimals(d, low) < 0 ? low : compareDecimals(d, high) > 0 ? high : d;
    },
    'static Compare(decimal d1, decimal d2) int': (a: Decimal, b: Decimal) => compareDecimals(a, b),
    'static Divide(decimal d1, decimal d2) decimal': two(divideDecimals),
    'static Equals(decimal d1, decimal d2) bool': (a: Decimal, b: Decimal) => compareDecimals(a, b) === 0,
    'static Floor(decimal d) decimal': (d: Decimal) => roundDecimal(d, 0, 'ToNegativeInfinity'),
    'static GetBits(decimal d) int[]': bits,
    'static IsEvenInteger(decimal value) bool': (d: Decimal) => isWhole(d) && truncateDecimal(d) % 2n === 0n,
    'static IsInteger(decimal value) bool': isWhole,
    'static IsNegative(decimal value) bool': isNegative,
    'static IsOddInteger(decimal value) bool': (d: Decimal) => isWhole(d) && truncateDecimal(d) % 2n !== 0n,
    'static IsPositive(decimal value) bool': (d: Decimal) => !isNegative(d),
    'static Max(decimal x, decimal y) decimal': (a: Decimal, b: Decimal) => (compareDecimals(a, b) < 0 ? b : a),
    'static Min(decimal x, decimal y) decimal': (a: Decimal, b: Decimal) => (compareDecimals(a, b) > 0 ? b : a),
    'static Multiply(decimal d1, decimal d2) decimal': two(multiplyDecimals),
    'static Negate(decimal d) decimal': negated,
    'static Remainder(decimal d1, decimal d2) decimal': two(remainderOfDecimals),
    'static Round(decimal d) decimal': (d: Decimal) => round(d, 0, undefined),
    'static Round(decimal d, int decimals) decimal': (d: Decimal, n: number) => round(d, n, undefined),
    'static Round(decimal d, MidpointRounding mode) decimal': (d: Decimal, mode: EnumValue) => round(d, 0, mode),
    'static Round(decimal d, int decimals, MidpointRounding mode) decimal': (d: Decimal, n: number, mode: EnumValue) =>
      round(d, n, mode),
    'static Sign(decimal d) int': (d: Decimal) => (d.mantissa > 0n ? 1 : d.mantissa < 0n ? -1 : 0),
    'static Subtract(decimal d1, decimal d2) decimal': two(subtractDecimals),
    'static ToByte(decimal value) byte': (d: Decimal) => integer(d, NumberKind.Byte),
    'static ToDouble(decimal d) double': (d: Decimal) => decimalToDouble(d),
    'static ToInt16(decimal value) short': (d: Decimal) => integer(d, NumberKind.Int16),
    'static ToInt32(decimal d) int': (d: Decimal) => integer(d, NumberKind.Int32),
    'static ToInt64(decimal d) long': (d: Decimal) => integer(d, NumberKind.Int64),
    'static ToSingle(decimal d) float': (d: Decimal) => decimalToDouble(d),
    'static ToUInt32(decimal d) uint': (d: Decimal) => integer(d, NumberKind.UInt32),
    'static ToUInt64(decimal d) ulong': (d: Decimal) => integer(d, NumberKind.UInt64),
    'static Truncate(decimal d) decimal': (d: Decimal) => roundDecimal(d, 0, 'ToZero'),
  },
});
