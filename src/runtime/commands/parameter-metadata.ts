import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { ParameterType, Validation } from './parameter.ts';

/** Key of the membership that stands for every parameter set. */
export const allParameterSets = '__AllParameterSets';

/** How a parameter takes part in one set (ParameterSetMetadata). */
export interface ParameterSetData {
  readonly isMandatory: boolean;
  readonly position: number | undefined;
  readonly valueFromPipeline: boolean;
  readonly valueFromPipelineByPropertyName: boolean;
  readonly valueFromRemainingArguments: boolean;
  readonly helpMessage: string;
}

/**
 * A step that the argument goes through before it is set, in order of declaration: the type conversion stands where
 * the type constraint does; `script` is an instance of a script class derived from ArgumentTransformationAttribute.
 */
export type Transformation =
  | { readonly kind: 'type'; readonly type: NetType }
  | { readonly kind: 'function'; readonly run: (value: PSValue) => PSValue }
  | { readonly kind: 'script'; readonly instance: object };

/** A check on the converted argument. */
export type Validator =
  | (Validation & { readonly errorMessage?: string | undefined })
  | { readonly kind: 'limits'; readonly min: PSValue; readonly max: PSValue }
  | { readonly kind: 'script'; readonly block: ScriptBlock; readonly errorMessage: string | undefined }
  | { readonly kind: 'setFrom'; readonly generator: NetType; readonly errorMessage: string | undefined }
  | { readonly kind: 'userDrive' }
  | { readonly kind: 'drive'; readonly names: readonly string[] }
  | { readonly kind: 'trusted' }
  | { readonly kind: 'custom'; readonly instance: object };

/**
 * Contract. One formal parameter, of a cmdlet or a script command alike (CompiledCommandParameter /
 * ParameterMetadata). Made by commands/compile-cmdlet.ts and commands/compile-parameters.ts.
 */
export interface CommandParameter {
  readonly name: string;
  /** Declared type; undefined means object (no conversion). Resolved on first use for cmdlets. */
  readonly type: NetType | undefined;
  /** Full name of the declared type, also where `type` could not be resolved here. */
  readonly typeName: string;
  /** How a cmdlet receives the value; `value` for script commands. */
  readonly form: ParameterType<unknown>['form'];
  readonly aliases: readonly string[];
  readonly isSwitch: boolean;
  /** By set name, or the single key {@link allParameterSets}. */
  readonly sets: ReadonlyMap<string, ParameterSetData>;
  readonly transformations: readonly Transformation[];
  readonly validators: readonly Validator[];
  readonly allowNull: boolean;
  readonly allowEmptyString: boolean;
  readonly allowEmptyCollection: boolean;
  readonly dontShow: boolean;
  readonly isDynamic: boolean;
  /** One of Verbose … PipelineVariable, WhatIf, Confirm, First, Skip, IncludeTotalCount. */
  readonly isCommon: boolean;
  readonly supportsWildcards: boolean;
  /** The attributes as objects (`ParameterMetadata.Attributes`). */
  readonly attributes: readonly PSValue[];
  /** Position in the list of declared parameters: script commands keep their slots by it. */
  readonly index: number;
  /** Of a script parameter: its default is computed by the script command, not by the binder. */
  readonly hasDefault: boolean;
  /** `[PSTypeName()]`: the type name an argument must have. */
  readonly psTypeName: string | undefined;
}

/** Contract. What is declared about a command as a whole (CommandMetadata). */
export interface CommandMetadata {
  readonly name: string;
  /** In order of declaration, common parameters last. */
  readonly parameters: readonly CommandParameter[];
  /** Names of all sets; empty when there is only the one that stands for all. */
  readonly setNames: readonly string[];
  readonly defaultSet: string | undefined;
  /** `[CmdletBinding()]`, `[Parameter()]` or a cmdlet: no `$args`, common parameters. */
  readonly isAdvanced: boolean;
  readonly positionalBinding: boolean;
  readonly supportsShouldProcess: boolean;
  readonly confirmImpact: 'None' | 'Low' | 'Medium' | 'High';
  readonly supportsPaging: boolean;
  readonly hasDynamicParameters: boolean;
  readonly helpUri: string;
  readonly remotingCapability: string;
  /** `[OutputType()]`: full names. */
  readonly outputTypes: readonly string[];
}
