import type { EngineContext } from '../engine.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** One parameter of a method, constructor or indexer. */
export interface Parameter {
  readonly name: string;
  /** Of `params` parameters the array type; of ref and out parameters the type behind. */
  readonly type: NetType;
  readonly isParams: boolean;
  readonly isByRef: boolean;
  readonly isOptional: boolean;
  readonly defaultValue?: PSValue;
}

/** One overload: what resolution chooses between. Emulated and script methods look the same from here. */
export interface MethodOverload {
  readonly name: string;
  readonly declaringType: NetType;
  readonly isStatic: boolean;
  readonly isConstructor: boolean;
  readonly isHidden?: boolean;
  /** The interface whose method this is, where the type itself does not show it. */
  readonly interfaceType?: NetType;
  /** Code of a script: what it throws is passed on as it is. */
  readonly isScript?: boolean;
  readonly genericParameters: readonly string[];
  /** How many parameters mention a type parameter of the method; 0 when it is not generic. */
  readonly genericDepth?: number;
  readonly parameters: readonly Parameter[];
  readonly returnType: NetType;
  /** Calls it with converted arguments, one per parameter (`params` as one array). `self` is ignored when static. */
  invoke(engine: EngineContext, self: PSValue, args: readonly PSValue[]): Eventually<PSValue>;
  /** The overload with type arguments filled in; undefined when their number is wrong. */
  close?(types: readonly NetType[]): MethodOverload | undefined;
}

/** All overloads of one name, inherited ones included. */
export class MethodGroup {
  readonly name: string;
  readonly overloads: readonly MethodOverload[];

  constructor(name: string, overloads: readonly MethodOverload[]) {
    this.name = name;
    this.overloads = overloads;
  }
}

/** A property or field of a .NET type or script class. */
export interface PropertyMember {
  readonly name: string;
  readonly declaringType: NetType;
  readonly type: NetType;
  readonly isStatic: boolean;
  readonly isField: boolean;
  readonly isHidden: boolean;
  /** Reads it; undefined when it cannot be read. */
  readonly get?: (engine: EngineContext, self: PSValue) => Eventually<PSValue>;
  /** Stores a value that already has the type; undefined when read-only. */
  readonly set?: (engine: EngineContext, self: PSValue, value: PSValue) => Eventually<void>;
}

/** A property with parameters (`Chars[int]`, `Item[TKey]`): overloads for reading and for writing. */
export class IndexerGroup {
  readonly name: string;
  readonly getters: readonly MethodOverload[];
  /** The value is the last parameter. */
  readonly setters: readonly MethodOverload[];

  constructor(name: string, getters: readonly MethodOverload[], setters: readonly MethodOverload[]) {
    this.name = name;
    this.getters = getters;
    this.setters = setters;
  }
}

/** What a name of a type can stand for. */
export type TypeMember = PropertyMember | MethodGroup | IndexerGroup;

/** Whether a member is a plain property. */
export function isProperty(member: TypeMember | undefined): member is PropertyMember {
  return member !== undefined && !(member instanceof MethodGroup) && !(member instanceof IndexerGroup);
}
