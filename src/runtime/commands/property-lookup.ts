import type { EngineContext } from '../engine.ts';
import { extendedValue } from '../members/extended-value.ts';
import { findMember } from '../members/find-member.ts';
import { readProperty } from '../members/get-member.ts';
import { isProperty } from '../types/member.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/**
 * The value of a property, as `PSObject.Properties[name]` finds it: no methods, no keys of dictionaries, no member
 * enumeration. Undefined when there is no such property.
 */
export function propertyNamed(engine: EngineContext, value: PSValue, name: string): Eventually<PSValue> {
  if (value === null || value === undefined) return undefined;
  const base = baseOf(value);
  const found = findMember(engine, value, base, name);
  if (!found) return undefined;
  if (found.kind === 'note') return found.bag.get(name);
  if (found.kind === 'extended')
    return found.member.kind.endsWith('Property') ? extendedValue(engine, value, found.member) : undefined;
  return isProperty(found.member) ? readProperty(engine, base, found.member) : undefined;
}
