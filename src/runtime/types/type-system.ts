import type { EngineContext } from '../engine.ts';
import type { NetType } from '../values/net-type.ts';
import type { PSMemberSource } from '../values/ps-member.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/**
 * What types and members need from the layers above them: conversion, text and comparison. Implemented by
 * conversion/type-system.ts and held in `engine.typeSystem`.
 */
export interface TypeSystem {
  /** Converts as a cast does; throws a ConversionFailure. */
  convert(value: PSValue, type: NetType): Eventually<PSValue>;
  /** How good a conversion from a type (null: `$null`) is, as conversion/rank.ts orders them; 0 is none. */
  rank(from: NetType | null, to: NetType): number;
  /** PowerShell's conversion to string (`"$value"`): invariant, arrays joined with blanks. */
  toText(value: PSValue): string;
  /** .NET `value.ToString()` in the current culture; '' for null. */
  netText(value: PSValue, format?: string | null, culture?: string): string;
  /** `$OFS`: what stands between the elements of a collection in a string. */
  readonly separator: () => string;
  /** PowerShell's truth of a value. */
  toBoolean(value: PSValue): boolean;
  /** `Comparer.Default`: order of .NET, throws InvalidOperationException for what has none. */
  compare(a: PSValue, b: PSValue): number;
  /** `Object.Equals(a, b)`. */
  equals(a: PSValue, b: PSValue): boolean;
  /** Names and accelerators; see conversion/type-registry.ts. */
  findType(name: string): NetType | undefined;
  /** The members of a value, live (`psobject.Members`). */
  members(target: PSValue): PSMemberSource;
  /** `pstypenames` of a value, live: a list that changes them. */
  typeNameList(target: PSValue): object;
  /** The extended type data: a TypeData of members/type-data.ts. */
  readonly typeData: object;
  /** Calls a static method by name with overload resolution. */
  invokeStatic(type: NetType, name: string, args: readonly PSValue[]): Eventually<PSValue>;
  /** Makes an object with the constructor that fits. */
  construct(type: NetType, args: readonly PSValue[]): Eventually<PSValue>;
  /** Calls a method by name with overload resolution. */
  invoke(target: PSValue, name: string, args: readonly PSValue[]): Eventually<PSValue>;
}

/** The type system of an engine. */
export function typeSystemOf(engine: EngineContext): TypeSystem {
  // Every engine is made with the TypeSystem of conversion/type-system.ts; the contract types it as object.
  return engine.typeSystem as TypeSystem;
}
