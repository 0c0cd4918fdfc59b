import { coreTypes } from '../../types/core-types.ts';
import type { NetType } from '../../values/net-type.ts';
import {
  allParameterSets,
  type CommandMetadata,
  type CommandParameter,
  type ParameterSetData,
} from '../parameter-metadata.ts';

/** Every parameter set: what `currentSets` starts with. */
export const everySet = 0xffffffff;

/** How a parameter takes part in one set; `flag` is 0 for the membership in all sets. */
export interface Membership {
  readonly flag: number;
  readonly data: ParameterSetData;
}

/** What a parameter's type means to the binder. */
export type ParameterKind = 'object' | 'psobject' | 'string' | 'bool' | 'switch' | 'array' | 'list' | 'other';

/** A parameter with its sets as bits of an unsigned 32-bit number. */
export class BindableParameter {
  readonly parameter: CommandParameter;
  readonly memberships: readonly Membership[];
  /** Bits of the sets it belongs to; 0 when it is only in "all sets". */
  readonly flags: number;
  readonly inAllSets: boolean;
  readonly mandatorySomewhere: boolean;
  readonly pipelineSomewhere: boolean;
  /** The name in lower case. */
  readonly key: string;
  /** Whether nothing but the declared type says what the parameter takes, and what becomes of it. */
  readonly onlyTyped: boolean;
  #kind: ParameterKind | undefined;
  #elementType: NetType | undefined;

  constructor(parameter: CommandParameter, flagOf: (set: string) => number) {
    this.parameter = parameter;
    this.key = parameter.name.toLowerCase();
    this.onlyTyped =
      parameter.psTypeName === undefined &&
      parameter.transformations.every((step) => step.kind === 'type' && step.type === parameter.type);
    const memberships: Membership[] = [];
    let flags = 0;
    for (const [set, data] of parameter.sets) {
      const flag = set === allParameterSets ? 0 : flagOf(set);
      flags = (flags | flag) >>> 0;
      memberships.push({ flag, data });
    }
    this.memberships = memberships;
    this.flags = flags;
    this.inAllSets = parameter.sets.has(allParameterSets);
    this.mandatorySomewhere = memberships.some((m) => m.data.isMandatory);
    this.pipelineSomewhere = memberships.some(
      (m) => m.data.valueFromPipeline || m.data.valueFromPipelineByPropertyName,
    );
  }

  get name(): string {
    return this.parameter.name;
  }

  get kind(): ParameterKind {
    this.#kind ??= this.#classify();
    return this.#kind;
  }

  /** Of `array` kinds. */
  get elementType(): NetType | undefined {
    void this.kind;
    return this.#elementType;
  }

  /** Whether the parameter is in any of these sets. */
  isIn(sets: number): boolean {
    return this.inAllSets || (this.flags & sets) !== 0;
  }

  /** The memberships that count while these sets are possible. */
  matching(sets: number): readonly Membership[] {
    const { memberships } = this;
    if (memberships.length === 1) {
      const only = memberships[0];
      return only && (only.flag === 0 || (only.flag & sets) !== 0) ? memberships : [];
    }
    return memberships.filter((m) => m.flag === 0 || (m.flag & sets) !== 0);
  }

  takesPipelineInput(sets: number): boolean {
    if (!this.pipelineSomewhere) return false;
    return this.matching(sets).some((m) => m.data.valueFromPipeline || m.data.valueFromPipelineByPropertyName);
  }

  #classify(): ParameterKind {
    const { type } = this.parameter;
    if (!type) return 'object';
    const core = coreTypes();
    switch (type) {
      case core.object:
        return 'object';
      case core.psObject:
        return 'psobject';
      case core.string:
        return 'string';
      case core.boolean:
        return 'bool';
      case core.switchParameter:
        return 'switch';
    }
    if (type.isArray && type.rank === 1) {
      this.#elementType = type.elementType;
      return 'array';
    }
    if (type === core.array) {
      this.#elementType = core.object;
      return 'array';
    }
    return core.list.isAssignableFrom(type) ? 'list' : 'other';
  }
}

