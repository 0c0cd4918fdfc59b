import { bytesOfWords, padded } from './padded.ts';

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const table = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296) | 0);

/** MD5 (RFC 1321). */
export function md5(message: Uint8Array): Uint8Array {
  const view = padded(message, 64, true);
  const state = new Int32Array([0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]);
  const x = new Int32Array(16);
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) x[i] = view.getInt32(at + i * 4, true);
    round(state, x);
  }
  return bytesOfWords(state, 4, true);
}

function round(state: Int32Array, x: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    let f: number;
    let k: number;
    if (i < 16) [f, k] = [(b & c) | (~b & d), i];
    else if (i < 32) [f, k] = [(d & b) | (~d & c), (5 * i + 1) & 15];
    else if (i < 48) [f, k] = [b ^ c ^ d, (3 * i + 5) & 15];
    else [f, k] = [c ^ (b | ~d), (7 * i) & 15];
    const sum = (a + f + (table[i] ?? 0) + (x[k] ?? 0)) | 0;
    const shift = shifts[(i >> 4) * 4 + (i & 3)] ?? 0;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
}
