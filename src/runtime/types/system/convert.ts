import type { EngineContext } from '../../engine.ts';
import { invariantNumberFormat } from '../../text/number-format-info.ts';
import { parseNumber } from '../../text/number-parse.ts';
import { NumberStyles } from '../../text/number-styles.ts';
import { Char } from '../../values/char.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { integerOfKind, integerRanges } from '../../values/integer-of-kind.ts';
import type { NetType } from '../../values/net-type.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defaultOf } from '../default-value.ts';
import { defineType, type MemberFunction, type MemberTable } from '../define-type.ts';
import { cultureName } from '../format-provider.ts';
import { argumentNull, badArgument, badFormat, invalidCast, overflow } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';
import { base64Of, bytesOfBase64 } from './base64.ts';
import { DBNull } from './db-null.ts';
import { parseOrThrow, rawOf } from './number-members.ts';

/** Target method, type in signatures, kind. */
const targets: readonly (readonly [string, string, NumberKind])[] = [
  ['ToByte', 'byte', NumberKind.Byte],
  ['ToSByte', 'sbyte', NumberKind.SByte],
  ['ToInt16', 'short', NumberKind.Int16],
  ['ToUInt16', 'ushort', NumberKind.UInt16],
  ['ToInt32', 'int', NumberKind.Int32],
  ['ToUInt32', 'uint', NumberKind.UInt32],
  ['ToInt64', 'long', NumberKind.Int64],
  ['ToUInt64', 'ulong', NumberKind.UInt64],
  ['ToSingle', 'float', NumberKind.Single],
  ['ToDouble', 'double', NumberKind.Double],
  ['ToDecimal', 'decimal', NumberKind.Decimal],
];

const sources = [
  'bool',
  'char',
  'sbyte',
  'byte',
  'short',
  'ushort',
  'int',
  'uint',
  'long',
  'ulong',
  'float',
  'double',
  'decimal',
];

const styles: Partial<Record<NumberKind, number>> = {
  [NumberKind.Double]: NumberStyles.Float | NumberStyles.AllowThousands,
  [NumberKind.Single]: NumberStyles.Float | NumberStyles.AllowThousands,
  [NumberKind.Decimal]: NumberStyles.Number,
};

/** A number, bool or char as a kind, rounded to even; null is 0. */
function numberTo(
  engine: EngineContext,
  value: PSValue,
  kind: NumberKind,
  typeName: string,
  provider: PSValue,
): PSValue {
  if (typeof value === 'string')
    return parseOrThrow(engine, kind, value, styles[kind] ?? NumberStyles.Integer, provider);
  const type = typeTable().signatureType(typeName);
  if (value === null || value === undefined) return defaultOf(type);
  try {
    return typeSystemOf(engine).convert(value, type) as PSValue;
  } catch (thrown) {
    const failure = engine.toException(thrown);
    throw failure.innerException ?? invalidCast(failure.message);
  }
}

function withBase(text: string | null, base: number, kind: NumberKind): PSValue {
  if (text === null || text === '') {
    if (text === '')
      throw Object.assign(badArgument('The text is empty.'), { typeName: 'System.ArgumentOutOfRangeException' });
    return integerOfKind(kind, 0n);
  }
  const { width, signed } = integerRanges[kind] ?? { width: 32, signed: true };
  checkBase(base);
  if (base === 10) {
    const parsed = parseNumber(kind, text, NumberStyles.AllowLeadingSign, invariantNumberFormat);
    if (parsed === 'format') throw badFormat(`'${text}' is not a number of base 10.`);
    if (parsed === 'overflow') throw overflow(`'${text}' is too large.`);
    return parsed;
  }
  const digits = base === 16 ? text.replace(/^0x/i, '') : text;
  const allowed = base === 2 ? /^[01]+$/ : base === 8 ? /^[0-7]+$/ : /^[\da-f]+$/i;
  if (!allowed.test(digits)) throw badFormat(`'${text}' is not a number of base ${base}.`);
  const n = BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + digits);
  if (n >= 1n << BigInt(width)) throw overflow(`'${text}' is too large.`);
  return integerOfKind(kind, signed ? BigInt.asIntN(width, n) : n);
}

function checkBase(base: number): void {
  if (![2, 8, 10, 16].includes(base)) throw badArgument('The base must be 2, 8, 10 or 16.', 'base');
}

function inBase(width: number) {
  return (value: PSValue, base: number): string => {
    checkBase(base);
    const n = BigInt(rawOf(value) as number | bigint);
    return base === 10 ? n.toString() : BigInt.asUintN(width, n).toString(base);
  };
}

function numberMembers(): MemberTable {
  const members: Record<string, MemberFunction> = {};
  for (const [name, t, kind] of targets) {
    for (const source of ['object', 'string', ...sources]) {
      members[`static ${name}(${source} value) ${t}`] = function (value) {
        return numberTo(this, source === 'char' ? charCode(value, kind) : value, kind, t, null);
      };
    }
    for (const source of ['object', 'string']) {
      members[`static ${name}(${source} value, IFormatProvider provider) ${t}`] = function (value, provider) {
        return numberTo(this, value, kind, t, provider);
      };
    }
    if (kind < NumberKind.Single)
      members[`static ${name}(string value, int fromBase) ${t}`] = (text: string | null, base: number) =>
        withBase(text, base, kind);
  }
  return members;
}

