import type { EngineContext } from '../runtime/engine.ts';
import { NetException } from '../runtime/errors/net-exception.ts';
import { Regex, RegexOptions } from '../runtime/regex/regex.ts';
import { BigInteger } from '../runtime/values/big-integer.ts';
import { Byte } from '../runtime/values/byte.ts';
import { Char } from '../runtime/values/char.ts';
import { DateTime } from '../runtime/values/date-time.ts';
import { DateTimeOffset } from '../runtime/values/date-time-offset.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { decimalToDouble } from '../runtime/values/decimal-conversion.ts';
import { Double, toDouble } from '../runtime/values/double.ts';
import { EnumValue } from '../runtime/values/enum-value.ts';
import { Guid } from '../runtime/values/guid.ts';
import { Hashtable } from '../runtime/values/hashtable.ts';
import { Int16 } from '../runtime/values/int16.ts';
import { NetEnumerable } from '../runtime/values/net-enumerable.ts';
import { OrderedDictionary } from '../runtime/values/ordered-dictionary.ts';
import { ExtendedEntry, PSObject } from '../runtime/values/ps-object.ts';
import type { PSValue } from '../runtime/values/ps-value.ts';
import { SByte } from '../runtime/values/sbyte.ts';
import { Single } from '../runtime/values/single.ts';
import { SwitchParameter } from '../runtime/values/switch-parameter.ts';
import { TypedArray } from '../runtime/values/typed-array.ts';
import { UInt16 } from '../runtime/values/uint16.ts';
import { UInt32 } from '../runtime/values/uint32.ts';
import { UInt64 } from '../runtime/values/uint64.ts';
import { Version } from '../runtime/values/version.ts';

const int64 = (value: bigint) => BigInt.asIntN(64, value) === value;

/** Classes of the engine's own values: they pass through unchanged, in both directions. */
function isEngineValue(value: object): boolean {
  const name = Object.getPrototypeOf(value)?.constructor;
  return engineClasses.has(name) || value instanceof NetEnumerable || value instanceof PSObject || 'netType' in value;
}

const engineClasses = new Set<unknown>([
  Byte,
  SByte,
  Int16,
  UInt16,
  UInt32,
  UInt64,
  Single,
  Double,
  Decimal,
  BigInteger,
  Char,
  DateTime,
  DateTimeOffset,
  Guid,
  Version,
  Regex,
  EnumValue,
  TypedArray,
  SwitchParameter,
]);

/**
 * The script's value for a JS value. The table of docs/embedding.md, read downwards:
 * undefined and null → `$null`; boolean, string → the same; number → Int32 where it is one, else Double; bigint → Int64,
 * BigInteger beyond; Date → DateTime (UTC); Uint8Array → byte[]; RegExp → Regex; Error → Exception; array and Set →
 * object[]; Map → ordered dictionary; plain object → custom object; values of the engine → themselves.
 *
 * @throws TypeError for functions, symbols, promises and objects of other classes
 */
export function toScriptValue(value: unknown, engine: EngineContext): PSValue {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
    case 'string':
      return value;
    case 'number':
      return Object.is(value, -0) || !Number.isInteger(value) ? toDouble(value) : value;
    case 'bigint':
      return int64(value) ? value : BigInteger.of(value);
    case 'object':
      return value === null ? null : objectToScript(value, engine);
    default:
      throw new TypeError(`A JS ${typeof value} cannot become a script value; pass data, or define a command.`);
  }
}

function objectToScript(value: object, engine: EngineContext): PSValue {
  if (Array.isArray(value)) return value.map((item) => toScriptValue(item, engine));
  if (isEngineValue(value)) return value;
  if (value instanceof Date) return DateTime.fromUnixMilliseconds(value.getTime());
  if (value instanceof Uint8Array) return byteArray(value, engine);
  if (value instanceof RegExp) return regexToScript(value);
  if (value instanceof Error) return new NetException('System.Exception', value.message);
  if (value instanceof Set) return [...value].map((item) => toScriptValue(item, engine));
  if (value instanceof Map)
    return OrderedDictionary.from(
      [...value].map(([key, item]) => [toScriptValue(key, engine), toScriptValue(item, engine)] as const),
    );
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype)
    return PSObject.fromEntries(
      Object.entries(value).map(([name, item]) => [name, toScriptValue(item, engine)] as const),
    );
  throw new TypeError(
    `An object of class ${prototype?.constructor?.name} cannot become a script value; pass a plain object.`,
  );
}

