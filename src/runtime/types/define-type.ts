import type { EngineContext } from '../engine.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/*
 * How to add a .NET type: one file per type, named as the type, in the folder of its namespace; one exported
 * `defineType({...})`; one line in that folder's index array. Members are keyed by SIGNATURE TEXT, written as the
 * surface lists write them:
 *
 *   'new(char c, int count)'                          constructor: (c, count) => value
 *   'Substring(int startIndex, int length) string'    method: (self, startIndex, length) => result
 *   'static Join(string separator, params object[] values) string'   (separator, values) => result
 *   'prop Length int get'                             property: (self) => value
 *   'prop Capacity int get set'                       { get: (self) => value, set: (self, value) => void }
 *   'prop Chars[int] char get'                        indexer: (self, index) => value; with set: { get, set(self, index, value) }
 *   'static prop Now DateTime get'                    () => value
 *   'static field Empty string'                       () => value
 *   'ConvertAll<TOutput>(Converter<T, TOutput> converter) List<TOutput>'   generic method
 *
 * - `this` of every member is the EngineContext (write `function (self) {...}` where you need it).
 * - Arguments arrive converted to the declared parameter type, in the representation of values/: int is a raw number,
 *   double and float plain JS numbers (never boxed), long a bigint, byte/short/uint/... their class, string is
 *   string | null, T[] a TypedArray (object[] a plain JS array), ref and out parameters a RefSlot. Annotate them.
 * - Results may be plain: the declared return type boxes (double and float numbers, `T[]` from a JS array, byte from a
 *   number, char from a one-letter string). A promise is allowed. A void method returns nothing.
 * - Throw `new NetException('System.ArgumentException', 'text of our own')` for what .NET throws; see net-error.ts.
 * - Generic members that need their type arguments: wrap with `withTypes((types) => implementation)`.
 */

/** What a member's code may answer; nothing for void. */
export type MemberAnswer = ReturnType<MemberFunction>;

/** A member's code. Bivariant, so that implementations may annotate what the signature promises. */
export type MemberFunction = {
  bivarianceHack(this: EngineContext, ...args: PSValue[]): Eventually<PSValue> | Promise<void> | void;
}['bivarianceHack'];

/** Getter and setter of a property or indexer. */
export interface PropertyFunctions {
  readonly get?: MemberFunction;
  readonly set?: MemberFunction;
}

/** The type arguments in force, by parameter name: those of the type and of the method. */
export type TypeArguments = ReadonlyMap<string, NetType>;

/** A member whose code depends on type arguments; made once per instantiation. */
export class WithTypes {
  readonly make: (types: TypeArguments) => MemberFunction;
  constructor(make: (types: TypeArguments) => MemberFunction) {
    this.make = make;
  }
}

/** Declares a member that needs its type arguments. */
export function withTypes(make: (types: TypeArguments) => MemberFunction): WithTypes {
  return new WithTypes(make);
}

/** What may stand behind a signature. */
export type MemberImplementation = MemberFunction | PropertyFunctions | WithTypes;

/** Signature text to code. */
export type MemberTable = Readonly<Record<string, MemberImplementation>>;

// A JS class as a key; nothing is ever constructed through it.
type JSClass = abstract new (...args: never[]) => object;

/** A cast that PowerShell builds in for a type. */
export interface SpecialConversion {
  readonly accepts: (from: NetType) => boolean;
  readonly convert: MemberFunction;
  readonly errorId: string;
  /** The error has no inner exception. */
  readonly hidesInner?: boolean;
}

/** Declaration of one emulated type; see the top of define-type.ts. */
export interface TypeSpec {
  /** Full name; parameters of a generic in angle brackets; nested types with `+`. */
  readonly name: string;
  readonly kind?: 'class' | 'struct' | 'interface' | 'delegate' | 'enum';
  /** Full or simple name of the base; System.Object, or System.ValueType for structs, when left out. */
  readonly base?: string;
  /** Interfaces, separated by commas, as types.txt writes them. */
  readonly interfaces?: string;
  /** JS class of its instances, where one exists. */
  readonly jsClass?: JSClass | readonly JSClass[];
  /** For JS classes that serve several types: which one a value has (or its full name). */
  readonly typeNameOf?: (value: never) => string | NetType;
  /** Cannot be constructed; set for static classes too. */
  readonly isAbstract?: boolean;
  readonly isSealed?: boolean;
  /** Has static members only; worked out from `members` when left out. */
  readonly isStatic?: boolean;
  readonly assembly?: string;
  readonly members?: MemberTable;
  /** Operators `op_Implicit`/`op_Explicit`: 'implicit string -> Uri' or 'explicit Uri -> string' to code. */
  readonly casts?: Readonly<Record<string, MemberFunction>>;
  /** A conversion of the language itself, tried before Parse and constructors. */
  readonly convertFrom?: SpecialConversion;
  /** Enums: names with values; see define-enum.ts. */
  readonly enumValues?: ReadonlyMap<string, number | bigint>;
  readonly isFlags?: boolean;
  /** Enums: full name of the underlying type, System.Int32 when left out. */
  readonly underlying?: string;
  /** Delegates: parameters and result of Invoke, `(T arg) bool`. */
  readonly invoke?: string;
  /** Structs: what `[T]::new()` and `default(T)` give. */
  readonly defaultValue?: () => PSValue;
}

/** Declares a type; see the top of this file. */
export function defineType(spec: TypeSpec): TypeSpec {
  return spec;
}

/** What a `ref` or `out` parameter receives: the present value, already converted; set it to answer. */
export class RefSlot {
  value: PSValue;
  constructor(value: PSValue) {
    this.value = value;
  }
}
