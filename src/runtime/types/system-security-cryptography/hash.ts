import { type Digest, digests } from '../../text/digest/digest.ts';
import { joinBytes } from '../../text/join-bytes.ts';

/** A hash function with its sizes in bytes. */
export interface HashAlgorithm {
  readonly name: string;
  readonly size: number;
  readonly blockSize: number;
  readonly digest: Digest;
}

/** All hash functions. */
export const hashAlgorithms: readonly HashAlgorithm[] = [
  { name: 'MD5', size: 16, blockSize: 64, digest: digests.MD5 },
  { name: 'SHA1', size: 20, blockSize: 64, digest: digests.SHA1 },
  { name: 'SHA256', size: 32, blockSize: 64, digest: digests.SHA256 },
  { name: 'SHA384', size: 48, blockSize: 128, digest: digests.SHA384 },
  { name: 'SHA512', size: 64, blockSize: 128, digest: digests.SHA512 },
];

/** A keyed hash (RFC 2104). */
export function hmac({ blockSize, digest }: HashAlgorithm, key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockSize);
  block.set(key.length > blockSize ? digest(key) : key);
  const inner = digest(joinBytes([block.map((byte) => byte ^ 0x36), message]));
  return digest(joinBytes([block.map((byte) => byte ^ 0x5c), inner]));
}
