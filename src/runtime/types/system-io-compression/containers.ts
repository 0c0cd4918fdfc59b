import { joinBytes } from '../../text/join-bytes.ts';
import { adler32, crc32 } from './checksums.ts';
import { deflate } from './deflate.ts';
import { inflate, invalidData } from './inflate.ts';

/** What stands around deflated data. */
export interface Container {
  pack(data: Uint8Array, store: boolean): Uint8Array;
  unpack(data: Uint8Array): Uint8Array;
}

const little = (n: number): Uint8Array => Uint8Array.of(n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, n >>> 24);
const big = (n: number): Uint8Array => little(n).reverse();

/** Where the deflated data of a gzip member starts (RFC 1952, 2.3). */
function gzipBody(data: Uint8Array, start: number): number {
  if (data[start] !== 0x1f || data[start + 1] !== 0x8b || data[start + 2] !== 8) throw invalidData();
  const flags = data[start + 3] ?? 0;
  let at = start + 10;
  if (flags & 4) at += 2 + ((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8));
  for (const bit of [8, 16]) {
    if ((flags & bit) === 0) continue;
    while (data[at] !== 0 && at < data.length) at++;
    at++;
  }
  return flags & 2 ? at + 2 : at;
}

/** One or more gzip members. */
export const gzip: Container = {
  pack: (data, store) =>
    joinBytes([
      Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
      deflate(data, store),
      little(crc32(data)),
      little(data.length >>> 0),
    ]),
  unpack(data) {
    const parts: Uint8Array[] = [];
    for (let at = 0; at < data.length; ) {
      const { bytes, end } = inflate(data, gzipBody(data, at));
      parts.push(bytes);
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      if (end + 8 > data.length || view.getUint32(end, true) !== crc32(bytes)) throw invalidData();
      at = end + 8;
      // What follows and is no member is padding.
      if (data[at] !== 0x1f) break;
    }
    return joinBytes(parts);
  },
};

/** zlib: two bytes before, Adler-32 behind. */
export const zlib: Container = {
  pack: (data, store) => joinBytes([Uint8Array.of(0x78, 0x9c), deflate(data, store), big(adler32(data))]),
  unpack(data) {
    if (((data[0] ?? 0) & 0x0f) !== 8) throw invalidData();
    return inflate(data, 2).bytes;
  },
};

/** Bare deflated data. */
export const plainDeflate: Container = {
  pack: (data, store) => deflate(data, store),
  unpack: (data) => (data.length === 0 ? data : inflate(data).bytes),
};
