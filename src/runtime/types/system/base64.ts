import { argumentNull, badFormat } from '../net-error.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...letters].map((c, i) => [c, i]));

/** Bytes as Base64, in lines of 76 characters where asked for. */
export function base64Of(bytes: Uint8Array, lines: boolean): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const n = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += letters.charAt(n >> 18) + letters.charAt((n >> 12) & 63);
    out += b === undefined ? '=' : letters.charAt((n >> 6) & 63);
    out += c === undefined ? '=' : letters.charAt(n & 63);
  }
  return lines ? (out.match(/.{1,76}/g) ?? []).join('\r\n') : out;
}

/** Base64 as bytes; white space is skipped; FormatException for anything else. */
export function bytesOfBase64(text: string | null): Uint8Array {
  if (text === null) throw argumentNull('s');
  const plain = text.replace(/[\t\n\r ]/g, '');
  const body = plain.replace(/={1,2}$/, '');
  if (plain.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(body)) throw badFormat('The text is not Base64.');
  const out = new Uint8Array((body.length * 3) >> 2);
  let at = 0;
  for (let i = 0; i < body.length; i += 4) {
    let n = 0;
    for (let k = 0; k < 4; k++) n = (n << 6) | (values.get(body.charAt(i + k)) ?? 0);
    for (let shift = 16; shift >= 0 && at < out.length; shift -= 8) out[at++] = (n >> shift) & 255;
  }
  return out;
}
