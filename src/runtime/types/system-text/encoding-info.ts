import { codePageEncoding, codePageNumbers } from '../../text/code-page-encoding.ts';
import { type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType } from '../define-type.ts';

/** System.Text.EncodingInfo: an encoding by its names. */
class EncodingInfo extends NetObject {
  readonly encoding: TextEncoding;
  readonly toObject: (encoding: TextEncoding) => PSValue;

  constructor(encoding: TextEncoding, toObject: (encoding: TextEncoding) => PSValue) {
    super();
    this.encoding = encoding;
    this.toObject = toObject;
  }
}

/** Encoding.GetEncodings: the code pages that are here, then those of every .NET. */
export function allEncodings(toObject: (encoding: TextEncoding) => PSValue): EncodingInfo[] {
  const { unicode, bigendianunicode, utf32, bigendianutf32, ascii, latin1, utf8 } = textEncodings;
  const pages = codePageNumbers().flatMap((page) => codePageEncoding(page) ?? []);
  return [...pages, unicode, bigendianunicode, utf32, bigendianutf32, ascii, latin1, utf8].map(
    (encoding) => new EncodingInfo(encoding, toObject),
  );
}

/** System.Text.EncodingInfo */
export const encodingInfoType = defineType({
  name: 'System.Text.EncodingInfo',
  isSealed: true,
  isAbstract: true,
  jsClass: EncodingInfo,
  members: {
    'prop CodePage int get': (self: EncodingInfo) => self.encoding.codePage,
    'prop DisplayName string get': (self: EncodingInfo) => self.encoding.encodingName,
    'prop Name string get': (self: EncodingInfo) => self.encoding.webName,
    'GetEncoding() Encoding': (self: EncodingInfo) => self.toObject(self.encoding),
  },
});
