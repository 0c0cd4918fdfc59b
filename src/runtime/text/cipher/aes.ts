/** AES in CBC mode with PKCS #7 padding (FIPS 197, SP 800-38A), for keys of 16, 24 or 32 bytes. */

const sBox = new Uint8Array(256);
const inverseBox = new Uint8Array(256);

const doubled = (x: number) => ((x << 1) ^ (x & 0x80 ? 0x1b : 0)) & 0xff;

/** Product in the field of AES. */
function times(a: number, b: number): number {
  let product = 0;
  let factor = a;
  for (let rest = b; rest > 0; rest >>= 1) {
    if (rest & 1) product ^= factor;
    factor = doubled(factor);
  }
  return product;
}

function fillBoxes(): void {
  if (sBox[0] !== 0) return;
  let p = 1;
  let q = 1;
  do {
    p ^= doubled(p);
    q ^= q << 1;
    q ^= q << 2;
    q ^= q << 4;
    q &= 0xff;
    if (q & 0x80) q ^= 0x09;
    const x = q ^ rotated(q, 1) ^ rotated(q, 2) ^ rotated(q, 3) ^ rotated(q, 4) ^ 0x63;
    sBox[p] = x;
    inverseBox[x] = p;
  } while (p !== 1);
  sBox[0] = 0x63;
  inverseBox[0x63] = 0;
}

const rotated = (x: number, by: number) => ((x << by) | (x >> (8 - by))) & 0xff;
const at = (bytes: Uint8Array, index: number) => bytes[index] ?? 0;

/** Round keys: four bytes for each column of each round. */
function expandedKey(key: Uint8Array): Uint8Array {
  fillBoxes();
  const rounds = key.length / 4 + 6;
  const words = new Uint8Array((rounds + 1) * 16);
  words.set(key);
  let constant = 1;
  for (let i = key.length; i < words.length; i += 4) {
    let part = [at(words, i - 4), at(words, i - 3), at(words, i - 2), at(words, i - 1)];
    if (i % key.length === 0) {
      const [a = 0, b = 0, c = 0, d = 0] = part;
      part = [at(sBox, b) ^ constant, at(sBox, c), at(sBox, d), at(sBox, a)];
      constant = doubled(constant);
    } else if (key.length === 32 && i % 32 === 16) part = part.map((byte) => at(sBox, byte));
    for (let j = 0; j < 4; j++) words[i + j] = at(words, i + j - key.length) ^ (part[j] ?? 0);
  }
  return words;
}

function addKey(state: Uint8Array, keys: Uint8Array, round: number): void {
  for (let i = 0; i < 16; i++) state[i] = at(state, i) ^ at(keys, round * 16 + i);
}

/** Substitutes bytes and shifts rows; `direction` is -1 for the way back. */
function substituteAndShift(state: Uint8Array, box: Uint8Array, direction: 1 | -1): void {
  const old = state.slice();
  for (let column = 0; column < 4; column++)
    for (let row = 0; row < 4; row++)
      state[column * 4 + row] = at(box, at(old, ((column + direction * row + 4) % 4) * 4 + row));
}

function mixColumns(state: Uint8Array, factors: readonly number[]): void {
  const old = state.slice();
  for (let column = 0; column < 16; column += 4)
    for (let row = 0; row < 4; row++) {
      let mixed = 0;
      for (let i = 0; i < 4; i++) mixed ^= times(at(old, column + i), factors[(i - row + 4) % 4] ?? 0);
      state[column + row] = mixed;
    }
}

function encryptBlock(state: Uint8Array, keys: Uint8Array): void {
  const rounds = keys.length / 16 - 1;
  addKey(state, keys, 0);
  for (let round = 1; round <= rounds; round++) {
    substituteAndShift(state, sBox, 1);
    if (round < rounds) mixColumns(state, [2, 3, 1, 1]);
    addKey(state, keys, round);
  }
}

function decryptBlock(state: Uint8Array, keys: Uint8Array): void {
  const rounds = keys.length / 16 - 1;
  for (let round = rounds; round >= 1; round--) {
    addKey(state, keys, round);
    if (round < rounds) mixColumns(state, [14, 11, 13, 9]);
    substituteAndShift(state, inverseBox, -1);
  }
  addKey(state, keys, 0);
}

/** Whether AES takes keys of that many bytes. */
export const isKeyLength = (length: number): boolean => length === 16 || length === 24 || length === 32;

/** Encrypts a message. */
export function aesEncrypt(message: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array {
  const keys = expandedKey(key);
  const padding = 16 - (message.length % 16);
  const out = new Uint8Array(message.length + padding).fill(padding);
  out.set(message);
  let previous = iv;
  for (let i = 0; i < out.length; i += 16) {
    const block = out.subarray(i, i + 16);
    for (let j = 0; j < 16; j++) block[j] = at(block, j) ^ at(previous, j);
    encryptBlock(block, keys);
    previous = block;
  }
  return out;
}

/** Decrypts a message; undefined when the padding shows that the key is wrong or the message damaged. */
export function aesDecrypt(message: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array | undefined {
  if (message.length === 0 || message.length % 16 !== 0) return undefined;
  const keys = expandedKey(key);
  const out = message.slice();
  for (let i = 0; i < out.length; i += 16) {
    const block = out.subarray(i, i + 16);
    decryptBlock(block, keys);
    const previous = i === 0 ? iv : message.subarray(i - 16, i);
    for (let j = 0; j < 16; j++) block[j] = at(block, j) ^ at(previous, j);
  }
  const padding = at(out, out.length - 1);
  if (padding < 1 || padding > 16 || out.subarray(-padding).some((byte) => byte !== padding)) return undefined;
  return out.slice(0, -padding);
}
