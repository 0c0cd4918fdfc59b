import type { EngineContext } from '../engine.ts';
import { elementsOf } from '../members/enumerate.ts';
import { conversionRank as rank } from '../types/conversion-rank.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { EnumValue } from '../values/enum-value.ts';
import type { NetType } from '../values/net-type.ts';
import { toJsBigint } from '../values/number-parts.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { Conversion } from './conversion.ts';
import { ConversionFailure } from './conversion-failure.ts';
import { isInteger, kindOf } from './number-rules.ts';

/** Integers, names and lists of names to enums (about_Enum). */
export function enumRule(from: NetType, to: NetType): Conversion | undefined {
  if (!to.isEnum) return undefined;
  if (isInteger(kindOf(from))) {
    return { rank: rank.language, convert: (_engine, value) => fromInteger(value, to) };
  }
  if (from.name === 'String' && from.namespace === 'System') {
    return { rank: rank.parse, convert: (_engine, value) => enumFromText(String(value), to) };
  }
  return undefined;
}

/** A list of names, or numbers, that are or-ed. */
export function enumListConversion(to: NetType): Conversion {
  return {
    rank: rank.parse,
    convert: (engine: EngineContext, value: PSValue) => {
      const types = typeSystemOf(engine);
      return enumFromText((elementsOf(value) ?? []).map((v) => types.toText(v)).join(','), to);
    },
  };
}

function isWide(type: NetType): boolean {
  return /64$/.test(type.enumInfo?.underlying.name ?? '');
}

/** The value with a number, whether declared or not. */
export function enumOfNumber(type: NetType, n: bigint): EnumValue {
  return EnumValue.of(type, isWide(type) ? n : Number(n));
}

function fromInteger(value: PSValue, to: NetType): EnumValue {
  const n = toJsBigint(value as NumericValue) ?? 0n;
  if (isDefined(n, to)) return enumOfNumber(to, n);
  throw new ConversionFailure('UndefinedIntegerToEnum', `[${to}] has no value ${n}; its values are ${namesOf(to)}.`);
}

/** Whether a number is a declared value or, for flags, made of declared ones. */
function isDefined(n: bigint, type: NetType): boolean {
  const info = type.enumInfo;
  if (!info) return false;
  if (info.values.some((v) => BigInt(v) === n)) return true;
  if (!info.flags || n < 0n) return false;
  const all = info.values.reduce<bigint>((bits, v) => bits | BigInt.asUintN(64, BigInt(v)), 0n);
  return (n & ~all) === 0n;
}

function namesOf(type: NetType): string {
  return type.enumInfo?.names.join(', ') ?? '';
}

/**
 * A text as an enum value: names separated by commas, a number, or one unambiguous beginning of a name; case is
 * ignored.
 */
export function enumFromText(text: string, to: NetType): EnumValue {
  const parts = text.split(',').map((p) => p.trim());
  const only = parts.length === 1 ? (parts[0] ?? '') : undefined;
  let sum = 0n;
  for (const part of parts) {
    const found = partOf(part, to) ?? (only === undefined ? undefined : byPrefix(only, to));
    if (found === undefined) throw noSuchName(text, to);
    sum |= found;
  }
  if (isDefined(sum, to)) return enumOfNumber(to, sum);
  throw new ConversionFailure('EnumParseUndefined', `[${to}] has no value '${text}'; its values are ${namesOf(to)}.`);
}

function partOf(part: string, to: NetType): bigint | undefined {
  if (/^[+-]?\d+$/.test(part)) return BigInt(part);
  const named = EnumValue.named(to, part);
  return named && BigInt(named.value);
}

function byPrefix(part: string, to: NetType): bigint | undefined {
  if (part === '') return undefined;
  const info = to.enumInfo;
  const lower = part.toLowerCase();
  const hits = (info?.names ?? []).map((n, i) => [n, i] as const).filter(([n]) => n.toLowerCase().startsWith(lower));
  const [only] = hits;
  return hits.length === 1 && only ? BigInt(info?.values[only[1]] ?? 0) : undefined;
}

function noSuchName(text: string, to: NetType): ConversionFailure {
  return new ConversionFailure(
    'SubstringDisambiguationEnumParseThrewAnException',
    `'${text}' names no value of [${to}], or several; the values are ${namesOf(to)}.`,
    {
      innerType: 'System.Management.Automation.RuntimeException',
      innerMessage: `'${text}' is not one of ${namesOf(to)}.`,
    },
  );
}
