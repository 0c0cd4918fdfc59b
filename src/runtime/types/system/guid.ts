import { NetException } from '../../errors/net-exception.ts';
import type { Byte } from '../../values/byte.ts';
import type { DateTimeOffset } from '../../values/date-time-offset.ts';
import { Guid } from '../../values/guid.ts';
import type { Int16 } from '../../values/int16.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { UInt16 } from '../../values/uint16.ts';
import type { UInt32 } from '../../values/uint32.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { comparisonOperators, orderMembers } from './date-operators.ts';

type Text = string | null;

const hex = (value: number, digits: number): string => (value >>> 0).toString(16).padStart(8, '0').slice(-digits);

/** From the first three groups and eight bytes. */
function fromGroups(a: number, b: number, c: number, rest: readonly number[]): Guid {
  const tail = rest.map((byte) => hex(byte, 2)).join('');
  return new Guid(`${hex(a, 8)}-${hex(b, 4)}-${hex(c, 4)}-${tail.slice(0, 4)}-${tail.slice(4)}`);
}

/** As a cast or the constructor reads it: a text that is no Guid is a FormatException. */
function parse(text: Text): Guid {
  if (text === null) throw argumentNull('input');
  return Guid.parse(text);
}

function parseExact(text: Text, format: Text): Guid {
  if (text === null) throw argumentNull('input');
  if (format === null || !/^[NDBPX]$/i.test(format)) {
    throw new NetException('System.FormatException', 'A GUID has the formats D, N, B, P and X.');
  }
  const guid = Guid.tryParseExact(text, format);
  if (!guid) throw new NetException('System.FormatException', `'${text}' is not a GUID in the format '${format}'.`);
  return guid;
}

function answer(slot: RefSlot, guid: Guid | undefined): boolean {
  slot.value = guid ?? Guid.empty;
  return guid !== undefined;
}

/** Canonical byte order. */
function bigEndian(guid: Guid): Uint8Array {
  const digits = guid.text.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
}

/** Version 7: 48 bits of milliseconds since 1970, then random bits. */
function version7(milliseconds: bigint, random: Uint8Array): Guid {
  if (milliseconds < 0n) throw badArgument('The time must not be before 1970.', 'timestamp');
  const bytes = [...random];
  for (let i = 0; i < 6; i++) bytes[i] = Number((milliseconds >> BigInt(40 - 8 * i)) & 0xffn);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = bytes.map((byte) => hex(byte, 2)).join('');
  return new Guid(text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
}

const byteParameters = [...'defghijk'].map((name) => `byte ${name}`).join(', ');
const numbersIn = (bytes: readonly PSValue[]): number[] => bytes.map((byte) => (byte as Byte).value);

/** System.Guid */
export const guidType = defineType({
  name: 'System.Guid',
  kind: 'struct',
  jsClass: Guid,
  interfaces: 'IComparable, IComparable<Guid>, IEquatable<Guid>, IFormattable, ISpanFormattable',
  defaultValue: () => Guid.empty,
  members: {
    'new(byte[] b)': (bytes: TypedArray) => Guid.fromBytes(bytesOf(bytes, 'b')),
    [`new(uint a, ushort b, ushort c, ${byteParameters})`]: (a: UInt32, b: UInt16, c: UInt16, ...rest: PSValue[]) =>
      fromGroups(a.value, b.value, c.value, numbersIn(rest)),
    'new(int a, short b, short c, byte[] d)': (a: number, b: Int16, c: Int16, d: TypedArray) => {
      const bytes = bytesOf(d, 'd');
      if (bytes.length !== 8) throw badArgument('The last part of a GUID has 8 bytes.', 'd');
      return fromGroups(a, b.value, c.value, [...bytes]);
    },
    [`new(int a, short b, short c, ${byteParameters})`]: (a: number, b: Int16, c: Int16, ...rest: PSValue[]) =>
      fromGroups(a, b.value, c.value, numbersIn(rest)),
    'new(string g)': (text: Text) => {
      if (text === null) throw argumentNull('g');
      return Guid.parse(text);
    },
    'static prop AllBitsSet Guid get': () => Guid.allBitsSet,
    'prop Variant int get': (g: Guid) => Number.parseInt(g.text.charAt(19), 16),
    'prop Version int get': (g: Guid) => Number.parseInt(g.text.charAt(14), 16),
    'static field Empty Guid': () => Guid.empty,
    ...orderMembers('Guid', (v) => v instanceof Guid),
    ...comparisonOperators('Guid'),
    'static CreateVersion7() Guid'() {
      return version7(BigInt(Math.floor(this.clock.now())), this.random.bytes(16));
    },
    'static CreateVersion7(DateTimeOffset timestamp) Guid'(time: DateTimeOffset) {
      return version7(time.toUnixMilliseconds(), this.random.bytes(16));
    },
    'static NewGuid() Guid'() {
      return Guid.fromRandomBytes(this.random.bytes(16));
    },
    'static Parse(string input) Guid': parse,
    'static Parse(string s, IFormatProvider provider) Guid': parse,
    'static ParseExact(string input, string format) Guid': parseExact,
    'ToByteArray() byte[]': (g: Guid) => g.toBytes(),
    'ToByteArray(bool bigEndian) byte[]': (g: Guid, big: boolean) => (big ? bigEndian(g) : g.toBytes()),
    'ToString() string': (g: Guid) => g.text,
    'ToString(string format) string': (g: Guid, format: Text) => g.toText(format ?? ''),
    'ToString(string format, IFormatProvider provider) string': (g: Guid, format: Text) => g.toText(format ?? ''),
    'static TryParse(string s, IFormatProvider provider, ref Guid result) bool': (
      text: Text,
      _provider,
      slot: RefSlot,
    ) => answer(slot, Guid.tryParse(text ?? '')),
    'static TryParse(string input, ref Guid result) bool': (text: Text, slot: RefSlot) =>
      answer(slot, Guid.tryParse(text ?? '')),
    'static TryParseExact(string input, string format, ref Guid result) bool': (
      text: Text,
      format: Text,
      slot: RefSlot,
    ) => answer(slot, Guid.tryParseExact(text ?? '', format ?? '')),
  },
});
