import { joinBytes } from '../../runtime/text/join-bytes.ts';
import { Fifo } from './fifo.ts';
import { encodeFragment, FRAGMENT_HEADER } from './fragments.ts';
import { type ControlKind, encodeControl, encodeData, type PacketStream } from './out-of-proc.ts';

/** A message on its way out. */
interface Item {
  readonly stream: PacketStream;
  readonly objectId: number;
  readonly blob: Uint8Array;
  /** Nothing may follow it in its packet. */
  readonly isAlone: boolean;
  sent: number;
  fragments: number;
}

/** What waits for one GUID. */
interface Lane {
  readonly answers: Fifo<Item>;
  readonly messages: Fifo<Item>;
  /** A Data packet is out and not acknowledged yet. */
  isWaiting: boolean;
  /** The server has not accepted the command yet. */
  isHeld: boolean;
  queued: number;
}

/** How an end sends. */
export interface OutboxOptions {
  /** Bytes of fragments in one Data packet. */
  readonly packetSize: number;
  /** One Data packet a GUID at a time, as a client must; a server sends freely, its packets are not acknowledged. */
  readonly lockstep: boolean;
}

/**
 * Queues messages and packets of one end and hands them out as bytes in an order the peer accepts. Packets without
 * content go first, answers to host calls before other messages of their pipeline.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #lanes = new Map<string, Lane>();
  #control: Uint8Array[] = [];
  #lastObject = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Queues a packet without content. */
  control(kind: ControlKind, id: string): void {
    this.#control.push(encodeControl(kind, id));
  }

  /** Queues an encoded message; nothing follows one that is `isAlone` in the same packet. */
  message(id: string, stream: PacketStream, blob: Uint8Array, isAlone = false): void {
    const lane = this.#lane(id);
    const item: Item = { stream, objectId: ++this.#lastObject, blob, isAlone, sent: 0, fragments: 0 };
    (stream === 'PromptResponse' ? lane.answers : lane.messages).push(item);
    lane.queued += blob.length;
  }

  /** Holds the messages of a GUID back until {@link release}. */
  hold(id: string): void {
    this.#lane(id).isHeld = true;
  }

  release(id: string): void {
    this.#lane(id).isHeld = false;
  }

  /** The peer acknowledged a Data packet. */
  acknowledged(id: string): void {
    const lane = this.#lanes.get(id);
    if (lane) lane.isWaiting = false;
  }

  /** Forgets what waits for a GUID. */
  drop(id: string): void {
    this.#lanes.delete(id);
  }

  /** Bytes of messages that wait for a GUID: what back-pressure goes by. */
  queued(id: string): number {
    return this.#lanes.get(id)?.queued ?? 0;
  }

  /** Bytes of messages that wait in all. */
  get totalQueued(): number {
    let sum = 0;
    for (const lane of this.#lanes.values()) sum += lane.queued;
    return sum;
  }

  /** The packets that may go out now, at most about `limit` bytes; undefined when there is nothing. */
  take(limit: number): Uint8Array | undefined {
    const out = this.#control;
    this.#control = [];
    let size = out.reduce((sum, packet) => sum + packet.length, 0);
    for (const [id, lane] of this.#lanes) {
      while (size < limit) {
        const packet = this.#packet(id, lane);
        if (!packet) break;
        out.push(packet);
        size += packet.length;
      }
    }
    if (out.length <= 1) return out[0];
    return joinBytes(out);
  }

  #lane(id: string): Lane {
    let lane = this.#lanes.get(id);
    if (!lane) {
      lane = { answers: new Fifo(), messages: new Fifo(), isWaiting: false, isHeld: false, queued: 0 };
      this.#lanes.set(id, lane);
    }
    return lane;
  }

  /** The next Data packet of a lane, filled with fragments of as many messages as fit. */
  #packet(id: string, lane: Lane): Uint8Array | undefined {
    if (lane.isHeld || lane.isWaiting) return undefined;
    const queue = lane.answers.length > 0 ? lane.answers : lane.messages;
    const stream = queue.peek()?.stream;
    if (stream === undefined) return undefined;
    const fragments: Uint8Array[] = [];
    let room = this.#options.packetSize;
    while (room > FRAGMENT_HEADER) {
      const item = queue.peek();
      if (!item) break;
      const fragment = encodeFragment(item.objectId, item.fragments++, item.blob, item.sent, room - FRAGMENT_HEADER);
      const content = fragment.length - FRAGMENT_HEADER;
      item.sent += content;
      lane.queued -= content;
      room -= fragment.length;
      fragments.push(fragment);
      if (item.sent < item.blob.length) break;
      queue.shift();
      if (item.isAlone) break;
    }
    lane.isWaiting = this.#options.lockstep;
    const [only] = fragments;
    return encodeData(id, stream, fragments.length === 1 && only ? only : joinBytes(fragments));
  }
}
