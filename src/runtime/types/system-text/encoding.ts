import { NetException } from '../../errors/net-exception.ts';
import { findTextEncoding, type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import { Char } from '../../values/char.ts';
import { NetEncoding } from '../../values/net-encoding.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { coreTypes } from '../core-types.ts';
import { defineType } from '../define-type.ts';

const objects = new Map<TextEncoding, NetEncoding>();

/** The one object that stands for an encoding. */
export function encodingObject(encoding: TextEncoding): NetEncoding {
  let found = objects.get(encoding);
  if (!found) {
    found = new NetEncoding(encoding);
    objects.set(encoding, found);
  }
  return found;
}

const byteArray = (bytes: Uint8Array) => new TypedArray(coreTypes().byte, bytes.slice());
const bytesOf = (array: TypedArray) => array.bytes ?? new Uint8Array();
const charsText = (array: TypedArray) =>
  array
    .toArray()
    .map((c) => (c instanceof Char ? String.fromCharCode(c.code) : ''))
    .join('');

function named(nameOrPage: string | number): NetEncoding {
  const found = findTextEncoding(nameOrPage);
  if (!found) throw new NetException('System.ArgumentException', `There is no encoding "${nameOrPage}" here.`);
  return encodingObject(found);
}

const subclassNames: Readonly<Record<string, string>> = {
  utf8: 'System.Text.UTF8Encoding',
  utf8BOM: 'System.Text.UTF8Encoding',
  ascii: 'System.Text.ASCIIEncoding',
  latin1: 'System.Text.Latin1Encoding',
  unicode: 'System.Text.UnicodeEncoding',
  bigendianunicode: 'System.Text.UnicodeEncoding',
  utf32: 'System.Text.UTF32Encoding',
  bigendianutf32: 'System.Text.UTF32Encoding',
};

/** System.Text.Encoding */
export const encodingType = defineType({
  name: 'System.Text.Encoding',
  interfaces: 'ICloneable',
  isAbstract: true,
  members: {
    'static prop ASCII Encoding get': () => encodingObject(textEncodings.ascii),
    'static prop BigEndianUnicode Encoding get': () => encodingObject(textEncodings.bigendianunicode),
    'static prop Default Encoding get': () => encodingObject(textEncodings.utf8),
    'static prop Latin1 Encoding get': () => encodingObject(textEncodings.latin1),
    'static prop Unicode Encoding get': () => encodingObject(textEncodings.unicode),
    'static prop UTF32 Encoding get': () => encodingObject(textEncodings.utf32),
    'static prop UTF8 Encoding get': () => encodingObject(textEncodings.utf8BOM),
    'static GetEncoding(string name) Encoding': (name: string) => named(name),
    'static GetEncoding(int codepage) Encoding': (page: number) => named(page),
    'prop BodyName string get': (self: NetEncoding) => self.encoding.webName,
    'prop CodePage int get': (self: NetEncoding) => self.encoding.codePage,
    'prop EncodingName string get': (self: NetEncoding) => self.encoding.encodingName,
    'prop HeaderName string get': (self: NetEncoding) => self.encoding.webName,
    'prop IsSingleByte bool get': (self: NetEncoding) =>
      self.encoding.name === 'ascii' || self.encoding.name === 'latin1',
    'prop Preamble byte[] get': (self: NetEncoding) => byteArray(self.encoding.preamble),
    'prop WebName string get': (self: NetEncoding) => self.encoding.webName,
    'GetByteCount(string s) int': (self: NetEncoding, text: string) => self.encoding.encode(text).length,
    'GetByteCount(char[] chars) int': (self: NetEncoding, chars: TypedArray) =>
      self.encoding.encode(charsText(chars)).length,
    'GetBytes(string s) byte[]': (self: NetEncoding, text: string) => byteArray(self.encoding.encode(text)),
    'GetBytes(char[] chars) byte[]': (self: NetEncoding, chars: TypedArray) =>
      byteArray(self.encoding.encode(charsText(chars))),
    'GetBytes(string s, int index, int count) byte[]': (
      self: NetEncoding,
      text: string,
      index: number,
      count: number,
    ) => byteArray(self.encoding.encode(text.slice(index, index + count))),
    'GetCharCount(byte[] bytes) int': (self: NetEncoding, bytes: TypedArray) =>
      self.encoding.decode(bytesOf(bytes)).length,
    'GetChars(byte[] bytes) char[]': (self: NetEncoding, bytes: TypedArray) =>
      Array.from(self.encoding.decode(bytesOf(bytes)).split(''), (c) => Char.of(c.charCodeAt(0))),
    'GetPreamble() byte[]': (self: NetEncoding) => byteArray(self.encoding.preamble),
    'GetString(byte[] bytes) string': (self: NetEncoding, bytes: TypedArray) => self.encoding.decode(bytesOf(bytes)),
    'GetString(byte[] bytes, int index, int count) string': (
      self: NetEncoding,
      bytes: TypedArray,
      index: number,
      count: number,
    ) => self.encoding.decode(bytesOf(bytes).subarray(index, index + count)),
    'ToString() string': (self: NetEncoding): PSValue => subclassNames[self.encoding.name] ?? 'System.Text.Encoding',
  },
});

/** The classes of Encoding that scripts make with `new`. */
export const encodingClasses = [
  defineType({
    name: 'System.Text.UTF8Encoding',
    base: 'System.Text.Encoding',
    jsClass: NetEncoding,
    typeNameOf: (value: NetEncoding) => subclassNames[value.encoding.name] ?? 'System.Text.UTF8Encoding',
    members: {
      'new()': () => encodingObject(textEncodings.utf8),
      'new(bool encoderShouldEmitUTF8Identifier)': (mark: boolean) =>
        encodingObject(mark ? textEncodings.utf8BOM : textEncodings.utf8),
      'new(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)': (mark: boolean) =>
        encodingObject(mark ? textEncodings.utf8BOM : textEncodings.utf8),
    },
  }),
  defineType({
    name: 'System.Text.ASCIIEncoding',
    base: 'System.Text.Encoding',
    members: { 'new()': () => encodingObject(textEncodings.ascii) },
  }),
  defineType({ name: 'System.Text.Latin1Encoding', base: 'System.Text.Encoding' }),
  defineType({
    name: 'System.Text.UnicodeEncoding',
    base: 'System.Text.Encoding',
    members: {
      'new()': () => encodingObject(textEncodings.unicode),
      'new(bool bigEndian, bool byteOrderMark)': (big: boolean) =>
        encodingObject(big ? textEncodings.bigendianunicode : textEncodings.unicode),
    },
  }),
  defineType({
    name: 'System.Text.UTF32Encoding',
    base: 'System.Text.Encoding',
    members: {
      'new()': () => encodingObject(textEncodings.utf32),
      'new(bool bigEndian, bool byteOrderMark)': (big: boolean) =>
        encodingObject(big ? textEncodings.bigendianutf32 : textEncodings.utf32),
    },
  }),
];