function charCode(value: PSValue, kind: NumberKind): PSValue {
  if (kind >= NumberKind.Single) throw invalidCast('A char has no counterpart of this type.');
  return value instanceof Char ? value.code : value;
}

function toBoolean(engine: EngineContext, value: PSValue): boolean {
  if (typeof value === 'string') {
    const lower = value.trim().toLowerCase();
    if (lower !== 'true' && lower !== 'false') throw badFormat(`'${value}' is neither True nor False.`);
    return lower === 'true';
  }
  if (value instanceof Char) throw invalidCast('A char has no counterpart of type bool.');
  return typeSystemOf(engine).toBoolean(value);
}

function booleanMembers(): MemberTable {
  const members: Record<string, MemberFunction> = {};
  for (const source of ['object', 'string', ...sources]) {
    members[`static ToBoolean(${source} value) bool`] = function (value) {
      return toBoolean(this, value);
    };
  }
  return members;
}

function charMembers(): MemberTable {
  const members: Record<string, MemberFunction> = {};
  for (const source of ['object', 'string', ...sources]) {
    members[`static ToChar(${source} value) char`] = function (value) {
      if (typeof value === 'string' && value.length !== 1)
        throw badFormat('The text must be exactly one character long.');
      return typeSystemOf(this).convert(value, typeTable().get('System.Char'));
    };
  }
  return members;
}

function textMembers(): MemberTable {
  const members: Record<string, MemberFunction> = {};
  for (const source of ['object', 'string', 'DateTime', ...sources]) {
    members[`static ToString(${source} value) string`] = function (value) {
      return typeSystemOf(this).netText(value);
    };
    members[`static ToString(${source} value, IFormatProvider provider) string`] = function (value, provider) {
      return typeSystemOf(this).netText(value, null, cultureName(this, provider));
    };
  }
  const based: readonly (readonly [string, number])[] = [
    ['byte', 8],
    ['short', 16],
    ['int', 32],
    ['long', 64],
  ];
  for (const [t, width] of based) members[`static ToString(${t} value, int toBase) string`] = inBase(width);
  return members;
}

function changeType(engine: EngineContext, value: PSValue, type: NetType | null): PSValue | Promise<PSValue> {
  if (!type) throw argumentNull('conversionType');
  if (value === null) {
    if (type.isValueType) throw invalidCast('Null cannot be converted to a value type.');
    return null;
  }
  if (typeOf(value) === type) return value;
  const code = targets.find(([, t]) => typeTable().signatureType(t) === type);
  if (code) return numberTo(engine, value, code[2], code[1], null);
  if (type === typeTable().get('System.Boolean')) return toBoolean(engine, value);
  if (type.isEnum || type.namespace !== 'System') throw invalidCast(`The value cannot be converted to [${type}].`);
  return typeSystemOf(engine).convert(value, type);
}

/** System.Convert */
export const convertType = defineType({
  name: 'System.Convert',
  isAbstract: true,
  members: {
    'static field DBNull object': () => DBNull.value,
    ...numberMembers(),
    ...booleanMembers(),
    ...charMembers(),
    ...textMembers(),
    'static ToDateTime(string value) DateTime'(value) {
      return typeSystemOf(this).convert(value, typeTable().get('System.DateTime'));
    },
    'static ToDateTime(object value) DateTime'(value) {
      return typeSystemOf(this).convert(value, typeTable().get('System.DateTime'));
    },
    'static ToDateTime(string value, IFormatProvider provider) DateTime'(value, provider) {
      return typeSystemOf(this).invokeStatic(typeTable().get('System.DateTime'), 'Parse', [value, provider]);
    },
    'static ChangeType(object value, Type conversionType) object'(value, type: NetType | null) {
      return changeType(this, value, type);
    },
    'static ChangeType(object value, Type conversionType, IFormatProvider provider) object'(
      value,
      type: NetType | null,
    ) {
      return changeType(this, value, type);
    },
    'static IsDBNull(object value) bool': (value) => value === DBNull.value,
    'static FromBase64String(string s) byte[]': (s: string | null) => bytesOfBase64(s),
    'static FromHexString(string s) byte[]': (s: string | null) => bytesOfHex(s),
    'static ToBase64String(byte[] inArray) string': (bytes: TypedArray) => base64Of(bytesOf(bytes, 'inArray'), false),
    'static ToBase64String(byte[] inArray, Base64FormattingOptions options) string': (
      bytes: TypedArray,
      options: EnumValue,
    ) => base64Of(bytesOf(bytes, 'inArray'), Number(options.value) === 1),
    'static ToBase64String(byte[] inArray, int offset, int length) string': (
      bytes: TypedArray,
      offset: number,
      length: number,
    ) => base64Of(bytesOf(bytes, 'inArray').subarray(offset, offset + length), false),
    'static ToHexString(byte[] inArray) string': (bytes: TypedArray) => hexOf(bytesOf(bytes, 'inArray')).toUpperCase(),
    'static ToHexString(byte[] inArray, int offset, int length) string': (
      bytes: TypedArray,
      offset: number,
      length: number,
    ) => hexOf(bytesOf(bytes, 'inArray').subarray(offset, offset + length)).toUpperCase(),
    'static ToHexStringLower(byte[] inArray) string': (bytes: TypedArray) => hexOf(bytesOf(bytes, 'inArray')),
  },
});

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

function bytesOfHex(text: string | null): Uint8Array {
  if (text === null) throw argumentNull('s');
  if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text))
    throw badFormat('The text is not made of pairs of hexadecimal digits.');
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}
