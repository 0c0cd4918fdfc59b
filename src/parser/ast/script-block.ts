import type { AttributeAst, ParameterAst, UsingStatementAst } from './definitions.ts';
import type { AstNode } from './node.ts';
import type { StatementAst, TrapStatementAst } from './statements.ts';

/** `param ( … )` with the attributes before it. */
export interface ParamBlockAst extends AstNode<'ParamBlockAst'> {
  readonly attributes: readonly AttributeAst[];
  readonly parameters: readonly ParameterAst[];
}

/** `begin`, `process`, `end`, `clean` or `dynamicparam`; `unnamed` when the block was written without a name. */
export interface NamedBlockAst extends AstNode<'NamedBlockAst'> {
  readonly blockKind: 'Begin' | 'Process' | 'End' | 'Clean' | 'Dynamicparam';
  readonly unnamed: boolean;
  readonly statements: readonly StatementAst[];
  /** The trap statements of the block; they are not among `statements`. Undefined when there are none. */
  readonly traps: readonly TrapStatementAst[] | undefined;
}

/** A module named by `#requires -Modules`: its name, or the entries of a hash literal. */
export interface RequiredModule {
  readonly name: string;
  readonly guid: string | undefined;
  /** The lowest version allowed (`ModuleVersion`). */
  readonly version: string | undefined;
  readonly requiredVersion: string | undefined;
  readonly maximumVersion: string | undefined;
}

/** What the `#requires` lines of a script ask for; undefined or empty where nothing is asked. */
export interface ScriptRequirements {
  readonly requiredApplicationId: string | undefined;
  readonly requiredPSVersion: string | undefined;
  readonly requiredPSEditions: readonly string[];
  readonly requiredModules: readonly RequiredModule[];
  readonly requiredAssemblies: readonly string[];
  readonly isElevationRequired: boolean;
}

/** A script, or what stands between the braces of a script block, function or method. */
export interface ScriptBlockAst extends AstNode<'ScriptBlockAst'> {
  readonly attributes: readonly AttributeAst[];
  readonly usingStatements: readonly UsingStatementAst[];
  readonly paramBlock: ParamBlockAst | undefined;
  readonly dynamicParamBlock: NamedBlockAst | undefined;
  readonly beginBlock: NamedBlockAst | undefined;
  readonly processBlock: NamedBlockAst | undefined;
  readonly endBlock: NamedBlockAst | undefined;
  readonly cleanBlock: NamedBlockAst | undefined;
  /** Only of a whole script, and only when it has `#requires` lines. */
  readonly scriptRequirements: ScriptRequirements | undefined;
}
