import type { EngineContext } from '../engine.ts';
import { isProperty, type PropertyMember } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import type { NetType } from '../values/net-type.ts';
import { PlainView } from '../values/plain-view.ts';
import { baseOf, ExtendedEntry, PSObject } from '../values/ps-object.ts';
import { type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import { dictionaryGet, isDictionary } from './dictionary-access.ts';
import { elementsOf, enumerableOf } from './enumerate.ts';
import { extendedValue, hush, quietly } from './extended-value.ts';
import { type FoundMember, findMember } from './find-member.ts';
import { intrinsicView } from './intrinsic-view.ts';
import { propertyNotFoundStrict } from './member-errors.ts';
import { PropertyFinder } from './member-site.ts';
import { PSMethod } from './ps-method.ts';

/** `$target.name`: what reading a member gives; `name` is text, or any value for a dictionary key. */
export function getMember(engine: EngineContext, target: PSValue, name: PSValue): Eventually<PSValue> {
  const note = noteOf(target, name);
  if (note !== undefined) return note;
  const found = lookup(engine, target, name, true);
  if (found !== notThere) return found;
  return absent(engine, target, typeof name === 'string' ? name : typeSystemOf(engine).toText(name));
}

/** A note of a custom object or wrapper: the frequent case. */
function noteOf(target: PSValue, name: PSValue): PSValue {
  if (!(target instanceof PSObject) || typeof name !== 'string') return undefined;
  const value = target.properties.get(name);
  return value instanceof ExtendedEntry ? undefined : value;
}

/** As {@link getMember}, but gives undefined for a member that is not there, whatever the strict mode. */
export function tryGetMember(engine: EngineContext, target: PSValue, name: PSValue): Eventually<PSValue> {
  const note = noteOf(target, name);
  if (note !== undefined) return note;
  const found = lookup(engine, target, name, true);
  return found === notThere ? undefined : found;
}

/** Marks "no such member". */
const notThere = Symbol('notThere');

function lookup(
  engine: EngineContext,
  target: PSValue,
  name: PSValue,
  enumerates: boolean,
): Eventually<PSValue> | typeof notThere {
  if (target === null || target === undefined) return notThere;
  if (target instanceof PlainView) return plainMember(engine, target, name);
  const base = baseOf(target);
  const text = typeof name === 'string' ? name : typeSystemOf(engine).toText(name);
  if ((text.charCodeAt(0) | 32) === 112) {
    const view = intrinsicView(engine, target, text);
    if (view !== undefined) return view;
  }
  if (isDictionary(base)) {
    const value = dictionaryGet(base, name);
    if (value !== undefined) return value;
  }
  const found = findMember(engine, target, base, text);
  if (found) return readFound(engine, target, base, text, found);
  if (!enumerates) return notThere;
  const elements = elementsOf(base);
  return elements ? enumerateMember(engine, elements, text) : notThere;
}

/** `psbase`: members of the .NET type only. */
function plainMember(engine: EngineContext, view: PlainView, name: PSValue): Eventually<PSValue> | typeof notThere {
  const base = baseOf(view.target);
  const member = membersOf(typeOf(base)).find(typeSystemOf(engine).toText(name), false);
  if (!member) return notThere;
  return isProperty(member) ? readProperty(engine, base, member) : new PSMethod(base, member);
}

function readFound(
  engine: EngineContext,
  target: PSValue,
  base: PSValue,
  name: string,
  found: FoundMember,
): Eventually<PSValue> {
  if (found.kind === 'note') return found.bag.get(name);
  if (found.kind === 'extended') return extendedValue(engine, target, found.member);
  const { member } = found;
  if (isProperty(member)) return readProperty(engine, base, member);
  return new PSMethod(target, member);
}

/** A .NET property; one that throws gives `$null`. */
export function readProperty(engine: EngineContext, self: PSValue, member: PropertyMember): Eventually<PSValue> {
  const { get } = member;
  if (get === undefined) return null;
  try {
    const value = get(engine, self);
    return isPending(value) ? value.catch(hush) : (value ?? null);
  } catch (thrown) {
    return hush(thrown);
  }
}

/** Member enumeration (about_Member-Access_Enumeration): one level of results is taken apart, one result is bare. */
function enumerateMember(
  engine: EngineContext,
  elements: readonly PSValue[],
  name: string,
): Eventually<PSValue> | typeof notThere {
  const values: Eventually<PSValue>[] = [];
  let pending = false;
  const site = new PropertyFinder(name);
  for (const element of elements) {
    const property = site.find(engine, element);
    let value: Eventually<PSValue> | typeof notThere =
      property === undefined ? lookup(engine, element, name, true) : readProperty(engine, element, property);
    if (value === notThere && isIntrinsicSize(name)) value = element === null || element === undefined ? 0 : 1;
    if (value === notThere) {
      if (!(element instanceof PSObject) || element.base !== undefined || engine.strictMode >= 2) continue;
      value = null;
    }
    pending ||= isPending(value);
    values.push(value);
  }
  if (values.length === 0) return notThere;
  if (pending) return Promise.all(values).then((ready) => flattened(ready));
  return flattened(values as PSValue[]);
}

function flattened(values: readonly PSValue[]): PSValue {
  const flat: PSValue[] = [];
  for (const value of values) {
    const inner = elementsOf(value);
    if (inner) flat.push(...inner);
    else flat.push(value ?? null);
  }
  return flat.length === 1 ? flat[0] : flat;
}

/** What an absent member gives: the intrinsic Count and Length, else `$null` or the strict-mode error. */
function absent(engine: EngineContext, target: PSValue, name: string): PSValue {
  if (engine.strictMode >= 2) throw propertyNotFoundStrict(name);
  if (!isIntrinsicSize(name) || enumerableOf(target) !== undefined) return null;
  return target === null || target === undefined ? 0 : 1;
}

/** Count and Length, which every single value has. */
function isIntrinsicSize(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === 'count' || lower === 'length';
}

/** `[type]::name` */
export function getStatic(engine: EngineContext, type: NetType, name: string): Eventually<PSValue> {
  const member = membersOf(type).find(name, true);
  if (!member) {
    if (name.toLowerCase() === 'new' && membersOf(type).constructors.length > 0) return PSMethod.constructors(type);
    if (engine.strictMode >= 2) throw propertyNotFoundStrict(name);
    return null;
  }
  if (!isProperty(member)) return new PSMethod(type, member, true);
  return member.get ? quietly(() => member.get?.(engine, null) ?? null) : null;
}
