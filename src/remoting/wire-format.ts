import { decodeBase64, encodeBase64 } from '../runtime/clixml/base64.ts';
import { type DeserializeOptions, deserialize } from '../runtime/clixml/deserializer.ts';
import { type SerializeOptions, serialize, serializeNow } from '../runtime/clixml/serializer.ts';
import type { Eventually, PSValue } from '../runtime/values/ps-value.ts';
import type { PayloadFormat } from './psrp/payload-format.ts';

/** Contract. Payloads as CLIXML of one engine's types; values whose scripts are pending can be waited for. */
export interface WireFormat extends PayloadFormat {
  /** As `write`, but waits for getters and ToString methods that are pending. */
  writeEventually(value: PSValue): Eventually<string>;
}

/** What a wire format is made of: an engine's inspector and live values. */
export type WireFormatParts = Pick<SerializeOptions, 'inspector' | 'localOffset'> & Pick<DeserializeOptions, 'live'>;

/** The wire format over an engine's types (MS-PSRP 2.2.5; secrets as protocol 2.4 has them). */
export function createWireFormat(parts: WireFormatParts): WireFormat {
  const options: SerializeOptions = { ...parts, keepDeserialized: true, protectSecret: encodeSecret };
  return {
    write: (value) => serializeNow(value, options),
    writeEventually: (value) => serialize([value], options),
    read: (text) => deserialize(text, parts),
    items(value) {
      const view = typeof value === 'object' && value !== null ? parts.inspector.container(value) : undefined;
      return view && view.tag !== 'DCT' ? [...view.items] : undefined;
    },
  };
}

/** A secret between two ends of protocol 2.4: base64 of its UTF-16LE text, protected by SSH alone. */
export function encodeSecret(text: string): string {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i * 2] = unit & 0xff;
    bytes[i * 2 + 1] = unit >> 8;
  }
  return encodeBase64(bytes);
}

/** The text of a secret; undefined where it is not in the form of {@link encodeSecret}. */
export function decodeSecret(text: string): string | undefined {
  const bytes = decodeBase64(text);
  if (!bytes || bytes.length % 2 !== 0) return undefined;
  let secret = '';
  for (let i = 0; i < bytes.length; i += 2) secret += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  return secret;
}
