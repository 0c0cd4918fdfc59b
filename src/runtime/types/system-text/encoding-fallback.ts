import { NetException } from '../../errors/net-exception.ts';
import type { TextEncoding } from '../../text/text-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';

/** EncoderFallback and DecoderFallback: what stands for what cannot be written or read; undefined throws. */
export class Fallback extends NetObject {
  readonly side: 'Encoder' | 'Decoder';
  readonly replacement: string | undefined;

  constructor(side: 'Encoder' | 'Decoder', replacement: string | undefined) {
    super();
    this.side = side;
    this.replacement = replacement;
  }

  get typeName(): string {
    return `System.Text.${this.side}${this.replacement === undefined ? 'Exception' : 'Replacement'}Fallback`;
  }
}

/** The usual ones. */
export const encoderReplacement = new Fallback('Encoder', '?');
/** Those of the Unicode encodings. */
export const unicodeFallbacks = {
  encoder: new Fallback('Encoder', '\ufffd'),
  decoder: new Fallback('Decoder', '\ufffd'),
} as const;
export const decoderReplacement = new Fallback('Decoder', '?');
const encoderException = new Fallback('Encoder', undefined);
const decoderException = new Fallback('Decoder', undefined);

/** Both fallbacks that throw. */
export const strictFallbacks = { encoder: encoderException, decoder: decoderException } as const;

function notEncodable(char: string): NetException {
  const code = char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return new NetException('System.Text.EncoderFallbackException', `The character U+${code} cannot be encoded.`);
}

function notDecodable(): NetException {
  return new NetException('System.Text.DecoderFallbackException', 'The bytes are no text in this encoding.');
}

function encodeWith(base: TextEncoding, fallback: Fallback): (text: string) => Uint8Array {
  return (text) => {
    const parts: number[] = [];
    for (const char of text) {
      const bytes = base.encode(char);
      if (base.decode(bytes) === char) parts.push(...bytes);
      else if (fallback.replacement === undefined) throw notEncodable(char);
      else parts.push(...base.encode(fallback.replacement));
    }
    return Uint8Array.from(parts);
  };
}

/** Decoded with U+FFFD for what is no text; ASCII alone has a question mark there. */
function rawDecode(base: TextEncoding, bytes: Uint8Array): string {
  if (base.codePage !== 20127) return base.decode(bytes);
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
}

function decodeWith(base: TextEncoding, fallback: Fallback): (bytes: Uint8Array) => string {
  return (bytes) => {
    const text = rawDecode(base, bytes);
    if (!text.includes('\ufffd')) return text;
    if (fallback.replacement !== undefined) return text.replaceAll('\ufffd', fallback.replacement);
    // The replacement character itself may stand in the text.
    const back = base.encode(text);
    if (back.length === bytes.length && back.every((byte, i) => byte === bytes[i])) return text;
    throw notDecodable();
  };
}

/** An encoding with other fallbacks. */
export function withFallbacks(base: TextEncoding, encoder: Fallback, decoder: Fallback): TextEncoding {
  const isStrict = encoder.replacement === undefined || decoder.replacement === undefined;
  return {
    ...base,
    name: isStrict ? `${base.name} strict` : base.name,
    encode: encodeWith(base, encoder),
    decode: decodeWith(base, decoder),
  };
}

function fallbackTypes(side: 'Encoder' | 'Decoder'): TypeSpec[] {
  const base = `System.Text.${side}Fallback`;
  const [replacing, throwing] =
    side === 'Encoder' ? [encoderReplacement, encoderException] : [decoderReplacement, decoderException];
  const own = {
    [`static prop ExceptionFallback ${side}Fallback get`]: () => throwing,
    [`static prop ReplacementFallback ${side}Fallback get`]: () => replacing,
    'prop MaxCharCount int get': (self: Fallback) => self.replacement?.length ?? 0,
  };
  return [
    defineType({
      name: base,
      isAbstract: true,
      ...(side === 'Encoder' ? { jsClass: Fallback, typeNameOf: (value: Fallback) => value.typeName } : {}),
      members: own,
    }),
    defineType({
      name: `System.Text.${side}ExceptionFallback`,
      base,
      members: { 'new()': () => new Fallback(side, undefined) },
    }),
    defineType({
      name: `System.Text.${side}ReplacementFallback`,
      base,
      members: {
        'new()': () => replacing,
        'new(string replacement)': (text: string | null) => {
          if (text === null) throw argumentNull('replacement');
          return new Fallback(side, text);
        },
        'prop DefaultString string get': (self: Fallback) => self.replacement ?? '',
      },
    }),
  ];
}

/** The fallbacks of System.Text. */
export const encodingFallbackTypes = [...fallbackTypes('Encoder'), ...fallbackTypes('Decoder')];
