import type { MethodOverload, PropertyMember } from '../types/member.ts';
import { NetObject } from './net-object.ts';
import type { NetType } from './net-type.ts';

/** System.Reflection.MethodInfo, ConstructorInfo, PropertyInfo and FieldInfo as values. */
export class MemberInfoValue extends NetObject {
  readonly name: string;
  readonly kind: 'Method' | 'Constructor' | 'Property' | 'Field';
  readonly isStatic: boolean;
  readonly declaringType: NetType;
  readonly overload: MethodOverload | undefined;
  readonly property: PropertyMember | undefined;

  private constructor(kind: MemberInfoValue['kind'], member: MethodOverload | PropertyMember) {
    super();
    this.kind = kind;
    this.name = kind === 'Constructor' ? '.ctor' : member.name;
    this.isStatic = member.isStatic && kind !== 'Constructor';
    this.declaringType = member.declaringType;
    this.overload = 'parameters' in member ? member : undefined;
    this.property = 'parameters' in member ? undefined : member;
  }

  static method(overload: MethodOverload): MemberInfoValue {
    return new MemberInfoValue(overload.isConstructor ? 'Constructor' : 'Method', overload);
  }

  static data(property: PropertyMember): MemberInfoValue {
    return new MemberInfoValue(property.isField ? 'Field' : 'Property', property);
  }
}
