import type { MethodOverload } from '../types/member.ts';
import { typeOf } from '../types/type-of.ts';
import type { TypeSystem } from '../types/type-system.ts';
import type { NetType } from '../values/net-type.ts';
import { PSObject } from '../values/ps-object.ts';
import { PSReference } from '../values/ps-reference.ts';
import type { PSValue } from '../values/ps-value.ts';
import { type CallConstraints, type ChosenOverload, chooseOverload, type NoOverload } from './overload-resolution.ts';

/** A choice made before for arguments of certain types. */
interface Remembered {
  readonly types: readonly (NetType | null)[];
  readonly chosen: ChosenOverload;
}

interface GroupCache {
  /** Whether the types of arguments alone decide; not where array elements take part in inference. */
  readonly byTypes: boolean;
  readonly entries: Remembered[];
}

const caches = new WeakMap<readonly MethodOverload[], GroupCache>();
const maxEntries = 8;

/** {@link chooseOverload}, with the last choices per set of overloads remembered by argument types. */
export function cachedOverload(
  types: TypeSystem,
  overloads: readonly MethodOverload[],
  args: readonly PSValue[],
  constraints: CallConstraints | undefined,
): ChosenOverload | NoOverload {
  if (constraints !== undefined || (overloads.length === 1 && overloads[0]?.genericParameters.length === 0)) {
    return chooseOverload(types, overloads, args, constraints);
  }
  let cache = caches.get(overloads);
  if (cache === undefined) {
    cache = { byTypes: !overloads.some((o) => o.genericParameters.length > 0), entries: [] };
    caches.set(overloads, cache);
  }
  if (!cache.byTypes) return chooseOverload(types, overloads, args, constraints);
  for (const entry of cache.entries) if (fits(entry.types, args)) return entry.chosen;
  const chosen = chooseOverload(types, overloads, args, constraints);
  if (typeof chosen !== 'string' && !args.some(isDecidedByContent)) {
    if (cache.entries.length >= maxEntries) cache.entries.pop();
    cache.entries.unshift({ types: args.map(typeOrNull), chosen });
  }
  return chosen;
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
    if (arg instanceof PSObject || arg instanceof PSReference || typeOrNull(arg) !== types[i]) return false;
  }
  return true;
}
