import { NetException } from '../../errors/net-exception.ts';

/** Why compressed data cannot be read. */
export function invalidData(): NetException {
  return new NetException('System.IO.InvalidDataException', 'The compressed data is damaged or of another kind.');
}

/** Reads bits from the lowest of each byte on (RFC 1951, 3.1.1). */
class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #count = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  take(count: number): number {
    while (this.#count < count) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw invalidData();
      this.#bits |= byte << this.#count;
      this.#count += 8;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#count -= count;
    return value;
  }

  /** Drops the rest of a byte and gives whole bytes. */
  bytes(count: number): Uint8Array {
    this.alignToByte();
    const end = this.#at + count;
    if (end > this.#bytes.length) throw invalidData();
    const piece = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return piece;
  }

  alignToByte(): void {
    // Whole bytes that were read ahead go back.
    this.#at -= this.#count >> 3;
    this.#bits = 0;
    this.#count = 0;
  }

  get position(): number {
    return this.#at;
  }
}

/** A Huffman code as counts by length and symbols in order (RFC 1951, 3.2.2). */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

function makeCode(lengths: readonly number[]): Code {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const starts = new Uint16Array(16);
  for (let i = 1; i < 15; i++) starts[i + 1] = (starts[i] ?? 0) + (counts[i] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const at = starts[length] ?? 0;
    symbols[at] = symbol;
    starts[length] = at + 1;
  });
  return { counts, symbols };
}

function symbolOf(reader: BitReader, { counts, symbols }: Code): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length < 16; length++) {
    code |= reader.take(1);
    const count = counts[length] ?? 0;
    if (code - count < first) return symbols[index + code - first] ?? 0;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw invalidData();
}

/** First length and extra bits of the length symbols from 257 on; the same for distances (RFC 1951, 3.2.5). */
export const lengthBases: readonly number[] = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
export const lengthBits: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
export const distanceBases: readonly number[] = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
export const distanceBits: readonly number[] = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

let fixedCodes: readonly [Code, Code] | undefined;

function fixed(): readonly [Code, Code] {
  fixedCodes ??= [
    makeCode(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
    makeCode(Array.from({ length: 30 }, () => 5)),
  ];
  return fixedCodes;
}

function dynamic(reader: BitReader): readonly [Code, Code] {
  const literals = reader.take(5) + 257;
  const distances = reader.take(5) + 1;
  const count = reader.take(4) + 4;
  const lengths: number[] = new Array(19).fill(0);
  for (let i = 0; i < count; i++) lengths[codeLengthOrder[i] ?? 0] = reader.take(3);
  const code = makeCode(lengths);
  const all: number[] = [];
  while (all.length < literals + distances) {
    const symbol = symbolOf(reader, code);
    if (symbol < 16) all.push(symbol);
    else if (symbol === 16) repeat(all, all.at(-1), reader.take(2) + 3);
    else repeat(all, 0, symbol === 17 ? reader.take(3) + 3 : reader.take(7) + 11);
  }
  return [makeCode(all.slice(0, literals)), makeCode(all.slice(literals, literals + distances))];
}

function repeat(list: number[], value: number | undefined, count: number): void {
  if (value === undefined) throw invalidData();
  for (let i = 0; i < count; i++) list.push(value);
}

/** Output that grows by doubling. */
class Output {
  bytes: Uint8Array = new Uint8Array(1024);
  length = 0;

  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  push(byte: number): void {
    this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  append(more: Uint8Array): void {
    this.reserve(more.length);
    this.bytes.set(more, this.length);
    this.length += more.length;
  }

  copy(distance: number, length: number): void {
    if (distance > this.length) throw invalidData();
    this.reserve(length);
    for (let i = 0; i < length; i++, this.length++) this.bytes[this.length] = this.bytes[this.length - distance] ?? 0;
  }
}

function block(reader: BitReader, out: Output, [literals, distances]: readonly [Code, Code]): void {
  for (;;) {
    const symbol = symbolOf(reader, literals);
    if (symbol === 256) return;
    if (symbol < 256) {
      out.push(symbol);
      continue;
    }
    const length = (lengthBases[symbol - 257] ?? 0) + reader.take(lengthBits[symbol - 257] ?? 0);
    const place = symbolOf(reader, distances);
    const base = distanceBases[place];
    if (base === undefined || length === 0) throw invalidData();
    out.copy(base + reader.take(distanceBits[place] ?? 0), length);
  }
}

/** What a deflate stream (RFC 1951) unpacks to, and where it ends. @throws InvalidDataException */
export function inflate(data: Uint8Array, start = 0): { readonly bytes: Uint8Array; readonly end: number } {
  const reader = new BitReader(data, start);
  const out = new Output();
  let isLast = false;
  while (!isLast) {
    isLast = reader.take(1) === 1;
    const kind = reader.take(2);
    if (kind === 0) stored(reader, out);
    else if (kind === 1) block(reader, out, fixed());
    else if (kind === 2) block(reader, out, dynamic(reader));
    else throw invalidData();
  }
  reader.alignToByte();
  return { bytes: out.bytes.subarray(0, out.length), end: reader.position };
}

function stored(reader: BitReader, out: Output): void {
  const head = reader.bytes(4);
  const length = (head[0] ?? 0) | ((head[1] ?? 0) << 8);
  const check = (head[2] ?? 0) | ((head[3] ?? 0) << 8);
  if ((length ^ check) !== 0xffff) throw invalidData();
  out.append(reader.bytes(length));
}
