import { conversionRank as rank } from '../types/conversion-rank.ts';
import type { NetType } from '../values/net-type.ts';
import { integerBits, NumberKind } from '../values/number-kinds.ts';
import { numberKindOfType } from '../values/number-type-names.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { Conversion } from './conversion.ts';
import { numberToBool, numberToChar, toNumber } from './to-number.ts';

const kinds = new WeakMap<NetType, NumberKind>();

/** The kind of number a type is; Char counts as one, enums do not. */
export function kindOf(type: NetType): NumberKind {
  let kind = kinds.get(type);
  if (kind === undefined) {
    kind =
      type.kind === 'struct' && type.genericArguments.length === 0 ? numberKindOfType(type.fullName) : NumberKind.None;
    kinds.set(type, kind);
  }
  return kind;
}

/** Whether a kind is a number proper. */
export function isNumber(kind: NumberKind): boolean {
  return kind !== NumberKind.None && kind !== NumberKind.Char;
}

/** Whether a kind is one of the eight integers. */
export function isInteger(kind: NumberKind): boolean {
  return kind >= NumberKind.SByte && kind <= NumberKind.UInt64;
}

const signed = new Set<NumberKind>([NumberKind.SByte, NumberKind.Int16, NumberKind.Int32, NumberKind.Int64]);

/** The rank of a conversion between kinds of numbers; undefined where none is built in. */
function numericRank(from: NumberKind, to: NumberKind): number | undefined {
  if (isInteger(from) && isInteger(to)) return integerRank(from, to);
  if (isInteger(from) && isReal(to)) return rank.numericImplicit;
  if (isReal(from) && isInteger(to)) return rank.numericExplicit;
  if (from === NumberKind.Single && to === NumberKind.Double) return rank.numericImplicit;
  if (isReal(from) && isReal(to))
    return from === NumberKind.Decimal ? rank.numericExplicitBetter : rank.numericExplicit;
  return undefined;
}

function isReal(kind: NumberKind): boolean {
  return kind === NumberKind.Single || kind === NumberKind.Double || kind === NumberKind.Decimal;
}

function integerRank(from: NumberKind, to: NumberKind): number {
  const [a, b] = [integerBits[from] ?? 0, integerBits[to] ?? 0];
  if (signed.has(from) === signed.has(to)) return a < b ? rank.numericImplicit : rank.numericExplicit;
  if (a > b) return rank.numericExplicit;
  if (signed.has(from)) return rank.numericExplicitBetter;
  return a < b ? rank.numericImplicit : rank.numericExplicit;
}

/** Conversions between numbers, and between numbers and char, bool and text. */
export function numberRule(from: NetType, to: NetType): Conversion | undefined {
  const [source, target] = [kindOf(from), kindOf(to)];
  if (isNumber(target)) return toNumberKind(from, source, target);
  if (target === NumberKind.Char && isNumber(source)) {
    return { rank: rank.numericString, convert: (_engine, value) => numberToChar(value as NumericValue) };
  }
  if (to.name === 'Boolean' && to.namespace === 'System' && isNumber(source)) {
    return { rank: rank.language, convert: (_engine, value) => numberToBool(value as NumericValue) };
  }
  return undefined;
}

function toNumberKind(from: NetType, source: NumberKind, target: NumberKind): Conversion | undefined {
  const convert = (_engine: unknown, value: PSValue): PSValue => toNumber(value, target);
  if (isNumber(source)) {
    const found = numericRank(source, target);
    if (found !== undefined) return { rank: found, convert };
    // BigInteger converts by operators of its own: implicit from integers, explicit otherwise.
    return { rank: isInteger(source) ? rank.implicitCast : rank.explicitCast, convert };
  }
  if (from.name === 'String' && from.namespace === 'System') return { rank: rank.numericString, convert };
  if (source === NumberKind.Char) {
    const real = target === NumberKind.Single || target === NumberKind.Double;
    return { rank: real ? rank.language : rank.convertible, convert };
  }
  if (from.isEnum || (from.name === 'Boolean' && from.namespace === 'System'))
    return { rank: rank.convertible, convert };
  return undefined;
}
