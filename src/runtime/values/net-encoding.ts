import type { TextEncoding } from '../text/text-encoding.ts';
import { NetObject } from './net-object.ts';

/** System.Text.Encoding: an encoding as an object. */
export class NetEncoding extends NetObject {
  readonly encoding: TextEncoding;

  constructor(encoding: TextEncoding) {
    super();
    this.encoding = encoding;
  }
}
