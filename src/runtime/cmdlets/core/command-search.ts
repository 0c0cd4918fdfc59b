import { AliasInfo, CmdletInfo, CommandInfo, commandTypeBits, FunctionInfo } from '../../commands/command-info.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import {
  findAllOnPath,
  findByPath,
  isPathName,
  programsIn,
  searchFolders,
} from '../../commands/discovery/file-lookup.ts';
import { findAlias, findCmdlet, findFunction } from '../../commands/discovery/lookup.ts';
import { findCommand, qualifiedName } from '../../commands/discovery/resolve.ts';
import type { Flow } from '../../commands/flow.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import type { Scope } from '../../scope/scope.ts';

/** Looks for commands by name or pattern, of some kinds only. */
export class CommandSearch {
  readonly #ctx: CmdletContext;
  readonly #types: number | undefined;

  constructor(ctx: CmdletContext, types: number | undefined) {
    this.#ctx = ctx;
    this.#types = types;
  }

  #isWanted(command: CommandInfo | undefined): command is CommandInfo {
    if (!command) return false;
    if (this.#types === undefined) return true;
    // Filters count as functions when functions are asked for.
    const own = commandTypeBits[command.commandType] ?? 0;
    return (this.#types & (own === 4 ? 6 : own)) !== 0;
  }

  /** What an exact name means: the command that would run, or with `all` also those it hides. */
  *named(name: string, { all, imported }: { readonly all: boolean; readonly imported: boolean }): Flow<CommandInfo[]> {
    const { caller } = this.#ctx;
    const key = name.toLowerCase();
    const found: CommandInfo[] = [];
    const add = (command: CommandInfo | undefined): void => {
      if (!this.#isWanted(command) || found.includes(command)) return;
      if (command instanceof CmdletInfo) command.used = true;
      found.push(command);
    };
    if (isPathName(name) && !qualifiedName(name)) {
      add(yield* findByPath(caller, name));
      return found;
    }
    add(findAlias(caller.scope, key));
    for (const command of all ? functionsNamed(caller.scope, key) : [findFunction(caller.scope, key)]) add(command);
    add(findCmdlet(caller.scope, key));
    if (!imported && (all || found.length === 0))
      for (const command of yield* findAllOnPath(caller, name)) add(command);
    if (!imported && found.length === 0) {
      const loaded = yield* findCommand(caller, name);
      if (loaded && this.#means(loaded, name)) add(loaded);
    }
    return all || this.#types === commandTypeBits['Application'] ? found : found.slice(0, 1);
  }

  /** The `Get-` that discovery tries by itself is no answer here. */
  #means(command: CommandInfo, name: string): boolean {
    const plain = qualifiedName(name)?.command ?? name;
    return (
      command.name.toLowerCase() === plain.toLowerCase() || command.name.toLowerCase() === `${plain.toLowerCase()}.ps1`
    );
  }

  /** Everything whose name fits a pattern; `files` includes programs and scripts of the search path. */
  *matching(
    pattern: string,
    { files, imported }: { readonly files: boolean; readonly imported: boolean },
  ): Flow<CommandInfo[]> {
    const { caller } = this.#ctx;
    const matches = wildcardMatcher(pattern);
    const found = new Map<string, CommandInfo>();
    for (let scope: Scope | null = caller.scope; scope; scope = scope.parent) {
      const { tables } = scope;
      if (!tables) continue;
      for (const table of [tables.aliases, tables.functions, tables.cmdlets]) {
        for (const command of table.values()) {
          if (!(command instanceof CommandInfo) || !matches(command.name) || !this.#isWanted(command)) continue;
          const key = `${kindOf(command)}:${command.name.toLowerCase()}`;
          if (!found.has(key)) found.set(key, command);
        }
      }
    }
    const all = [...found.values()];
    if (!files || imported || (this.#types !== undefined && (this.#types & 48) === 0)) return all;
    for (const folder of searchFolders(caller))
      for (const command of yield* programsIn(caller, folder, matches)) if (this.#isWanted(command)) all.push(command);
    return all;
  }
}

function kindOf(command: CommandInfo): string {
  if (command instanceof AliasInfo) return 'alias';
  return command instanceof FunctionInfo ? 'function' : command instanceof CmdletInfo ? 'cmdlet' : 'other';
}

/** Functions of one name from the nearest scope outwards. */
function functionsNamed(from: Scope, key: string): FunctionInfo[] {
  const found: FunctionInfo[] = [];
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const command = scope.tables?.functions.get(key);
    if (command instanceof FunctionInfo) found.push(command);
  }
  return found;
}
