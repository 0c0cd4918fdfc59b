import {
  type Argument,
  namedArgument,
  parameterArgument,
  positionalArgument,
} from '../../runtime/commands/argument.ts';
import type { ErrorRecord } from '../../runtime/errors/error-record.ts';
import { TerminatingError } from '../../runtime/errors/terminating-error.ts';
import { UsingValues, usingKey } from '../../runtime/evaluate/using.ts';
import { CommandSite, type Redirection, type Stage, type StreamName } from '../../runtime/pipeline/stage.ts';
import type { Runspace } from '../../runtime/runspace/runspace.ts';
import { Variable } from '../../runtime/scope/variable.ts';
import { getVariable } from '../../runtime/scope/variable-access.ts';
import { decodeBase64Text } from '../../runtime/text/base64-text.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import {
  type CommandArgument,
  type CommandMerging,
  type GetCommandMetadata,
  type RemoteCommand,
  ResultTypes,
} from '../psrp/messages/pipeline.ts';
import { commandMetadata } from './command-metadata.ts';
import type { EngineOutcome, EngineRun, EngineRunspace } from './engine-runspace.ts';

/** Name of the argument that carries the values of `$using:` expressions. */
const USING_ARGUMENT = '--%';

/** The session's view of a {@link Runspace}. */
export class RunspaceEngine implements EngineRunspace {
  readonly engine: Runspace;

  constructor(runspace: Runspace) {
    this.engine = runspace;
  }

  get versionTable(): PSValue {
    return getVariable(this.engine.session.main.globalScope, 'psversiontable') ?? null;
  }

  async run(request: EngineRun): Promise<EngineOutcome> {
    const using = usingValues(request);
    const { globalScope } = this.engine.session.main;
    if (using) globalScope.setCell(new Variable(usingKey, using, 0));
    try {
      return await this.#runStatements(request);
    } finally {
      if (using) globalScope.removeLocal(usingKey);
    }
  }

  stop(): void {
    this.engine.stop();
  }

  commandMetadata(request: GetCommandMetadata): readonly PSValue[] {
    return commandMetadata(this.engine, request);
  }

  dispose(): void {
    this.engine.stop();
  }

  /** Of several statements, one that fails is reported and the next goes on; a single one fails the pipeline. */
  async #runStatements(request: EngineRun): Promise<EngineOutcome> {
    for (const commands of request.statements) {
      const ended = await this.#runStatement(commands, request);
      if (!ended) continue;
      if (ended.state !== 'Failed' || !ended.error || request.statements.length === 1) return ended;
      await request.streams.error.write(ended.error);
    }
    return { state: 'Completed', error: undefined, exitCode: undefined };
  }

  /** Runs one statement; gives the outcome that ends them all, if it does. */
  async #runStatement(commands: readonly RemoteCommand[], request: EngineRun): Promise<EngineOutcome | undefined> {
    let stages: readonly Stage[];
    try {
      stages = commands.map((command) => stageOf(this.engine, command));
    } catch (thrown) {
      if (!(thrown instanceof TerminatingError)) throw thrown;
      return failed(thrown.record);
    }
    const { input, streams } = request;
    const outcome = await this.engine.run({ stages, streams, ...(input ? { input } : {}) });
    if (outcome.stopped) return { state: 'Stopped', error: outcome.error, exitCode: undefined };
    if (outcome.exitCode !== undefined) return { state: 'Completed', error: undefined, exitCode: outcome.exitCode };
    return outcome.error ? failed(outcome.error) : undefined;
  }
}

function failed(error: ErrorRecord): EngineOutcome {
  return { state: 'Failed', error, exitCode: undefined };
}

/** A command as the pipeline runs it. A script runs in the session's own scope unless the client wants another. */
function stageOf(runspace: Runspace, command: RemoteCommand): Stage {
  const isDotSourced = command.isScript && command.useLocalScope !== true;
  return {
    site: new CommandSite(isDotSourced ? '.' : '&', undefined, null),
    command: command.isScript ? runspace.scriptOf(command.text) : command.text,
    args: command.arguments.filter((it) => it.name !== USING_ARGUMENT).flatMap(argumentsOf),
    redirections: redirectionsOf(command.merging),
  };
}

/** Names may carry the dash and colon they were typed with; a typed name without colon takes what follows as value. */
function argumentsOf({ name, value }: CommandArgument): Argument[] {
  if (name === null || name.trim() === '') return [positionalArgument(value)];
  const typed = /^[-\u2013\u2014\u2015](.+?)(:?)\s*$/.exec(name);
  if (!typed) return [namedArgument(name, value ?? null)];
  const [, bare = '', colon] = typed;
  return colon === '' && (value === null || value === undefined)
    ? [parameterArgument(bare)]
    : [namedArgument(bare, value ?? null)];
}

const mergeSources: readonly (readonly [keyof CommandMerging, StreamName])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['verbose', 'verbose'],
  ['debug', 'debug'],
  ['information', 'information'],
];

function redirectionsOf(merging: CommandMerging): readonly Redirection[] {
  const found: Redirection[] = [];
  for (const [key, from] of mergeSources) {
    const old = key === 'error' && merging.myResult === ResultTypes.Error ? merging.toResult : ResultTypes.None;
    const target = merging[key] || old;
    if (target === ResultTypes.Output) found.push({ from, kind: 'merge', to: 'output' });
    else if (target === ResultTypes.Null) found.push({ from, kind: 'file', path: null, append: false, extent: null });
  }
  return found;
}

/** The values of `$using:` expressions that came with a pipeline: base64 of UTF-16LE text → value. */
function usingValues(request: EngineRun): UsingValues | undefined {
  const values = new Map<string, PSValue>();
  for (const command of request.statements.flat()) {
    for (const argument of command.arguments) {
      const table = argument.name === USING_ARGUMENT ? baseOf(argument.value) : undefined;
      if (!(table instanceof Hashtable)) continue;
      for (const { key, value } of table.entries()) {
        const text = typeof key === 'string' ? decodeBase64Text(key) : undefined;
        if (text !== undefined) values.set(text.toLowerCase(), value);
      }
    }
  }
  return values.size > 0 || hasUsing(request) ? new UsingValues(values) : undefined;
}

function hasUsing(request: EngineRun): boolean {
  return request.statements.some((commands) =>
    commands.some((it) => it.arguments.some((a) => a.name === USING_ARGUMENT)),
  );
}
