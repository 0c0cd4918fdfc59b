import type { TextEncoding } from '../../text/text-encoding.ts';
import { Char } from '../../values/char.ts';
import { NetObject } from '../../values/net-object.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { bytesOf, writeItems } from '../sequence.ts';

/** System.Text.Decoder: decodes bytes that come in pieces; the start of a character waits for its rest. */
export class Decoder extends NetObject {
  readonly #encoding: TextEncoding;
  #waiting: Uint8Array = new Uint8Array();

  constructor(encoding: TextEncoding) {
    super();
    this.#encoding = encoding;
  }

  /** The text of what is complete; `keeps` remembers the rest. */
  take(bytes: Uint8Array, keeps: boolean, flush = false): string {
    const all = new Uint8Array(this.#waiting.length + bytes.length);
    all.set(this.#waiting);
    all.set(bytes, this.#waiting.length);
    const end = flush ? all.length : all.length - this.#incomplete(all);
    if (keeps) this.#waiting = all.slice(end);
    return this.#encoding.decode(all.subarray(0, end));
  }

  reset(): void {
    this.#waiting = new Uint8Array();
  }

  /** How many bytes at the end start a character that is not whole. */
  #incomplete(bytes: Uint8Array): number {
    const { codePage } = this.#encoding;
    if (codePage === 1200 || codePage === 1201) return bytes.length % 2;
    if (codePage === 12_000 || codePage === 12_001) return bytes.length % 4;
    if (codePage !== 65_001) return 0;
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back] ?? 0;
      if ((byte & 0xc0) === 0x80) continue;
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      return length > back ? back : 0;
    }
    return 0;
  }
}

function piece(array: TypedArray | null, index: number, count: number): Uint8Array {
  const bytes = bytesOf(array, 'bytes');
  if (index < 0 || count < 0) throw outOfRange(index < 0 ? 'byteIndex' : 'byteCount');
  if (index + count > bytes.length) throw outOfRange('bytes');
  return bytes.subarray(index, index + count);
}

function getChars(
  self: Decoder,
  bytes: TypedArray | null,
  index: number,
  count: number,
  chars: TypedArray | null,
  at: number,
  flush = false,
): number {
  if (!chars) throw argumentNull('chars');
  const text = self.take(piece(bytes, index, count), true, flush);
  if (at + text.length > chars.length) throw badArgument('The array is too short for the characters.', 'chars');
  writeItems(
    chars,
    text.split('').map((c) => Char.from(c)),
    at,
  );
  return text.length;
}

/** System.Text.Decoder */
export const decoderType = defineType({
  name: 'System.Text.Decoder',
  jsClass: Decoder,
  isAbstract: true,
  members: {
    'GetCharCount(byte[] bytes, int index, int count) int': (
      self: Decoder,
      bytes: TypedArray | null,
      index: number,
      count: number,
    ) => self.take(piece(bytes, index, count), false).length,
    'GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) int': getChars,
    'GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush) int': getChars,
    'Reset() void': (self: Decoder) => self.reset(),
  },
});
