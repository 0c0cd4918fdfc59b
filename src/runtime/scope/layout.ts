/**
 * Names of a scope's variables by slot. One layout belongs to one compiled block and is shared by all of its runs; it
 * only grows (a block that is run in its caller's scope adds the names it assigns), so a slot number stays valid.
 */
export class Layout {
  /** Names as first written, by slot. */
  readonly names: string[] = [];
  readonly #slots = new Map<string, number>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name, name.toLowerCase());
  }

  get size(): number {
    return this.names.length;
  }

  /** Slot of a name in lower case; undefined when the layout has no such name. */
  slotOf(key: string): number | undefined {
    return this.#slots.get(key);
  }

  /** Slot of a name, added when it is new. `key` is the name in lower case. */
  add(name: string, key: string): number {
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.names.length;
      this.names.push(name);
      this.#slots.set(key, slot);
    }
    return slot;
  }

  /** Lower-case names with their slots. */
  entries(): IterableIterator<[string, number]> {
    return this.#slots.entries();
  }
}
