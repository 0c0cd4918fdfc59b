import { NetException } from '../../errors/net-exception.ts';
import type { Byte } from '../../values/byte.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { cannot, disposed, type FileStream, MemoryStream, NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import { completedTask } from '../system-threading/task-value.ts';

/** A finished operation as the result of a void method. */
export const done = (work: Eventually<void>): Eventually<PSValue> => andThen(work, () => undefined);

/** The bytes of a byte[] argument, the very ones, so that they can be filled. */
function bufferOf(buffer: TypedArray | null): Uint8Array {
  if (!buffer?.bytes) throw argumentNull('buffer');
  return buffer.bytes;
}

function checkPiece(bytes: Uint8Array, offset: number, count: number): void {
  if (offset < 0) throw outOfRange('offset');
  if (count < 0) throw outOfRange('count');
  if (offset + count > bytes.length) throw badArgument('The piece goes beyond the end of the buffer.');
}

function readInto(self: NetStream, buffer: TypedArray | null, offset: number, count: number): number {
  const bytes = bufferOf(buffer);
  checkPiece(bytes, offset, count);
  const got = self.read(count);
  bytes.set(got, offset);
  return got.length;
}

function write(self: NetStream, buffer: TypedArray | null, offset: number, count: number): Eventually<void> {
  const bytes = bufferOf(buffer);
  checkPiece(bytes, offset, count);
  return self.write(bytes.slice(offset, offset + count));
}

/** Moves the position and answers it. */
export function seek(self: NetStream, offset: number, origin: EnumValue): bigint {
  if (!self.isOpen) throw disposed('stream');
  if (!self.canSeek) throw cannot('seek');
  const starts = [0, self.position, self.length];
  const start = starts[Number(origin.value)];
  if (start === undefined) throw badArgument('There is no such origin.', 'origin');
  const target = start + offset;
  if (target < 0) throw new NetException('System.IO.IOException', 'A stream cannot be moved to before its beginning.');
  self.position = target;
  return BigInt(target);
}

function copyTo(self: NetStream, target: NetStream | null): Eventually<void> {
  if (!target) throw argumentNull('destination');
  if (!target.isOpen) throw disposed('stream');
  return target.write(self.readToEnd().slice());
}

function readExactly(self: NetStream, buffer: TypedArray | null, offset: number, count: number): void {
  let at = 0;
  while (at < count) {
    const got = readInto(self, buffer, offset + at, count - at);
    if (got === 0) throw new NetException('System.IO.EndOfStreamException', 'The stream ends before enough was read.');
    at += got;
  }
}

/** The …Async twins: they are finished when they return. */
const asyncMembers: MemberTable = {
  'CopyToAsync(Stream destination) Task': (self: NetStream, target: NetStream) => completedTask(copyTo(self, target)),
  'CopyToAsync(Stream destination, int bufferSize) Task': (self: NetStream, target: NetStream) =>
    completedTask(copyTo(self, target)),
  'FlushAsync() Task': (self: NetStream) => completedTask(self.flush()),
  'ReadAsync(byte[] buffer, int offset, int count) Task<int>': (
    self: NetStream,
    buffer: TypedArray | null,
    offset: number,
    count: number,
  ) => completedTask(readInto(self, buffer, offset, count)),
  'WriteAsync(byte[] buffer, int offset, int count) Task': (
    self: NetStream,
    buffer: TypedArray | null,
    offset: number,
    count: number,
  ) => completedTask(write(self, buffer, offset, count)),
  'DisposeAsync() ValueTask': (self: NetStream) => completedTask(self.close()),
};

class NullStream extends NetStream {
  get canRead(): boolean {
    return true;
  }

  get canSeek(): boolean {
    return true;
  }

  get canWrite(): boolean {
    return true;
  }

  get length(): number {
    return 0;
  }

  get position(): number {
    return 0;
  }

  set position(_value: number) {}

  read(): Uint8Array {
    return new Uint8Array();
  }

  write(): undefined {
    return undefined;
  }

  setLength(): void {}
}

const nullStream = new NullStream();

