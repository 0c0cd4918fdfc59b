import type { AttributeBaseAst, ParameterAst, ScriptBlockAst, TypeDefinitionAst } from '../../parser/index.ts';
import type { Layout } from '../scope/layout.ts';
import type { Evaluate, Execute } from './closures.ts';

/** A formal parameter as the evaluator needs it; commands/compile-parameters.ts makes the binder's metadata of it. */
export interface CompiledParameter {
  /** As written, without `$`. */
  readonly name: string;
  readonly key: string;
  readonly slot: number;
  readonly ast: ParameterAst;
  readonly attributes: readonly AttributeBaseAst[];
  /** Evaluated in the callee's frame when no argument was bound. */
  readonly defaultValue: Evaluate | undefined;
}

/** What all blocks of one parsed text share. */
export interface Unit {
  /** `using namespace`, in order. */
  readonly namespaces: readonly string[];
  readonly file: string | undefined;
}

/** Facts about a block that calls need; worked out once per AST node. */
export interface BlockTraits {
  /** `[CmdletBinding()]` or `[Parameter()]`: the binder does everything and there is no `$args`. */
  readonly isAdvanced: boolean;
  /** Has `begin`, `process`, `end`, `clean` or `dynamicparam`: more than one unnamed body. */
  readonly hasNamedBlocks: boolean;
  readonly mentionsBoundParameters: boolean;
  readonly mentionsInput: boolean;
}

/**
 * Contract. The compiled form of one ScriptBlockAst, shared by all ScriptBlock values made from it. Blocks that the
 * code has not are undefined; an unnamed body is `end` (of a filter: `process`).
 */
export interface CompiledBlock extends BlockTraits {
  readonly ast: ScriptBlockAst;
  readonly unit: Unit;
  /** Names that the body assigns and its parameters, in this order: parameters first. */
  readonly layout: Layout;
  readonly parameters: readonly CompiledParameter[];
  /** Classes and enums that the body declares, nested blocks apart. */
  readonly types: readonly TypeDefinitionAst[];
  readonly dynamicParam: Execute | undefined;
  readonly begin: Execute | undefined;
  readonly process: Execute | undefined;
  readonly end: Execute | undefined;
  readonly clean: Execute | undefined;
}
