import { EnumValue } from '../values/enum-value.ts';
import { NetType } from '../values/net-type.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { AttributeObject } from './attribute-object.ts';
import { commonParametersFor } from './common-parameter-list.ts';
import { setNamesOf } from './compile-cmdlet.ts';
import {
  allParameterSets,
  type CommandMetadata,
  type CommandParameter,
  type ParameterSetData,
  type Transformation,
  type Validator,
} from './parameter-metadata.ts';
import { validatorOf } from './validator-of.ts';

/** A formal parameter of script with its attributes evaluated. */
export interface ParameterDeclaration {
  readonly name: string;
  /**
   * In the order written: a NetType for a type constraint, an {@link AttributeObject}, or an instance of a script class
   * that derives from an attribute class.
   */
  readonly attributes: readonly PSValue[];
  readonly hasDefault: boolean;
}

/** A script command as declared. */
export interface CommandDeclaration {
  readonly name: string;
  /** Attributes of the param block: CmdletBinding, OutputType, ... */
  readonly attributes: readonly PSValue[];
  readonly parameters: readonly ParameterDeclaration[];
  readonly hasDynamicParameters: boolean;
}

/** The binder's view of a script command (about_Functions_Advanced_Parameters). */
export function compileCommand(declaration: CommandDeclaration): CommandMetadata {
  const binding = named(declaration.attributes, 'CmdletBindingAttribute');
  const isAdvanced = binding !== undefined || declaration.parameters.some(hasParameterAttribute);
  const positionalBinding = flag(binding, 'PositionalBinding', true);
  const usesPositions = declaration.parameters.some(declaresPositionOrSet);
  const implicit = positionalBinding && !usesPositions;
  let position = 0;
  const own = declaration.parameters.map((parameter, index) => {
    const isSwitch = typeOfDeclaration(parameter)?.fullName === switchName;
    return new ScriptParameter(parameter, index, implicit && !isSwitch ? position++ : undefined, false);
  });
  const supportsShouldProcess = flag(binding, 'SupportsShouldProcess', false);
  const supportsPaging = flag(binding, 'SupportsPaging', false);
  return {
    name: declaration.name,
    parameters: isAdvanced ? [...own, ...commonParametersFor({ supportsShouldProcess, supportsPaging })] : own,
    setNames: setNamesOf(own),
    defaultSet: text(binding, 'DefaultParameterSetName') || undefined,
    isAdvanced,
    positionalBinding,
    supportsShouldProcess,
    confirmImpact: impactOf(binding?.get('ConfirmImpact')),
    supportsPaging,
    hasDynamicParameters: declaration.hasDynamicParameters,
    helpUri: text(binding, 'HelpUri'),
    remotingCapability: text(binding, 'RemotingCapability') || 'PowerShell',
    outputTypes: declaration.attributes.flatMap(outputTypesOf),
  };
}

/** One parameter from its attributes: those of a `dynamicparam` block's dictionary (RuntimeDefinedParameter). */
export function compileDynamicParameter(declaration: ParameterDeclaration): CommandParameter {
  return new ScriptParameter(declaration, -1, undefined, true);
}

/** The attributes of a variable or a field of a class, taken for those of a parameter of its own. */
export function compileVariableAttributes(declaration: ParameterDeclaration): CommandParameter {
  return new ScriptParameter(declaration, -1, undefined, false);
}

const switchName = 'System.Management.Automation.SwitchParameter';
const automation = 'System.Management.Automation.';

function named(attributes: readonly PSValue[], name: string): AttributeObject | undefined {
  for (const one of attributes) if (one instanceof AttributeObject && one.typeName === automation + name) return one;
  return undefined;
}

function hasParameterAttribute(parameter: ParameterDeclaration): boolean {
  return named(parameter.attributes, 'ParameterAttribute') !== undefined;
}

/** Positions are given out by order unless any parameter names a position (or a set) itself. */
function declaresPositionOrSet(parameter: ParameterDeclaration): boolean {
  return parameter.attributes.some(
    (one) =>
      one instanceof AttributeObject &&
      one.typeName === `${automation}ParameterAttribute` &&
      (one.get('Position') !== undefined || one.get('ParameterSetName') !== undefined),
  );
}

/** The type constraint written first is the parameter's type. */
function typeOfDeclaration(parameter: ParameterDeclaration): NetType | undefined {
  return parameter.attributes.find((one) => one instanceof NetType);
}

function flag(attribute: AttributeObject | undefined, name: string, otherwise: boolean): boolean {
  const value = baseOf(attribute?.get(name));
  if (value === undefined) return otherwise;
  if (value instanceof SwitchParameter) return value.isPresent;
  return Boolean(value);
}

function text(attribute: AttributeObject | undefined, name: string): string {
  const value = baseOf(attribute?.get(name));
  return value === undefined || value === null ? '' : String(value);
}

const impacts = ['None', 'Low', 'Medium', 'High'] as const;

function impactOf(value: PSValue): CommandMetadata['confirmImpact'] {
  const base = baseOf(value);
  if (base instanceof EnumValue) return impactOf(base.toString());
  if (typeof base === 'number') return impacts[base] ?? 'Medium';
  if (typeof base !== 'string') return 'Medium';
  return impacts.find((impact) => impact.toLowerCase() === base.toLowerCase()) ?? 'Medium';
}

