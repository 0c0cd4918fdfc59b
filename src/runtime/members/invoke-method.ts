import type { EngineContext } from '../engine.ts';
import { IndexerGroup, MethodGroup, type MethodOverload } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import type { NetType } from '../values/net-type.ts';
import { PlainView } from '../values/plain-view.ts';
import { baseOf, PSObject } from '../values/ps-object.ts';
import { type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import { callOverloads } from './call-overload.ts';
import { collectionMethod } from './collection-methods.ts';
import { isDictionary } from './dictionary-access.ts';
import { elementsOf } from './enumerate.ts';
import { callExtended } from './extended-value.ts';
import { findMember } from './find-member.ts';
import { invokeOnNull, methodNotFound, noBestOverload } from './member-errors.ts';
import type { CallConstraints } from './overload-resolution.ts';
import { getParameterized } from './ps-method.ts';

/** How a method call is written. */
export interface InvokeOptions extends CallConstraints {
  /** `([Base]$this).M()`: the type the target was cast to in the call. */
  readonly targetType?: NetType;
}

/** `$target.name(args)` */
export function invokeMethod(
  engine: EngineContext,
  target: PSValue,
  name: string,
  args: readonly PSValue[],
  options?: InvokeOptions,
): Eventually<PSValue> {
  const result = tryInvoke(engine, target, name, args, options);
  if (result === noMethod) throw methodNotFound(typeOf(target), name);
  return result;
}

const noMethod = Symbol('noMethod');

function tryInvoke(
  engine: EngineContext,
  target: PSValue,
  name: string,
  args: readonly PSValue[],
  options: InvokeOptions | undefined,
): Eventually<PSValue> | typeof noMethod {
  if (target === null || target === undefined) {
    const collection = collectionMethod(engine, [], name, args);
    if (collection === undefined) throw invokeOnNull();
    return collection.result;
  }
  if (target instanceof PlainView) return tryInvoke(engine, baseOf(target.target), name, args, options);
  if (target instanceof PSObject && target.text !== undefined && args.length === 0 && name.toLowerCase() === 'tostring')
    return target.text;
  const base = baseOf(target);
  const found = findMember(engine, target, base, name);
  if (found?.kind === 'net') {
    const { member } = found;
    if (member instanceof MethodGroup) return callGroup(engine, member, base, name, args, options);
    if (member instanceof IndexerGroup) return getParameterized(engine, member, base, args);
  }
  if (found?.kind === 'extended') {
    if (found.member.kind.endsWith('Method')) return callExtended(engine, target, found.member, args);
    return noMethod;
  }
  if (found === undefined) {
    const collection = collectionMethod(engine, target, name, args);
    if (collection !== undefined) return collection.result;
    if (!isDictionary(base)) {
      const elements = elementsOf(base);
      if (elements && elements.length > 0) return invokeOnEach(engine, elements, name, args, options);
    }
  }
  return noMethod;
}

function callGroup(
  engine: EngineContext,
  group: MethodGroup,
  self: PSValue,
  name: string,
  args: readonly PSValue[],
  options: InvokeOptions | undefined,
): Eventually<PSValue> {
  const { targetType } = options ?? {};
  let overloads: readonly MethodOverload[] = group.overloads;
  if (targetType && typeOf(self).isSubclassOf(targetType)) {
    const ofBase = membersOf(targetType).find(name, false);
    if (ofBase instanceof MethodGroup) overloads = ofBase.overloads;
  }
  return callOverloads(engine, overloads, self, group.name, args, options);
}

/** Method calls on a collection whose elements have the method. */
function invokeOnEach(
  engine: EngineContext,
  elements: readonly PSValue[],
  name: string,
  args: readonly PSValue[],
  options: InvokeOptions | undefined,
): Eventually<PSValue> {
  const results: Eventually<PSValue>[] = [];
  for (const element of elements) {
    const result = tryInvoke(engine, element, name, args, options);
    if (result === noMethod) throw methodNotFound(typeOf(element), name);
    results.push(result);
  }
  if (results.some(isPending)) return Promise.all(results).then((ready) => collected(ready));
  return collected(results as PSValue[]);
}

function collected(results: readonly PSValue[]): PSValue {
  const flat: PSValue[] = [];
  for (const result of results) {
    if (result === undefined) continue;
    const inner = elementsOf(result);
    if (inner) flat.push(...inner);
    else flat.push(result);
  }
  return flat.length === 0 ? undefined : flat.length === 1 ? flat[0] : flat;
}

/** `[type]::name(args)`, `new` included. */
export function invokeStatic(
  engine: EngineContext,
  type: NetType,
  name: string,
  args: readonly PSValue[],
  options?: InvokeOptions,
): Eventually<PSValue> {
  const member = membersOf(type).find(name, true);
  if (member instanceof MethodGroup) return callOverloads(engine, member.overloads, null, member.name, args, options);
  if (name.toLowerCase() === 'new') return construct(engine, type, args, options);
  throw methodNotFound(type, name);
}

/** `[type]::new(args)` and New-Object. */
export function construct(
  engine: EngineContext,
  type: NetType,
  args: readonly PSValue[],
  options?: CallConstraints,
): Eventually<PSValue> {
  const made = membersOf(type).constructors;
  if (type.isAbstract || made.length === 0) throw noBestOverload('new', args.length, false);
  const finish = (value: PSValue): PSValue => {
    // Instances of generic types know their exact type.
    if (type.genericArguments.length > 0 && typeof value === 'object' && value !== null && 'netType' in value) {
      value.netType = type;
    }
    return value;
  };
  const result = callOverloads(engine, made, null, 'new', args, options);
  return isPending(result) ? result.then(finish) : finish(result);
}