/** All parameters of a command with the numbers of its sets. */
export class BindableParameters {
  readonly all: readonly BindableParameter[];
  readonly setCount: number;
  /** Union of all declared sets. */
  readonly allFlags: number;
  /** Bit of the default set; 0 when there is none. */
  readonly defaultFlag: number;
  /** Those that take pipeline input in some set. */
  readonly pipeline: readonly BindableParameter[];
  /** Those that are mandatory in some set. */
  readonly mandatory: readonly BindableParameter[];
  readonly #names: readonly string[];
  #positional: readonly BindableParameter[] | null | undefined;
  readonly #byName = new Map<string, BindableParameter>();

  constructor(parameters: readonly CommandParameter[], defaultSet: string | undefined) {
    const names: string[] = [];
    const flagOf = (set: string): number => {
      const key = set.toLowerCase();
      let at = names.findIndex((name) => name.toLowerCase() === key);
      if (at < 0) at = names.push(set) - 1;
      return (1 << at) >>> 0;
    };
    this.all = parameters.map((parameter) => new BindableParameter(parameter, flagOf));
    const isAll = defaultSet === undefined || defaultSet === allParameterSets;
    this.defaultFlag = isAll ? 0 : flagOf(defaultSet);
    this.#names = names;
    this.setCount = names.length;
    this.allFlags = names.length === 32 ? everySet : ((1 << names.length) - 1) >>> 0;
    this.pipeline = this.all.filter((p) => p.pipelineSomewhere);
    this.mandatory = this.all.filter((p) => p.mandatorySomewhere);
    for (const one of this.all) this.#index(one);
  }

  /** In order of their positions, where there is but one set and no position is wanted twice; else undefined. */
  get positional(): readonly BindableParameter[] | undefined {
    if (this.#positional === undefined) this.#positional = this.#inOrder() ?? null;
    return this.#positional ?? undefined;
  }

  #inOrder(): readonly BindableParameter[] | undefined {
    if (this.setCount > 0) return undefined;
    const byPosition = new Map<number, BindableParameter>();
    for (const one of this.all) {
      for (const { data } of one.memberships) {
        if (data.position === undefined || data.valueFromRemainingArguments) continue;
        if (byPosition.has(data.position)) return undefined;
        byPosition.set(data.position, one);
      }
    }
    return [...byPosition].sort(([a], [b]) => a - b).map(([, one]) => one);
  }

  #index(one: BindableParameter): void {
    for (const name of [one.name, ...one.parameter.aliases]) {
      const key = name.toLowerCase();
      if (!this.#byName.has(key)) this.#byName.set(key, one);
    }
  }

  /** By exact name or alias. */
  find(name: string): BindableParameter | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** Every parameter with a name or alias that begins so; each once. */
  startingWith(prefix: string): BindableParameter[] {
    const wanted = prefix.toLowerCase();
    const found = new Set<BindableParameter>();
    for (const [name, one] of this.#byName) if (name.startsWith(wanted)) found.add(one);
    return [...found];
  }

  /** Name of the one set a bit stands for; the name of "all sets" for anything else. */
  setName(flags: number): string {
    const at = this.#names.findIndex((_, i) => (1 << i) >>> 0 === flags >>> 0);
    return this.#names[at] ?? allParameterSets;
  }
}

const made = new WeakMap<CommandMetadata, BindableParameters>();

/** The bindable parameters of a command without dynamic ones; made once per metadata. */
export function bindableOf(metadata: CommandMetadata): BindableParameters {
  let found = made.get(metadata);
  if (!found) {
    found = new BindableParameters(metadata.parameters, metadata.defaultSet);
    made.set(metadata, found);
  }
  return found;
}

/** Number of sets in a set of bits; "every set" counts as one. */
export function countSets(flags: number): number {
  if (flags >>> 0 === everySet) return 1;
  let count = 0;
  for (let rest = flags >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
