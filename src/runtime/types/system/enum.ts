import { EnumValue } from '../../values/enum-value.ts';
import { integerOfKind } from '../../values/integer-of-kind.ts';
import type { NetType } from '../../values/net-type.ts';
import { toJsBigint } from '../../values/number-parts.ts';
import { numberKindOfType } from '../../values/number-type-names.ts';
import type { NumericValue } from '../../values/numeric-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable, type RefSlot, type TypeArguments, withTypes } from '../define-type.ts';
import { argumentNull, badArgument, badFormat } from '../net-error.ts';
import { convertibleMembers } from './convertible-members.ts';

function enumOf(type: NetType | null | undefined): NetType {
  if (!type) throw argumentNull('enumType');
  if (!type.isEnum) throw badArgument(`[${type}] is no enum.`, 'enumType');
  return type;
}

function isWide(type: NetType): boolean {
  return /64$/.test(type.enumInfo?.underlying.name ?? '');
}

function valueOf(type: NetType, n: number | bigint): EnumValue {
  return EnumValue.of(type, isWide(type) ? BigInt(n) : Number(n));
}

/** The number in an enum value, or in a number given for one. */
function numberIn(value: PSValue): bigint | undefined {
  if (value instanceof EnumValue) return BigInt(value.value);
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'object'
    ? toJsBigint(value as NumericValue)
    : undefined;
}

function nameOf(type: NetType, value: PSValue): string | null {
  const n = numberIn(value);
  const info = type.enumInfo;
  const at = info?.values.findIndex((v) => BigInt(v) === n) ?? -1;
  return info?.names[at] ?? null;
}

function values(type: NetType): TypedArray {
  return new TypedArray(
    type,
    (type.enumInfo?.values ?? []).map((v) => EnumValue.of(type, v)),
  );
}

function isDefined(type: NetType, value: PSValue): boolean {
  if (typeof value === 'string') return type.enumInfo?.names.includes(value) ?? false;
  return nameOf(type, value) !== null;
}

/** `Enum.Parse`: names with commas or a number; unlike a cast, no beginnings of names. */
function read(type: NetType, text: string | null, ignoreCase: boolean): EnumValue | undefined {
  if (text === null) return undefined;
  let sum = 0n;
  for (const raw of text.split(',')) {
    const part = raw.trim();
    if (/^[+-]?\d+$/.test(part)) {
      sum |= BigInt(part);
      continue;
    }
    const info = type.enumInfo;
    const at = info?.names.findIndex((n) => (ignoreCase ? n.toLowerCase() === part.toLowerCase() : n === part)) ?? -1;
    const found = info?.values[at];
    if (found === undefined) return undefined;
    sum |= BigInt(found);
  }
  return valueOf(type, sum);
}

function parse(type: NetType, text: string | null, ignoreCase: boolean): EnumValue {
  if (text === null) throw argumentNull('value');
  const found = read(type, text, ignoreCase);
  if (!found)
    throw badArgument(
      `'${text}' is no value of [${type}]; the values are ${type.enumInfo?.names.join(', ')}.`,
      'value',
    );
  return found;
}

function tryParse(type: NetType, text: string | null, ignoreCase: boolean, slot: RefSlot): boolean {
  const found = read(type, text, ignoreCase);
  slot.value = found ?? valueOf(type, 0);
  return found !== undefined;
}

function underlyingNumber(value: EnumValue): PSValue {
  const kind = numberKindOfType(value.netType.enumInfo?.underlying.fullName ?? 'System.Int32');
  return integerOfKind(kind, BigInt(value.value)) ?? 0;
}

const widths: Readonly<Record<string, number>> = { Byte: 2, SByte: 2, Int16: 4, UInt16: 4, Int64: 16, UInt64: 16 };

/** `Enum.ToString(format)`: G, F, D or X. */
export function formatEnum(value: EnumValue, format: string | null): string {
  switch ((format || 'G').toUpperCase()) {
    case 'G':
    case 'F':
      return value.toString();
    case 'D':
      return String(value.value);
    case 'X': {
      const digits = widths[value.netType.enumInfo?.underlying.name ?? ''] ?? 8;
      return BigInt.asUintN(digits * 4, BigInt(value.value))
        .toString(16)
        .toUpperCase()
        .padStart(digits, '0');
    }
    default:
      throw badFormat(`'${format}' is no format for an enum.`);
  }
}

const typeArgument = (types: TypeArguments): NetType => enumOf(types.get('TEnum'));

