import { bytesOfWords, padded } from './padded.ts';
import { rootFractions } from './round-constants.ts';

/** 64-bit words as pairs of 32-bit ones: high halves at even, low halves at odd places. */
const pairs = (values: readonly bigint[]) =>
  Int32Array.from(values.flatMap((value) => [Number(value >> 32n) | 0, Number(value & 0xffffffffn) | 0]));
let constants: Int32Array | undefined;

/** SHA-512 (FIPS 180-4). */
export function sha512(message: Uint8Array): Uint8Array {
  return hash(message, pairs(rootFractions(8, 2n)), 16);
}

/** SHA-384 (FIPS 180-4). */
export function sha384(message: Uint8Array): Uint8Array {
  return hash(message, pairs(rootFractions(8, 2n, 8)), 12);
}

function hash(message: Uint8Array, state: Int32Array, words: number): Uint8Array {
  constants ??= pairs(rootFractions(80, 3n));
  const view = padded(message, 128, false);
  const w = new Int32Array(160);
  for (let at = 0; at < view.byteLength; at += 128) {
    for (let i = 0; i < 32; i++) w[i] = view.getInt32(at + i * 4);
    expand(w);
    round(state, w, constants);
  }
  return bytesOfWords(state, words, false);
}

/** Carry of a sum of unsigned 32-bit numbers that was made as a double. */
const carry = (sum: number) => (sum / 4294967296) | 0;
const at = (words: Int32Array, index: number) => words[index] ?? 0;

function expand(w: Int32Array): void {
  for (let i = 32; i < 160; i += 2) {
    const ph = at(w, i - 30);
    const pl = at(w, i - 29);
    const qh = at(w, i - 4);
    const ql = at(w, i - 3);
    const s0h = ((ph >>> 1) | (pl << 31)) ^ ((ph >>> 8) | (pl << 24)) ^ (ph >>> 7);
    const s0l = ((pl >>> 1) | (ph << 31)) ^ ((pl >>> 8) | (ph << 24)) ^ ((pl >>> 7) | (ph << 25));
    const s1h = ((qh >>> 19) | (ql << 13)) ^ ((ql >>> 29) | (qh << 3)) ^ (qh >>> 6);
    const s1l = ((ql >>> 19) | (qh << 13)) ^ ((qh >>> 29) | (ql << 3)) ^ ((ql >>> 6) | (qh << 26));
    const low = (at(w, i - 31) >>> 0) + (s0l >>> 0) + (at(w, i - 13) >>> 0) + (s1l >>> 0);
    w[i] = at(w, i - 32) + s0h + at(w, i - 14) + s1h + carry(low);
    w[i + 1] = low | 0;
  }
}

function round(state: Int32Array, w: Int32Array, k: Int32Array): void {
  const v = state.slice();
  for (let i = 0; i < 160; i += 2) {
    const eh = at(v, 8);
    const el = at(v, 9);
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const chh = (eh & at(v, 10)) ^ (~eh & at(v, 12));
    const chl = (el & at(v, 11)) ^ (~el & at(v, 13));
    const t1 = (at(v, 15) >>> 0) + (s1l >>> 0) + (chl >>> 0) + (at(k, i + 1) >>> 0) + (at(w, i + 1) >>> 0);
    const t1h = (at(v, 14) + s1h + chh + at(k, i) + at(w, i) + carry(t1)) | 0;
    const ah = at(v, 0);
    const al = at(v, 1);
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const mh = (ah & at(v, 2)) ^ (ah & at(v, 4)) ^ (at(v, 2) & at(v, 4));
    const ml = (al & at(v, 3)) ^ (al & at(v, 5)) ^ (at(v, 3) & at(v, 5));
    const t1l = t1 >>> 0;
    const top = (s0l >>> 0) + (ml >>> 0) + t1l;
    const e = (at(v, 7) >>> 0) + t1l;
    v.copyWithin(2, 0, 14);
    v[8] = at(v, 8) + t1h + carry(e);
    v[9] = e | 0;
    v[0] = s0h + mh + t1h + carry(top);
    v[1] = top | 0;
  }
  for (let i = 0; i < 16; i += 2) {
    const low = (at(state, i + 1) >>> 0) + (at(v, i + 1) >>> 0);
    state[i] = at(state, i) + at(v, i) + carry(low);
    state[i + 1] = low | 0;
  }
}
