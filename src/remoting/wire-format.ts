import { type DeserializeOptions, deserialize } from '../runtime/clixml/deserializer.ts';
import { type SerializeOptions, serialize, serializeNow } from '../runtime/clixml/serializer.ts';
import { encodeBase64Text } from '../runtime/text/base64-text.ts';
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
  const options: SerializeOptions = { ...parts, keepDeserialized: true, protectSecret: encodeBase64Text };
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
