import type { EnumValue } from '../../values/enum-value.ts';
import { cannot, disposed, NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { type Container, gzip, plainDeflate, zlib } from './containers.ts';

/** A stream that packs what is written to it into another, or unpacks another as it is read. */
abstract class CompressionStream extends NetStream {
  readonly inner: NetStream;
  readonly #container: Container;
  /** CompressionLevel, or undefined for a stream that unpacks. */
  readonly #level: number | undefined;
  readonly #leavesOpen: boolean;
  #parts: Uint8Array[] = [];
  #unpacked: Uint8Array | undefined;
  #at = 0;

  constructor(inner: NetStream, container: Container, level: number | undefined, leavesOpen: boolean) {
    super();
    this.inner = inner;
    this.#container = container;
    this.#level = level;
    this.#leavesOpen = leavesOpen;
  }

  get canRead(): boolean {
    return this.isOpen && this.#level === undefined && this.inner.canRead;
  }

  get canSeek(): boolean {
    return false;
  }

  get canWrite(): boolean {
    return this.isOpen && this.#level !== undefined && this.inner.canWrite;
  }

  get length(): number {
    throw cannot('tell its length');
  }

  get position(): number {
    throw cannot('seek');
  }

  set position(_value: number) {
    throw cannot('seek');
  }

  setLength(): void {
    throw cannot('be cut');
  }

  read(count: number): Uint8Array {
    if (!this.isOpen) throw disposed('stream');
    if (this.#level !== undefined) throw cannot('read');
    if (!this.#unpacked) {
      const packed = this.inner.readToEnd();
      this.#unpacked = packed.length === 0 ? packed : this.#container.unpack(packed);
    }
    const piece = this.#unpacked.subarray(this.#at, this.#at + count);
    this.#at += piece.length;
    return piece;
  }

  write(bytes: Uint8Array): undefined {
    if (!this.isOpen) throw disposed('stream');
    if (this.#level === undefined) throw cannot('write');
    this.#parts.push(bytes);
    return undefined;
  }

  override close(): Eventually<void> {
    if (!this.isOpen) return undefined;
    this.isOpen = false;
    const done = this.#level === undefined ? undefined : this.finish(this.#level);
    return andThen(done, () => (this.#leavesOpen ? undefined : this.inner.close()));
  }

  /** Packs all that was written; nothing written leaves nothing, as in .NET. */
  private finish(level: number): Eventually<void> {
    if (this.#parts.length === 0) return undefined;
    const data = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      data.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    const noCompression = 2;
    return this.inner.write(this.#container.pack(data, level === noCompression));
  }
}

class GZipStream extends CompressionStream {}
class DeflateStream extends CompressionStream {}
class ZLibStream extends CompressionStream {}

type Make = new (
  inner: NetStream,
  container: Container,
  level: number | undefined,
  leavesOpen: boolean,
) => CompressionStream;

function constructors(type: Make, container: Container): MemberTable {
  const byMode = (inner: NetStream | null, mode: EnumValue, leavesOpen = false): CompressionStream => {
    if (!inner) throw argumentNull('stream');
    const compresses = Number(mode.value) === 1;
    if (compresses ? !inner.canWrite : !inner.canRead) {
      throw badArgument(`The stream behind it cannot be ${compresses ? 'written' : 'read'}.`, 'stream');
    }
    return new type(inner, container, compresses ? 0 : undefined, leavesOpen);
  };
  const byLevel = (inner: NetStream | null, level: EnumValue, leavesOpen = false): CompressionStream => {
    if (!inner) throw argumentNull('stream');
    if (!inner.canWrite) throw badArgument('The stream behind it cannot be written.', 'stream');
    return new type(inner, container, Number(level.value), leavesOpen);
  };
  return {
    'new(Stream stream, CompressionMode mode)': byMode,
    'new(Stream stream, CompressionMode mode, bool leaveOpen)': byMode,
    'new(Stream stream, CompressionLevel compressionLevel)': byLevel,
    'new(Stream stream, CompressionLevel compressionLevel, bool leaveOpen)': byLevel,
    'prop BaseStream Stream get': (self: CompressionStream) => (self.isOpen ? self.inner : null),
  };
}

/** GZipStream, DeflateStream, ZLibStream. */
export const compressionTypes = (
  [
    ['GZipStream', GZipStream, gzip],
    ['DeflateStream', DeflateStream, plainDeflate],
    ['ZLibStream', ZLibStream, zlib],
  ] as const
).map(([name, type, container]) =>
  defineType({
    name: `System.IO.Compression.${name}`,
    base: 'System.IO.Stream',
    jsClass: type,
    assembly: 'System.IO.Compression',
    members: constructors(type, container),
  }),
);
