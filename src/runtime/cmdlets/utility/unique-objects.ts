import type { EngineContext } from '../../engine.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { SelectedProperty } from './select-properties.ts';
import { type ValueOrder, valueOrder } from './value-order.ts';

interface Kept {
  readonly object: PSValue;
  readonly properties: readonly SelectedProperty[];
}

/** Keeps the first of equal objects (Select-Object -Unique); selected properties must be equal too. */
export class UniqueObjects {
  readonly #order: ValueOrder;
  readonly #kept: Kept[] = [];
  /** Strings and numbers that were seen exactly so. */
  readonly #seen = new Set<PSValue>();

  constructor(engine: EngineContext, caseSensitive: boolean) {
    this.#order = valueOrder(engine, caseSensitive);
  }

  add(object: PSValue, properties: readonly SelectedProperty[]): void {
    const base = baseOf(object);
    const isBare = properties.length === 0 && (typeof base === 'string' || typeof base === 'number');
    if (isBare && this.#seen.has(base)) return;
    if (isBare) this.#seen.add(base);
    if (!this.#kept.some((kept) => this.#same(kept, base, properties))) this.#kept.push({ object, properties });
  }

  get objects(): PSValue[] {
    return this.#kept.map(({ object }) => object);
  }

  #same(kept: Kept, base: PSValue, properties: readonly SelectedProperty[]): boolean {
    if (kept.properties.length !== properties.length) return false;
    const other = baseOf(kept.object);
    const bothCustom = base instanceof PSObject && other instanceof PSObject;
    if (!bothCustom && this.#order(base, other) !== 0) return false;
    return properties.every(({ name, value }) => {
      const match = kept.properties.find((property) => property.name.toLowerCase() === name.toLowerCase());
      return match !== undefined && this.#order(match.value, value) === 0;
    });
  }
}
