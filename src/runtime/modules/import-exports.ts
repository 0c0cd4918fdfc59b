import { AliasInfo, type CommandInfo, FilterInfo, FunctionInfo } from '../commands/command-info.ts';
import { wildcardMatcher } from '../commands/wildcard-name.ts';
import type { Scope } from '../scope/scope.ts';
import { ScopedItemOptions } from '../scope/variable.ts';
import type { PSModuleInfo } from './ps-module-info.ts';

/** What of a module is imported, and how. */
export interface ImportOptions {
  readonly prefix?: string | undefined;
  readonly functions?: readonly string[] | undefined;
  readonly cmdlets?: readonly string[] | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly variables?: readonly string[] | undefined;
  /** Leaves commands alone that are there already. */
  readonly noClobber?: boolean | undefined;
}

/** Puts the exports of a module into a scope. */
export function importExports(module: PSModuleInfo, scope: Scope, options: ImportOptions): void {
  const prefix = options.prefix || module.details.prefix;
  const wanted = selection(options);
  const tables = scope.ensureTables();
  for (const [name, command] of module.exportedFunctions.entries()) {
    if (!wanted.functions(name)) continue;
    const imported = importedFunction(module, command, prefix);
    if (options.noClobber && tables.functions.has(imported.name.toLowerCase())) continue;
    imported.module = module;
    tables.functions.set(imported.name.toLowerCase(), imported);
  }
  for (const [name, command] of module.exportedCmdlets.entries())
    if (wanted.cmdlets(name)) tables.cmdlets.set(name.toLowerCase(), command);
  for (const [name, alias] of module.exportedAliases.entries()) {
    if (!wanted.aliases(name)) continue;
    const imported = prefixedAlias(module, alias, prefix);
    imported.module = module;
    tables.aliases.set(imported.name.toLowerCase(), imported);
  }
  for (const [name, variable] of module.exportedVariables.entries())
    if (wanted.variables(name)) scope.setCell(variable);
  scope.sessionState.shared.commandVersion++;
}

/** With any name list given, only what the lists name is imported. */
function selection(options: ImportOptions) {
  const { functions, cmdlets, aliases, variables } = options;
  const any = functions !== undefined || cmdlets !== undefined || aliases !== undefined || variables !== undefined;
  const test = (list: readonly string[] | undefined) => {
    if (!any) return () => true;
    const matchers = (list ?? []).map(wildcardMatcher);
    return (name: string) => matchers.some((matches) => matches(name));
  };
  return { functions: test(functions), cmdlets: test(cmdlets), aliases: test(aliases), variables: test(variables) };
}

/** The function as its importer sees it: the very object where nothing about it differs, else a copy. */
function importedFunction(module: PSModuleInfo, command: FunctionInfo, prefix: string): FunctionInfo {
  if (prefix === '' && (command.module === module || command.module === undefined)) return command;
  const name = prefix === '' ? command.name : withPrefix(command.name, prefix);
  const { scriptBlock } = command;
  const copy = command instanceof FilterInfo ? new FilterInfo(name, scriptBlock) : new FunctionInfo(name, scriptBlock);
  copy.description = command.description;
  if (prefix !== '') copy.unprefixedName = command.name;
  return copy;
}

function prefixedAlias(module: PSModuleInfo, alias: AliasInfo, prefix: string): AliasInfo {
  const target =
    prefix !== '' && module.exportedCommand(alias.definition) ? withPrefix(alias.definition, prefix) : alias.definition;
  if (prefix === '' && (alias.module === module || alias.module === undefined)) return alias;
  const copy = new AliasInfo(prefix === '' ? alias.name : withPrefix(alias.name, prefix), target);
  if (prefix !== '') copy.unprefixedName = alias.name;
  return copy;
}

/** `Get-Thing` with prefix My is `Get-MyThing`, `plain` is `Myplain`. */
export function withPrefix(name: string, prefix: string): string {
  const dash = name.indexOf('-');
  return dash < 0 ? prefix + name : `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}`;
}

/** Takes what came from a module out of a scope again. */
export function removeImports(module: PSModuleInfo, scope: Scope): void {
  const { tables } = scope;
  if (tables) {
    removeFrom(tables.functions, module);
    removeFrom(tables.cmdlets, module);
    removeFrom(tables.aliases, module);
  }
  for (const [name, variable] of module.exportedVariables.entries()) {
    const key = name.toLowerCase();
    if (scope.cellOf(key) !== variable) continue;
    variable.options &= ~(ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant);
    scope.removeLocal(key);
  }
  scope.sessionState.shared.commandVersion++;
}

function removeFrom(table: Map<string, object>, module: PSModuleInfo): void {
  for (const [key, command] of table) {
    // Commands of a scope's tables are CommandInfo objects; see commands/command-info.ts.
    if ((command as CommandInfo).module === module) table.delete(key);
  }
}
