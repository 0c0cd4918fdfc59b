import type { Shape, View } from './view.ts';

const DESERIALIZED = 'Deserialized.';

/** Type names without the prefix of deserialized objects; undefined where none has it. */
export function withoutDeserializedPrefix(typeNames: readonly string[]): readonly string[] | undefined {
  if (!typeNames.some((name) => name.startsWith(DESERIALIZED))) return undefined;
  return typeNames.map((name) => (name.startsWith(DESERIALIZED) ? name.slice(DESERIALIZED.length) : name));
}

/** All views of a runspace, in the order in which they are tried. Update-FormatData adds at either end. */
export class ViewTable {
  readonly #views: View[];
  #byType: Map<string, View[]> | undefined;

  constructor(views: readonly View[]) {
    this.#views = [...views];
  }

  get views(): readonly View[] {
    return this.#views;
  }

  append(views: readonly View[]): void {
    this.#views.push(...views);
    this.#byType = undefined;
  }

  prepend(views: readonly View[]): void {
    this.#views.unshift(...views);
    this.#byType = undefined;
  }

  /** The first view for the most derived type that has one; objects from elsewhere also find their type's views. */
  find(typeNames: readonly string[], shape?: Shape, name?: string): View | undefined {
    const wanted = name?.toLowerCase();
    return this.#search(typeNames, (view) => {
      if (view.outOfBand || (shape && view.kind !== shape)) return false;
      return wanted === undefined || view.name.toLowerCase() === wanted;
    });
  }

  /** The view that shows objects of these types outside of any table or list. */
  findOutOfBand(typeNames: readonly string[]): View | undefined {
    return this.#search(typeNames, (view) => view.outOfBand === true);
  }

  #search(typeNames: readonly string[], fits: (view: View) => boolean): View | undefined {
    this.#byType ??= indexByType(this.#views);
    for (const typeName of typeNames) {
      const found = this.#byType.get(typeName.toLowerCase())?.find(fits);
      if (found) return found;
    }
    const masked = withoutDeserializedPrefix(typeNames);
    return masked && this.#search(masked, fits);
  }
}

function indexByType(views: readonly View[]): Map<string, View[]> {
  const index = new Map<string, View[]>();
  for (const view of views) {
    for (const type of view.types) {
      const key = type.toLowerCase();
      const known = index.get(key);
      if (known) known.push(view);
      else index.set(key, [view]);
    }
  }
  return index;
}
