import { parse, type ScriptBlockAst } from '../../parser/index.ts';
import { initialFunctions } from '../cmdlets/core/initial-functions.ts';
import { AliasInfo, CmdletInfo, FunctionInfo } from '../commands/command-info.ts';
import type { CmdletModule } from '../commands/define-cmdlet.ts';
import type { Scope } from '../scope/scope.ts';
import { ScopedItemOptions, Variable } from '../scope/variable.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { initialAliases } from './initial-aliases.ts';

/** Puts the commands and variables of modules into the global scope. */
export function addCmdlets(global: Scope, modules: readonly CmdletModule[]): void {
  const { cmdlets } = global.ensureTables();
  for (const module of modules) {
    const owner = { name: module.name, version: module.version, sessionState: undefined };
    for (const spec of module.cmdlets) {
      const info = new CmdletInfo(spec);
      info.module = owner;
      cmdlets.set(spec.name.toLowerCase(), info);
    }
    for (const [name, value] of module.variables?.() ?? []) global.setCell(new Variable(name, value));
  }
  global.sessionState.shared.commandVersion++;
}

/** Puts the functions every session has into the global scope. */
export function addFunctions(global: Scope): void {
  const { functions } = global.ensureTables();
  for (const [name, body] of initialFunctions) {
    const block = new ScriptBlock(initialTree(body), global.sessionState);
    functions.set(name.toLowerCase(), new FunctionInfo(name, block));
  }
}

/** Trees of the initial functions: the same for every runspace, and in a start-up snapshot already. */
const initialTrees = new Map<string, ScriptBlockAst>();

function initialTree(body: string): ScriptBlockAst {
  let tree = initialTrees.get(body);
  if (!tree) {
    tree = parse(body).ast;
    initialTrees.set(body, tree);
  }
  return tree;
}

/** Puts the default aliases into the global scope; those of commands that do not exist here are left out. */
export function addAliases(global: Scope): void {
  const { aliases, cmdlets, functions } = global.ensureTables();
  for (const [name, command, options] of initialAliases) {
    const key = command.toLowerCase();
    if (!cmdlets.has(key) && !functions.has(key)) continue;
    const alias = new AliasInfo(name, command);
    alias.options =
      (options.includes('R') ? ScopedItemOptions.ReadOnly : 0) |
      (options.includes('A') ? ScopedItemOptions.AllScope : 0);
    aliases.set(name.toLowerCase(), alias);
  }
}
