/**
 * The message with the padding of the MD family: a one bit, zeros, and its length in bits at the end.
 *
 * @param blockSize 64, or 128 for the 64-bit variants of SHA-2
 */
export function padded(message: Uint8Array, blockSize: 64 | 128, littleEndian: boolean): DataView {
  const lengthSize = blockSize / 8;
  const total = Math.ceil((message.length + 1 + lengthSize) / blockSize) * blockSize;
  const bytes = new Uint8Array(total);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(total - 8, BigInt(message.length) * 8n, littleEndian);
  return view;
}

/** Words as bytes. */
export function bytesOfWords(words: Iterable<number>, count: number, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(count * 4));
  let at = 0;
  for (const word of words) {
    if (at >= count) break;
    view.setUint32(at * 4, word, littleEndian);
    at++;
  }
  return new Uint8Array(view.buffer);
}
