import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import { parameterAttributes } from './attribute-object.ts';
import { commonParametersFor } from './common-parameter-list.ts';
import type { AnyCmdlet } from './define-cmdlet.ts';
import type { ParameterMap, ParameterOptions, ParameterSpec, SetMembership } from './parameter.ts';
import {
  allParameterSets,
  type CommandMetadata,
  type CommandParameter,
  type ParameterSetData,
  type Transformation,
  type Validator,
} from './parameter-metadata.ts';
import { netTypeByName } from './type-lookup.ts';

const compiled = new WeakMap<AnyCmdlet, CommandMetadata>();

/** The binder's view of a cmdlet; made once per declaration. */
export function cmdletMetadata(spec: AnyCmdlet): CommandMetadata {
  let metadata = compiled.get(spec);
  if (!metadata) {
    metadata = compile(spec);
    compiled.set(spec, metadata);
  }
  return metadata;
}

function compile(spec: AnyCmdlet): CommandMetadata {
  const supportsShouldProcess = spec.supportsShouldProcess ?? false;
  const supportsPaging = spec.supportsPaging ?? false;
  const own = compileMap(spec.parameters, false);
  return {
    name: spec.name,
    parameters: [...own, ...commonParametersFor({ supportsShouldProcess, supportsPaging })],
    setNames: setNamesOf(own),
    defaultSet: spec.defaultParameterSet,
    isAdvanced: true,
    positionalBinding: true,
    supportsShouldProcess,
    confirmImpact: spec.confirmImpact ?? 'Medium',
    supportsPaging,
    hasDynamicParameters: spec.dynamicParameters !== undefined,
    helpUri: '',
    remotingCapability: 'PowerShell',
    outputTypes: spec.outputs ?? [],
  };
}

/** Names of the sets that parameters declare, in order of first mention. */
export function setNamesOf(parameters: readonly CommandParameter[]): readonly string[] {
  const names = new Map<string, string>();
  for (const parameter of parameters) {
    for (const name of parameter.sets.keys()) {
      if (name !== allParameterSets && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
  }
  return [...names.values()];
}

/** The parameters of a map; `isDynamic` for those that another parameter's argument brought in. */
export function compileMap(map: ParameterMap, isDynamic: boolean): readonly CommandParameter[] {
  return Object.entries(map).map(([name, spec], index) => new CmdletParameter(name, spec, index, isDynamic));
}

class CmdletParameter implements CommandParameter {
  readonly name: string;
  readonly typeName: string;
  readonly form: CommandParameter['form'];
  readonly aliases: readonly string[];
  readonly isSwitch: boolean;
  readonly sets: ReadonlyMap<string, ParameterSetData>;
  readonly transformations: readonly Transformation[];
  readonly validators: readonly Validator[];
  readonly allowNull: boolean;
  readonly allowEmptyString: boolean;
  readonly allowEmptyCollection: boolean;
  readonly dontShow: boolean;
  readonly isDynamic: boolean;
  readonly isCommon = false;
  readonly supportsWildcards: boolean;
  readonly index: number;
  readonly hasDefault = false;
  readonly psTypeName = undefined;
  #attributes: readonly PSValue[] | undefined;

  constructor(name: string, spec: ParameterSpec, index: number, isDynamic: boolean) {
    const { options } = spec;
    this.name = name;
    this.typeName = spec.type.net;
    this.form = spec.type.form;
    this.aliases = options.aliases ?? [];
    this.isSwitch = spec.type.net === 'System.Management.Automation.SwitchParameter';
    this.sets = membershipsOf(options);
    this.transformations = options.transform ? [{ kind: 'function', run: options.transform }] : [];
    this.validators = options.validate ?? [];
    this.allowNull = options.allowNull ?? false;
    this.allowEmptyString = options.allowEmptyString ?? false;
    this.allowEmptyCollection = options.allowEmptyCollection ?? false;
    this.dontShow = options.dontShow ?? false;
    this.supportsWildcards = options.supportsWildcards ?? false;
    this.isDynamic = isDynamic;
    this.index = index;
  }

  get type(): NetType | undefined {
    return netTypeByName(this.typeName);
  }

  get attributes(): readonly PSValue[] {
    this.#attributes ??= parameterAttributes(this);
    return this.#attributes;
  }
}

function membershipsOf(options: ParameterOptions): ReadonlyMap<string, ParameterSetData> {
  const sets = new Map<string, ParameterSetData>();
  if (options.sets) {
    for (const [name, own] of Object.entries(options.sets)) sets.set(name, setData(own, options.help));
    return sets;
  }
  const { set } = options;
  const names = set === undefined ? [allParameterSets] : typeof set === 'string' ? [set] : set;
  for (const name of names) sets.set(name, setData(options, options.help));
  return sets;
}

function setData(from: SetMembership, help: string | undefined): ParameterSetData {
  return {
    isMandatory: from.mandatory ?? false,
    position: from.position,
    valueFromPipeline: from.pipeline === 'value' || from.pipeline === 'both',
    valueFromPipelineByPropertyName: from.pipeline === 'property' || from.pipeline === 'both',
    valueFromRemainingArguments: from.remaining ?? false,
    helpMessage: help ?? '',
  };
}
