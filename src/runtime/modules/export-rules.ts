import { AliasInfo, FunctionInfo } from '../commands/command-info.ts';
import { wildcardMatcher } from '../commands/wildcard-name.ts';
import type { Scope } from '../scope/scope.ts';
import type { PSModuleInfo } from './ps-module-info.ts';

/** Name patterns of one kind of export; undefined exports nothing of that kind. */
export interface ExportPatterns {
  readonly functions?: readonly string[] | undefined;
  readonly cmdlets?: readonly string[] | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly variables?: readonly string[] | undefined;
}

/** Adds the members of a module's own scope that match to what it exports (Export-ModuleMember). */
export function exportMembers(module: PSModuleInfo, scope: Scope, patterns: ExportPatterns): void {
  const { tables } = scope;
  if (tables) {
    const isFunction = anyOf(patterns.functions);
    for (const command of tables.functions.values())
      if (command instanceof FunctionInfo && isFunction(command.name))
        module.exportedFunctions.set(command.name, command);
    const isAlias = anyOf(patterns.aliases);
    for (const alias of tables.aliases.values())
      if (alias instanceof AliasInfo && isAlias(alias.name)) module.exportedAliases.set(alias.name, alias);
  }
  exportCmdlets(module, patterns.cmdlets);
  exportVariables(module, scope, patterns.variables);
}

function exportCmdlets(module: PSModuleInfo, patterns: readonly string[] | undefined): void {
  const matches = anyOf(patterns);
  for (const nested of module.nestedModules) {
    for (const [name, command] of nested.exportedCmdlets.entries())
      if (matches(name)) module.exportedCmdlets.set(name, command);
  }
}

function exportVariables(module: PSModuleInfo, scope: Scope, patterns: readonly string[] | undefined): void {
  if (!patterns || patterns.length === 0) return;
  const matches = anyOf(patterns);
  for (const key of scope.localKeys()) {
    if (automatic.has(key) || !matches(key)) continue;
    const variable = scope.materialize(key);
    if (variable) module.exportedVariables.set(variable.name, variable);
  }
}

/** Variables of every scope that no module means when it exports `*`. */
const automatic = new Set([
  '_',
  'psitem',
  'args',
  'input',
  'this',
  'myinvocation',
  'psboundparameters',
  'pscmdlet',
  'psscriptroot',
  'pscommandpath',
  'executioncontext',
]);

function anyOf(patterns: readonly string[] | undefined): (name: string) => boolean {
  if (!patterns || patterns.length === 0) return () => false;
  const matchers = patterns.map(wildcardMatcher);
  return (name) => matchers.some((matches) => matches(name));
}

/** Keeps only what a manifest's export lists allow; undefined lists allow everything. */
export function restrictExports(module: PSModuleInfo, patterns: ExportPatterns): void {
  const kinds = [
    [module.exportedFunctions, patterns.functions],
    [module.exportedCmdlets, patterns.cmdlets],
    [module.exportedAliases, patterns.aliases],
    [module.exportedVariables, patterns.variables],
  ] as const;
  for (const [map, list] of kinds) {
    if (list === undefined) continue;
    const matches = anyOf(list);
    for (const name of map.names()) if (!matches(name)) map.delete(name);
  }
}