const instance: MemberTable = {
  'CompareTo(object target) int': (a: EnumValue, b) => {
    if (b === null) return 1;
    if (!(b instanceof EnumValue) || b.netType !== a.netType)
      throw badArgument('The argument must be of the same enum.');
    return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  },
  'Equals(object obj) bool': (a, b) => a === b,
  'GetHashCode() int': (a: EnumValue) => Number(BigInt.asIntN(32, BigInt(a.value))),
  'GetTypeCode() TypeCode': (a: EnumValue) =>
    numberKindOfType(a.netType.enumInfo?.underlying.fullName ?? 'System.Int32'),
  'HasFlag(Enum flag) bool': (a: EnumValue, b: EnumValue) => (BigInt(a.value) & BigInt(b.value)) === BigInt(b.value),
  'ToString() string': (a: EnumValue) => a.toString(),
  'ToString(string format) string': formatEnum,
  'ToString(IFormatProvider provider) string': (a: EnumValue) => a.toString(),
  'ToString(string format, IFormatProvider provider) string': (a: EnumValue, format: string | null) =>
    formatEnum(a, format),
  // In .NET the field behind every enum value.
  'prop value__ object get': underlyingNumber,
};

/** System.Enum */
export const enumType = defineType({
  name: 'System.Enum',
  base: 'System.ValueType',
  isAbstract: true,
  interfaces: 'IComparable, IConvertible, IFormattable, ISpanFormattable',
  members: {
    ...convertibleMembers,
    ...instance,
    'static Format(Type enumType, object value, string format) string': (type: NetType, value, format: string | null) =>
      formatEnum(value instanceof EnumValue ? value : valueOf(enumOf(type), numberIn(value) ?? 0n), format),
    'static GetName(Type enumType, object value) string': (type: NetType, value) => nameOf(enumOf(type), value),
    'static GetNames(Type enumType) string[]': (type: NetType) => [...(enumOf(type).enumInfo?.names ?? [])],
    'static GetUnderlyingType(Type enumType) Type': (type: NetType) => enumOf(type).enumInfo?.underlying,
    'static GetValues(Type enumType) Array': (type: NetType) => values(enumOf(type)),
    'static IsDefined(Type enumType, object value) bool': (type: NetType, value) => isDefined(enumOf(type), value),
    'static Parse(Type enumType, string value) object': (type: NetType, text: string | null) =>
      parse(enumOf(type), text, false),
    'static Parse(Type enumType, string value, bool ignoreCase) object': (
      type: NetType,
      text: string | null,
      ignore: boolean,
    ) => parse(enumOf(type), text, ignore),
    'static ToObject(Type enumType, object value) object': (type: NetType, value) =>
      valueOf(enumOf(type), numberIn(value) ?? 0n),
    'static ToObject(Type enumType, int value) object': (type: NetType, value: number) => valueOf(enumOf(type), value),
    'static ToObject(Type enumType, long value) object': (type: NetType, value: bigint) => valueOf(enumOf(type), value),
    'static TryParse(Type enumType, string value, out object result) bool': (
      type: NetType,
      text: string | null,
      slot: RefSlot,
    ) => tryParse(enumOf(type), text, false, slot),
    'static TryParse(Type enumType, string value, bool ignoreCase, out object result) bool': (
      type: NetType,
      text: string | null,
      ignore: boolean,
      slot: RefSlot,
    ) => tryParse(enumOf(type), text, ignore, slot),
    'static GetName<TEnum>(TEnum value) string': withTypes((types) => (value) => nameOf(typeArgument(types), value)),
    'static GetNames<TEnum>() string[]': withTypes((types) => () => [...(typeArgument(types).enumInfo?.names ?? [])]),
    'static GetValues<TEnum>() TEnum[]': withTypes((types) => () => values(typeArgument(types))),
    'static IsDefined<TEnum>(TEnum value) bool': withTypes((types) => (value) => isDefined(typeArgument(types), value)),
    'static Parse<TEnum>(string value) TEnum': withTypes(
      (types) => (text: string | null) => parse(typeArgument(types), text, false),
    ),
    'static Parse<TEnum>(string value, bool ignoreCase) TEnum': withTypes(
      (types) => (text: string | null, ignore: boolean) => parse(typeArgument(types), text, ignore),
    ),
    'static TryParse<TEnum>(string value, out TEnum result) bool': withTypes(
      (types) => (text: string | null, slot: RefSlot) => tryParse(typeArgument(types), text, false, slot),
    ),
    'static TryParse<TEnum>(string value, bool ignoreCase, out TEnum result) bool': withTypes(
      (types) => (text: string | null, ignore: boolean, slot: RefSlot) =>
        tryParse(typeArgument(types), text, ignore, slot),
    ),
  },
});
