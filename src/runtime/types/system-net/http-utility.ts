import { textEncodings } from '../../text/text-encoding.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import { bytesOf } from '../sequence.ts';
import type { TextWriter } from '../system-io/text-writer.ts';
import { typeSystemOf } from '../type-system.ts';
import { htmlDecode, htmlEncode } from './html-entities.ts';
import { QueryStringCollection } from './query-string.ts';
import { encodingOf, urlDecodeBytes, urlEncodeBytes } from './web-utility.ts';

type Text = string | null;
type Encoding = NetEncoding | null;

class HttpUtility extends NetObject {}

const safe = /[A-Za-z0-9\-_.!*()]/;

function encode(text: Text, encoding: Encoding = null): string | null {
  return text === null ? null : urlEncodeBytes(encodingOf(encoding).encode(text), safe, false);
}

/** Percent and plus, and `%uXXXX` for one UTF-16 unit. */
function decode(text: Text, encoding: Encoding = null): string | null {
  if (text === null) return null;
  const used = encodingOf(encoding);
  const pieces = text.split(/(%u[0-9a-fA-F]{4})/);
  return pieces
    .map((piece, i) =>
      i % 2 === 1
        ? String.fromCharCode(Number.parseInt(piece.slice(2), 16))
        : used.decode(urlDecodeBytes(piece, (char) => used.encode(char))),
    )
    .join('');
}

const bytesOfText = (text: string): Uint8Array => textEncodings.utf8.encode(text);
const textOfBytes = (bytes: Uint8Array): string => textEncodings.latin1.decode(bytes);

function parseQuery(query: Text, encoding: Encoding = null): QueryStringCollection {
  if (query === null) throw argumentNull('query');
  const found = new QueryStringCollection();
  for (const pair of query.replace(/^\?/, '').split('&')) {
    if (pair === '' && query.replace(/^\?/, '') === '') continue;
    const at = pair.indexOf('=');
    const name = at < 0 ? null : decode(pair.slice(0, at), encoding);
    found.add(name, decode(at < 0 ? pair : pair.slice(at + 1), encoding) ?? '');
  }
  return found;
}

