import type {
  Ast,
  AttributeAst,
  FunctionDefinitionAst,
  NamedBlockAst,
  ParameterAst,
  ScriptBlockAst,
  TypeDefinitionAst,
} from '../../parser/index.ts';
import { childrenOf } from '../../parser/index.ts';
import { Layout } from '../scope/layout.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { defineTypes } from './classes/define-types.ts';
import type { Execute } from './closures.ts';
import { BlockCompiler } from './compile.ts';
import type { CompiledBlock, CompiledParameter, Unit } from './compiled-block.ts';
import { compileStatements } from './statement-list.ts';
import { compileUsingStatements, type UsingCode } from './using-statements.ts';

const compiledBlocks = new WeakMap<ScriptBlockAst, CompiledBlock>();
const units = new WeakMap<ScriptBlockAst, Unit>();

/** Notes what a nested block shares with the text it stands in, before it is compiled itself. */
export function rememberUnit(ast: ScriptBlockAst, unit: Unit): void {
  if (!units.has(ast)) units.set(ast, unit);
}

/** The compiled form of a script block value; made on its first run. */
export function compiledOf(block: ScriptBlock): CompiledBlock {
  // Only this function sets the field.
  if (block.compiled !== undefined) return block.compiled as CompiledBlock;
  const compiled = compileBlock(block.ast, block.definition, block.isFilter);
  block.compiled = compiled;
  return compiled;
}

/** Contract. The compiled form of a block's tree, kept per node. */
export function compileBlock(
  ast: ScriptBlockAst,
  definition?: FunctionDefinitionAst,
  isFilter = definition?.isFilter ?? false,
): CompiledBlock {
  let compiled = compiledBlocks.get(ast);
  if (compiled === undefined) {
    compiled = make(ast, definition, isFilter);
    compiledBlocks.set(ast, compiled);
  }
  return compiled;
}

function make(ast: ScriptBlockAst, definition: FunctionDefinitionAst | undefined, isFilter: boolean): CompiledBlock {
  const unit = units.get(ast) ?? unitOf(ast);
  const layout = new Layout();
  const c = new BlockCompiler(layout, unit, false);
  const declared = definition?.parameters ?? ast.paramBlock?.parameters ?? [];
  for (const p of declared) layout.add(nameOf(p), nameOf(p).toLowerCase());
  const parameters = declared.map((p) => parameterOf(p, layout, c));
  const { text } = ast.extent;
  const types = /\b(class|enum|interface)\b/i.test(text) ? typeDefinitionsIn(ast) : [];
  const unnamed = ast.endBlock?.unnamed ?? ast.processBlock?.unnamed ?? true;
  const using = compileUsingStatements(ast.usingStatements, c);
  const named = (block: NamedBlockAst | undefined) =>
    block && prepared(compileStatements(block, c), types, using, block);
  const end = isFilter && ast.processBlock === undefined ? undefined : named(ast.endBlock);
  const process = isFilter && ast.processBlock === undefined ? named(ast.endBlock) : named(ast.processBlock);
  return {
    ast,
    unit,
    layout,
    parameters,
    types,
    isAdvanced:
      hasAttribute(ast.paramBlock?.attributes ?? [], 'cmdletbinding') || parameters.some(isParameterAttributed),
    hasNamedBlocks:
      !unnamed ||
      process !== undefined ||
      [ast.beginBlock, ast.cleanBlock, ast.dynamicParamBlock].some((b) => b !== undefined),
    mentionsBoundParameters: /psboundparameters/i.test(text),
    mentionsInput: /input/i.test(text),
    dynamicParam: named(ast.dynamicParamBlock),
    begin: named(ast.beginBlock),
    process,
    end,
    clean: named(ast.cleanBlock),
  };
}

/** `using namespace` and the file of a parsed text. */
function unitOf(ast: ScriptBlockAst): Unit {
  const namespaces = ast.usingStatements
    .filter((u) => u.usingStatementKind === 'Namespace')
    .map((u) => u.name?.value ?? '');
  return { namespaces, file: ast.extent.file };
}

/** Modules that a script uses are imported, and its classes exist, before its first statement runs. */
function prepared(
  run: Execute,
  types: readonly TypeDefinitionAst[],
  using: UsingCode | undefined,
  block: NamedBlockAst,
): Execute {
  if (block.blockKind === 'Clean') return run;
  if (using !== undefined)
    return async (frame, out) => {
      await using(frame);
      await defineTypes(frame, types);
      return run(frame, out);
    };
  if (types.length === 0) return run;
  return (frame, out) => {
    const pending = defineTypes(frame, types);
    return pending instanceof Promise ? pending.then(() => run(frame, out)) : run(frame, out);
  };
}

function typeDefinitionsIn(ast: ScriptBlockAst): TypeDefinitionAst[] {
  const found: TypeDefinitionAst[] = [];
  const visit = (node: Ast): void => {
    if (node.kind === 'TypeDefinitionAst') found.push(node);
    else if (node.kind !== 'ScriptBlockAst') for (const child of childrenOf(node)) visit(child);
  };
  for (const child of childrenOf(ast)) visit(child);
  return found;
}

function nameOf(ast: ParameterAst): string {
  return ast.name.variablePath.unqualifiedPath;
}

function parameterOf(ast: ParameterAst, layout: Layout, c: BlockCompiler): CompiledParameter {
  const name = nameOf(ast);
  const key = name.toLowerCase();
  return {
    name,
    key,
    slot: layout.add(name, key),
    ast,
    attributes: ast.attributes,
    defaultValue: ast.defaultValue && c.expression(ast.defaultValue),
  };
}

function isParameterAttributed(parameter: CompiledParameter): boolean {
  return hasAttribute(
    parameter.attributes.filter((a) => a.kind === 'AttributeAst'),
    'parameter',
  );
}

function hasAttribute(attributes: readonly AttributeAst[], name: string): boolean {
  return attributes.some((a) => {
    const simple = a.typeName.name.toLowerCase().replace(/^.*\./, '');
    return simple === name || simple === `${name}attribute`;
  });
}
