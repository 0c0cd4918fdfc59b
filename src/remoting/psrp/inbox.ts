import { Fifo } from './fifo.ts';
import { Defragmenter } from './fragments.ts';
import { decodeMessage, type RawMessage } from './message.ts';
import { type ControlPacket, type Packet, PacketReader, type TextLine } from './out-of-proc.ts';

/** What came in: a packet without content, a Data packet with the messages it completed, or a stray line. */
export type Incoming =
  | ControlPacket
  | TextLine
  | { readonly kind: 'Data'; readonly id: string; readonly messages: readonly RawMessage[] };

/** Limits on what a peer may send. */
export interface InboxOptions {
  /** Largest message in bytes. */
  readonly maxObject: number;
}

/** Turns the bytes of a channel into packets and whole messages. Throws RemoteProtocolError. */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #reader = new PacketReader();
  readonly #streams = new Map<string, Defragmenter>();
  readonly #packets = new Fifo<Packet>();

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
    for (let packet = this.#reader.next(); packet; packet = this.#reader.next()) this.#packets.push(packet);
  }

  /** The next packet; undefined when more bytes are needed. */
  next(): Incoming | undefined {
    const packet = this.#packets.shift();
    if (packet?.kind !== 'Data') return packet;
    const key = `${packet.stream} ${packet.id}`;
    let stream = this.#streams.get(key);
    if (!stream) {
      stream = new Defragmenter(this.#options.maxObject);
      this.#streams.set(key, stream);
    }
    return { kind: 'Data', id: packet.id, messages: stream.push(packet.data).map(decodeMessage) };
  }

  /** Forgets the unfinished messages of a GUID. */
  drop(id: string): void {
    this.#streams.delete(`Default ${id}`);
    this.#streams.delete(`PromptResponse ${id}`);
  }
}
