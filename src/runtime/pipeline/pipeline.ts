import type { CallFrame } from '../commands/call-frame.ts';
import {
  ApplicationInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from '../commands/command-info.ts';
import type { CommandProcessor, PipelineStatus, ProcessorContext } from '../commands/command-processor.ts';
import { CommandFailedSignal, StopUpstreamSignal } from '../errors/control-flow.ts';
import type { Permit } from '../runspace/permit.ts';
import { baseOf } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { CmdletProcessor } from './cmdlet-processor.ts';
import { createNativeProcessor, NativeProcessor } from './native/native-processor.ts';
import { requirePermit } from './permission.ts';
import { type FileSink, redirect } from './redirect.ts';
import { sessionStateOfModule } from './resolve-stages.ts';
import type { Sink, StreamSet } from './sink.ts';
import type { Stage } from './stage.ts';

/** Writes a pipeline's input into it, object by object: the leading expression, or what an embedder feeds. */
export type PipelineInput = (sink: Sink) => Eventually<void>;

/** Leads from one command to the next. Output of a `begin` reaches a command whose own turn is yet to come: it begins then. */
class Link implements Sink {
  next: CommandProcessor | undefined = undefined;
  #begun = false;

  write(value: PSValue): Eventually<void> {
    if (this.#begun) return this.next?.process(value);
    const begun = this.begin();
    return begun instanceof Promise ? begun.then(() => this.next?.process(value)) : this.next?.process(value);
  }

  begin(): Eventually<void> {
    if (this.#begun) return undefined;
    this.#begun = true;
    return this.next?.begin();
  }
}

/**
 * One run of a pipeline: all commands are made and bound, then begun, then fed, then ended, and disposed of whatever
 * happened. {@link SteppablePipeline} feeds one from outside instead of calling `run`.
 */
export class Pipeline {
  readonly #frame: CallFrame;
  readonly #stages: readonly Stage[];
  readonly #commands: readonly CommandInfo[];
  readonly #input: PipelineInput | undefined;
  readonly #expectsInput: boolean;
  readonly #status: PipelineStatus = { failed: false };
  readonly #processors: CommandProcessor[] = [];
  /** Where each command gets its input from. */
  readonly #links: Link[] = [];
  readonly #owners: object[] = [];
  readonly #files: FileSink[] = [];
  readonly #out: Sink;

  /** `$?` stays what the statements of a script made it. */
  keepsSuccess = false;

  constructor(
    frame: CallFrame,
    stages: readonly Stage[],
    commands: readonly CommandInfo[],
    input: PipelineInput | 'stepped' | undefined,
    out: Sink,
  ) {
    this.#frame = frame;
    this.#stages = stages;
    this.#commands = commands;
    this.#input = input === 'stepped' ? undefined : input;
    this.#expectsInput = input !== undefined;
    this.#out = out;
  }

  run(): Eventually<void> {
    let pending: Eventually<void>;
    try {
      this.#create();
      pending = this.#start();
    } catch (error) {
      return this.#finishFailed(error);
    }
    if (pending instanceof Promise)
      return pending.then(
        () => this.#finishAndAct(),
        (error: unknown) => this.#finishFailed(error),
      );
    return this.#finishAndAct();
  }

  /** Makes, binds and begins all commands, for stepping. */
  begin(): Eventually<void> {
    this.#create();
    const opened = inOrder(this.#files, (file) => file.open());
    if (opened instanceof Promise) return opened.then(() => this.#beginAll());
    return this.#beginAll();
  }

  #beginAll(): Eventually<void> {
    const begin = (): Eventually<void> => inOrder(this.#links, (link) => link.begin());
    const prepared = this.#prepareAll();
    return prepared instanceof Promise ? prepared.then(begin) : begin();
  }

  /** Feeds one object, for stepping; `undefined` runs the first command once without input. */
  step(value: PSValue): Eventually<void> {
    return this.#links[0]?.write(value);
  }

  /** Ends all commands, for stepping. */
  end(): Eventually<void> {
    return this.#endFrom(0);
  }

  /** Disposes of all commands, for stepping. */
  close(): Eventually<void> {
    return this.#dispose();
  }

  #create(): void {
    const links = this.#links;
    const last = this.#stages.length - 1;
    for (let i = 0; i <= last; i++) links.push(new Link());
    for (let i = 0; i <= last; i++) {
      const owner = {};
      this.#owners.push(owner);
      const processor = this.#createProcessor(i, links[i + 1] ?? this.#out, owner);
      this.#processors.push(processor);
      const link = links[i];
      if (link) link.next = processor;
      this.#joinNatives(i);
    }
  }

  /** Two programs in a row exchange bytes. */
  #joinNatives(at: number): void {
    const [before, after] = [this.#processors[at - 1], this.#processors[at]];
    if (!(before instanceof NativeProcessor) || !(after instanceof NativeProcessor)) return;
    if (this.#stages[at - 1]?.redirections.some((r) => r.from !== 'error' || r.kind === 'merge')) return;
    before.pipeBytesTo(after);
  }

  #createProcessor(at: number, output: Sink, owner: object): CommandProcessor {
    const frame = this.#frame;
    const stage = this.#stages[at];
    const command = this.#commands[at];
    if (!stage || !command) throw new RangeError('a pipeline position without a command');
    let streams: StreamSet = output === frame.streams.output ? frame.streams : { ...frame.streams, output };
    let outputFile: ProcessorContext['outputFile'];
    if (stage.redirections.length > 0) {
      const redirected = redirect(frame, streams, stage.redirections);
      streams = redirected.streams;
      outputFile =
        command instanceof ApplicationInfo && isPlainPath(redirected.outputFile?.path)
          ? redirected.outputFile
          : undefined;
      if (outputFile) for (const file of redirected.files) file.bypassed = true;
      this.#files.push(...redirected.files);
    }
    const context: ProcessorContext = {
      frame,
      command,
      invocationName: invocationNameOf(stage, command),
      site: stage.site,
      args: stage.args,
      streams,
      expectingInput: at > 0 || this.#expectsInput,
      pipelineLength: this.#stages.length,
      pipelinePosition: at + 1,
      run: this.#status,
      owner,
      outputFile,
      outputIsHost: at === this.#stages.length - 1 && streams.output === frame.engine.hostOutput,
      dotSource: stage.site.invocationOperator === '.',
      sessionState: sessionStateOfModule(stage.module),
    };
    return createProcessor(command, context);
  }

  #start(): Eventually<void> {
    const opened = inOrder(this.#files, (file) => file.open());
    if (opened instanceof Promise) return opened.then(() => this.#prepare());
    return this.#prepare();
  }

  #prepare(): Eventually<void> {
    const prepared = this.#prepareAll();
    if (prepared instanceof Promise) return prepared.then(() => this.#runSteps());
    return this.#runSteps();
  }

  #prepareAll(): Eventually<void> {
    const prepared = inOrder(this.#processors, (p) => p.prepare?.());
    const { permit } = this.#frame.engine;
    if (!permit) return prepared;
    const ask = (): Eventually<void> =>
      inOrder(
        this.#processors.map((_, i) => i),
        (at) => this.#askPermit(permit, at),
      );
    return prepared instanceof Promise ? prepared.then(ask) : ask();
  }

  #askPermit(permit: Permit, at: number): Eventually<void> {
    const command = this.#commands[at];
    const processor = this.#processors[at];
    if (!command || !processor) return undefined;
    return requirePermit(permit, command, processor, this.#stages[at]?.site.extent ?? null);
  }

  /** The part that a command behind can cut short for those before it. */
  #runSteps(): Eventually<void> {
    let pending: Eventually<void>;
    try {
      pending = this.#feed();
    } catch (error) {
      return this.#stopped(error, 0);
    }
    if (pending instanceof Promise)
      return pending.then(
        () => this.#endFrom(0),
        (error: unknown) => this.#stopped(error, 0),
      );
    return this.#endFrom(0);
  }

  #feed(): Eventually<void> {
    const begun = inOrder(this.#links, (link) => link.begin());
    return begun instanceof Promise ? begun.then(() => this.#feedInput()) : this.#feedInput();
  }

  #feedInput(): Eventually<void> {
    const [first] = this.#links;
    if (!first) return undefined;
    return this.#input ? this.#input(first) : first.write(undefined);
  }

  #endFrom(at: number): Eventually<void> {
    for (let i = at; i < this.#processors.length; i++) {
      let pending: Eventually<void>;
      try {
        pending = this.#processors[i]?.end();
      } catch (error) {
        return this.#stopped(error, i + 1);
      }
      if (pending instanceof Promise)
        return pending.then(
          () => this.#endFrom(i + 1),
          (error: unknown) => this.#stopped(error, i + 1),
        );
    }
    return undefined;
  }

  /** A command wants no more: those before it and itself do not end, those behind it do. */
  #stopped(error: unknown, at: number): Eventually<void> {
    if (!(error instanceof StopUpstreamSignal)) throw error;
    const stopper = this.#owners.indexOf(error.target);
    if (stopper < 0) throw error;
    this.#frame.engine.scripts.resume(this.#frame);
    return this.#endFrom(Math.max(at, stopper + 1));
  }

  /** Ends, and lets actions of events run that wait for a pipeline to end. */
  #finishAndAct(): Eventually<void> {
    const finished = this.#finish();
    const act = this.#frame.engine.afterPipeline;
    return act === undefined ? finished : andThen(finished, act);
  }

  #finish(): Eventually<void> {
    const disposed = this.#dispose();
    if (disposed instanceof Promise) return disposed.then(() => this.#succeeded());
    return this.#succeeded();
  }

  #succeeded(): void {
    if (this.keepsSuccess && !this.#status.failed) return;
    this.#frame.engine.lastSucceeded = !this.#status.failed;
  }

  #finishFailed(thrown: unknown): Eventually<void> {
    const own = thrown instanceof CommandFailedSignal && this.#owners.includes(thrown.owner);
    const error = own ? thrown.error : thrown;
    const { engine } = this.#frame;
    engine.scripts.resume(this.#frame);
    const disposed = this.#dispose();
    engine.lastSucceeded = false;
    if (disposed instanceof Promise)
      return disposed.then(() => {
        throw error;
      });
    throw error;
  }

  #dispose(): Eventually<void> {
    const disposed = eachToTheEnd(this.#processors, (p) => p.dispose());
    if (this.#files.length === 0) return disposed;
    const close = (): Eventually<void> => eachToTheEnd(this.#files, (file) => file.close());
    return disposed instanceof Promise ? disposed.finally(close) : close();
  }
}

/** As {@link inOrder}, but a failure does not keep the rest from having its turn; the first one is thrown at the end. */
function eachToTheEnd<T>(items: readonly T[], act: (item: T) => Eventually<void>): Eventually<void> {
  for (let i = 0; i < items.length; i++) {
    const rest = items.slice(i + 1);
    let pending: Eventually<void>;
    try {
      pending = act(items[i] as T);
    } catch (error) {
      return failAfter(eachToTheEnd(rest, act), error);
    }
    if (!(pending instanceof Promise)) continue;
    return pending.then(
      () => eachToTheEnd(rest, act),
      (error: unknown) => failAfter(eachToTheEnd(rest, act), error),
    );
  }
  return undefined;
}

function failAfter(rest: Eventually<void>, error: unknown): Eventually<void> {
  if (!(rest instanceof Promise)) throw error;
  return rest.then(() => {
    throw error;
  });
}

/** Does something for each in order, waiting where it has to. */
function inOrder<T>(items: readonly T[], act: (item: T) => Eventually<void>, from = 0): Eventually<void> {
  for (let i = from; i < items.length; i++) {
    const pending = act(items[i] as T);
    if (pending instanceof Promise) return pending.then(() => inOrder(items, act, i + 1));
  }
  return undefined;
}

/** Whether a program may write to the path itself: no wildcards, no drive. */
function isPlainPath(path: PSValue): boolean {
  const base = baseOf(path);
  return typeof base === 'string' && !/[*?[:]/.test(base);
}

/** The processor that runs a command. */
export function createProcessor(command: CommandInfo, context: ProcessorContext): CommandProcessor {
  if (command instanceof CmdletInfo) return new CmdletProcessor(command, context);
  if (command instanceof ApplicationInfo) return createNativeProcessor(command, context);
  if (command instanceof FunctionInfo || command instanceof ExternalScriptInfo || command instanceof ScriptInfo)
    return context.frame.engine.scripts.createProcessor(command, context);
  throw new TypeError(`a command of type ${command.commandType} cannot run`);
}

/** `$MyInvocation.InvocationName`: the operator where there is one, else the name as it was written. */
function invocationNameOf({ site, command }: Stage, found: CommandInfo): string {
  if (site.ast !== undefined && site.invocationOperator !== '') return site.invocationOperator;
  if (typeof command === 'string') return command;
  return found instanceof ExternalScriptInfo ? found.path : found.name;
}
