import { NetType } from '../values/net-type.ts';
import { accelerators } from './accelerators.ts';
import { coreTypes } from './core-types.ts';
import { typeTable } from './type-table.ts';
import { parseTypeText, type TypeText } from './type-text.ts';

/** What the place that names a type knows besides the registry. */
export interface TypeScopeLookup {
  /** Classes and enums of scripts that are visible there, by simple name. */
  readonly scriptType?: (name: string) => NetType | undefined;
  /** Namespaces of `using namespace`. */
  readonly namespaces?: readonly string[];
}

const builtIn = new Map(Object.entries(accelerators).map(([name, full]) => [name.toLowerCase(), full]));

/** The types an engine knows by name: accelerators, emulated types, types made from them. One per engine. */
export class TypeRegistry {
  readonly #accelerators = new Map<string, string | NetType>(builtIn);
  readonly #resolved = new Map<string, NetType>();

  /** The accelerators: names as added. */
  get accelerators(): ReadonlyMap<string, string | NetType> {
    return this.#accelerators;
  }

  addAccelerator(name: string, type: NetType): void {
    this.#accelerators.set(name.toLowerCase(), type);
    this.#resolved.clear();
  }

  removeAccelerator(name: string): boolean {
    this.#resolved.clear();
    return this.#accelerators.delete(name.toLowerCase());
  }

  /**
   * The type that a name means: script types, accelerators, full names, `using` namespaces, `System.`; with type
   * arguments and array suffixes. Undefined when there is none.
   */
  resolve(name: string, lookup: TypeScopeLookup = {}): NetType | undefined {
    const isPlain = !lookup.scriptType && !lookup.namespaces?.length;
    const known = isPlain ? this.#resolved.get(name) : undefined;
    if (known) return known;
    const text = parseTypeText(name.trim());
    const found = text && this.#ofText(text, lookup);
    if (found && isPlain) this.#resolved.set(name, found);
    return found;
  }

  #ofText(text: TypeText, lookup: TypeScopeLookup): NetType | undefined {
    let type = this.#named(text, lookup);
    if (!type || text.nullable) return undefined;
    if (text.args.length > 0) {
      const args = text.args.map((a) => this.#ofText(a, lookup));
      if (type.genericParameters.length !== args.length || !args.every((a) => a !== undefined)) return undefined;
      type = typeTable().instantiate(type, args);
    }
    for (const rank of text.ranks) type = typeTable().arrayOf(type, rank);
    return type;
  }

  #named(text: TypeText, lookup: TypeScopeLookup): NetType | undefined {
    const { name } = text;
    const script = lookup.scriptType?.(name);
    if (script) return script;
    const accelerated = text.args.length === 0 ? this.#accelerators.get(name.toLowerCase()) : undefined;
    if (accelerated) return accelerated instanceof NetType ? accelerated : typeTable().find(accelerated);
    if (text.args.length === 1 && name.toLowerCase() === 'nullable') return coreTypes().nullable;
    const full = text.args.length > 0 && !name.includes('`') ? `${name}\`${text.args.length}` : name;
    const table = typeTable();
    const direct = table.find(full);
    if (direct) return direct;
    for (const namespace of lookup.namespaces ?? []) {
      const found = table.find(`${namespace}.${full}`);
      if (found) return found;
    }
    return table.find(`System.${full}`);
  }
}
