import { conversionRank } from '../types/conversion-rank.ts';
import type { MethodOverload } from '../types/member.ts';
import { typeOf } from '../types/type-of.ts';
import type { TypeSystem } from '../types/type-system.ts';
import type { NetType } from '../values/net-type.ts';
import { PSObject } from '../values/ps-object.ts';
import { PSReference } from '../values/ps-reference.ts';
import type { PSValue } from '../values/ps-value.ts';
import { type ChosenOverload, chooseOverload, type NoOverload } from './overload-resolution.ts';

/** A choice made before for arguments of certain types. */
interface Remembered {
  readonly types: readonly (NetType | null)[];
  readonly chosen: ChosenOverload;
}

const maxEntries = 8;

/** The last choices among the overloads of one method, by the types of the arguments. */
export class OverloadCache {
  readonly overloads: readonly MethodOverload[];
  /** Whether the types of arguments alone decide; not where array elements take part in inference. */
  readonly #byTypes: boolean;
  readonly #entries: Remembered[] = [];

  constructor(overloads: readonly MethodOverload[]) {
    this.overloads = overloads;
    this.#byTypes = !overloads.some((o) => o.genericParameters.length > 0);
  }

  /** {@link chooseOverload}, remembered. */
  choose(types: TypeSystem, args: readonly PSValue[]): ChosenOverload | NoOverload {
    if (!this.#byTypes) return chooseOverload(types, this.overloads, args);
    const entries = this.#entries;
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (entry !== undefined && fits(entry.types, args)) return entry.chosen;
    }
    const chosen = chooseOverload(types, this.overloads, args);
    if (typeof chosen === 'string' || args.some(isDecidedByContent)) return chosen;
    const argTypes = args.map(typeOrNull);
    const known = { ...chosen, direct: isDirect(types, chosen, argTypes) };
    if (entries.length >= maxEntries) entries.pop();
    entries.unshift({ types: argTypes, chosen: known });
    return known;
  }
}

/** Whether arguments of these types are what the overload takes, without any conversion. */
function isDirect(types: TypeSystem, { overload }: ChosenOverload, argTypes: readonly (NetType | null)[]): boolean {
  const { parameters } = overload;
  return (
    parameters.length === argTypes.length &&
    parameters.every((p, i) => {
      const from = argTypes[i];
      if (p.isParams || p.isByRef || from === null || from === undefined) return false;
      return from === p.type || types.rank(from, p.type) === conversionRank.assignable;
    })
  );
}

const caches = new WeakMap<readonly MethodOverload[], OverloadCache>();

/** The cache of a set of overloads. */
export function overloadCacheOf(overloads: readonly MethodOverload[]): OverloadCache {
  let cache = caches.get(overloads);
  if (cache === undefined) {
    cache = new OverloadCache(overloads);
    caches.set(overloads, cache);
  }
  return cache;
}

/** Whether more than the type of an argument decides: elements of `object[]` take part in the choice. */
function isDecidedByContent(arg: PSValue): boolean {
  return arg instanceof PSObject || arg instanceof PSReference || Array.isArray(arg);
}

function typeOrNull(value: PSValue): NetType | null {
  return value === null || value === undefined ? null : typeOf(value);
}

function fits(types: readonly (NetType | null)[], args: readonly PSValue[]): boolean {
  if (types.length !== args.length) return false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (typeOrNull(arg) !== types[i]) return false;
    if (typeof arg === 'object' && (arg instanceof PSObject || arg instanceof PSReference)) return false;
  }
  return true;
}
