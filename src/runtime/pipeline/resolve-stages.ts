import type { CallFrame } from '../commands/call-frame.ts';
import { AliasInfo, CommandInfo, ExternalScriptInfo, scriptInfoOf } from '../commands/command-info.ts';
import { CommandInvocation } from '../commands/command-invocation.ts';
import { resolveCommand } from '../commands/discovery/resolve.ts';
import { type Flow, runFlow, settle } from '../commands/flow.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { checkRequirements } from './script-requirements.ts';
import type { Stage } from './stage.ts';

/** The commands that the stages of a pipeline name; script files are read by then. */
export function resolveAll(frame: CallFrame, stages: readonly Stage[]): Eventually<readonly CommandInfo[]> {
  const commands: CommandInfo[] = [];
  for (const stage of stages) {
    const command = commandOf(frame, stage);
    if (command instanceof Promise) return resolveRest(frame, stages, commands, command);
    commands.push(command);
  }
  return commands;
}

async function resolveRest(
  frame: CallFrame,
  stages: readonly Stage[],
  commands: CommandInfo[],
  pending: Promise<CommandInfo>,
): Promise<readonly CommandInfo[]> {
  commands.push(await pending);
  for (const stage of stages.slice(commands.length)) commands.push(await commandOf(frame, stage));
  return commands;
}

/** What a stage's head stands for; the file of a script is read by then. */
function commandOf(frame: CallFrame, stage: Stage): Eventually<CommandInfo> {
  const found = headOf(frame, stage);
  return found instanceof Promise ? found.then((command) => loaded(frame, command)) : loaded(frame, found);
}

function loaded(frame: CallFrame, command: CommandInfo): Eventually<CommandInfo> {
  if (!(command instanceof ExternalScriptInfo) || command.scriptBlock) return command;
  return runFlow(loadScript(frame, command));
}

function* loadScript(frame: CallFrame, command: ExternalScriptInfo): Flow<CommandInfo> {
  yield* settle(frame.engine.scripts.load(command, frame));
  yield* checkRequirements(frame, command);
  return command;
}

function headOf(frame: CallFrame, stage: Stage): Eventually<CommandInfo> {
  const { command, module, site } = stage;
  if (typeof command === 'string' && module === undefined) {
    try {
      const found = resolveCommand(frame, command, site);
      return found instanceof Promise ? found.catch((error: unknown) => unresolved(error, stage)) : found;
    } catch (error) {
      return unresolved(error, stage);
    }
  }
  const base = baseOf(command);
  if (base instanceof ScriptBlock) return scriptInfoOf(base);
  if (base instanceof AliasInfo) return resolveCommand(frame, base.definition);
  if (base instanceof CommandInfo) return base;
  const name = typeof base === 'string' ? base : typeSystemOf(frame.engine).toText(command);
  return resolveCommand(moduleFrame(frame, module), name);
}

/** A name that means nothing is reported where it stands, under that name. */
function unresolved(error: unknown, { command, site }: Stage): never {
  if (error instanceof TerminatingError && error.record.invocationInfo === null && typeof command === 'string') {
    const extent = site.ast?.commandElements[0]?.extent ?? site.extent;
    error.record.invocationInfo = new CommandInvocation({ command: null, invocationName: command, extent });
  }
  throw error;
}

/** The frame seen from inside a module, for `& $module name`. */
function moduleFrame(frame: CallFrame, module: PSValue): CallFrame {
  const state = sessionStateOfModule(module);
  return state
    ? {
        engine: frame.engine,
        scope: state.topScope,
        sessionState: state,
        streams: frame.streams,
        invocation: frame.invocation,
      }
    : frame;
}

/** The session state behind a module value; undefined for anything else. */
export function sessionStateOfModule(module: PSValue): CallFrame['sessionState'] | undefined {
  if (typeof module !== 'object' || module === null || !('sessionState' in module)) return undefined;
  // Only modules have a member of this name; see modules/ps-module-info.ts.
  return (module.sessionState as CallFrame['sessionState'] | undefined) ?? undefined;
}
