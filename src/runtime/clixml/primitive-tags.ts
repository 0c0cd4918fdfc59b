import { Byte } from '../values/byte.ts';
import { Char } from '../values/char.ts';
import { DateTime } from '../values/date-time.ts';
import { Decimal } from '../values/decimal.ts';
import { Double, toDouble } from '../values/double.ts';
import { Guid } from '../values/guid.ts';
import { Int16 } from '../values/int16.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SByte } from '../values/sbyte.ts';
import { Single } from '../values/single.ts';
import { TimeSpan } from '../values/time-span.ts';
import { UInt16 } from '../values/uint16.ts';
import { UInt32 } from '../values/uint32.ts';
import { UInt64 } from '../values/uint64.ts';
import { Version } from '../values/version.ts';
import { encodeText } from '../xml/clixml-text.ts';
import { dateTimeText, type LocalOffset, parseDateTime, parseTimeSpan, timeSpanText } from './clixml-dates.ts';
import { doubleText, parseFloating, singleText } from './clixml-numbers.ts';

/** A value that CLIXML writes as one element with text: the tag and its content, encoded. */
export interface PrimitiveText {
  readonly tag: string;
  readonly content: string;
}

type Write = (value: never, localOffset: LocalOffset) => string;

const boxedTags = new Map<unknown, readonly [string, Write]>([
  [Byte, ['By', (v: Byte) => String(v.value)]],
  [SByte, ['SB', (v: SByte) => String(v.value)]],
  [Int16, ['I16', (v: Int16) => String(v.value)]],
  [UInt16, ['U16', (v: UInt16) => String(v.value)]],
  [UInt32, ['U32', (v: UInt32) => String(v.value)]],
  [UInt64, ['U64', (v: UInt64) => String(v.value)]],
  [Single, ['Sg', (v: Single) => singleText(v.value)]],
  [Double, ['Db', (v: Double) => doubleText(v.value)]],
  [Decimal, ['D', decimalText]],
  [Char, ['C', (v: Char) => String(v.code)]],
  [DateTime, ['DT', dateTimeText]],
  [TimeSpan, ['TS', timeSpanText]],
  [Guid, ['G', (v: Guid) => v.text]],
  [Version, ['Version', versionText]],
]);

/** Whether a value is of a simple type: a raw one or an immutable object that has no identity of its own. */
export function isSimpleValue(value: PSValue): boolean {
  return typeof value === 'object' ? value !== null && boxedTags.has(value.constructor) : value !== undefined;
}

/** How CLIXML writes a value of a known simple type; undefined for everything that takes an `Obj`. */
export function primitiveText(value: PSValue, localOffset: LocalOffset): PrimitiveText | undefined {
  switch (typeof value) {
    case 'string':
      return { tag: 'S', content: encodeText(value) };
    case 'boolean':
      return { tag: 'B', content: value ? 'true' : 'false' };
    case 'number':
      return (value | 0) === value && !Object.is(value, -0)
        ? { tag: 'I32', content: String(value) }
        : { tag: 'Db', content: doubleText(value) };
    case 'bigint':
      return { tag: 'I64', content: String(value) };
    case 'object': {
      const row = value === null ? undefined : boxedTags.get(value.constructor);
      // the table pairs each class with a function that takes it
      return row && { tag: row[0], content: row[1](value as never, localOffset) };
    }
    default:
      return undefined;
  }
}

function decimalText(value: Decimal): string {
  const negative = value.mantissa < 0n;
  const digits = (negative ? -value.mantissa : value.mantissa).toString().padStart(value.scale + 1, '0');
  const point = digits.length - value.scale;
  return (negative ? '-' : '') + (value.scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`);
}

function versionText(value: Version): string {
  return [value.major, value.minor, value.build, value.revision].filter((part) => part >= 0).join('.');
}

type Read = (text: string, localOffset: LocalOffset) => PSValue;

/** Reader of an integer tag: the value must lie between the bounds. */
function integer(min: bigint, max: bigint, make: (value: bigint) => PSValue): Read {
  return (text) => {
    if (!/^\s*[+-]?\d+\s*$/.test(text)) return undefined;
    const value = BigInt(text.trim().replace(/^\+/, ''));
    return value < min || value > max ? undefined : make(value);
  };
}

const small = (min: number, max: number, make: (value: number) => PSValue): Read =>
  integer(BigInt(min), BigInt(max), (value) => make(Number(value)));

/**
 * Readers of the tags whose text is the whole value, by tag. They get the text with entities resolved and give
 * undefined for text that is not of the type. Tags with structure (BA, URI, XD, SBK, SS, PR) are the deserializer's.
 */
export const primitiveReaders: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['B', (text) => ({ true: true, '1': true, false: false, '0': false })[text.trim()]],
  ['C', small(0, 0xffff, Char.of)],
  ['By', small(0, 255, Byte.of)],
  ['SB', small(-128, 127, SByte.of)],
  ['I16', small(-32768, 32767, Int16.of)],
  ['U16', small(0, 65535, UInt16.of)],
  ['I32', small(-2147483648, 2147483647, (value) => value)],
  ['U32', small(0, 4294967295, UInt32.of)],
  ['I64', integer(-(1n << 63n), (1n << 63n) - 1n, (value) => value)],
  ['U64', integer(0n, (1n << 64n) - 1n, UInt64.of)],
  ['Sg', (text) => mapped(parseFloating(text), Single.of)],
  ['Db', (text) => mapped(parseFloating(text), toDouble)],
  ['D', parseDecimal],
  ['DT', parseDateTime],
  ['TS', parseTimeSpan],
  [
    'G',
    (text) =>
      mapped(
        /^\s*\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?\s*$/.exec(text)?.[1],
        (t) => new Guid(t.toLowerCase()),
      ),
  ],
  ['Version', parseVersion],
]);

function mapped<A>(value: A | undefined, make: (value: A) => PSValue): PSValue {
  return value === undefined ? undefined : make(value);
}

function parseDecimal(text: string): PSValue {
  const found = /^\s*([+-]?)(\d*)(?:\.(\d*))?\s*$/.exec(text);
  const [, sign, whole = '', fraction = ''] = found ?? [];
  if (!found || whole + fraction === '' || fraction.length > 28) return undefined;
  const mantissa = BigInt(whole + fraction);
  return mantissa > Decimal.maxMantissa ? undefined : Decimal.of(sign === '-' ? -mantissa : mantissa, fraction.length);
}

function parseVersion(text: string): PSValue {
  const found = /^\s*(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?\s*$/.exec(text);
  const [major = 0, minor = 0, build = -1, revision = -1] = (found ?? []).slice(1).map((part) => Number(part ?? -1));
  return found ? new Version(major, minor, build, revision) : undefined;
}
