import type { TextEncoding } from '../text/text-encoding.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** System.Text.Encoding: an encoding as an object. */
export class NetEncoding extends NetObject {
  readonly encoding: TextEncoding;
  /** Full .NET name of its class, where it is not the one that belongs to the encoding. */
  readonly typeName: string | undefined;
  /** EncoderFallback and DecoderFallback where they are not those that replace. */
  encoderFallback: PSValue = undefined;
  decoderFallback: PSValue = undefined;
  isReadOnly = true;

  constructor(encoding: TextEncoding, typeName?: string) {
    super();
    this.encoding = encoding;
    this.typeName = typeName;
  }

  /** Encodings are equal that write and read alike, the byte order mark included. */
  equalityText(): string {
    const { codePage, preamble, name } = this.encoding;
    return `encoding ${codePage} ${preamble.join()} ${name.includes('strict')}`;
  }
}
