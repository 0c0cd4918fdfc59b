import { joinBytes } from '../../runtime/text/join-bytes.ts';
import { RemoteProtocolError } from './errors.ts';

// MS-PSRP 2.2.4: a message travels as one or more fragments, each with a 21-byte big-endian header:
// ObjectId u64 (from 1, growing), FragmentId u64 (from 0), flags u8 (1 start, 2 end), length u32, blob.
// Fragments of different objects never interleave within one stream of one GUID.

/** Size of a fragment's header. */
export const FRAGMENT_HEADER = 21;

const START = 1;
const END = 2;

/** Writes the fragment of `blob` that begins at `from` with at most `size` bytes of it; gives header and bytes. */
export function encodeFragment(
  objectId: number,
  fragmentId: number,
  blob: Uint8Array,
  from: number,
  size: number,
): Uint8Array {
  const end = Math.min(blob.length, from + size);
  const fragment = new Uint8Array(FRAGMENT_HEADER + end - from);
  const view = new DataView(fragment.buffer);
  view.setBigUint64(0, BigInt(objectId));
  view.setBigUint64(8, BigInt(fragmentId));
  view.setUint8(16, (from === 0 ? START : 0) | (end === blob.length ? END : 0));
  view.setUint32(17, end - from);
  fragment.set(blob.subarray(from, end), FRAGMENT_HEADER);
  return fragment;
}

/** Puts the fragments of one stream together again; the bytes may come in pieces of any size. */
export class Defragmenter {
  readonly #maxObject: number;
  #buffer = new Uint8Array(0);
  #parts: Uint8Array[] = [];
  #size = 0;
  #objectId = 0n;
  #nextFragment = 0n;

  /** `maxObject` is the largest message accepted, in bytes. */
  constructor(maxObject: number) {
    this.#maxObject = maxObject;
  }

  /** Takes bytes and gives the messages they complete. Throws RemoteProtocolError for a broken sequence. */
  push(bytes: Uint8Array): Uint8Array[] {
    const data = this.#buffer.length === 0 ? bytes : joinBytes([this.#buffer, bytes]);
    const whole: Uint8Array[] = [];
    let at = 0;
    while (data.length - at >= FRAGMENT_HEADER) {
      const view = new DataView(data.buffer, data.byteOffset + at, FRAGMENT_HEADER);
      const length = view.getUint32(17);
      if (length > this.#maxObject) throw this.#tooLarge();
      if (data.length - at < FRAGMENT_HEADER + length) break;
      const message = this.#take(view, data.subarray(at + FRAGMENT_HEADER, at + FRAGMENT_HEADER + length));
      if (message) whole.push(message);
      at += FRAGMENT_HEADER + length;
    }
    this.#buffer = at === data.length ? new Uint8Array(0) : data.slice(at);
    return whole;
  }

  #take(header: DataView, blob: Uint8Array): Uint8Array | undefined {
    const objectId = header.getBigUint64(0);
    const fragmentId = header.getBigUint64(8);
    const flags = header.getUint8(16);
    if (objectId === 0n) throw new RemoteProtocolError('A fragment has the object id 0.');
    if (flags & START) {
      if (fragmentId !== 0n)
        throw new RemoteProtocolError(`The first fragment of object ${objectId} is numbered ${fragmentId}.`);
      this.#parts = [];
      this.#size = 0;
      this.#objectId = objectId;
      this.#nextFragment = 0n;
    } else if (objectId !== this.#objectId || fragmentId !== this.#nextFragment) {
      throw new RemoteProtocolError(
        `Fragment ${fragmentId} of object ${objectId} came where fragment ${this.#nextFragment} of object ${this.#objectId} was due.`,
      );
    }
    this.#nextFragment++;
    this.#size += blob.length;
    if (this.#size > this.#maxObject) throw this.#tooLarge();
    this.#parts.push(blob);
    if (!(flags & END)) return undefined;
    const message = this.#parts.length === 1 ? blob : joinBytes(this.#parts);
    this.#parts = [];
    this.#objectId = 0n;
    return message;
  }

  #tooLarge(): RemoteProtocolError {
    return new RemoteProtocolError(`The peer sent an object larger than the limit of ${this.#maxObject} bytes.`);
  }
}
