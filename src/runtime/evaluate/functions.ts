import type { FunctionDefinitionAst, ScriptBlockExpressionAst } from '../../parser/index.ts';
import { AliasInfo, FilterInfo, FunctionInfo } from '../commands/command-info.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import { ScopedItemOptions } from '../scope/variable.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { rememberUnit } from './block.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';

/** `{ … }`: a new block each time, bound to the session state of the running code. */
export function compileScriptBlockExpression(ast: ScriptBlockExpressionAst, c: Compile): Evaluate {
  const body = ast.scriptBlock;
  const file = c.unit.file ?? null;
  rememberUnit(body, c.unit);
  return (frame) => {
    const block = new ScriptBlock(body, frame.scope.sessionState);
    block.file = file;
    return block;
  };
}

/** `function` and `filter`: defines the command in the running scope, or the one its name asks for. */
export function compileFunctionDefinition(ast: FunctionDefinitionAst, c: Compile): Execute {
  if (ast.isWorkflow) return c.unsupported(ast, 'workflows');
  rememberUnit(ast.body, c.unit);
  const file = c.unit.file ?? null;
  const { name, scopeOf, isPrivate } = qualifiedName(ast.name);
  const aliases = aliasesOf(ast);
  return (frame) => {
    const block = new ScriptBlock(ast.body, frame.scope.sessionState, ast);
    block.isFilter = ast.isFilter;
    block.file = file;
    const info = ast.isFilter ? new FilterInfo(name, block) : new FunctionInfo(name, block);
    if (isPrivate) info.options |= ScopedItemOptions.Private;
    const scope = scopeOf(frame);
    defineFunction(frame, scope, info);
    for (const alias of aliases) scope.ensureTables().aliases.set(alias.toLowerCase(), new AliasInfo(alias, name));
    return undefined;
  };
}

/** The names in `[Alias()]` before the param block: further names of the function. */
function aliasesOf({ body }: FunctionDefinitionAst): string[] {
  const names: string[] = [];
  for (const { typeName, positionalArguments } of body.paramBlock?.attributes ?? []) {
    if (!/^(System\.Management\.Automation\.)?Alias(Attribute)?$/i.test(typeName.fullName)) continue;
    for (const one of positionalArguments) if (one.kind === 'StringConstantExpressionAst') names.push(one.value);
  }
  return names;
}

function qualifiedName(written: string): {
  name: string;
  scopeOf: (frame: Frame) => Scope;
  isPrivate: boolean;
} {
  const match = /^(global|script|local|private):(.+)$/i.exec(written);
  const prefix = match?.[1]?.toLowerCase();
  const name = match?.[2] ?? written;
  if (prefix === 'global') return { name, scopeOf: (frame) => frame.sessionState.globalScope, isPrivate: false };
  if (prefix === 'script') return { name, scopeOf: (frame) => frame.scope.scriptScope, isPrivate: false };
  return { name, scopeOf: (frame) => frame.scope, isPrivate: prefix === 'private' };
}

/** Puts a function into a scope; read-only and constant ones refuse to be replaced. */
export function defineFunction(frame: Frame, scope: Scope, info: FunctionInfo): void {
  const key = info.name.toLowerCase();
  const { functions } = scope.ensureTables();
  const known = functions.get(key);
  if (known && (known.options & (ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant)) !== 0) {
    throw fail({
      id: 'FunctionNotWritable',
      category: 'WriteError',
      exceptionType: 'System.Management.Automation.SessionStateUnauthorizedAccessException',
      message: `The function ${info.name} is read-only or constant and cannot be replaced.`,
      target: info.name,
    });
  }
  info.module = frame.session.moduleOf(info.scriptBlock.sessionState);
  functions.set(key, info);
  frame.session.commandVersion++;
}
