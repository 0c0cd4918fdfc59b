import type { PSValue } from '../values/ps-value.ts';
import type { Layout } from './layout.ts';
import { automaticNames, type Scope } from './scope.ts';
import { ScopedItemOptions, Variable } from './variable.ts';
import { findHeld } from './variable-access.ts';

/** For how many scopes up the chain the answers are remembered. */
const depth = 12;

/**
 * A place of a script that reads one name through the scope chain, again and again: whether the layouts on the way have
 * the name, and where, is asked only once.
 */
export class NameSite {
  readonly #key: string;
  /** Automatic variables are no variables of a layout. */
  readonly #isAutomatic: boolean;
  readonly #layouts: Layout[] = [];
  /** A layout that had no such name may have got it since: it has grown then. */
  readonly #sizes: number[] = [];
  readonly #slots: number[] = [];

  /** @param key the name in lower case */
  constructor(key: string) {
    this.#key = key;
    this.#isAutomatic = automaticNames.has(key) || key === 'psitem';
  }

  /** As {@link findHeld}. */
  find(from: Scope): PSValue {
    if (this.#isAutomatic) return findHeld(from, this.#key);
    let level = 0;
    for (let scope: Scope | null = from; scope; scope = scope.parent, level++) {
      const held = this.#heldOf(scope, level);
      if (held === undefined) continue;
      if (level > 0 && held instanceof Variable && (held.options & ScopedItemOptions.Private) !== 0) continue;
      return held;
    }
    return undefined;
  }

  #heldOf({ layout, slots, tables }: Scope, level: number): PSValue {
    let slot = this.#slots[level] ?? -1;
    if (this.#layouts[level] !== layout || this.#sizes[level] !== layout.size) {
      slot = layout.slotOf(this.#key) ?? -1;
      if (level < depth) {
        this.#layouts[level] = layout;
        this.#sizes[level] = layout.size;
        this.#slots[level] = slot;
      }
    }
    const held = slot < 0 ? undefined : slots[slot];
    return held === undefined && tables !== undefined ? tables.variables.get(this.#key) : held;
  }
}
