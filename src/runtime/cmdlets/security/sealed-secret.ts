import { decodeBase64, encodeBase64 } from '../../text/base64.ts';
import { aesDecrypt, aesEncrypt } from '../../text/cipher/aes.ts';
import { textEncodings } from '../../text/text-encoding.ts';

/** What stands before a secret that was encrypted with a key, as PowerShell writes it. */
const header = '76492d1116743f0423413b16050a5345';
const utf16 = textEncodings.unicode;

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function bytesOfHex(hex: string): Uint8Array | undefined {
  if (!/^([0-9a-f]{2})*$/i.test(hex)) return undefined;
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A secret encrypted with a key: version, initialization vector and the encrypted bytes, in base64. */
export function sealSecret(text: string, key: Uint8Array, iv: Uint8Array): string {
  const encrypted = hexOf(aesEncrypt(utf16.encode(text), key, iv));
  return header + encodeBase64(utf16.encode(`2|${encodeBase64(iv)}|${encrypted}`));
}

/** The text of a sealed secret; undefined when it is none or the key is wrong. */
export function unsealSecret(sealed: string, key: Uint8Array): string | undefined {
  if (!sealed.toLowerCase().startsWith(header)) return undefined;
  const packed = decodeBase64(sealed.slice(header.length));
  const [, iv = '', encrypted = ''] = packed ? utf16.decode(packed).split('|') : [];
  const start = decodeBase64(iv);
  const bytes = bytesOfHex(encrypted);
  const plain = start?.length === 16 && bytes ? aesDecrypt(bytes, key, start) : undefined;
  return plain && utf16.decode(plain);
}
