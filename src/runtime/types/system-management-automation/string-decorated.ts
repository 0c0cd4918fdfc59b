import { NetException } from '../../errors/net-exception.ts';
import { isDecorated, stripEscapes } from '../../text/escape-sequences.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { psStyleOf } from '../../values/ps-style.ts';
import { defineType, type TypeSpec } from '../define-type.ts';

/** A text that may hold decorations (about_ANSI_Terminals). */
class StringDecorated extends NetObject {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** OutputRendering by number. */
const PLAIN_TEXT = 1;
const HOST = 0;

/** System.Management.Automation.Internal.StringDecorated. */
export const stringDecoratedType: TypeSpec = defineType({
  name: 'System.Management.Automation.Internal.StringDecorated',
  jsClass: StringDecorated,
  assembly: 'System.Management.Automation',
  members: {
    'new(string text)': (text: string) => new StringDecorated(text ?? ''),
    'prop ContentLength int get': ({ text }: StringDecorated) => stripEscapes(text).length,
    'prop IsDecorated bool get': ({ text }: StringDecorated) => isDecorated(text),
    'ToString() string'(this, { text }: StringDecorated) {
      return psStyleOf(this).outputRendering === 'PlainText' ? stripEscapes(text) : text;
    },
    'ToString(OutputRendering outputRendering) string': ({ text }: StringDecorated, rendering: EnumValue) => {
      const wanted = rendering instanceof EnumValue ? Number(rendering.value) : HOST;
      if (wanted === HOST)
        throw new NetException(
          'System.ArgumentException',
          'A text is rendered with decorations or without, not as the host likes.',
        );
      return wanted === PLAIN_TEXT ? stripEscapes(text) : text;
    },
  },
});
