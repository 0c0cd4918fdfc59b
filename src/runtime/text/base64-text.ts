import { decodeBase64, encodeBase64 } from './base64.ts';

/** Base64 of a text's UTF-16LE bytes: what -EncodedCommand takes, and a secret between two ends of PSRP 2.4. */
export function encodeBase64Text(text: string): string {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i * 2] = unit & 0xff;
    bytes[i * 2 + 1] = unit >> 8;
  }
  return encodeBase64(bytes);
}

/** The text behind {@link encodeBase64Text}; undefined for anything else. */
export function decodeBase64Text(text: string): string | undefined {
  const bytes = decodeBase64(text);
  if (!bytes || bytes.length % 2 !== 0) return undefined;
  let secret = '';
  for (let i = 0; i < bytes.length; i += 2) secret += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  return secret;
}
