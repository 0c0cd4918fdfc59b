import { latin1BestFit } from './latin1-best-fit.ts';
import { decodeUtf7, encodeUtf7 } from './utf7.ts';

/** How text becomes bytes and back: what System.Text.Encoding and the -Encoding parameters stand for. */
export interface TextEncoding {
  /** Name as `-Encoding` takes it. */
  readonly name: string;
  /** IANA name (`Encoding.WebName`). */
  readonly webName: string;
  readonly encodingName: string;
  readonly codePage: number;
  /** Byte order mark that a new file starts with; empty for none. */
  readonly preamble: Uint8Array;
  /** Bytes without the preamble. What cannot be expressed becomes `?`. */
  encode(text: string): Uint8Array;
  /** Text of the bytes; a preamble is text too here, see {@link decodeText}. */
  decode(bytes: Uint8Array): string;
}

const utf8Mark = Uint8Array.of(0xef, 0xbb, 0xbf);
const noMark = new Uint8Array();
const question = 0x3f;

const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const decodeUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function encodeSingle(limit: number, closest?: (unit: number) => number | undefined): (text: string) => Uint8Array {
  return (text) => {
    const bytes = new Uint8Array(text.length);
    let at = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      // A surrogate pair is one character and so one question mark.
      if (
        code >= 0xdc00 &&
        code < 0xe000 &&
        i > 0 &&
        text.charCodeAt(i - 1) >= 0xd800 &&
        text.charCodeAt(i - 1) < 0xdc00
      )
        continue;
      bytes[at++] = code < limit ? code : (closest?.(code) ?? question);
    }
    return bytes.subarray(0, at);
  };
}

function decodeSingle(limit: number): (bytes: Uint8Array) => string {
  return (bytes) => {
    let text = '';
    for (const byte of bytes) text += byte < limit ? String.fromCharCode(byte) : '?';
    return text;
  };
}

/** A surrogate without its other half is no character: it becomes U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function encodeUtf16(little: boolean): (text: string) => Uint8Array {
  return (given) => {
    const text = wellFormed(given);
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
    return bytes;
  };
}

function decodeUtf16(little: boolean): (bytes: Uint8Array) => string {
  return (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let text = '';
    for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(view.getUint16(i, little));
    return wellFormed(bytes.length % 2 === 1 ? `${text}\ufffd` : text);
  };
}

function encodeUtf32(little: boolean): (text: string) => Uint8Array {
  return (text) => {
    const points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
    const bytes = new Uint8Array(points.length * 4);
    const view = new DataView(bytes.buffer);
    points.forEach((point, i) => void view.setUint32(i * 4, point, little));
    return bytes;
  };
}

function decodeUtf32(little: boolean): (bytes: Uint8Array) => string {
  return (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let text = '';
    for (let i = 0; i + 3 < bytes.length; i += 4) {
      const point = view.getUint32(i, little);
      text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    }
    return text;
  };
}

/** The encodings that exist here; `utf8` has no byte order mark, as PowerShell 7 writes files. */
export const textEncodings = {
  utf8: {
    name: 'utf8',
    webName: 'utf-8',
    encodingName: 'Unicode (UTF-8)',
    codePage: 65001,
    preamble: noMark,
    encode: encodeUtf8,
    decode: decodeUtf8,
  },
  utf8BOM: {
    name: 'utf8BOM',
    webName: 'utf-8',
    encodingName: 'Unicode (UTF-8)',
    codePage: 65001,
    preamble: utf8Mark,
    encode: encodeUtf8,
    decode: decodeUtf8,
  },
  ascii: {
    name: 'ascii',
    webName: 'us-ascii',
    encodingName: 'US-ASCII',
    codePage: 20127,
    preamble: noMark,
    encode: encodeSingle(0x80),
    decode: decodeSingle(0x80),
  },
  latin1: {
    name: 'latin1',
    webName: 'iso-8859-1',
    encodingName: 'Western European (ISO)',
    codePage: 28591,
    preamble: noMark,
    encode: encodeSingle(0x100, latin1BestFit),
    decode: decodeSingle(0x100),
  },
  unicode: {
    name: 'unicode',
    webName: 'utf-16',
    encodingName: 'Unicode',
    codePage: 1200,
    preamble: Uint8Array.of(0xff, 0xfe),
    encode: encodeUtf16(true),
    decode: decodeUtf16(true),
  },
  bigendianunicode: {
    name: 'bigendianunicode',
    webName: 'utf-16BE',
    encodingName: 'Unicode (Big-Endian)',
    codePage: 1201,
    preamble: Uint8Array.of(0xfe, 0xff),
    encode: encodeUtf16(false),
    decode: decodeUtf16(false),
  },
  utf32: {
    name: 'utf32',
    webName: 'utf-32',
    encodingName: 'Unicode (UTF-32)',
    codePage: 12000,
    preamble: Uint8Array.of(0xff, 0xfe, 0, 0),
    encode: encodeUtf32(true),
    decode: decodeUtf32(true),
  },
  bigendianutf32: {
    name: 'bigendianutf32',
    webName: 'utf-32BE',
    encodingName: 'Unicode (UTF-32 Big-Endian)',
    codePage: 12001,
    preamble: Uint8Array.of(0, 0, 0xfe, 0xff),
    encode: encodeUtf32(false),
    decode: decodeUtf32(false),
  },
  utf7: {
    name: 'utf7',
    webName: 'utf-7',
    encodingName: 'Unicode (UTF-7)',
    codePage: 65000,
    preamble: noMark,
    encode: encodeUtf7,
    decode: decodeUtf7,
  },
} as const satisfies Readonly<Record<string, TextEncoding>>;

const aliases: Readonly<Record<string, TextEncoding>> = {
  default: textEncodings.utf8,
  utf8nobom: textEncodings.utf8,
  oem: textEncodings.utf8,
  ansi: textEncodings.utf8,
  string: textEncodings.unicode,
  unknown: textEncodings.unicode,
  'utf-8': textEncodings.utf8,
  'utf-16': textEncodings.unicode,
  'utf-16le': textEncodings.unicode,
  'utf-16be': textEncodings.bigendianunicode,
  'utf-32': textEncodings.utf32,
  'utf-32be': textEncodings.bigendianutf32,
  'us-ascii': textEncodings.ascii,
  'iso-8859-1': textEncodings.latin1,
};

/** The encoding a name or code page stands for; undefined when there is none such. */
export function findTextEncoding(nameOrPage: string | number): TextEncoding | undefined {
  const all: readonly TextEncoding[] = Object.values(textEncodings);
  if (typeof nameOrPage === 'number') return all.find((encoding) => encoding.codePage === nameOrPage);
  const name = nameOrPage.toLowerCase();
  return all.find((encoding) => encoding.name.toLowerCase() === name) ?? aliases[name];
}

const startsWith = (bytes: Uint8Array, mark: Uint8Array) =>
  mark.length > 0 && mark.every((byte, i) => bytes[i] === byte);

/** The encoding that a byte order mark announces, if there is one. The longer marks are looked for first. */
export function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const { utf32, bigendianutf32, utf8BOM, unicode, bigendianunicode } = textEncodings;
  return [utf32, bigendianutf32, utf8BOM, unicode, bigendianunicode].find((encoding) =>
    startsWith(bytes, encoding.preamble),
  );
}

/** Text of a file's bytes: a byte order mark decides, else the encoding given; the mark is left out. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding = textEncodings.utf8): string {
  const found = markedEncoding(bytes);
  return found ? found.decode(bytes.subarray(found.preamble.length)) : encoding.decode(bytes);
}
