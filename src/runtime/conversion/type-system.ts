import type { EngineContext } from '../engine.ts';
import { builtInTypeData } from '../members/built-in-type-data.ts';
import { typeNameList } from '../members/intrinsic-view.ts';
import { construct, invokeMethod, invokeStatic } from '../members/invoke-method.ts';
import { memberSource } from '../members/member-list.ts';
import { memberTypes } from '../members/member-types.ts';
import { TypeData } from '../members/type-data.ts';
import { TypeRegistry, type TypeScopeLookup } from '../types/type-registry.ts';
import type { TypeSystem } from '../types/type-system.ts';
import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';
import type { PSMemberSource } from '../values/ps-member.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { conversionRankOf, convertTo } from './convert.ts';
import { netCompare, netEquals } from './net-compare.ts';
import { netText } from './net-text.ts';
import { toBoolean } from './to-boolean.ts';
import { toText } from './to-text.ts';

/** What the runspace adds. */
export interface TypeSystemOptions {
  /** `$OFS` as text; a blank when it is not set. */
  readonly separator?: () => string;
}

const noLookup: TypeScopeLookup = {};

/** The type system of one engine: registry, type data and the functions of this folder, bound to it. */
export class EngineTypeSystem implements TypeSystem {
  readonly registry: TypeRegistry = new TypeRegistry();
  readonly typeData: TypeData = new TypeData();
  readonly separator: () => string;
  /** What the running code knows about type names; set by the evaluator's session. */
  lookup: () => TypeScopeLookup = () => noLookup;
  readonly #engine: EngineContext;

  constructor(engine: EngineContext, options: TypeSystemOptions = {}) {
    this.#engine = engine;
    this.separator = options.separator ?? (() => ' ');
    typeTable().declare(memberTypes);
    builtInTypeData(this.typeData);
  }

  convert(value: PSValue, type: NetType): Eventually<PSValue> {
    return convertTo(this.#engine, value, type);
  }

  rank(from: NetType | null, to: NetType): number {
    return conversionRankOf(from, to);
  }

  toText(value: PSValue): string {
    return toText(this.#engine, value);
  }

  netText(value: PSValue, format: string | null = null, culture: string = this.#engine.culture): string {
    return netText(this.#engine, value, format, culture);
  }

  toBoolean(value: PSValue): boolean {
    return toBoolean(value);
  }

  compare(a: PSValue, b: PSValue): number {
    return netCompare(this.#engine, a, b);
  }

  equals(a: PSValue, b: PSValue): boolean {
    return netEquals(this.#engine, a, b);
  }

  findType(name: string): NetType | undefined {
    return this.registry.resolve(name, this.lookup());
  }

  typeNameList(target: PSValue): object {
    return typeNameList(target);
  }

  members(target: PSValue): PSMemberSource {
    return memberSource(this.#engine, target);
  }

  invokeStatic(type: NetType, name: string, args: readonly PSValue[]): Eventually<PSValue> {
    return invokeStatic(this.#engine, type, name, args);
  }

  construct(type: NetType, args: readonly PSValue[]): Eventually<PSValue> {
    return construct(this.#engine, type, args);
  }

  invoke(target: PSValue, name: string, args: readonly PSValue[]): Eventually<PSValue> {
    return invokeMethod(this.#engine, target, name, args);
  }
}
