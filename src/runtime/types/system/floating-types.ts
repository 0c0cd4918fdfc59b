import { Double, toDouble } from '../../values/double.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { Single } from '../../values/single.ts';
import { defineType, type MemberFunction, type MemberTable } from '../define-type.ts';
import { badArgument } from '../net-error.ts';
import { convertibleMembers } from './convertible-members.ts';
import { functionsOfOne, roundingOf, roundTo } from './math-functions.ts';
import { numberMembers } from './number-members.ts';

function order(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}

/** Members that Double and Single share; numbers arrive as plain JS numbers. */
function floatingMembers(t: string): MemberTable {
  const members: Record<string, MemberFunction> = {};
  for (const [name, run] of Object.entries(functionsOfOne))
    members[`static ${name}(${t} x) ${t}`] = (x: number) => run(x);
  return {
    ...members,
    [`static field NaN ${t}`]: () => Number.NaN,
    [`static field PositiveInfinity ${t}`]: () => Number.POSITIVE_INFINITY,
    [`static field NegativeInfinity ${t}`]: () => Number.NEGATIVE_INFINITY,
    [`static field NegativeZero ${t}`]: () => -0,
    [`static field Pi ${t}`]: () => Math.PI,
    [`static field E ${t}`]: () => Math.E,
    [`static field Tau ${t}`]: () => 2 * Math.PI,
    [`static Abs(${t} value) ${t}`]: (x: number) => Math.abs(x),
    [`static Atan2(${t} y, ${t} x) ${t}`]: (y: number, x: number) => Math.atan2(y, x),
    [`static Clamp(${t} value, ${t} min, ${t} max) ${t}`]: (v: number, low: number, high: number) => {
      if (low > high) throw badArgument('The minimum is above the maximum.');
      return v < low ? low : Math.min(v, high);
    },
    [`static CopySign(${t} value, ${t} sign) ${t}`]: (v: number, s: number) =>
      s < 0 || Object.is(s, -0) ? -Math.abs(v) : Math.abs(v),
    [`static DegreesToRadians(${t} degrees) ${t}`]: (x: number) => (x * Math.PI) / 180,
    [`static Hypot(${t} x, ${t} y) ${t}`]: (x: number, y: number) => Math.hypot(x, y),
    [`static IsEvenInteger(${t} value) bool`]: (x: number) => Number.isInteger(x) && Math.abs(x % 2) === 0,
    [`static IsFinite(${t} d) bool`]: (x: number) => Number.isFinite(x),
    [`static IsInfinity(${t} d) bool`]: (x: number) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY,
    [`static IsInteger(${t} value) bool`]: (x: number) => Number.isInteger(x),
    [`static IsNaN(${t} d) bool`]: (x: number) => Number.isNaN(x),
    [`static IsNegative(${t} d) bool`]: (x: number) => x < 0 || Object.is(x, -0),
    [`static IsNegativeInfinity(${t} d) bool`]: (x: number) => x === Number.NEGATIVE_INFINITY,
    [`static IsOddInteger(${t} value) bool`]: (x: number) => Number.isInteger(x) && Math.abs(x % 2) === 1,
    [`static IsPositive(${t} value) bool`]: (x: number) => x > 0 || Object.is(x, 0),
    [`static IsPositiveInfinity(${t} d) bool`]: (x: number) => x === Number.POSITIVE_INFINITY,
    [`static Lerp(${t} value1, ${t} value2, ${t} amount) ${t}`]: (a: number, b: number, f: number) =>
      a * (1 - f) + b * f,
    [`static Log(${t} x, ${t} newBase) ${t}`]: (x: number, base: number) => Math.log(x) / Math.log(base),
    [`static Max(${t} x, ${t} y) ${t}`]: (x: number, y: number) => Math.max(x, y),
    [`static Min(${t} x, ${t} y) ${t}`]: (x: number, y: number) => Math.min(x, y),
    [`static Pow(${t} x, ${t} y) ${t}`]: (x: number, y: number) => x ** y,
    [`static RadiansToDegrees(${t} radians) ${t}`]: (x: number) => (x * 180) / Math.PI,
    [`static Round(${t} x) ${t}`]: (x: number) => roundTo(x, 0, 'ToEven'),
    [`static Round(${t} x, int digits) ${t}`]: (x: number, digits: number) => roundTo(x, digits, 'ToEven'),
    [`static Round(${t} x, MidpointRounding mode) ${t}`]: (x: number, mode: EnumValue) =>
      roundTo(x, 0, roundingOf(mode)),
    [`static Round(${t} x, int digits, MidpointRounding mode) ${t}`]: (x: number, digits: number, mode: EnumValue) =>
      roundTo(x, digits, roundingOf(mode)),
    [`static Sign(${t} value) int`]: (x: number) => Math.sign(x),
  };
}

const interfaces = (t: string): string =>
  `IComparable, IComparable<${t}>, IConvertible, IEquatable<${t}>, IFormattable, ISpanFormattable`;
const boxDouble = (v: PSValue): PSValue => (typeof v === 'number' ? toDouble(v) : v);
const boxSingle = (v: PSValue): PSValue => (typeof v === 'number' ? Single.of(v) : v);

/** System.Double and System.Single. */
export const floatingTypes = [
  defineType({
    name: 'System.Double',
    kind: 'struct',
    jsClass: Double as never,
    interfaces: interfaces('double'),
    members: {
      'static field Epsilon double': () => Number.MIN_VALUE,
      'static field MaxValue double': () => Number.MAX_VALUE,
      'static field MinValue double': () => -Number.MAX_VALUE,
      ...numberMembers('double', NumberKind.Double, order, boxDouble),
      ...floatingMembers('double'),
      ...convertibleMembers,
    },
  }),
  defineType({
    name: 'System.Single',
    kind: 'struct',
    jsClass: Single as never,
    interfaces: interfaces('float'),
    members: {
      'static field Epsilon float': () => 1.401298464324817e-45,
      'static field MaxValue float': () => Single.maxValue,
      'static field MinValue float': () => -Single.maxValue,
      ...numberMembers('float', NumberKind.Single, order, boxSingle),
      ...floatingMembers('float'),
      ...convertibleMembers,
    },
  }),
];
