import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { CommandSite } from '../../pipeline/stage.ts';
import type { Eventually } from '../../values/ps-value.ts';
import type { CallFrame } from '../call-frame.ts';
import { type AliasInfo, CmdletInfo, type CommandInfo } from '../command-info.ts';
import { type Flow, runFlow, settle } from '../flow.ts';
import { findByPath, findOnPath, isPathName } from './file-lookup.ts';
import { findAlias, findCmdlet, findFunction, findScopedFunction, hasLocalCommands } from './lookup.ts';

/**
 * The command a name means where `frame` runs: alias, function, cmdlet, script, program (about_Command_Precedence).
 * Aliases are followed. Fails with CommandNotFoundException.
 */
export function resolveCommand(frame: CallFrame, name: string, site?: CommandSite): Eventually<CommandInfo> {
  if (site && isCached(frame, name, site) && site.cachedCommand) return site.cachedCommand;
  const known = findKnown(frame, name);
  if (!known) return runFlow(resolveSlowly(frame, name));
  if (known instanceof CmdletInfo) known.used = true;
  if (site) remember(frame, name, site, known);
  return known;
}

function isCached(frame: CallFrame, name: string, site: CommandSite): boolean {
  return (
    site.cachedName === name &&
    site.cachedEpoch === frame.sessionState.shared.commandVersion &&
    site.cachedSession === frame.sessionState
  );
}

function remember(frame: CallFrame, name: string, site: CommandSite, command: CommandInfo): void {
  if (hasLocalCommands(frame.scope)) return;
  site.cachedName = name;
  site.cachedCommand = command;
  site.cachedEpoch = frame.sessionState.shared.commandVersion;
  site.cachedSession = frame.sessionState;
}

/** What the tables of the session know, aliases followed; nothing is loaded or read. */
function findKnown(frame: CallFrame, name: string): CommandInfo | undefined {
  const key = name.toLowerCase();
  const alias = findAlias(frame.scope, key);
  if (alias) return followAlias(frame, alias);
  return findFunction(frame.scope, key) ?? findCmdlet(frame.scope, key);
}

/** The function or cmdlet behind an alias where the tables know it. */
function followAlias(frame: CallFrame, alias: AliasInfo): CommandInfo | undefined {
  const seen = new Set<string>();
  let definition = alias.definition;
  for (;;) {
    const key = definition.toLowerCase();
    if (seen.has(key)) return undefined;
    seen.add(key);
    const next = findAlias(frame.scope, key);
    if (!next || next === alias) return findFunction(frame.scope, key) ?? findCmdlet(frame.scope, key);
    definition = next.definition;
  }
}

function* resolveSlowly(frame: CallFrame, name: string): Flow<CommandInfo> {
  const alias = findAlias(frame.scope, name.toLowerCase());
  if (alias) {
    const target = yield* findCommand(frame, finalDefinition(frame, alias));
    if (!target)
      throw notFound(
        name,
        'AliasNotResolvedException',
        `The alias '${name}' stands for '${alias.definition}', which is no command.`,
      );
    return target;
  }
  const found = yield* findCommand(frame, name);
  if (found) return found;
  const qualified = qualifiedName(name);
  if (qualified && !frame.engine.modules.isLoaded(qualified.module))
    throw notFound(
      name,
      'CouldNotAutoLoadModule',
      `No module '${qualified.module}' could be loaded for the command '${name}'.`,
    );
  throw notFound(name);
}

function finalDefinition(frame: CallFrame, alias: AliasInfo): string {
  let definition = alias.definition;
  for (let depth = 0; depth < 100; depth++) {
    const next = findAlias(frame.scope, definition.toLowerCase());
    if (!next || next === alias) break;
    definition = next.definition;
  }
  return definition;
}

/** The command a name means, or undefined; aliases are followed. */
export function* findCommand(frame: CallFrame, name: string): Flow<CommandInfo | undefined> {
  const known = findKnown(frame, name) ?? findScopedFunction(frame.scope, name);
  if (known) return known;
  const qualified = qualifiedName(name);
  if (qualified) {
    const command = yield* findInModule(frame, qualified.module, qualified.command);
    if (command) return command;
  }
  if (isPathName(name)) return yield* findByPath(frame, name);
  const onPath = yield* findOnPath(frame, name);
  if (onPath) return onPath;
  const loaded = yield* settle(frame.engine.modules.autoLoad(frame, name));
  if (loaded) return loaded;
  return name.includes('-') || name.includes(':') ? undefined : findKnown(frame, `Get-${name}`);
}

/** `Module\Name` in its parts; undefined when the name is something else. */
export function qualifiedName(name: string): { readonly module: string; readonly command: string } | undefined {
  const parts = name.split('\\');
  const [module = '', command = ''] = parts;
  if (parts.length !== 2 || module === '' || command === '' || module.includes('/') || /^\.{1,2}$|^~$|:/.test(module))
    return undefined;
  return { module, command };
}

function* findInModule(frame: CallFrame, module: string, command: string): Flow<CommandInfo | undefined> {
  const { modules } = frame.engine;
  const found = modules.commandOf(module, command);
  if (found || modules.isLoaded(module)) return found;
  return yield* settle(modules.autoLoad(frame, command, module));
}

/** The error for a name that means nothing. */
export function notFound(name: string, id = 'CommandNotFoundException', message?: string): TerminatingError {
  const text =
    message ??
    `'${name}' is not the name of a cmdlet, function, script file or program. Check the spelling or the path.`;
  const exception = new NetException('System.Management.Automation.CommandNotFoundException', text);
  exception.properties.set('CommandName', name);
  return new TerminatingError(new ErrorRecord(exception, id, 'ObjectNotFound', name));
}
