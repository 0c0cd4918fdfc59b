import type { EngineContext } from '../engine.ts';
import { isProperty, MethodGroup, type MethodOverload, type PropertyMember, type TypeMember } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import { AdaptedObject } from '../values/adapted-object.ts';
import type { NetType } from '../values/net-type.ts';
import { PlainView } from '../values/plain-view.ts';
import { notesOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { callCached } from './call-overload.ts';
import { isDictionary } from './dictionary-access.ts';
import { findMember } from './find-member.ts';
import { getMember, readProperty } from './get-member.ts';
import { invokeMethod, invokeStatic } from './invoke-method.ts';
import { type OverloadCache, overloadCacheOf } from './overload-cache.ts';
import { setMember, setNetProperty } from './set-member.ts';
import { typeDataOf } from './type-data-of.ts';

/** What a name meant for values of one type. */
interface Seen<Member> {
  readonly type: NetType;
  /** Undefined where the place has to look each time. */
  readonly member: Member | undefined;
}

/** Places that see more types than this are asked anew each time. */
const maxTypes = 4;

/**
 * What one name at one place of a script meant for the last types it was asked of. Only members of the type itself are
 * kept, for values without members of their own; changed type data forgets them.
 */
abstract class MemberSite<Member> {
  readonly name: string;
  #seen: Seen<Member>[] = [];
  #typeData: object | undefined = undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** What is kept of a member of a type; undefined when this place must look again. */
  protected abstract keep(member: TypeMember): Member | undefined;

  /** What the name means for a value, if that is known or can be known. */
  protected memberOf(engine: EngineContext, target: PSValue): Member | undefined {
    if (target === null || target === undefined) return undefined;
    if (typeof target === 'object' && notesOf(target) !== undefined) return undefined;
    const type = typeOf(target);
    const { version } = typeDataOf(engine);
    if (this.#typeData !== version) {
      this.#typeData = version;
      this.#seen = [];
    }
    const seen = this.#seen;
    for (let i = 0; i < seen.length; i++) if (seen[i]?.type === type) return seen[i]?.member;
    return seen.length < maxTypes ? this.#look(engine, target, type) : undefined;
  }

  #look(engine: EngineContext, target: PSValue, type: NetType): Member | undefined {
    // Dictionaries, XML nodes and views have members by what they hold.
    const isOpen = isDictionary(target) || target instanceof AdaptedObject || target instanceof PlainView;
    const found = isOpen ? undefined : findMember(engine, target, target, this.name);
    const member = found?.kind === 'net' ? this.keep(found.member) : undefined;
    this.#seen.push({ type, member });
    return member;
  }
}

/** A method as a place remembers it: its name as declared, and its overloads. */
class KnownMethod {
  readonly #name: string;
  readonly #overloads: OverloadCache;

  constructor(name: string, overloads: readonly MethodOverload[]) {
    this.#name = name;
    this.#overloads = overloadCacheOf(overloads);
  }

  call(engine: EngineContext, self: PSValue, args: readonly PSValue[]): Eventually<PSValue> {
    return callCached(engine, this.#overloads, self, this.#name, args);
  }
}

/** A method call `$target.name(…)` in a script. */
export class MethodSite extends MemberSite<KnownMethod> {
  /** As `invokeMethod`. */
  invoke(engine: EngineContext, target: PSValue, args: readonly PSValue[]): Eventually<PSValue> {
    const method = this.memberOf(engine, target);
    return method === undefined ? invokeMethod(engine, target, this.name, args) : method.call(engine, target, args);
  }

  protected override keep(member: TypeMember): KnownMethod | undefined {
    return member instanceof MethodGroup ? new KnownMethod(member.name, member.overloads) : undefined;
  }
}

/** A property `$target.name` in a script. */
export class PropertySite extends MemberSite<PropertyMember> {
  /** The property of a value's type, where nothing else can be meant. */
  find(engine: EngineContext, target: PSValue): PropertyMember | undefined {
    return this.memberOf(engine, target);
  }

  /** As `getMember`. */
  read(engine: EngineContext, target: PSValue): Eventually<PSValue> {
    const property = this.memberOf(engine, target);
    return property === undefined ? getMember(engine, target, this.name) : readProperty(engine, target, property);
  }

  /** As `setMember`. */
  write(engine: EngineContext, target: PSValue, value: PSValue): Eventually<void> {
    const property = this.memberOf(engine, target);
    if (property === undefined) return setMember(engine, target, this.name, value);
    return setNetProperty(engine, target, property, value ?? null);
  }

  protected override keep(member: TypeMember): PropertyMember | undefined {
    // `psobject` and the like come before members of the type.
    return isProperty(member) && !/^ps/i.test(this.name) ? member : undefined;
  }
}

/** A method call `[type]::name(…)` in a script. */
export class StaticMethodSite {
  readonly name: string;
  #type: NetType | undefined = undefined;
  #method: KnownMethod | undefined = undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** As `invokeStatic`. */
  invoke(engine: EngineContext, type: NetType, args: readonly PSValue[]): Eventually<PSValue> {
    if (this.#type !== type) {
      this.#type = type;
      this.#method = staticMethod(type, this.name);
    }
    const method = this.#method;
    return method === undefined ? invokeStatic(engine, type, this.name, args) : method.call(engine, null, args);
  }
}

/** Static methods, or constructors where nothing remains to be done after them; undefined for everything else. */
function staticMethod(type: NetType, name: string): KnownMethod | undefined {
  const members = membersOf(type);
  const member = members.find(name, true);
  if (member instanceof MethodGroup) return new KnownMethod(member.name, member.overloads);
  const constructs = member === undefined && name.toLowerCase() === 'new';
  if (!constructs || type.isAbstract || type.genericArguments.length > 0 || members.constructors.length === 0)
    return undefined;
  return new KnownMethod('new', members.constructors);
}
