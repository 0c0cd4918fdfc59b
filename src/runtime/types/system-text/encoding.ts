import { NetException } from '../../errors/net-exception.ts';
import { codePageEncoding, isSingleBytePage } from '../../text/code-page-encoding.ts';
import { type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import { Char } from '../../values/char.ts';
import { NetEncoding } from '../../values/net-encoding.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { bytesOf, itemsOf, writeItems } from '../sequence.ts';
import { Decoder } from './decoder.ts';
import {
  decoderReplacement,
  encoderReplacement,
  type Fallback,
  strictFallbacks,
  unicodeFallbacks,
  withFallbacks,
} from './encoding-fallback.ts';
import { allEncodings } from './encoding-info.ts';

const objects = new Map<TextEncoding, NetEncoding>();

/** The classes of the encodings that exist once; those that scripts make with `new` have plainer ones. */
const sealedNames: Readonly<Record<string, string>> = {
  utf8: 'System.Text.UTF8Encoding+UTF8EncodingSealed',
  utf8BOM: 'System.Text.UTF8Encoding+UTF8EncodingSealed',
  ascii: 'System.Text.ASCIIEncoding+ASCIIEncodingSealed',
  latin1: 'System.Text.Latin1Encoding+Latin1EncodingSealed',
};

/** The class by encoding. */
function classOf({ encoding }: NetEncoding): string {
  const name = encoding.name.replace(' strict', '');
  const known: Readonly<Record<string, string>> = {
    utf8: 'UTF8Encoding',
    utf8BOM: 'UTF8Encoding',
    ascii: 'ASCIIEncoding',
    latin1: 'Latin1Encoding',
    unicode: 'UnicodeEncoding',
    bigendianunicode: 'UnicodeEncoding',
    utf32: 'UTF32Encoding',
    bigendianutf32: 'UTF32Encoding',
  };
  const page = isSingleBytePage(encoding.codePage) ? 'SBCSCodePageEncoding' : 'DBCSCodePageEncoding';
  return `System.Text.${known[name] ?? page}`;
}

/** The one object that stands for an encoding. */
export function encodingObject(encoding: TextEncoding): NetEncoding {
  let found = objects.get(encoding);
  if (!found) {
    found = new NetEncoding(encoding, sealedNames[encoding.name]);
    objects.set(encoding, found);
  }
  return found;
}

const byteArray = (bytes: Uint8Array) => new TypedArray(coreTypes().byte, bytes.slice());

function text(value: string | null, name = 's'): string {
  if (value === null) throw argumentNull(name);
  return value;
}

/** A piece of bytes. */
function piece(array: TypedArray | null, index: number, count: number): Uint8Array {
  const bytes = bytesOf(array, 'bytes');
  if (index < 0) throw outOfRange('index');
  if (count < 0) throw outOfRange('count');
  if (index + count > bytes.length) throw outOfRange('bytes', 'The piece goes beyond the end of the array.');
  return bytes.subarray(index, index + count);
}

function slice(value: string, index: number, count: number): string {
  if (index < 0) throw outOfRange('index');
  if (count < 0) throw outOfRange('count');
  if (index + count > value.length) throw outOfRange('s', 'The piece goes beyond the end of the text.');
  return value.slice(index, index + count);
}

function charsText(array: PSValue): string {
  return itemsOf(array, 'chars')
    .map((c) => (c instanceof Char ? c.text : ''))
    .join('');
}

const chars = (value: string): Char[] => Array.from({ length: value.length }, (_, i) => Char.of(value.charCodeAt(i)));

function putBytes(bytes: Uint8Array, target: TypedArray | null, at: number): number {
  const into = bytesOf(target, 'bytes');
  if (at < 0 || at > into.length) throw outOfRange('byteIndex');
  if (at + bytes.length > into.length) throw badArgument('The array is too short for the bytes.', 'bytes');
  into.set(bytes, at);
  return bytes.length;
}

function putChars(value: string, target: TypedArray | null, at: number): number {
  if (!target) throw argumentNull('chars');
  if (at < 0 || at > target.length) throw outOfRange('charIndex');
  if (at + value.length > target.length) throw badArgument('The array is too short for the characters.', 'chars');
  writeItems(target, chars(value), at);
  return value.length;
}

/** Encodings by the names that .NET knows. */
const names: Readonly<Record<string, TextEncoding>> = {
  'utf-8': textEncodings.utf8BOM,
  'unicode-1-1-utf-8': textEncodings.utf8BOM,
  'x-unicode-1-1-utf-8': textEncodings.utf8BOM,
  'utf-16': textEncodings.unicode,
  'utf-16le': textEncodings.unicode,
  unicode: textEncodings.unicode,
  ucs2: textEncodings.unicode,
  'iso-10646-ucs-2': textEncodings.unicode,
  'utf-16be': textEncodings.bigendianunicode,
  unicodefffe: textEncodings.bigendianunicode,
  'utf-32': textEncodings.utf32,
  'utf-32le': textEncodings.utf32,
  'utf-32be': textEncodings.bigendianutf32,
  ascii: textEncodings.ascii,
  'us-ascii': textEncodings.ascii,
  'iso646-us': textEncodings.ascii,
  us: textEncodings.ascii,
  latin1: textEncodings.latin1,
  l1: textEncodings.latin1,
  'iso-8859-1': textEncodings.latin1,
  iso_8859_1: textEncodings.latin1,
};

const byPage = new Map(Object.values(names).map((encoding) => [encoding.codePage, encoding]));

function byName(name: string | null): TextEncoding {
  const wanted = text(name, 'name').toLowerCase();
  const found = names[wanted] ?? codePageEncoding(wanted);
  if (found) return found;
  if (wanted === 'utf-7') throw noUtf7();
  throw badArgument(`There is no encoding "${name}" here.`, 'name');
}

function noUtf7(): NetException {
  return new NetException('System.NotSupportedException', 'The encoding UTF-7 is not supported: it is not safe.');
}

function byNumber(page: number): TextEncoding {
  if (page < 0 || page > 65_535) throw outOfRange('codepage', 'A code page is between 0 and 65535.');
  if (page === 0) return textEncodings.utf8;
  const found = byPage.get(page) ?? codePageEncoding(page);
  if (found) return found;
  if (page === 65_000) throw noUtf7();
  throw new NetException('System.NotSupportedException', `There is no encoding for code page ${page} here.`);
}

function withFallback(encoding: TextEncoding, encoder: Fallback, decoder: Fallback): NetEncoding {
  const made = new NetEncoding(withFallbacks(encoding, encoder, decoder));
  made.encoderFallback = encoder;
  made.decoderFallback = decoder;
  return made;
}

/** Most bytes a UTF-16 unit needs, and what is added for a rest. */
function maxBytes({ encoding }: NetEncoding, count: number): number {
  const page = encoding.codePage;
  const perUnit = page === 65_001 ? 3 : page === 1200 || page === 1201 ? 2 : page >= 12_000 && page <= 12_001 ? 4 : 1;
  return (count + 1) * (perUnit === 1 && !isSingle(encoding) ? 2 : perUnit);
}

function maxChars({ encoding }: NetEncoding, count: number): number {
  const page = encoding.codePage;
  if (page === 65_001) return count + 1;
  if (page === 1200 || page === 1201) return Math.trunc(count / 2) + (count & 1) + 1;
  return page === 12_000 || page === 12_001 ? Math.trunc(count / 2) + 2 : count;
}

const isSingle = ({ codePage }: TextEncoding): boolean =>
  codePage === 20_127 || codePage === 28_591 || isSingleBytePage(codePage);

/** Which of the four questions about browsers and mail an encoding answers with yes. */
function isFor(self: NetEncoding, use: 'display' | 'save' | 'mail'): boolean {
  const page = self.encoding.codePage;
  if (page === 65_001 || page === 28_591 || page === 1252) return true;
  if (page === 20_127) return use === 'mail';
  return page === 1200 && use === 'save';
}

const facts: MemberTable = {
  // Scripts cannot hold a span, so reading it gives nothing.
  'prop Preamble ReadOnlySpan<byte> get': () => null,
  'prop BodyName string get': (self: NetEncoding) => self.encoding.webName,
  'prop EncodingName string get': (self: NetEncoding) => self.encoding.encodingName,
  'prop HeaderName string get': (self: NetEncoding) => self.encoding.webName,
  'prop WebName string get': (self: NetEncoding) => self.encoding.webName,
  'prop WindowsCodePage int get': (self: NetEncoding) => (isSingle(self.encoding) ? 1252 : 1200),
  'prop IsBrowserDisplay bool get': (self: NetEncoding) => isFor(self, 'display'),
  'prop IsBrowserSave bool get': (self: NetEncoding) => isFor(self, 'save'),
  'prop IsMailNewsDisplay bool get': (self: NetEncoding) => isFor(self, 'mail'),
  'prop IsMailNewsSave bool get': (self: NetEncoding) => isFor(self, 'mail'),
  'prop IsSingleByte bool get': (self: NetEncoding) => isSingle(self.encoding),
  'prop EncoderFallback EncoderFallback get': (self: NetEncoding) =>
    self.encoderFallback ?? (isSingle(self.encoding) ? encoderReplacement : unicodeFallbacks.encoder),
  'prop DecoderFallback DecoderFallback get': (self: NetEncoding) =>
    self.decoderFallback ?? (isSingle(self.encoding) ? decoderReplacement : unicodeFallbacks.decoder),
  'prop IsReadOnly bool get': (self: NetEncoding) => self.isReadOnly,
  'prop CodePage int get': (self: NetEncoding) => self.encoding.codePage,
};

const statics: MemberTable = {
  'static prop ASCII Encoding get': () => encodingObject(textEncodings.ascii),
  'static prop BigEndianUnicode Encoding get': () => encodingObject(textEncodings.bigendianunicode),
  'static prop Default Encoding get': () => encodingObject(textEncodings.utf8),
  'static prop Latin1 Encoding get': () => encodingObject(textEncodings.latin1),
  'static prop Unicode Encoding get': () => encodingObject(textEncodings.unicode),
  'static prop UTF32 Encoding get': () => encodingObject(textEncodings.utf32),
  'static prop UTF8 Encoding get': () => encodingObject(textEncodings.utf8BOM),
  'static Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes) byte[]': (
    from: NetEncoding,
    to: NetEncoding,
    bytes: TypedArray | null,
  ) => to.encoding.encode(from.encoding.decode(bytesOf(bytes))),
  'static Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes, int index, int count) byte[]': (
    from: NetEncoding,
    to: NetEncoding,
    bytes: TypedArray | null,
    index: number,
    count: number,
  ) => to.encoding.encode(from.encoding.decode(piece(bytes, index, count))),
  'static GetEncodings() EncodingInfo[]': () => allEncodings(encodingObject),
  'static GetEncoding(string name) Encoding': (name: string | null) => encodingObject(byName(name)),
  'static GetEncoding(int codepage) Encoding': (page: number) => encodingObject(byNumber(page)),
  'static GetEncoding(string name, EncoderFallback encoderFallback, DecoderFallback decoderFallback) Encoding': (
    name: string | null,
    encoder: Fallback,
    decoder: Fallback,
  ) => withFallback(byName(name), encoder, decoder),
  'static GetEncoding(int codepage, EncoderFallback encoderFallback, DecoderFallback decoderFallback) Encoding': (
    page: number,
    encoder: Fallback,
    decoder: Fallback,
  ) => withFallback(byNumber(page), encoder, decoder),
  'static RegisterProvider(object provider) void': () => undefined,
};

const writing: MemberTable = {
  'GetByteCount(char[] chars) int': (self: NetEncoding, array) => self.encoding.encode(charsText(array)).length,
  'GetByteCount(string s) int': (self: NetEncoding, value: string | null) => self.encoding.encode(text(value)).length,
  'GetByteCount(char[] chars, int index, int count) int': (self: NetEncoding, array, index: number, count: number) =>
    self.encoding.encode(slice(charsText(array), index, count)).length,
  'GetByteCount(string s, int index, int count) int': (
    self: NetEncoding,
    value: string | null,
    index: number,
    count: number,
  ) => self.encoding.encode(slice(text(value), index, count)).length,
  'GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex) int': (
    self: NetEncoding,
    value: string | null,
    index: number,
    count: number,
    target: TypedArray | null,
    at: number,
  ) => putBytes(self.encoding.encode(slice(text(value), index, count)), target, at),
  'GetBytes(string s, int index, int count) byte[]': (
    self: NetEncoding,
    value: string | null,
    index: number,
    count: number,
  ) => self.encoding.encode(slice(text(value), index, count)),
  'GetBytes(char[] chars) byte[]': (self: NetEncoding, array) => self.encoding.encode(charsText(array)),
  'GetBytes(char[] chars, int index, int count) byte[]': (self: NetEncoding, array, index: number, count: number) =>
    self.encoding.encode(slice(charsText(array), index, count)),
  'GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) int': (
    self: NetEncoding,
    array,
    index: number,
    count: number,
    target: TypedArray | null,
    at: number,
  ) => putBytes(self.encoding.encode(slice(charsText(array), index, count)), target, at),
  'GetBytes(string s) byte[]': (self: NetEncoding, value: string | null) => self.encoding.encode(text(value)),
  'GetMaxByteCount(int charCount) int': maxBytes,
  'GetPreamble() byte[]': (self: NetEncoding) => byteArray(self.encoding.preamble),
};

const reading: MemberTable = {
  'GetCharCount(byte[] bytes, int index, int count) int': (
    self: NetEncoding,
    bytes: TypedArray | null,
    index: number,
    count: number,
  ) => self.encoding.decode(piece(bytes, index, count)).length,
  'GetCharCount(byte[] bytes) int': (self: NetEncoding, bytes: TypedArray | null) =>
    self.encoding.decode(bytesOf(bytes)).length,
  'GetChars(byte[] bytes) char[]': (self: NetEncoding, bytes: TypedArray | null) =>
    chars(self.encoding.decode(bytesOf(bytes))),
  'GetChars(byte[] bytes, int index, int count) char[]': (
    self: NetEncoding,
    bytes: TypedArray | null,
    index: number,
    count: number,
  ) => chars(self.encoding.decode(piece(bytes, index, count))),
  'GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) int': (
    self: NetEncoding,
    bytes: TypedArray | null,
    index: number,
    count: number,
    target: TypedArray | null,
    at: number,
  ) => putChars(self.encoding.decode(piece(bytes, index, count)), target, at),
  'GetDecoder() Decoder': (self: NetEncoding) => new Decoder(self.encoding),
  'GetMaxCharCount(int byteCount) int': maxChars,
  'GetString(byte[] bytes) string': (self: NetEncoding, bytes: TypedArray | null) =>
    self.encoding.decode(bytesOf(bytes)),
  'GetString(byte[] bytes, int index, int count) string': (
    self: NetEncoding,
    bytes: TypedArray | null,
    index: number,
    count: number,
  ) => self.encoding.decode(piece(bytes, index, count)),
};

function clone(self: NetEncoding): NetEncoding {
  const copy = new NetEncoding(self.encoding);
  copy.encoderFallback = self.encoderFallback;
  copy.decoderFallback = self.decoderFallback;
  copy.isReadOnly = false;
  return copy;
}

/** System.Text.Encoding */
export const encodingType = defineType({
  name: 'System.Text.Encoding',
  interfaces: 'ICloneable',
  isAbstract: true,
  members: {
    ...statics,
    ...facts,
    'Clone() object': clone,
    'Equals(object value) bool': (self: NetEncoding, other) =>
      other instanceof NetEncoding && other.equalityText() === self.equalityText(),
    ...writing,
    ...reading,
    'IsAlwaysNormalized() bool': (self: NetEncoding) => self.encoding.codePage === 28_591,
    'IsAlwaysNormalized(NormalizationForm form) bool': (self: NetEncoding) => self.encoding.codePage === 28_591,
    'ToString() string': (self: NetEncoding): PSValue => self.typeName ?? classOf(self),
  },
});

/** A fresh encoding of a class, as `new` makes it. */
function fresh(encoding: TextEncoding, mark = true, strict = false): NetEncoding {
  const base = mark || encoding.preamble.length === 0 ? encoding : { ...encoding, preamble: new Uint8Array() };
  return strict ? withFallback(base, strictFallbacks.encoder, strictFallbacks.decoder) : new NetEncoding(base);
}

/** Constructors of the classes that have two byte orders. */
function ordered(little: TextEncoding, big: TextEncoding): MemberTable {
  const make = (isBig: boolean, mark: boolean, strict = false) => fresh(isBig ? big : little, mark, strict);
  return {
    'new()': () => fresh(little),
    'new(bool bigEndian, bool byteOrderMark)': make,
    'new(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)': make,
  };
}

/** The classes of Encoding, and those that its static properties give. */
export const encodingClasses = [
  defineType({
    name: 'System.Text.UTF8Encoding',
    base: 'System.Text.Encoding',
    jsClass: NetEncoding,
    typeNameOf: (value: NetEncoding) => value.typeName ?? classOf(value),
    members: {
      'new()': () => fresh(textEncodings.utf8),
      'new(bool encoderShouldEmitUTF8Identifier)': (mark: boolean) =>
        fresh(mark ? textEncodings.utf8BOM : textEncodings.utf8),
      'new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)': (mark: boolean, strict: boolean) =>
        fresh(mark ? textEncodings.utf8BOM : textEncodings.utf8, true, strict),
    },
  }),
  defineType({
    name: 'System.Text.ASCIIEncoding',
    base: 'System.Text.Encoding',
    members: { 'new()': () => fresh(textEncodings.ascii) },
  }),
  defineType({ name: 'System.Text.Latin1Encoding', base: 'System.Text.Encoding' }),
  defineType({
    name: 'System.Text.UnicodeEncoding',
    base: 'System.Text.Encoding',
    members: ordered(textEncodings.unicode, textEncodings.bigendianunicode),
  }),
  defineType({
    name: 'System.Text.UTF32Encoding',
    base: 'System.Text.Encoding',
    members: ordered(textEncodings.utf32, textEncodings.bigendianutf32),
  }),
  ...['UTF8', 'ASCII', 'Latin1'].map((name) =>
    defineType({
      name: `System.Text.${name}Encoding+${name}EncodingSealed`,
      base: `System.Text.${name}Encoding`,
      isSealed: true,
    }),
  ),
  defineType({ name: 'System.Text.SBCSCodePageEncoding', base: 'System.Text.Encoding' }),
  defineType({ name: 'System.Text.DBCSCodePageEncoding', base: 'System.Text.Encoding' }),
];
