import { RemoteProtocolError } from './errors.ts';
import { readGuid, writeGuid } from './guid-bytes.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

// MS-PSRP 2.2.1: a 40-byte header, little-endian (destination u32, type u32, pool id, pipeline id), then the payload:
// UTF-8 CLIXML of one root element. A byte order mark before it is allowed, and so is no payload at all.

/** Whom a message is for. */
export const Destination = { Client: 1, Server: 2 } as const;

/** One of the codes of {@link Destination}. */
export type Destination = (typeof Destination)[keyof typeof Destination];

/** A message whose payload has not been looked into. */
export interface RawMessage {
  readonly destination: number;
  readonly type: number;
  readonly poolId: string;
  /** The nil GUID for messages of the session or pool. */
  readonly pipelineId: string;
  /** CLIXML text; empty where the message carries none. */
  readonly payload: string;
}

const HEADER = 40;

/** Encodes a message for {@link import('./fragments.ts').encodeFragment}. */
export function encodeMessage(message: RawMessage): Uint8Array {
  const payload = encodeUtf8(message.payload);
  const bytes = new Uint8Array(HEADER + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, message.destination, true);
  view.setUint32(4, message.type, true);
  writeGuid(message.poolId, bytes, 8);
  writeGuid(message.pipelineId, bytes, 24);
  bytes.set(payload, HEADER);
  return bytes;
}

/** Decodes a whole message. Throws RemoteProtocolError when it is shorter than its header. */
export function decodeMessage(bytes: Uint8Array): RawMessage {
  if (bytes.length < HEADER)
    throw new RemoteProtocolError(`A message has ${bytes.length} bytes, fewer than its header.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
  return {
    destination: view.getUint32(0, true),
    type: view.getUint32(4, true),
    poolId: readGuid(bytes, 8),
    pipelineId: readGuid(bytes, 24),
    payload: decodeUtf8(bytes.subarray(HEADER)),
  };
}
