import type { EngineContext } from '../engine.ts';
import { NetEnumerable } from './net-enumerable.ts';
import { NetObject } from './net-object.ts';
import type { Eventually, PSValue } from './ps-value.ts';

/** PSMemberTypes, as Get-Member and `MemberType` write them. */
export type PSMemberKind =
  | 'AliasProperty'
  | 'CodeProperty'
  | 'Property'
  | 'NoteProperty'
  | 'ScriptProperty'
  | 'PropertySet'
  | 'Method'
  | 'CodeMethod'
  | 'ScriptMethod'
  | 'ParameterizedProperty'
  | 'MemberSet'
  | 'Event'
  | 'Dynamic';

/**
 * Contract. System.Management.Automation.PSMemberInfo: a member of a value, as `psobject.Members` and Get-Member see
 * it. Made by the members layer.
 */
export abstract class PSMember extends NetObject {
  readonly name: string;
  readonly kind: PSMemberKind;
  /** Declared on this one object rather than by its type or type data. */
  readonly isInstance: boolean;
  isHidden = false;

  constructor(name: string, kind: PSMemberKind, isInstance: boolean) {
    super();
    this.name = name;
    this.kind = kind;
    this.isInstance = isInstance;
  }

  /** `TypeNameOfValue` */
  abstract typeNameOfValue(engine: EngineContext): string;
  abstract getValue(engine: EngineContext): Eventually<PSValue>;
  abstract setValue(engine: EngineContext, value: PSValue): Eventually<void>;
  /** Calls a method; throws for what is none. */
  abstract invoke(engine: EngineContext, args: readonly PSValue[]): Eventually<PSValue>;
  /** Whether a property can be read and set. */
  abstract readonly access: { readonly get: boolean; readonly set: boolean };
  /** `OverloadDefinitions` of methods, `Script`, `ReferencedMemberName`, ...: further properties by name. */
  abstract detail(name: string): PSValue;
  /** The definition column of Get-Member. */
  abstract definition(engine: EngineContext): string;
}

/** What a {@link PSMemberCollection} can do to the object it shows. */
export interface PSMemberSource {
  list(): readonly PSMember[];
  find(name: string): PSMember | undefined;
  add(member: PSMember): void;
  remove(name: string): void;
}

/** `psobject.Members`, `.Properties` and `.Methods`: a live view of the members of one value. */
export class PSMemberCollection extends NetEnumerable {
  readonly source: PSMemberSource;
  readonly elementType: 'PSMemberInfo' | 'PSPropertyInfo' | 'PSMethodInfo';

  constructor(source: PSMemberSource, elementType: 'PSMemberInfo' | 'PSPropertyInfo' | 'PSMethodInfo') {
    super();
    this.source = source;
    this.elementType = elementType;
  }

  [Symbol.iterator](): Iterator<PSValue> {
    return this.source.list()[Symbol.iterator]();
  }
}

/** `$value.psobject`: the value as its extended members see it. */
export class PSObjectView extends NetObject {
  readonly target: PSValue;
  readonly members: PSMemberCollection;
  readonly properties: PSMemberCollection;
  readonly methods: PSMemberCollection;

  constructor(
    target: PSValue,
    members: PSMemberCollection,
    properties: PSMemberCollection,
    methods: PSMemberCollection,
  ) {
    super();
    this.target = target;
    this.members = members;
    this.properties = properties;
    this.methods = methods;
  }
}