/** System.IO.Stream */
export const streamType = defineType({
  name: 'System.IO.Stream',
  base: 'System.MarshalByRefObject',
  interfaces: 'IDisposable, IAsyncDisposable',
  jsClass: NullStream,
  isAbstract: true,
  members: {
    'prop CanRead bool get': (self: NetStream) => self.canRead,
    'prop CanSeek bool get': (self: NetStream) => self.canSeek,
    'prop CanTimeout bool get': () => false,
    'prop CanWrite bool get': (self: NetStream) => self.canWrite,
    'prop Length long get': (self: NetStream) => BigInt(self.length),
    'prop Position long get set': {
      get: (self: NetStream) => BigInt(self.position),
      set: (self: NetStream, value: bigint) => {
        self.position = Number(value);
      },
    },
    'prop ReadTimeout int get': () => {
      throw new NetException('System.InvalidOperationException', 'This stream has no timeouts.');
    },
    'prop WriteTimeout int get': () => {
      throw new NetException('System.InvalidOperationException', 'This stream has no timeouts.');
    },
    'static field Null Stream': () => nullStream,
    'Close() void': (self: NetStream) => done(self.close()),
    'CopyTo(Stream destination) void': (self: NetStream, target: NetStream | null) => done(copyTo(self, target)),
    'CopyTo(Stream destination, int bufferSize) void': (self: NetStream, target: NetStream | null) =>
      done(copyTo(self, target)),
    'Dispose() void': (self: NetStream) => done(self.close()),
    'Flush() void': (self: NetStream) => done(self.flush()),
    'Read(byte[] buffer, int offset, int count) int': readInto,
    'ReadByte() int': (self: NetStream) => self.read(1)[0] ?? -1,
    'ReadExactly(byte[] buffer, int offset, int count) void': readExactly,
    'Seek(long offset, SeekOrigin origin) long': (self: NetStream, offset: bigint, origin: EnumValue) =>
      seek(self, Number(offset), origin),
    'SetLength(long value) void': (self: NetStream, length: bigint) => {
      if (length < 0n) throw outOfRange('value');
      self.setLength(Number(length));
    },
    'static Synchronized(Stream stream) Stream': (stream) => stream,
    'Write(byte[] buffer, int offset, int count) void': (
      self: NetStream,
      buffer: TypedArray | null,
      offset: number,
      count: number,
    ) => done(write(self, buffer, offset, count)),
    'WriteByte(byte value) void': (self: NetStream, value: Byte) => done(self.write(Uint8Array.of(value.value))),
    ...asyncMembers,
  },
});

/** A stream over a byte array that is not copied. */
function over(buffer: TypedArray | null, writable = true, visible = false, index = 0, count?: number): MemoryStream {
  const bytes = bytesOf(buffer, 'buffer');
  if (count !== undefined) checkPiece(bytes, index, count);
  const piece = count === undefined ? bytes : bytes.subarray(index, index + count);
  return new MemoryStream({ bytes: piece, writable, visible });
}

/** System.IO.MemoryStream */
export const memoryStreamType = defineType({
  name: 'System.IO.MemoryStream',
  base: 'System.IO.Stream',
  jsClass: MemoryStream,
  members: {
    'new()': () => new MemoryStream(),
    'new(int capacity)': (capacity: number) => {
      if (capacity < 0) throw outOfRange('capacity');
      return new MemoryStream(undefined, capacity);
    },
    'new(byte[] buffer)': (buffer: TypedArray) => over(buffer),
    'new(byte[] buffer, bool writable)': (buffer: TypedArray, writable: boolean) => over(buffer, writable),
    'new(byte[] buffer, int index, int count)': (buffer: TypedArray, index: number, count: number) =>
      over(buffer, true, false, index, count),
    'new(byte[] buffer, int index, int count, bool writable)': (
      buffer: TypedArray,
      index: number,
      count: number,
      writable: boolean,
    ) => over(buffer, writable, false, index, count),
    'new(byte[] buffer, int index, int count, bool writable, bool publiclyVisible)': (
      buffer: TypedArray,
      index: number,
      count: number,
      writable: boolean,
      visible: boolean,
    ) => over(buffer, writable, visible, index, count),
    'prop Capacity int get set': {
      get: (self: MemoryStream) => self.capacity,
      set: (self: MemoryStream, value: number) => {
        self.capacity = value;
      },
    },
    'GetBuffer() byte[]': (self: MemoryStream) => {
      if (self.isVisible) return self.wholeBuffer;
      throw new NetException('System.UnauthorizedAccessException', 'The bytes behind this stream are not to be shown.');
    },
    'ToArray() byte[]': (self: MemoryStream) => self.toArray(),
    'WriteTo(Stream stream) void': (self: MemoryStream, target: NetStream | null) => {
      if (!target) throw argumentNull('stream');
      return done(target.write(self.toArray()));
    },
  },
});

/** System.IO.FileStream's members; the constructors are in file-open.ts. */
export const fileStreamMembers: MemberTable = {
  'prop IsAsync bool get': () => false,
  'prop Name string get': (self: FileStream) => self.name,
  'Flush(bool flushToDisk) void': (self: FileStream) => done(self.flush()),
  'Lock(long position, long length) void': () => undefined,
  'Unlock(long position, long length) void': () => undefined,
};
