import type { Scope } from '../../scope/scope.ts';
import { ScopedItemOptions } from '../../scope/variable.ts';
import { AliasInfo, CmdletInfo, type CommandInfo, FunctionInfo } from '../command-info.ts';

/** The alias of a name as seen from a scope. */
export function findAlias(from: Scope, key: string): AliasInfo | undefined {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const found = scope.tables?.aliases.get(key);
    if (found instanceof AliasInfo && isSeen(found, scope, from)) return found;
  }
  return undefined;
}

/** The function or filter of a name as seen from a scope. */
export function findFunction(from: Scope, key: string): FunctionInfo | undefined {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const found = scope.tables?.functions.get(key);
    if (found instanceof FunctionInfo && isSeen(found, scope, from)) return found;
  }
  return undefined;
}

/** The cmdlet of a name as seen from a scope. */
export function findCmdlet(from: Scope, key: string): CmdletInfo | undefined {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const found = scope.tables?.cmdlets.get(key);
    if (found instanceof CmdletInfo) return found;
  }
  return undefined;
}

function isSeen(command: { readonly options: number }, scope: Scope, from: Scope): boolean {
  return scope === from || (command.options & ScopedItemOptions.Private) === 0;
}

/** Whether a scope below the session state's own has commands: then what a name means depends on the caller. */
export function hasLocalCommands(from: Scope): boolean {
  for (let scope: Scope | null = from; scope?.parent; scope = scope.parent) {
    if (scope.kind !== 'local' && scope.kind !== 'script') continue;
    const { tables } = scope;
    if (tables && (tables.functions.size > 0 || tables.aliases.size > 0)) return true;
  }
  return false;
}

/** `global:name` and its like: the function in exactly that scope. */
export function findScopedFunction(from: Scope, name: string): CommandInfo | undefined {
  const match = /^(global|script|local|private):(.+)$/i.exec(name);
  if (!match) return undefined;
  const key = (match[2] ?? '').toLowerCase();
  const where = (match[1] ?? '').toLowerCase();
  const scope = where === 'global' ? from.sessionState.globalScope : where === 'script' ? from.scriptScope : from;
  const found = scope.tables?.functions.get(key);
  return found instanceof FunctionInfo ? found : undefined;
}
