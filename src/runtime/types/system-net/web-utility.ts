import { textEncodings } from '../../text/text-encoding.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import type { TextWriter } from '../system-io/text-writer.ts';
import { htmlDecode, htmlEncode } from './html-entities.ts';

type Text = string | null;

/** Form encoding: blanks as plus, all but letters, digits and `safe` as percent with digits of one case. */
export function urlEncodeBytes(bytes: Uint8Array, safe: RegExp, upper: boolean): string {
  let text = '';
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (byte < 0x80 && safe.test(char)) text += char;
    else if (byte === 0x20) text += '+';
    else {
      const digits = byte.toString(16).padStart(2, '0');
      text += `%${upper ? digits.toUpperCase() : digits}`;
    }
  }
  return text;
}

/** The bytes of a form-encoded text; `encode` turns its other characters into bytes. */
export function urlDecodeBytes(
  text: string,
  encode: (text: string) => Uint8Array = textEncodings.utf8.encode,
): Uint8Array {
  const parts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (char === '+') parts.push(0x20);
    else if (char === '%' && /^[0-9a-fA-F]{2}$/.test(text.slice(i + 1, i + 3))) {
      parts.push(Number.parseInt(text.slice(i + 1, i + 3), 16));
      i += 2;
    } else {
      parts.push(...encode(char));
      i += char.length - 1;
    }
  }
  return Uint8Array.from(parts);
}

const safe = /[A-Za-z0-9\-_.!*()]/;

function piece(array: TypedArray | null, offset: number, count: number): Uint8Array {
  return bytesOf(array, 'value').subarray(offset, offset + count);
}

const ascii = (text: string): Uint8Array => textEncodings.utf8.encode(text);

function writeTo(writer: TextWriter | null, text: string): PSValue | Promise<void> | undefined {
  if (!writer) throw argumentNull('output');
  const done = writer.write(text);
  return done instanceof Promise ? done : undefined;
}

/** System.Net.WebUtility */
export const webUtilityType = defineType({
  name: 'System.Net.WebUtility',
  isAbstract: true,
  isSealed: true,
  members: {
    'static HtmlDecode(string value) string': (text: Text) => (text === null ? null : htmlDecode(text)),
    'static HtmlDecode(string value, TextWriter output) void': (text: Text, writer: TextWriter | null) =>
      writeTo(writer, htmlDecode(text ?? '')),
    'static HtmlEncode(string value) string': (text: Text) => (text === null ? null : htmlEncode(text)),
    'static HtmlEncode(string value, TextWriter output) void': (text: Text, writer: TextWriter | null) =>
      writeTo(writer, htmlEncode(text ?? '')),
    'static UrlDecode(string encodedValue) string': (text: Text) =>
      text === null ? null : textEncodings.utf8.decode(urlDecodeBytes(text)),
    'static UrlDecodeToBytes(byte[] encodedValue, int offset, int count) byte[]': (
      bytes: TypedArray | null,
      offset: number,
      count: number,
    ) => urlDecodeBytes(textEncodings.latin1.decode(piece(bytes, offset, count)), textEncodings.latin1.encode),
    'static UrlEncode(string value) string': (text: Text) =>
      text === null ? null : urlEncodeBytes(textEncodings.utf8.encode(text), safe, true),
    'static UrlEncodeToBytes(byte[] value, int offset, int count) byte[]': (
      bytes: TypedArray | null,
      offset: number,
      count: number,
    ) => ascii(urlEncodeBytes(piece(bytes, offset, count), safe, true)),
  },
});

/** The encoding of an argument, UTF-8 for none. */
export function encodingOf(encoding: NetEncoding | null | undefined) {
  return encoding?.encoding ?? textEncodings.utf8;
}