/** Characters of a JavaScript string literal as HttpUtility escapes them. */
function javaScript(text: Text, quotes = false): string {
  const named: Readonly<Record<string, string>> = {
    '\r': '\\r',
    '\t': '\\t',
    '"': '\\"',
    '\\': '\\\\',
    '\n': '\\n',
    '\b': '\\b',
    '\f': '\\f',
  };
  const body = (text ?? '').replace(
    /[\u0000-\u001f"'\\<>&\u0085\u2028\u2029]/g,
    (char) => named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return quotes ? `"${body}"` : body;
}

function piece(array: TypedArray | null, offset: number, count: number): Uint8Array {
  const bytes = bytesOf(array);
  if (offset < 0 || offset > bytes.length) throw outOfRange('offset');
  if (count < 0 || offset + count > bytes.length) throw outOfRange('count');
  return bytes.subarray(offset, offset + count);
}

const decodePiece = (array: TypedArray | null, offset: number, count: number): Uint8Array =>
  urlDecodeBytes(textOfBytes(piece(array, offset, count)), textEncodings.latin1.encode);

/** Percent encoding with `%uXXXX` for what is not ASCII. */
function encodeUnicode(text: string): string {
  let encoded = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const code = text.charCodeAt(i).toString(16);
    if (char === ' ') encoded += '+';
    else if (safe.test(char)) encoded += char;
    else encoded += char > '\u007f' ? `%u${code.padStart(4, '0')}` : `%${code.padStart(2, '0')}`;
  }
  return encoded;
}

const htmlAttributeEncode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');

/** Writes encoded text to a TextWriter. */
function writing(change: (text: string) => string) {
  return (text: Text, output: TextWriter | null): Eventually<undefined> => {
    if (!output) throw argumentNull('output');
    return text === null ? undefined : andThen(output.write(change(text)), () => undefined);
  };
}

const urlMembers: MemberTable = {
  'static ParseQueryString(string query) NameValueCollection': (query: Text) => parseQuery(query),
  'static ParseQueryString(string query, Encoding encoding) NameValueCollection': parseQuery,
  'static UrlDecode(string str) string': (text: Text) => decode(text),
  'static UrlDecode(string str, Encoding e) string': decode,
  'static UrlDecode(byte[] bytes, Encoding e) string': (bytes: TypedArray | null, encoding: Encoding) =>
    encodingOf(encoding).decode(urlDecodeBytes(textOfBytes(bytesOf(bytes)), textEncodings.latin1.encode)),
  'static UrlDecodeToBytes(string str) byte[]': (text: Text) => (text === null ? null : urlDecodeBytes(text)),
  'static UrlDecodeToBytes(byte[] bytes) byte[]': (bytes: TypedArray | null) =>
    urlDecodeBytes(textOfBytes(bytesOf(bytes)), textEncodings.latin1.encode),
  'static UrlEncode(string str) string': (text: Text) => encode(text),
  'static UrlEncode(string str, Encoding e) string': encode,
  'static UrlEncode(byte[] bytes) string': (bytes: TypedArray | null) => urlEncodeBytes(bytesOf(bytes), safe, false),
  'static UrlEncodeToBytes(string str) byte[]': (text: Text) => {
    const encoded = encode(text);
    return encoded === null ? null : bytesOfText(encoded);
  },
  'static UrlEncodeToBytes(byte[] bytes) byte[]': (bytes: TypedArray | null) =>
    bytesOfText(urlEncodeBytes(bytesOf(bytes), safe, false)),
  'static UrlDecode(byte[] bytes, int offset, int count, Encoding e) string': (
    bytes: TypedArray | null,
    offset: number,
    count: number,
    encoding: Encoding,
  ) => encodingOf(encoding).decode(decodePiece(bytes, offset, count)),
  'static UrlDecodeToBytes(string str, Encoding e) byte[]': (text: Text, encoding: Encoding) => {
    const used = encodingOf(encoding);
    return text === null ? null : urlDecodeBytes(text, (char) => used.encode(char));
  },
  'static UrlDecodeToBytes(byte[] bytes, int offset, int count) byte[]': decodePiece,
  'static UrlEncode(byte[] bytes, int offset, int count) string': (
    bytes: TypedArray | null,
    offset: number,
    count: number,
  ) => urlEncodeBytes(piece(bytes, offset, count), safe, false),
  'static UrlEncodeToBytes(string str, Encoding e) byte[]': (text: Text, encoding: Encoding) => {
    const encoded = encode(text, encoding);
    return encoded === null ? null : bytesOfText(encoded);
  },
  'static UrlEncodeToBytes(byte[] bytes, int offset, int count) byte[]': (
    bytes: TypedArray | null,
    offset: number,
    count: number,
  ) => bytesOfText(urlEncodeBytes(piece(bytes, offset, count), safe, false)),
  'static UrlEncodeUnicode(string str) string': (text: Text) => (text === null ? null : encodeUnicode(text)),
  'static UrlEncodeUnicodeToBytes(string str) byte[]': (text: Text) =>
    text === null ? null : bytesOfText(encodeUnicode(text)),
  'static UrlPathEncode(string str) string': (text: Text) => {
    if (text === null) return null;
    const at = text.indexOf('?');
    const path = at < 0 ? text : text.slice(0, at);
    const encoded = path.replace(/[^\x21-\x7e]/gu, (char) =>
      Array.from(bytesOfText(char), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    );
    return encoded + (at < 0 ? '' : text.slice(at));
  },
};

/** System.Web.HttpUtility */
export const httpUtilityType = defineType({
  name: 'System.Web.HttpUtility',
  jsClass: HttpUtility,
  isSealed: true,
  assembly: 'System.Web.HttpUtility',
  members: {
    'new()': () => new HttpUtility(),
    'static HtmlAttributeEncode(string s) string': (text: Text) => (text === null ? null : htmlAttributeEncode(text)),
    'static HtmlAttributeEncode(string s, TextWriter output) void': writing(htmlAttributeEncode),
    'static HtmlDecode(string s, TextWriter output) void': writing(htmlDecode),
    'static HtmlEncode(string s, TextWriter output) void': writing(htmlEncode),
    'static HtmlDecode(string s) string': (text: Text) => (text === null ? null : htmlDecode(text)),
    'static HtmlEncode(string s) string': (text: Text) => (text === null ? null : htmlEncode(text)),
    'static HtmlEncode(object value) string'(value: PSValue) {
      return value === null ? null : htmlEncode(typeSystemOf(this).netText(value));
    },
    'static JavaScriptStringEncode(string value) string': (text: Text) => javaScript(text),
    'static JavaScriptStringEncode(string value, bool addDoubleQuotes) string': javaScript,
    ...urlMembers,
  },
});
