import { namedArgument, parameterArgument, positionalArgument } from '../../commands/argument.ts';
import type { CommandEngine } from '../../commands/call-frame.ts';
import type { CommandInfo } from '../../commands/command-info.ts';
import type { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { InvocableRunspace, Invocation, InvocationEnd, Part } from '../../pipeline/invocable-runspace.ts';
import { CollectSink, type Sink, type StreamSet } from '../../pipeline/sink.ts';
import { DataCollection } from '../../values/data-collection.ts';
import { Guid } from '../../values/guid.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { madeRunspace } from './local-runspace.ts';

/** States of an invocation, by the names of PSInvocationState. */
export type InvocationState = 'NotStarted' | 'Running' | 'Stopping' | 'Stopped' | 'Completed' | 'Failed';

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
  runspace: InvocableRunspace | undefined;
  ownsRunspace: boolean;
  state: InvocationState = 'NotStarted';
  reason: ErrorRecord | undefined;
  hadErrors = false;
  readonly #engine: CommandEngine;
  readonly #statements: Part[][] = [[]];
  #running: Invocation | undefined;
  #settled: Promise<void> | undefined;

  constructor(engine: CommandEngine, runspace?: InvocableRunspace, ownsRunspace = runspace === undefined) {
    super();
    this.#engine = engine;
    this.instanceId = Guid.fromRandomBytes(engine.random.bytes(16));
    this.runspace = runspace;
    this.ownsRunspace = ownsRunspace;
  }

  /** Runs in a runspace that belongs to somebody else. */
  use(runspace: InvocableRunspace): void {
    this.#checkIdle();
    this.runspace = runspace;
    this.ownsRunspace = false;
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
  openRunspace(): InvocableRunspace {
    const runspace = this.runspace ?? madeRunspace(this.#engine);
    this.runspace = runspace;
    if (this.ownsRunspace) runspace.ensureOpen();
    return runspace;
  }

  /** Runs everything and answers the output. @throws NetException for the error that ended it */
  async invoke(input: Iterable<PSValue> | undefined, output = new CollectSink()): Promise<PSValue[]> {
    this.#checkIdle();
    if (this.parts.length === 0) throw invalidOperation('There is no command to invoke; add one first.');
    const statements = this.#statements.filter((statement) => statement.length > 0);
    const running = this.openRunspace().begin({ statements, input, streams: this.#streamSet(output) });
    this.#running = running;
    this.state = 'Running';
    this.reason = undefined;
    this.hadErrors = false;
    const ended = running.done.finally(() => {
      this.#running = undefined;
    });
    this.#settled = ended.then(
      () => {},
      () => {},
    );
    try {
      this.#finish(await ended);
    } catch (failure) {
      this.hadErrors = true;
      if (this.state === 'Running') this.state = 'Failed';
      throw failure;
    }
    this.hadErrors = this.streams.error.items.length > 0;
    if (this.state === 'Running') this.state = 'Completed';
    return output.items;
  }

  #finish({ error, exception, stopped }: InvocationEnd): void {
    if (stopped) {
      this.state = 'Stopped';
      throw new NetException('System.Management.Automation.PipelineStoppedException', 'The pipeline was stopped.');
    }
    if (!error) return;
    this.reason = error;
    throw exception ?? error.exception;
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
