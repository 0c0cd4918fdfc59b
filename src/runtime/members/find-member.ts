import type { EngineContext } from '../engine.ts';
import type { TypeMember } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import { AdaptedObject } from '../values/adapted-object.ts';
import { ExtendedEntry, type ExtendedMember, notesOf, type PropertyBag, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { adaptedMember } from './adapted-member.ts';
import { typeDataOf } from './type-data-of.ts';

/** A note: its value stands in the bag. */
export interface FoundNote {
  readonly kind: 'note';
  readonly bag: PropertyBag;
}

/** Any other extended member; `isInstance` when it hangs on the value itself rather than on type data. */
export interface FoundExtended {
  readonly kind: 'extended';
  readonly member: ExtendedMember;
  readonly isInstance: boolean;
}

/** A member of the .NET type or script class. */
export interface FoundNet {
  readonly kind: 'net';
  readonly member: TypeMember;
}

/** What a name of a value stands for, hashtable keys and intrinsic members apart. */
export type FoundMember = FoundNote | FoundExtended | FoundNet;

/** Finds a member: notes on the value, then type data, then the type. `value` is not null; `base` is it unwrapped. */
export function findMember(
  engine: EngineContext,
  value: PSValue,
  base: PSValue,
  name: string,
): FoundMember | undefined {
  const bag = notesOf(value)?.properties ?? (value === base ? undefined : notesOf(base)?.properties);
  if (bag) {
    const entry = bag.get(name);
    if (entry instanceof ExtendedEntry) return { kind: 'extended', member: entry.member, isInstance: true };
    if (entry !== undefined) return { kind: 'note', bag };
  }
  const extended = typeDataOf(engine).find(value, name);
  if (extended) return { kind: 'extended', member: extended, isInstance: false };
  if (base instanceof PSObject) {
    const method = membersOf(typeOf(base)).find(name, false);
    return method && { kind: 'net', member: method };
  }
  if (base instanceof AdaptedObject) {
    const property = base.adaptedProperty(name);
    if (property) return { kind: 'net', member: adaptedMember(base, property) };
  }
  const member = membersOf(typeOf(base)).find(name, false);
  return member && { kind: 'net', member };
}
