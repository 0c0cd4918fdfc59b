import { distanceBases, distanceBits, lengthBases, lengthBits } from './inflate.ts';

const MIN_MATCH = 3;
const MAX_MATCH = 258;
const WINDOW = 32_768;
const HASH_SIZE = 1 << 15;
/** How many earlier places with the same three bytes are tried. */
const MAX_CHAIN = 64;

/** Writes bits from the lowest of each byte on. */
class BitWriter {
  #bytes: Uint8Array = new Uint8Array(1024);
  #length = 0;
  #bits = 0;
  #count = 0;

  put(value: number, count: number): void {
    this.#bits |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#push(this.#bits & 0xff);
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  /** A Huffman code, which goes in with its highest bit first. */
  code(value: number, count: number): void {
    let reversed = 0;
    for (let i = 0; i < count; i++) reversed |= ((value >> i) & 1) << (count - 1 - i);
    this.put(reversed, count);
  }

  finish(): Uint8Array {
    if (this.#count > 0) this.#push(this.#bits & 0xff);
    return this.#bytes.slice(0, this.#length);
  }

  /** Whole bytes after the rest of the present one. */
  raw(bytes: Uint8Array): void {
    if (this.#count > 0) this.#push(this.#bits & 0xff);
    this.#bits = 0;
    this.#count = 0;
    for (const byte of bytes) this.#push(byte);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** The fixed code of a literal or length symbol (RFC 1951, 3.2.6). */
function putSymbol(out: BitWriter, symbol: number): void {
  if (symbol < 144) out.code(0x30 + symbol, 8);
  else if (symbol < 256) out.code(0x190 + symbol - 144, 9);
  else if (symbol < 280) out.code(symbol - 256, 7);
  else out.code(0xc0 + symbol - 280, 8);
}

function rowOf(bases: readonly number[], value: number): number {
  let row = bases.length - 1;
  while ((bases[row] ?? 0) > value) row--;
  return row;
}

function putMatch(out: BitWriter, length: number, distance: number): void {
  const row = rowOf(lengthBases, length);
  putSymbol(out, 257 + row);
  out.put(length - (lengthBases[row] ?? 0), lengthBits[row] ?? 0);
  const place = rowOf(distanceBases, distance);
  out.code(place, 5);
  out.put(distance - (distanceBases[place] ?? 0), distanceBits[place] ?? 0);
}

const hashAt = (data: Uint8Array, at: number): number =>
  (((data[at] ?? 0) << 10) ^ ((data[at + 1] ?? 0) << 5) ^ (data[at + 2] ?? 0)) & (HASH_SIZE - 1);

/** Earlier places of the same three bytes: the last one by hash, then backwards. */
class Matcher {
  readonly #data: Uint8Array;
  readonly #heads = new Int32Array(HASH_SIZE).fill(-1);
  readonly #previous: Int32Array;

  constructor(data: Uint8Array) {
    this.#data = data;
    this.#previous = new Int32Array(data.length);
  }

  add(at: number): void {
    if (at + MIN_MATCH > this.#data.length) return;
    const hash = hashAt(this.#data, at);
    this.#previous[at] = this.#heads[hash] ?? -1;
    this.#heads[hash] = at;
  }

  /** The longest earlier piece that goes on here as well. */
  find(at: number): { readonly length: number; readonly distance: number } {
    const data = this.#data;
    const limit = Math.min(MAX_MATCH, data.length - at);
    let best = 0;
    let distance = 0;
    if (limit < MIN_MATCH) return { length: 0, distance };
    let from = this.#heads[hashAt(data, at)] ?? -1;
    for (let tries = 0; from >= 0 && at - from <= WINDOW && tries < MAX_CHAIN; tries++) {
      let length = 0;
      while (length < limit && data[from + length] === data[at + length]) length++;
      if (length > best) {
        best = length;
        distance = at - from;
        if (length === limit) break;
      }
      from = this.#previous[from] ?? -1;
    }
    return { length: best, distance };
  }
}

/** Packs bytes as a deflate stream (RFC 1951); `store` leaves them as they are. */
export function deflate(data: Uint8Array, store = false): Uint8Array {
  return store ? storeAll(data) : packAll(data);
}

function packAll(data: Uint8Array): Uint8Array {
  const out = new BitWriter();
  const matcher = new Matcher(data);
  // One block with the fixed codes.
  out.put(1, 1);
  out.put(1, 2);
  for (let at = 0; at < data.length; ) {
    const { length, distance } = matcher.find(at);
    const taken = length >= MIN_MATCH ? length : 1;
    if (taken > 1) putMatch(out, length, distance);
    else putSymbol(out, data[at] ?? 0);
    for (let i = 0; i < taken; i++) matcher.add(at + i);
    at += taken;
  }
  putSymbol(out, 256);
  return out.finish();
}

function storeAll(data: Uint8Array): Uint8Array {
  const out = new BitWriter();
  let at = 0;
  do {
    const piece = data.subarray(at, at + 0xffff);
    at += piece.length;
    out.put(at >= data.length ? 1 : 0, 1);
    out.put(0, 2);
    const { length } = piece;
    out.raw(Uint8Array.of(length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff));
    out.raw(piece);
  } while (at < data.length);
  return out.finish();
}
