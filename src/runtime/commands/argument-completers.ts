import type { EngineContext } from '../engine.ts';
import type { ScriptBlock } from '../values/script-block.ts';

/** Code that completes arguments (Register-ArgumentCompleter). */
export interface ArgumentCompleter {
  /** The command it is for; undefined for parameters of that name on every command. */
  readonly command: string | undefined;
  /** The parameter; undefined where it completes all arguments of a native program. */
  readonly parameter: string | undefined;
  readonly block: ScriptBlock;
}

const known = new WeakMap<EngineContext, Map<string, ArgumentCompleter>>();

/** Registers a completer in place of an earlier one for the same command and parameter. */
export function addCompleter(engine: EngineContext, completer: ArgumentCompleter): void {
  let completers = known.get(engine);
  if (!completers) known.set(engine, (completers = new Map()));
  completers.set(keyOf(completer.command, completer.parameter), completer);
}

/** The completer for a parameter of a command, or for all arguments of a native program without `parameter`. */
export function completerFor(
  engine: EngineContext,
  command: string,
  parameter: string | undefined,
): ArgumentCompleter | undefined {
  const completers = known.get(engine);
  const exact = completers?.get(keyOf(command, parameter));
  return exact ?? (parameter === undefined ? undefined : completers?.get(keyOf(undefined, parameter)));
}

function keyOf(command: string | undefined, parameter: string | undefined): string {
  return `${command ?? ''}:${parameter ?? ''}`.toLowerCase();
}
