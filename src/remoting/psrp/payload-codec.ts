import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { BagReader } from './property-bag.ts';

/** Turns one kind of payload into a value for CLIXML and back. */
export interface PayloadCodec<T> {
  encode(payload: T): PSValue;
  /** `value` is the root itself, for payloads that are no property bag. Throws RemoteProtocolError. */
  decode(read: BagReader, value: PSValue): T;
}