function byteArray(bytes: Uint8Array, engine: EngineContext): PSValue {
  const type = engine.resolveType('System.Byte');
  return type ? new TypedArray(type, bytes.slice()) : null;
}

function regexToScript(value: RegExp): Regex {
  let options: number = RegexOptions.None;
  if (value.ignoreCase) options |= RegexOptions.IgnoreCase;
  if (value.multiline) options |= RegexOptions.Multiline;
  if (value.dotAll) options |= RegexOptions.Singleline;
  return new Regex(value.source, options);
}

/** Reads the properties of an object that has no JS form of its own, by name. */
export type PropertyReader = (value: object) => Iterable<readonly [string, PSValue]>;

/** Levels of nested objects of .NET classes that become plain objects; below, their text stands for them. */
const objectDepth = 2;

/**
 * The JS value for a script's value. The table of docs/embedding.md, read downwards:
 * `$null` → null; bool, string → the same; every number that fits a JS number exactly → number, other integers →
 * bigint; decimal → number (nearest); char, Guid, Version, enum → string; DateTime, DateTimeOffset → Date (to the
 * millisecond); byte[] → Uint8Array; arrays and other collections → array; dictionaries → Map; custom objects → plain
 * object; any other object → plain object of its properties.
 *
 * @param read lists the properties of objects of .NET classes
 */
export function toJsValue(value: PSValue, read: PropertyReader, depth = objectDepth): unknown {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return exact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: PSValue) => toJsValue(item, read, depth));
  const scalar = scalarToJs(value);
  if (scalar !== undefined) return scalar;
  if (value instanceof PSObject)
    return value.base === undefined ? notesToJs(value, read, depth) : toJsValue(value.base, read, depth);
  if (value instanceof TypedArray)
    return value.bytes ? value.bytes.slice() : value.toArray().map((item) => toJsValue(item, read, depth));
  if (value instanceof Hashtable || value instanceof OrderedDictionary) {
    const map = new Map<unknown, unknown>();
    for (const entry of value.entries())
      map.set(toJsValue(entry.key, read, depth), toJsValue(entry.value, read, depth));
    return map;
  }
  if (value instanceof NetEnumerable) return Array.from(value, (item) => toJsValue(item, read, depth));
  if (depth <= 0) return String(value);
  const result: Record<string, unknown> = {};
  for (const [name, item] of read(value)) result[name] = toJsValue(item, read, depth - 1);
  return result;
}

const exact = (value: bigint): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

function scalarToJs(value: object): unknown {
  if (value instanceof Double || value instanceof Single || value instanceof Byte || value instanceof SByte)
    return value.value;
  if (value instanceof Int16 || value instanceof UInt16 || value instanceof UInt32) return value.value;
  if (value instanceof UInt64 || value instanceof BigInteger) return exact(value.value);
  if (value instanceof Decimal) return decimalToDouble(value);
  if (value instanceof Char) return String.fromCharCode(value.code);
  if (value instanceof DateTime) return new Date(Number((value.ticks - DateTime.unixEpoch.ticks) / 10_000n));
  if (value instanceof SwitchParameter) return value.isPresent;
  if (value instanceof EnumValue || value instanceof Guid || value instanceof Version) return value.toString();
  if (value instanceof Regex) return value.pattern;
  return undefined;
}

function notesToJs(value: PSObject, read: PropertyReader, depth: number): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const { names, values } = value.properties;
  for (let i = 0; i < names.length; i++) {
    const held = values[i];
    if (!(held instanceof ExtendedEntry)) result[names[i] ?? ''] = toJsValue(held, read, depth);
  }
  for (const [name, item] of read(value)) if (!(name in result)) result[name] = toJsValue(item, read, depth);
  return result;
}
