import type { EngineContext } from '../engine.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import { isProperty, type PropertyMember } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { AdaptedObject } from '../values/adapted-object.ts';
import type { NetType } from '../values/net-type.ts';
import { PlainView } from '../values/plain-view.ts';
import { baseOf, ExtendedEntry, PSObject } from '../values/ps-object.ts';
import { type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import { adaptedRefusal } from './adapted-member.ts';
import { dictionarySet, isDictionary } from './dictionary-access.ts';
import { setExtended } from './extended-value.ts';
import { findMember } from './find-member.ts';
import { cannotAddBySetting, propertyAssignment, readOnlyProperty, setOnNull, settingFailed } from './member-errors.ts';

/** `$target.name = value` */
export function setMember(engine: EngineContext, target: PSValue, name: PSValue, value: PSValue): Eventually<void> {
  const stored = value ?? null;
  if (target instanceof PSObject && typeof name === 'string') {
    const at = target.properties.indexOf(name);
    if (at >= 0 && !(target.properties.values[at] instanceof ExtendedEntry)) {
      target.properties.values[at] = stored;
      return undefined;
    }
  }
  const text = typeof name === 'string' ? name : typeSystemOf(engine).toText(name);
  if (target === null || target === undefined) throw setOnNull(text);
  if (target instanceof PlainView) return setMember(engine, target.target, name, value);
  const base = baseOf(target);
  const found = findMember(engine, target, base, text);
  if (base instanceof AdaptedObject && found?.kind !== 'extended') {
    const property = base.adaptedProperty(text);
    if (property) adaptedRefusal(property);
    else if (!found) throw cannotAddBySetting(text);
    else if (found.kind === 'net' && !(isProperty(found.member) && found.member.set)) throw readOnlyProperty(text);
  }
  if (found?.kind === 'note') {
    found.bag.set(text, stored);
    return undefined;
  }
  if (isDictionary(base) && (found?.kind !== 'extended' || !found.isInstance)) {
    dictionarySet(engine, base, name, stored, text);
    return undefined;
  }
  if (found?.kind === 'extended') return setExtended(engine, target, found.member, stored);
  if (found?.kind === 'net' && isProperty(found.member)) return setNetProperty(engine, base, found.member, stored);
  if (base instanceof PSObject) throw cannotAddBySetting(text);
  throw propertyAssignment(text, found ? 'readOnly' : 'missing');
}

/** Sets a .NET property: converts, then stores; what either throws is a SetValueInvocationException. */
export function setNetProperty(
  engine: EngineContext,
  self: PSValue,
  property: PropertyMember,
  value: PSValue,
): Eventually<void> {
  const { set } = property;
  if (!set) throw propertyAssignment(property.name, 'readOnly');
  const failed = (thrown: unknown): never => {
    if (thrown instanceof ControlFlow) throw thrown;
    throw settingFailed(property.name, engine.toException(thrown));
  };
  try {
    const converted = typeSystemOf(engine).convert(value, property.type);
    const done = isPending(converted) ? converted.then((v) => set(engine, self, v)) : set(engine, self, converted);
    return isPending(done) ? done.catch(failed) : undefined;
  } catch (thrown) {
    return failed(thrown);
  }
}

/** `[type]::name = value` */
export function setStatic(engine: EngineContext, type: NetType, name: string, value: PSValue): Eventually<void> {
  const member = membersOf(type).find(name, true);
  if (!isProperty(member)) throw propertyAssignment(name, member ? 'readOnly' : 'missing');
  return setNetProperty(engine, null, member, value);
}
