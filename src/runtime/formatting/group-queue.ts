import { FormatEntryData, type FormatPacket, GroupEndData, GroupStartData } from '../values/format-packets.ts';

/** How long a group may wait before its columns are fixed, in milliseconds. */
const GROUP_MILLISECONDS = 300;

/**
 * Holds back the packets of a group until the widths of its columns can be decided: all of it for auto-sized tables,
 * else what comes within {@link GROUP_MILLISECONDS} and the first packet after.
 */
export class GroupQueue {
  readonly #now: () => number;
  readonly #waitsForAll: boolean;
  readonly #onGroup: (entries: readonly FormatEntryData[]) => void;
  #queue: FormatPacket[] = [];
  #collecting = false;
  #since = 0;

  constructor(waitsForAll: boolean, now: () => number, onGroup: (entries: readonly FormatEntryData[]) => void) {
    this.#waitsForAll = waitsForAll;
    this.#now = now;
    this.#onGroup = onGroup;
  }

  /** Takes one packet and gives those that may be written now. */
  add(packet: FormatPacket): readonly FormatPacket[] {
    if (!this.#collecting) {
      if (!(packet instanceof GroupStartData)) return [packet];
      this.#collecting = true;
      this.#since = this.#now();
      this.#queue.push(packet);
      return [];
    }
    this.#queue.push(packet);
    const late = !this.#waitsForAll && this.#now() - this.#since > GROUP_MILLISECONDS;
    return packet instanceof GroupEndData || late ? this.drain() : [];
  }

  /** Gives everything held back. */
  drain(): readonly FormatPacket[] {
    const packets = this.#queue;
    this.#queue = [];
    if (this.#collecting) {
      this.#collecting = false;
      const entries: FormatEntryData[] = [];
      for (const packet of packets) if (packet instanceof FormatEntryData && !packet.outOfBand) entries.push(packet);
      this.#onGroup(entries);
    }
    return packets;
  }
}
