import { NetException } from '../../errors/net-exception.ts';
import { type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import type { Byte } from '../../values/byte.ts';
import { Char } from '../../values/char.ts';
import { Decimal } from '../../values/decimal.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import { cannot, disposed, MemoryStream, type NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, badFormat, outOfRange } from '../net-error.ts';
import { bytesOf, itemsOf, writeItems } from '../sequence.ts';
import { rawOf } from '../system/number-members.ts';
import { done, seek } from './stream.ts';

/** System.IO.BinaryReader and BinaryWriter: numbers and texts as bytes, little end first. */
class BinaryAccess extends NetObject {
  readonly stream: NetStream;
  readonly encoding: TextEncoding;
  readonly leavesOpen: boolean;
  isOpen = true;

  constructor(stream: NetStream, encoding: TextEncoding, leavesOpen: boolean) {
    super();
    this.stream = stream;
    this.encoding = encoding;
    this.leavesOpen = leavesOpen;
  }

  close(): Eventually<void> {
    if (!this.isOpen) return undefined;
    this.isOpen = false;
    return this.leavesOpen ? this.stream.flush() : andThen(this.stream.flush(), () => this.stream.close());
  }
}

class BinaryReader extends BinaryAccess {}
class BinaryWriter extends BinaryAccess {}

function make<T extends BinaryAccess>(
  type: new (stream: NetStream, encoding: TextEncoding, leavesOpen: boolean) => T,
  stream: NetStream | null,
  encoding?: NetEncoding | null,
  leavesOpen = false,
): T {
  if (!stream) throw argumentNull('stream');
  if (!stream.isOpen) throw badArgument('The stream is closed.');
  return new type(stream, encoding?.encoding ?? textEncodings.utf8, leavesOpen);
}

/** Exactly `count` bytes. @throws EndOfStreamException when there are fewer */
function take(self: BinaryReader, count: number): Uint8Array {
  if (!self.isOpen) throw disposed('reader');
  const bytes = new Uint8Array(count);
  let at = 0;
  while (at < count) {
    const got = self.stream.read(count - at);
    if (got.length === 0)
      throw new NetException('System.IO.EndOfStreamException', 'The stream ends before enough was read.');
    bytes.set(got, at);
    at += got.length;
  }
  return bytes;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** One character: bytes are taken until they make one. Undefined at the end. */
function takeChar(self: BinaryReader): string | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < 4; i++) {
    const got = self.stream.read(1)[0];
    if (got === undefined) return undefined;
    bytes.push(got);
    const text = self.encoding.decode(Uint8Array.from(bytes));
    if (text.length > 0 && !text.includes('\ufffd')) return text;
  }
  return '\ufffd';
}

function takeChars(self: BinaryReader, count: number): string {
  if (!self.isOpen) throw disposed('reader');
  let text = '';
  while (text.length < count) {
    const char = takeChar(self);
    if (char === undefined) break;
    text += char;
  }
  return text;
}

/** A number in groups of seven bits, the lowest first. */
function takeEncoded(self: BinaryReader, maximumBytes: number): bigint {
  let value = 0n;
  for (let i = 0; i < maximumBytes; i++) {
    const byte = take(self, 1)[0] ?? 0;
    value |= BigInt(byte & 0x7f) << BigInt(7 * i);
    if ((byte & 0x80) === 0) return value;
  }
  throw badFormat('The bytes are no number in groups of seven bits.');
}

function takeDecimal(self: BinaryReader): Decimal {
  const view = viewOf(take(self, 16));
  const part = (at: number): bigint => BigInt(view.getUint32(at, true));
  const mantissa = part(0) | (part(4) << 32n) | (part(8) << 64n);
  const flags = view.getUint32(12, true);
  return Decimal.of(flags & 0x8000_0000 ? -mantissa : mantissa, (flags >>> 16) & 0xff);
}

const charsOf = (text: string): Char[] => text.split('').map((c) => Char.from(c));

const numberReaders: MemberTable = {
  'ReadBoolean() bool': (self: BinaryReader) => take(self, 1)[0] !== 0,
  'ReadByte() byte': (self: BinaryReader) => take(self, 1)[0] ?? 0,
  'ReadDouble() double': (self: BinaryReader) => viewOf(take(self, 8)).getFloat64(0, true),
  'ReadInt16() short': (self: BinaryReader) => viewOf(take(self, 2)).getInt16(0, true),
  'ReadInt32() int': (self: BinaryReader) => viewOf(take(self, 4)).getInt32(0, true),
  'ReadInt64() long': (self: BinaryReader) => viewOf(take(self, 8)).getBigInt64(0, true),
  'ReadSByte() sbyte': (self: BinaryReader) => viewOf(take(self, 1)).getInt8(0),
  'ReadSingle() float': (self: BinaryReader) => viewOf(take(self, 4)).getFloat32(0, true),
  'ReadUInt16() ushort': (self: BinaryReader) => viewOf(take(self, 2)).getUint16(0, true),
  'ReadUInt32() uint': (self: BinaryReader) => viewOf(take(self, 4)).getUint32(0, true),
  'ReadUInt64() ulong': (self: BinaryReader) => viewOf(take(self, 8)).getBigUint64(0, true),
  'ReadDecimal() decimal': takeDecimal,
};