function outputTypesOf(attribute: PSValue): readonly string[] {
  if (!(attribute instanceof AttributeObject) || !attribute.typeName.endsWith('.OutputTypeAttribute')) return [];
  return attribute.positional
    .flatMap((value) => (Array.isArray(value) ? (value as readonly PSValue[]) : [value]))
    .map((value) => (value instanceof NetType ? value.fullName : String(baseOf(value))));
}

class ScriptParameter implements CommandParameter {
  readonly name: string;
  readonly type: NetType | undefined;
  readonly typeName: string;
  readonly form = 'value';
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
  readonly attributes: readonly PSValue[];
  readonly index: number;
  readonly hasDefault: boolean;
  readonly psTypeName: string | undefined;

  constructor(
    declaration: ParameterDeclaration,
    index: number,
    implicitPosition: number | undefined,
    dynamic: boolean,
  ) {
    // What stands nearest to the name comes first (RuntimeDefinedParameter.Attributes).
    const attributes = declaration.attributes.toReversed();
    this.name = declaration.name;
    this.type = typeOfDeclaration(declaration);
    this.typeName = this.type?.fullName ?? 'System.Object';
    this.isSwitch = this.typeName === switchName;
    this.aliases = attributes.flatMap(aliasesOf);
    this.sets = membershipsOf(attributes, implicitPosition);
    // The binder converts for a dynamic parameter as for one of a compiled command.
    this.transformations = attributes.flatMap(transformationOf).filter((step) => !dynamic || step.kind !== 'type');
    this.validators = attributes.flatMap((one) => validatorOf(one) ?? []);
    this.allowNull = named(attributes, 'AllowNullAttribute') !== undefined;
    this.allowEmptyString = named(attributes, 'AllowEmptyStringAttribute') !== undefined;
    this.allowEmptyCollection = named(attributes, 'AllowEmptyCollectionAttribute') !== undefined;
    this.dontShow = attributes.some((one) => one instanceof AttributeObject && flag(one, 'DontShow', false));
    this.supportsWildcards = named(attributes, 'SupportsWildcardsAttribute') !== undefined;
    this.attributes = attributeObjects(attributes, implicitPosition);
    this.psTypeName = psTypeNameOf(attributes);
    this.isDynamic = dynamic;
    this.index = index;
    this.hasDefault = declaration.hasDefault;
  }
}

function attributeObjects(attributes: readonly PSValue[], implicitPosition: number | undefined): readonly PSValue[] {
  const list = attributes.map((one) =>
    one instanceof NetType ? new AttributeObject(`${automation}ArgumentTypeConverterAttribute`, [one]) : one,
  );
  const first = named(list, 'ParameterAttribute');
  const membership = first ?? new AttributeObject(`${automation}ParameterAttribute`);
  if (!first) list.unshift(membership);
  if (implicitPosition !== undefined) membership.named.set('Position', implicitPosition);
  return list;
}

function psTypeNameOf(attributes: readonly PSValue[]): string | undefined {
  const found = named(attributes, 'PSTypeNameAttribute')?.positional[0];
  return found === undefined ? undefined : String(found);
}

function aliasesOf(attribute: PSValue): readonly string[] {
  if (!(attribute instanceof AttributeObject) || attribute.typeName !== `${automation}AliasAttribute`) return [];
  return attribute.positional
    .flatMap((one) => (Array.isArray(one) ? (one as readonly PSValue[]) : [one]))
    .map((one) => String(baseOf(one)));
}

function transformationOf(attribute: PSValue): readonly Transformation[] {
  if (attribute instanceof NetType) return [{ kind: 'type', type: attribute }];
  if (derivesFrom(attribute, `${automation}ArgumentTransformationAttribute`)) {
    return [{ kind: 'script', instance: attribute as object }];
  }
  return [];
}

/** Whether a value is an instance of a script class that derives from the named class. */
export function derivesFrom(value: PSValue, typeName: string): boolean {
  if (typeof value !== 'object' || value === null || !('netType' in value)) return false;
  for (let type = value.netType as NetType | null | undefined; type; type = type.baseType) {
    if (type.fullName === typeName) return true;
  }
  return false;
}

const none: ParameterSetData = {
  isMandatory: false,
  position: undefined,
  valueFromPipeline: false,
  valueFromPipelineByPropertyName: false,
  valueFromRemainingArguments: false,
  helpMessage: '',
};

function membershipsOf(
  attributes: readonly PSValue[],
  implicitPosition: number | undefined,
): ReadonlyMap<string, ParameterSetData> {
  const sets = new Map<string, ParameterSetData>();
  for (const one of attributes) {
    if (!(one instanceof AttributeObject) || one.typeName !== `${automation}ParameterAttribute`) continue;
    sets.set(text(one, 'ParameterSetName') || allParameterSets, {
      isMandatory: flag(one, 'Mandatory', false),
      position: positionOf(one) ?? implicitPosition,
      valueFromPipeline: flag(one, 'ValueFromPipeline', false),
      valueFromPipelineByPropertyName: flag(one, 'ValueFromPipelineByPropertyName', false),
      valueFromRemainingArguments: flag(one, 'ValueFromRemainingArguments', false),
      helpMessage: text(one, 'HelpMessage'),
    });
  }
  if (sets.size === 0) sets.set(allParameterSets, { ...none, position: implicitPosition });
  return sets;
}

function positionOf(attribute: AttributeObject): number | undefined {
  const value = baseOf(attribute.get('Position'));
  if (value === undefined || value === null) return undefined;
  const position = Number(value);
  return position === -2147483648 ? undefined : position;
}
