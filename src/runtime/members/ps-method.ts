import type { EngineContext } from '../engine.ts';
import { IndexerGroup, MethodGroup, type MethodOverload, type TypeMember } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import type { NetType } from '../values/net-type.ts';
import { PSMember } from '../values/ps-member.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { callOverloads } from './call-overload.ts';
import { gettingFailed, methodNotFound, propertyAssignment } from './member-errors.ts';
import { indexerDefinition, methodDefinition } from './method-definition.ts';

/** PSMethod and PSParameterizedProperty: a method or indexer of one value, not called (`$s.Substring`). */
export class PSMethod extends PSMember {
  readonly target: PSValue;
  readonly group: MethodGroup | IndexerGroup;
  readonly isStatic: boolean;

  constructor(target: PSValue, member: TypeMember, isStatic = false) {
    const group =
      member instanceof IndexerGroup || member instanceof MethodGroup ? member : new MethodGroup(member.name, []);
    super(group.name, group instanceof IndexerGroup ? 'ParameterizedProperty' : 'Method', true);
    this.target = target;
    this.group = group;
    this.isStatic = isStatic;
  }

  /** `[type]::new` */
  static constructors(type: NetType): PSMethod {
    return new PSMethod(type, new MethodGroup('new', membersOf(type).constructors), true);
  }

  get overloads(): readonly MethodOverload[] {
    return this.group instanceof IndexerGroup ? this.group.getters : this.group.overloads;
  }

  get access(): { readonly get: boolean; readonly set: boolean } {
    const { group } = this;
    if (group instanceof MethodGroup) return { get: false, set: false };
    return { get: group.getters.length > 0, set: group.setters.length > 0 };
  }

  typeNameOfValue(): string {
    if (this.group instanceof IndexerGroup) return this.group.getters[0]?.returnType.fullName ?? 'System.Object';
    return 'System.Management.Automation.PSMethod';
  }

  getValue(): PSValue {
    return this;
  }

  setValue(): void {
    throw propertyAssignment(this.name, 'readOnly');
  }

  invoke(engine: EngineContext, args: readonly PSValue[]): Eventually<PSValue> {
    if (this.overloads.length === 0) throw methodNotFound(this.name, this.name);
    const self = this.isStatic ? null : baseOf(this.target);
    if (this.group instanceof IndexerGroup) return getParameterized(engine, this.group, self, args);
    return callOverloads(engine, this.overloads, self, this.name, args);
  }

  detail(name: string): PSValue {
    return name === 'OverloadDefinitions' ? this.definitions() : null;
  }

  /** One text per overload, as `OverloadDefinitions` has them. */
  definitions(): string[] {
    const { group } = this;
    return group instanceof IndexerGroup
      ? group.getters.map((g) => indexerDefinition(g, group.setters.length > 0, group.name))
      : group.overloads.filter((o) => !o.isHidden || o.isScript).map(methodDefinition);
  }

  definition(): string {
    return this.definitions().join(', ');
  }
}

/** Reads a property with parameters as a method call does: what it throws is a GetValueInvocationException. */
export function getParameterized(
  engine: EngineContext,
  group: IndexerGroup,
  self: PSValue,
  args: readonly PSValue[],
): Eventually<PSValue> {
  try {
    return callOverloads(engine, group.getters, self, group.name, args);
  } catch (thrown) {
    const exception = engine.toException(thrown);
    if (exception.typeName !== 'System.Management.Automation.MethodInvocationException') throw thrown;
    throw gettingFailed(group.name, exception.innerException ?? exception);
  }
}
