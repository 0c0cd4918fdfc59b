import { md5 } from './md5.ts';
import { sha1 } from './sha1.ts';
import { sha256 } from './sha256.ts';
import { sha384, sha512 } from './sha512.ts';

/** A hash function over a whole message. */
export type Digest = (message: Uint8Array) => Uint8Array;

/** Hash functions by the names that .NET and Get-FileHash give them. */
export const digests = {
  MD5: md5,
  SHA1: sha1,
  SHA256: sha256,
  SHA384: sha384,
  SHA512: sha512,
} as const satisfies Record<string, Digest>;

/** The hash function of a name, case ignored; undefined for unknown ones. */
export function findDigest(name: string): Digest | undefined {
  const wanted = name.toUpperCase().replace('-', '');
  return Object.entries(digests).find(([known]) => known === wanted)?.[1];
}
