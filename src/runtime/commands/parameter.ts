import type { Hashtable } from '../values/hashtable.ts';
import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';

/**
 * Contract. The declared .NET type of a parameter together with the JS type a cmdlet receives: `string[]` arrives as
 * a JS array of strings, `int` and `double` as numbers, `long` as bigint, a switch as boolean, an enum as its name.
 */
export interface ParameterType<T> {
  /** .NET name as PowerShell declares it, e.g. `System.String[]`. */
  readonly net: string;
  /** How the binder hands the converted value over. */
  readonly form: 'value' | 'array' | 'number' | 'boolean' | 'enumName';
  /** Never set; carries T for inference. */
  readonly phantom?: T;
}

function of<T>(net: string, form: ParameterType<T>['form'] = 'value'): ParameterType<T> {
  return { net, form };
}

/** The parameter types in common use; `type.named` makes any other. */
export const type = {
  object: of<PSValue>('System.Object'),
  objects: of<readonly PSValue[]>('System.Object[]', 'array'),
  psobject: of<PSValue>('System.Management.Automation.PSObject'),
  psobjects: of<readonly PSValue[]>('System.Management.Automation.PSObject[]', 'array'),
  string: of<string>('System.String'),
  strings: of<readonly string[]>('System.String[]', 'array'),
  int: of<number>('System.Int32', 'number'),
  ints: of<readonly number[]>('System.Int32[]', 'array'),
  long: of<bigint>('System.Int64'),
  double: of<number>('System.Double', 'number'),
  bool: of<boolean>('System.Boolean', 'boolean'),
  switch: of<boolean>('System.Management.Automation.SwitchParameter', 'boolean'),
  scriptBlock: of<ScriptBlock>('System.Management.Automation.ScriptBlock'),
  scriptBlocks: of<readonly ScriptBlock[]>('System.Management.Automation.ScriptBlock[]', 'array'),
  hashtable: of<Hashtable>('System.Collections.Hashtable'),
  dictionary: of<PSValue>('System.Collections.IDictionary'),
  netType: of<NetType>('System.Type'),
  named<T = PSValue>(net: string): ParameterType<T> {
    return of<T>(net, net.endsWith('[]') ? 'array' : 'value');
  },
  enumOf<T extends string = string>(net: string): ParameterType<T> {
    return of<T>(net, 'enumName');
  },
} as const;

/** Validation attributes (about_Functions_Advanced_Parameters). */
export type Validation =
  | { readonly kind: 'set'; readonly values: readonly string[]; readonly ignoreCase?: boolean }
  | { readonly kind: 'range'; readonly min: number | bigint; readonly max: number | bigint }
  | { readonly kind: 'rangeKind'; readonly range: 'Positive' | 'NonNegative' | 'Negative' | 'NonPositive' }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly ignoreCase?: boolean }
  | { readonly kind: 'length'; readonly min: number; readonly max: number }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'check';
      /** Why the value is refused; undefined when it is good. */
      readonly check: (value: PSValue) => string | undefined;
      /** A positional argument that is refused goes to another parameter of the position instead of failing. */
      readonly passOver?: boolean;
    }
  | { readonly kind: 'notNull' }
  | { readonly kind: 'notNullOrEmpty' }
  | { readonly kind: 'notNullOrWhiteSpace' };

/** How a parameter takes part in one parameter set. */
export interface SetMembership {
  readonly mandatory?: boolean;
  readonly position?: number;
  /** ValueFromPipeline, ValueFromPipelineByPropertyName, or both. */
  readonly pipeline?: 'value' | 'property' | 'both';
  /** ValueFromRemainingArguments */
  readonly remaining?: boolean;
}

/** Everything about a parameter but its type. Without `sets` it belongs to every set with the values given here. */
export interface ParameterOptions extends SetMembership {
  readonly help?: string;
  readonly aliases?: readonly string[];
  /** Only in these sets, with the values given here. */
  readonly set?: string | readonly string[];
  /** Only in these sets, each with its own values. */
  readonly sets?: Readonly<Record<string, SetMembership>>;
  readonly validate?: readonly Validation[];
  readonly allowNull?: boolean;
  readonly allowEmptyString?: boolean;
  readonly allowEmptyCollection?: boolean;
  readonly supportsWildcards?: boolean;
  readonly dontShow?: boolean;
  /** Runs on the raw argument before conversion (ArgumentTransformationAttribute). */
  readonly transform?: (value: PSValue) => PSValue;
}

/** One declared parameter. */
export interface ParameterSpec<T = unknown, O extends ParameterOptions = ParameterOptions> {
  readonly type: ParameterType<T>;
  readonly options: O;
}

/** Declares a parameter. */
export function parameter<T, const O extends ParameterOptions>(of: ParameterType<T>, options: O): ParameterSpec<T, O> {
  return { type: of, options };
}

/** Named parameters of a command. */
export type ParameterMap = Readonly<Record<string, ParameterSpec>>;

/** What a cmdlet receives: parameters that are mandatory in every set are there, others may be undefined. */
export type BoundArguments<P extends ParameterMap> = {
  readonly [K in keyof P]: P[K] extends ParameterSpec<infer T, infer O>
    ? O extends { readonly mandatory: true; readonly set?: undefined }
      ? T
      : T | undefined
    : never;
};
