import { type Argument, namedArgument, parameterArgument, positionalArgument } from '../../commands/argument.ts';
import type { CommandEngine, SpawnedRunspace } from '../../commands/call-frame.ts';
import { type CommandInfo, ScriptInfo } from '../../commands/command-info.ts';
import type { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import { feedOf } from '../../pipeline/feed.ts';
import { CollectSink, type Sink, type StreamSet } from '../../pipeline/sink.ts';
import { CommandSite, type Stage } from '../../pipeline/stage.ts';
import { Guid } from '../../values/guid.ts';
import { NetCollection } from '../../values/net-list.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { type LocalRunspace, madeRunspace } from './local-runspace.ts';

/** One command of a PowerShell object. */
interface Part {
  readonly kind: 'script' | 'command';
  readonly text: string;
  readonly command: CommandInfo | undefined;
  readonly useLocalScope: boolean;
  readonly args: Argument[];
}

/** States of an invocation, by the names of PSInvocationState. */
export type InvocationState = 'NotStarted' | 'Running' | 'Stopping' | 'Stopped' | 'Completed' | 'Failed';

/** PSDataCollection<T>: records or objects, in the order they came. */
export class DataCollection extends NetCollection {
  isOpen = true;
}

/** `$ps.Streams` (PSDataStreams) */
export class DataStreams extends NetObject {
  readonly error = new DataCollection();
  readonly warning = new DataCollection();
  readonly verbose = new DataCollection();
  readonly debug = new DataCollection();
  readonly information = new DataCollection();
  readonly progress = new DataCollection();

  clear(): void {
    for (const stream of [this.error, this.warning, this.verbose, this.debug, this.information, this.progress])
      stream.items.length = 0;
  }
}

/** `$ps.Commands` (PSCommand) */
export class CommandList extends NetObject {
  readonly owner: PowerShellObject;

  constructor(owner: PowerShellObject) {
    super();
    this.owner = owner;
  }
}

function into(collection: DataCollection): Sink {
  return { write: (value) => void collection.items.push(value) };
}

function invalidOperation(message: string): NetException {
  return new NetException('System.InvalidOperationException', message);
}

/** System.Management.Automation.PowerShell: commands to run in a runspace, from a script. */
export class PowerShellObject extends NetObject {
  readonly instanceId: Guid;
  readonly streams = new DataStreams();
  /** Its own runspace, made when it is first needed, or one that was given to it. */
  runspace: LocalRunspace | undefined;
  readonly ownsRunspace: boolean;
  state: InvocationState = 'NotStarted';
  reason: ErrorRecord | undefined;
  hadErrors = false;
  readonly #engine: CommandEngine;
  readonly #statements: Part[][] = [[]];
  #running: SpawnedRunspace | undefined;
  #settled: Promise<void> | undefined;

  constructor(engine: CommandEngine, runspace?: LocalRunspace, ownsRunspace = runspace === undefined) {
    super();
    this.#engine = engine;
    this.instanceId = Guid.fromRandomBytes(engine.random.bytes(16));
    this.runspace = runspace;
    this.ownsRunspace = ownsRunspace;
  }

  get parts(): readonly Part[] {
    return this.#statements.flat();
  }

  add(kind: Part['kind'], text: string, useLocalScope: boolean, command?: CommandInfo): this {
    this.#checkIdle();
    this.#statements.at(-1)?.push({ kind, text, useLocalScope, command, args: [] });
    return this;
  }

  /** A named argument of the last command, or a positional one; `undefined` for the value of a switch. */
  addArgument(name: string | undefined, value: PSValue, hasValue = true): this {
    this.#checkIdle();
    const last = this.#statements.at(-1)?.at(-1);
    if (!last) throw invalidOperation('There is no command yet that could have a parameter; add one first.');
    const bare = name?.replace(/^-/, '');
    if (bare === undefined) last.args.push(positionalArgument(value));
    else last.args.push(hasValue ? namedArgument(bare, value) : parameterArgument(bare));
    return this;
  }

  addStatement(): this {
    this.#checkIdle();
    if (this.#statements.at(-1)?.length !== 0) this.#statements.push([]);
    return this;
  }

  clear(): void {
    this.#checkIdle();
    this.#statements.splice(0, this.#statements.length, []);
  }

  #checkIdle(): void {
    if (this.state === 'Running' || this.state === 'Stopping')
      throw new NetException(
        'System.Management.Automation.InvalidPowerShellStateException',
        `The commands cannot change or start again while they are ${this.state}.`,
      );
  }

  /** The runspace it will run in; its own is made and opened here. */
  openRunspace(): LocalRunspace {
    const runspace = this.runspace ?? madeRunspace(this.#engine);
    this.runspace = runspace;
    if (runspace.state === 'BeforeOpen' && this.ownsRunspace) runspace.open();
    return runspace;
  }

  /** Runs everything and answers the output. @throws NetException for the error that ended it */
  async invoke(input: Iterable<PSValue> | undefined, output = new CollectSink()): Promise<PSValue[]> {
    this.#checkIdle();
    if (this.parts.length === 0) throw invalidOperation('There is no command to invoke; add one first.');
    const runspace = this.openRunspace();
    const { spawned } = runspace;
    this.#begin(runspace, spawned);
    let settle = (): void => {};
    this.#settled = new Promise((resolve) => {
      settle = resolve;
    });
    let failure: unknown;
    try {
      await this.#runStatements(spawned, input, output);
    } catch (error) {
      failure = error;
    } finally {
      runspace.running--;
      this.#running = undefined;
      settle();
    }
    this.hadErrors = failure !== undefined || this.streams.error.items.length > 0;
    if (failure !== undefined) {
      if (this.state === 'Running') this.state = 'Failed';
      throw failure;
    }
    if (this.state === 'Running') this.state = 'Completed';
    return output.items;
  }

  #begin(runspace: LocalRunspace, spawned: SpawnedRunspace): void {
    runspace.running++;
    this.#running = spawned;
    this.state = 'Running';
    this.reason = undefined;
    this.hadErrors = false;
  }

  async #runStatements(spawned: SpawnedRunspace, input: Iterable<PSValue> | undefined, output: Sink): Promise<void> {
    const streams = this.#streamSet(output);
    for (const statement of this.#statements) {
      if (statement.length === 0) continue;
      const stages = statement.map((part) => stageOf(part, spawned));
      const { error, stopped } = await spawned.run({ stages, input: input && feedOf(input), streams });
      if (stopped) {
        this.state = 'Stopped';
        throw new NetException('System.Management.Automation.PipelineStoppedException', 'The pipeline was stopped.');
      }
      if (error) {
        this.reason = error;
        throw error.exception;
      }
    }
  }

  #streamSet(output: Sink): StreamSet {
    const { error, warning, verbose, debug, information, progress } = this.streams;
    return {
      output,
      error: into(error),
      warning: into(warning),
      verbose: into(verbose),
      debug: into(debug),
      information: into(information),
      progress: into(progress),
    };
  }

  /** Stops a running invocation and waits for its end; `finally` and `clean` still run. */
  async stop(): Promise<void> {
    if (this.state === 'Running') {
      this.state = 'Stopping';
      this.#running?.stop();
    }
    await this.#settled;
  }

  async dispose(): Promise<void> {
    await this.stop();
    if (this.ownsRunspace) this.runspace?.close();
  }
}

function stageOf(part: Part, spawned: SpawnedRunspace): Stage {
  const operator = part.kind === 'script' && !part.useLocalScope ? '.' : '&';
  const site = new CommandSite(operator, undefined, null);
  const command = part.command ?? (part.kind === 'script' ? scriptOf(part.text, spawned) : part.text);
  return { site, command, args: part.args, redirections: [] };
}

function scriptOf(text: string, spawned: SpawnedRunspace): ScriptInfo {
  return new ScriptInfo(parseScript(text, spawned.mainState));
}
