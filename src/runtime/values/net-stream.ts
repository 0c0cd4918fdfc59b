import { NetException } from '../errors/net-exception.ts';
import { NetObject } from './net-object.ts';
import type { Eventually } from './ps-value.ts';

/** System.IO.Stream: bytes that can be read, written or both. Positions and lengths are safe integers. */
export abstract class NetStream extends NetObject {
  isOpen = true;

  abstract get canRead(): boolean;
  abstract get canSeek(): boolean;
  abstract get canWrite(): boolean;
  abstract get length(): number;
  abstract get position(): number;
  abstract set position(value: number);
  /** Up to `count` bytes from the position on; none at the end. */
  abstract read(count: number): Uint8Array;
  abstract write(bytes: Uint8Array): Eventually<void>;
  abstract setLength(length: number): void;

  flush(): Eventually<void> {
    return undefined;
  }

  close(): Eventually<void> {
    this.isOpen = false;
    return undefined;
  }

  /** Everything from the position on. */
  readToEnd(): Uint8Array {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (let part = this.read(81_920); part.length > 0; part = this.read(81_920)) {
      parts.push(part);
      size += part.length;
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

/** ObjectDisposedException */
export function disposed(what: string): NetException {
  const error = new NetException('System.ObjectDisposedException', `The ${what} is closed.`);
  error.properties.set('ObjectName', what);
  return error;
}

/** NotSupportedException of a stream that cannot read, write or seek. */
export function cannot(action: string): NetException {
  return new NetException('System.NotSupportedException', `This stream cannot ${action}.`);
}

/** A stream over bytes in memory: the base of MemoryStream and FileStream. */
export abstract class BufferStream extends NetStream {
  protected buffer: Uint8Array;
  protected size: number;
  protected at = 0;

  constructor(buffer: Uint8Array, size: number) {
    super();
    this.buffer = buffer;
    this.size = size;
  }

  get canSeek(): boolean {
    return this.isOpen;
  }

  get length(): number {
    this.check();
    return this.size;
  }

  get position(): number {
    this.check();
    return this.at;
  }

  set position(value: number) {
    this.check();
    if (value < 0) throw new NetException('System.ArgumentOutOfRangeException', 'A position must not be negative.');
    this.at = value;
  }

  read(count: number): Uint8Array {
    this.check();
    if (!this.canRead) throw cannot('read');
    const end = Math.min(this.at + count, this.size);
    const bytes = this.buffer.subarray(Math.min(this.at, end), end);
    this.at += bytes.length;
    return bytes;
  }

  write(bytes: Uint8Array): Eventually<void> {
    this.check();
    if (!this.canWrite) throw cannot('write');
    const end = this.at + bytes.length;
    this.reserve(end);
    if (this.at > this.size) this.buffer.fill(0, this.size, this.at);
    this.buffer.set(bytes, this.at);
    this.at = end;
    this.size = Math.max(this.size, end);
    return undefined;
  }

  setLength(length: number): void {
    this.check();
    if (!this.canWrite) throw cannot('write');
    this.reserve(length);
    if (length > this.size) this.buffer.fill(0, this.size, length);
    this.size = length;
    this.at = Math.min(this.at, length);
  }

  protected check(): void {
    if (!this.isOpen) throw disposed('stream');
  }

  /** Makes room; doubles so that many small writes stay cheap. */
  protected reserve(length: number): void {
    if (length <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(length, this.buffer.length * 2, 256));
    grown.set(this.buffer.subarray(0, this.size));
    this.buffer = grown;
  }
}

/** System.IO.MemoryStream: over bytes of its own, or over a byte array, which it then cannot outgrow. */
export class MemoryStream extends BufferStream {
  readonly #writable: boolean;
  readonly #fixed: boolean;
  /** Whether GetBuffer may show the bytes. */
  readonly isVisible: boolean;

  constructor(
    source?: { readonly bytes: Uint8Array; readonly writable: boolean; readonly visible: boolean },
    capacity = 0,
  ) {
    super(source?.bytes ?? new Uint8Array(capacity), source?.bytes.length ?? 0);
    this.#writable = source?.writable ?? true;
    this.#fixed = source !== undefined;
    this.isVisible = source?.visible ?? true;
  }

  get canRead(): boolean {
    return this.isOpen;
  }

  get canWrite(): boolean {
    return this.isOpen && this.#writable;
  }

  get capacity(): number {
    this.check();
    return this.buffer.length;
  }

  set capacity(value: number) {
    this.check();
    if (value < this.size)
      throw new NetException('System.ArgumentOutOfRangeException', 'The capacity is below the length.');
    if (value === this.buffer.length) return;
    if (this.#fixed) throw cannot('grow');
    const resized = new Uint8Array(value);
    resized.set(this.buffer.subarray(0, this.size));
    this.buffer = resized;
  }

  /** A copy of all bytes; also of a closed stream. */
  toArray(): Uint8Array {
    return this.buffer.slice(0, this.size);
  }

  /** The bytes themselves, with what is reserved behind them. */
  get wholeBuffer(): Uint8Array {
    return this.buffer;
  }

  protected override reserve(length: number): void {
    if (length > this.buffer.length && this.#fixed) throw cannot('grow');
    super.reserve(length);
  }
}

/** How a file stream gets its bytes out. */
export interface FileSink {
  /** Writes the whole file, or appends. */
  write(bytes: Uint8Array, append: boolean): Eventually<void>;
  /** Called once when the stream is closed. */
  closed(): void;
  /** What is in the file now, if its length is another than the one known. */
  reload(known: number): Uint8Array | undefined;
}

/** System.IO.FileStream: the file is read when it is opened, and written when the stream is flushed or closed. */
export class FileStream extends BufferStream {
  /** Full path. */
  readonly name: string;
  readonly #access: number;
  readonly #sink: FileSink;
  /** Where append mode starts: nothing before it may be overwritten. */
  readonly #appendFrom: number;
  /** Bytes from here on are not in the file yet; undefined when it is up to date. */
  #changedFrom: number | undefined;
  #written: number;

  /** `access`: 1 read, 2 write, or both; `exists` is whether the file already holds the content. */
  constructor(
    name: string,
    content: Uint8Array,
    access: number,
    sink: FileSink,
    options: { append: boolean; exists: boolean },
  ) {
    super(content, content.length);
    this.name = name;
    this.#access = access;
    this.#sink = sink;
    this.#appendFrom = options.append ? content.length : 0;
    if (options.append) this.at = content.length;
    this.#written = content.length;
    this.#changedFrom = options.exists ? undefined : 0;
  }

  get canRead(): boolean {
    return this.isOpen && (this.#access & 1) !== 0;
  }

  get canWrite(): boolean {
    return this.isOpen && (this.#access & 2) !== 0;
  }

  override get position(): number {
    return super.position;
  }

  override set position(value: number) {
    if (value < this.#appendFrom)
      throw new NetException('System.IO.IOException', 'What was in the file before cannot be reached in append mode.');
    super.position = value;
  }

  override get length(): number {
    this.#catchUp();
    return super.length;
  }

  override read(count: number): Uint8Array {
    if (this.at >= this.size) this.#catchUp();
    return super.read(count);
  }

  /** A stream that only reads sees what others have written meanwhile. */
  #catchUp(): void {
    if (this.#access !== 1 || !this.isOpen) return;
    const content = this.#sink.reload(this.size);
    if (!content) return;
    this.buffer = content;
    this.size = content.length;
  }

  override write(bytes: Uint8Array): Eventually<void> {
    const start = Math.min(this.at, this.size);
    super.write(bytes);
    this.#changedFrom = Math.min(this.#changedFrom ?? start, start);
    return undefined;
  }

  override setLength(length: number): void {
    super.setLength(length);
    this.#changedFrom = Math.min(this.#changedFrom ?? length, length, this.#written);
    if (length < this.#written) this.#written = Number.POSITIVE_INFINITY;
  }

  override flush(): Eventually<void> {
    this.check();
    const from = this.#changedFrom;
    if (from === undefined) return undefined;
    const append = from === this.#written && from > 0;
    const bytes = this.buffer.slice(append ? from : 0, this.size);
    this.#changedFrom = undefined;
    this.#written = this.size;
    return this.#sink.write(bytes, append);
  }

  override close(): Eventually<void> {
    if (!this.isOpen) return undefined;
    const done = this.flush();
    this.isOpen = false;
    this.#sink.closed();
    return done;
  }
}
