import { invokeMethod } from '../../members/invoke-method.ts';
import { MethodGroup } from '../../types/member.ts';
import { membersOf } from '../../types/members-of.ts';
import { ClassInstance } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { Session } from '../session.ts';

/** Whether a class declares GetHashCode in script, and so decides itself what it is as a key. */
export function hashes(type: NetType): boolean {
  const found = membersOf(type).find('GetHashCode', false);
  return found instanceof MethodGroup && found.overloads.some((o) => o.isScript && o.parameters.length === 0);
}

/** An instance of a class with a GetHashCode of its own: equal hash codes of one class mean equal keys. */
export class HashedInstance extends ClassInstance {
  readonly #session: Session;

  constructor(session: Session, type: NetType, fields: PSValue[]) {
    super(type, fields);
    this.#session = session;
  }

  equalityText(): string {
    const hash = invokeMethod(this.#session.engine, this, 'GetHashCode', []);
    return `${this.netType.name}:${hash instanceof Promise ? '' : String(hash)}`;
  }
}
