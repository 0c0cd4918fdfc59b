import type { EngineContext } from '../engine.ts';
import { MethodGroup, type MethodOverload, type TypeMember } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { callCached } from './call-overload.ts';
import { getMember, readProperty } from './get-member.ts';
import { invokeMethod, invokeStatic } from './invoke-method.ts';
import { MemberSite, PropertyFinder } from './member-site.ts';
import { type OverloadCache, overloadCacheOf } from './overload-cache.ts';
import { setMember, setNetProperty } from './set-member.ts';

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
export class PropertySite extends PropertyFinder {
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