function readInto(self: BinaryReader, buffer: TypedArray | null, index: number, count: number): number {
  if (!buffer) throw argumentNull('buffer');
  if (index < 0 || count < 0) throw outOfRange(index < 0 ? 'index' : 'count');
  if (index + count > buffer.length) throw badArgument('The piece goes beyond the end of the buffer.');
  if (buffer.bytes) {
    const got = self.stream.read(count);
    buffer.bytes.set(got, index);
    return got.length;
  }
  const text = takeChars(self, count);
  writeItems(buffer, charsOf(text), index);
  return text.length;
}

function peekChar(self: BinaryReader): number {
  if (!self.stream.canSeek) return -1;
  const at = self.stream.position;
  const char = takeChar(self);
  self.stream.position = at;
  return char === undefined ? -1 : char.charCodeAt(0);
}

const binaryReaderType = defineType({
  name: 'System.IO.BinaryReader',
  interfaces: 'IDisposable',
  jsClass: BinaryReader,
  members: {
    'new(Stream input)': (stream: NetStream) => make(BinaryReader, stream),
    'new(Stream input, Encoding encoding)': (stream: NetStream, encoding: NetEncoding) =>
      make(BinaryReader, stream, encoding),
    'new(Stream input, Encoding encoding, bool leaveOpen)': (
      stream: NetStream,
      encoding: NetEncoding,
      leavesOpen: boolean,
    ) => make(BinaryReader, stream, encoding, leavesOpen),
    'prop BaseStream Stream get': (self: BinaryReader) => self.stream,
    'Close() void': (self: BinaryReader) => done(self.close()),
    'Dispose() void': (self: BinaryReader) => done(self.close()),
    'PeekChar() int': peekChar,
    'Read() int': (self: BinaryReader) => takeChar(self)?.charCodeAt(0) ?? -1,
    'Read(byte[] buffer, int index, int count) int': readInto,
    'Read(char[] buffer, int index, int count) int': readInto,
    'Read7BitEncodedInt() int': (self: BinaryReader) => Number(BigInt.asIntN(32, takeEncoded(self, 5))),
    'Read7BitEncodedInt64() long': (self: BinaryReader) => BigInt.asIntN(64, takeEncoded(self, 10)),
    'ReadBytes(int count) byte[]': (self: BinaryReader, count: number) => {
      if (!self.isOpen) throw disposed('reader');
      if (count < 0) throw outOfRange('count');
      return self.stream.read(count).slice();
    },
    'ReadChar() char': (self: BinaryReader) => {
      const char = takeChar(self);
      if (char === undefined) throw new NetException('System.IO.EndOfStreamException', 'The stream is at its end.');
      return Char.from(char);
    },
    'ReadChars(int count) char[]': (self: BinaryReader, count: number) => charsOf(takeChars(self, count)),
    'ReadString() string': (self: BinaryReader) => self.encoding.decode(take(self, Number(takeEncoded(self, 5)))),
    ...numberReaders,
  },
});

function put(self: BinaryWriter, bytes: Uint8Array): Eventually<PSValue> {
  if (!self.isOpen) throw disposed('writer');
  return done(self.stream.write(bytes));
}

