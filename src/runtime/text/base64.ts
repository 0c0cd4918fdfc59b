/** Part of the Encoding standard; every host of ours (Node, browsers, workers) has it as a global. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 0x3d;
const SKIP = 0x40;
const BAD = 0xff;

const encodeTable = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const decodeTable = new Uint8Array(256).fill(BAD);
for (let i = 0; i < 64; i++) decodeTable[encodeTable[i] ?? 0] = i;
for (const blank of [0x20, 0x09, 0x0d, 0x0a]) decodeTable[blank] = SKIP;

/** Length of the base64 text of `size` bytes. */
export function base64Length(size: number): number {
  return Math.ceil(size / 3) * 4;
}

/** Writes the base64 text of `bytes` as ASCII into `target` from `at`; gives the position after it. */
export function writeBase64(bytes: Uint8Array, target: Uint8Array, at: number): number {
  const whole = bytes.length - (bytes.length % 3);
  let out = at;
  for (let i = 0; i < whole; i += 3) {
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    target[out++] = encodeTable[group >> 18] as number;
    target[out++] = encodeTable[(group >> 12) & 63] as number;
    target[out++] = encodeTable[(group >> 6) & 63] as number;
    target[out++] = encodeTable[group & 63] as number;
  }
  const rest = bytes.length - whole;
  if (rest > 0) {
    const group = ((bytes[whole] as number) << 16) | (rest === 2 ? (bytes[whole + 1] as number) << 8 : 0);
    target[out++] = encodeTable[group >> 18] as number;
    target[out++] = encodeTable[(group >> 12) & 63] as number;
    target[out++] = rest === 2 ? (encodeTable[(group >> 6) & 63] as number) : PAD;
    target[out++] = PAD;
  }
  return out;
}

/** The bytes of ASCII base64 text; blanks are skipped. Undefined for anything else. */
export function readBase64(text: Uint8Array): Uint8Array | undefined {
  const target = new Uint8Array(Math.floor((text.length * 3) / 4));
  let out = 0;
  let at = 0;
  const quick = text.length - (text.length % 4) - 4;
  while (at < quick) {
    const a = decodeTable[text[at] as number] as number;
    const b = decodeTable[text[at + 1] as number] as number;
    const c = decodeTable[text[at + 2] as number] as number;
    const d = decodeTable[text[at + 3] as number] as number;
    if ((a | b | c | d) > 63) break;
    target[out++] = (a << 2) | (b >> 4);
    target[out++] = (b << 4) | (c >> 2);
    target[out++] = (c << 6) | d;
    at += 4;
  }
  const size = readSlowly(text, at, target, out);
  return size < 0 ? undefined : target.subarray(0, size);
}

/** The tail of {@link readBase64}: blanks and padding; gives the size, -1 for malformed text. */
function readSlowly(text: Uint8Array, from: number, target: Uint8Array, start: number): number {
  let out = start;
  let group = 0;
  let count = 0;
  let padding = 0;
  for (let at = from; at < text.length; at++) {
    const byte = text[at] as number;
    if (byte === PAD) {
      padding++;
      continue;
    }
    const value = decodeTable[byte] as number;
    if (value === SKIP) continue;
    if (value === BAD || padding > 0) return -1;
    group = (group << 6) | value;
    if (++count === 4) {
      target[out++] = group >> 16;
      target[out++] = group >> 8;
      target[out++] = group;
      group = 0;
      count = 0;
    }
  }
  if (count === 1 || (count + padding) % 4 !== 0) return -1;
  if (count >= 2) target[out++] = group >> (count === 2 ? 4 : 10);
  if (count === 3) target[out++] = group >> 2;
  return out;
}

const latin1 = new TextDecoder('latin1');

/** The base64 text of bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  const ascii = new Uint8Array(base64Length(bytes.length));
  writeBase64(bytes, ascii, 0);
  return latin1.decode(ascii);
}

/** The bytes of base64 text, blanks skipped; undefined when it is malformed. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const ascii = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    ascii[i] = unit > 127 ? 0 : unit;
  }
  return readBase64(ascii);
}
