import { RemoteProtocolError } from './errors.ts';
import type { MessageEvent } from './events.ts';
import type { Destination, RawMessage } from './message.ts';
import { messagesByType } from './message-table.ts';
import type { PayloadFormat } from './payload-format.ts';
import { BagReader } from './property-bag.ts';

/** Decodes a message for one end. Throws RemoteProtocolError for an unknown, misdirected or malformed one. */
export function decodePayload(message: RawMessage, receiver: Destination, format: PayloadFormat): MessageEvent {
  const spec = messagesByType.get(message.type);
  const number = `0x${message.type.toString(16).padStart(8, '0')}`;
  if (!spec) throw new RemoteProtocolError(`The peer sent a message of the unknown type ${number}.`);
  if (message.destination !== receiver || !spec.receivers.includes(receiver)) {
    throw new RemoteProtocolError(`The peer sent a ${spec.name} message to the wrong end.`);
  }
  try {
    const value = message.payload === '' ? null : format.read(message.payload);
    const payload = spec.codec.decode(new BagReader(value, spec.name, format), value);
    // the table pairs each name with the codec of its payload
    return { kind: spec.name, pipelineId: message.pipelineId, payload } as MessageEvent;
  } catch (thrown) {
    if (thrown instanceof RemoteProtocolError) throw thrown;
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    throw new RemoteProtocolError(`A ${spec.name} message could not be read: ${text}`);
  }
}