function encoded(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function fixed(size: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  fill(viewOf(bytes));
  return bytes;
}

function decimalBytes({ mantissa, scale }: Decimal): Uint8Array {
  const size = mantissa < 0n ? -mantissa : mantissa;
  return fixed(16, (view) => {
    for (let i = 0; i < 3; i++) view.setUint32(i * 4, Number((size >> BigInt(32 * i)) & 0xffff_ffffn), true);
    view.setUint32(12, ((scale << 16) | (mantissa < 0n ? 0x8000_0000 : 0)) >>> 0, true);
  });
}

const raw = (value: PSValue): number => Number(rawOf(value));
const big = (value: PSValue): bigint => BigInt(rawOf(value) as number | bigint);

/** How each number type is written. */
const numberWriters: Readonly<Record<string, (value: PSValue) => Uint8Array>> = {
  float: (v) => fixed(4, (view) => view.setFloat32(0, raw(v), true)),
  ulong: (v) => fixed(8, (view) => view.setBigUint64(0, big(v), true)),
  long: (v) => fixed(8, (view) => view.setBigInt64(0, big(v), true)),
  uint: (v) => fixed(4, (view) => view.setUint32(0, raw(v), true)),
  int: (v) => fixed(4, (view) => view.setInt32(0, raw(v), true)),
  ushort: (v) => fixed(2, (view) => view.setUint16(0, raw(v), true)),
  short: (v) => fixed(2, (view) => view.setInt16(0, raw(v), true)),
  double: (v) => fixed(8, (view) => view.setFloat64(0, raw(v), true)),
  sbyte: (v) => fixed(1, (view) => view.setInt8(0, raw(v))),
  byte: (v) => Uint8Array.of((v as Byte).value),
  bool: (v) => Uint8Array.of(v ? 1 : 0),
  decimal: (v) => decimalBytes(v as Decimal),
};

const numberWriterMembers: MemberTable = Object.fromEntries(
  Object.entries(numberWriters).map(([type, bytes]) => [
    `Write(${type} value) void`,
    (self: BinaryWriter, value: PSValue) => put(self, bytes(value)),
  ]),
);

const charText = (buffer: PSValue): string =>
  itemsOf(buffer, 'chars')
    .map((c) => (c instanceof Char ? c.text : ''))
    .join('');

const binaryWriterType = defineType({
  name: 'System.IO.BinaryWriter',
  interfaces: 'IDisposable, IAsyncDisposable',
  jsClass: BinaryWriter,
  members: {
    'new(Stream output)': (stream: NetStream) => make(BinaryWriter, stream),
    'new(Stream output, Encoding encoding)': (stream: NetStream, encoding: NetEncoding) =>
      make(BinaryWriter, stream, encoding),
    'new(Stream output, Encoding encoding, bool leaveOpen)': (
      stream: NetStream,
      encoding: NetEncoding,
      leavesOpen: boolean,
    ) => make(BinaryWriter, stream, encoding, leavesOpen),
    'prop BaseStream Stream get': (self: BinaryWriter) => self.stream,
    'static field Null BinaryWriter': () => make(BinaryWriter, new MemoryStream()),
    'Close() void': (self: BinaryWriter) => done(self.close()),
    'Dispose() void': (self: BinaryWriter) => done(self.close()),
    'Flush() void': (self: BinaryWriter) => done(self.stream.flush()),
    'Seek(int offset, SeekOrigin origin) long': (self: BinaryWriter, offset: number, origin: EnumValue) => {
      if (!self.stream.canSeek) throw cannot('seek');
      return seek(self.stream, offset, origin);
    },
    'Write(string value) void': (self: BinaryWriter, text: string | null) => {
      if (text === null) throw argumentNull('value');
      const bytes = self.encoding.encode(text);
      return andThen(put(self, encoded(BigInt(bytes.length))), () => put(self, bytes));
    },
    ...numberWriterMembers,
    'Write(char ch) void': (self: BinaryWriter, char: Char) => put(self, self.encoding.encode(char.text)),
    'Write(char[] chars) void': (self: BinaryWriter, chars) => put(self, self.encoding.encode(charText(chars))),
    'Write(char[] chars, int index, int count) void': (self: BinaryWriter, chars, index: number, count: number) =>
      put(self, self.encoding.encode(charText(chars).slice(index, index + count))),
    'Write(byte[] buffer) void': (self: BinaryWriter, buffer: TypedArray | null) =>
      put(self, bytesOf(buffer, 'buffer').slice()),
    'Write(byte[] buffer, int index, int count) void': (
      self: BinaryWriter,
      buffer: TypedArray | null,
      index: number,
      count: number,
    ) => {
      const bytes = bytesOf(buffer, 'buffer');
      if (index < 0 || count < 0) throw outOfRange(index < 0 ? 'index' : 'count');
      if (index + count > bytes.length) throw badArgument('The piece goes beyond the end of the buffer.');
      return put(self, bytes.slice(index, index + count));
    },
    'Write7BitEncodedInt(int value) void': (self: BinaryWriter, value: number) =>
      put(self, encoded(BigInt.asUintN(32, BigInt(value)))),
    'Write7BitEncodedInt64(long value) void': (self: BinaryWriter, value: bigint) =>
      put(self, encoded(BigInt.asUintN(64, value))),
  },
});

/** BinaryReader and BinaryWriter. */
export const binaryTypes = [binaryReaderType, binaryWriterType];
