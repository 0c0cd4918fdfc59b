import type { EngineContext } from '../engine.ts';
import { isProperty, type PropertyMember, type TypeMember } from '../types/member.ts';
import { typeOf } from '../types/type-of.ts';
import { AdaptedObject } from '../values/adapted-object.ts';
import type { NetType } from '../values/net-type.ts';
import { PlainView } from '../values/plain-view.ts';
import { notesOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { isDictionary } from './dictionary-access.ts';
import { findMember } from './find-member.ts';
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
export abstract class MemberSite<Member> {
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

/** A property name at one place. */
export class PropertyFinder extends MemberSite<PropertyMember> {
  /** The property of a value's type, where nothing else can be meant. */
  find(engine: EngineContext, target: PSValue): PropertyMember | undefined {
    return this.memberOf(engine, target);
  }

  protected override keep(member: TypeMember): PropertyMember | undefined {
    // `psobject` and the like come before members of the type.
    return isProperty(member) && !/^ps/i.test(this.name) ? member : undefined;
  }
}
