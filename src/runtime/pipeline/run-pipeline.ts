import type { CallFrame } from '../commands/call-frame.ts';
import {
  AliasInfo,
  ApplicationInfo,
  CmdletInfo,
  CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from '../commands/command-info.ts';
import type { CommandProcessor, PipelineStatus, ProcessorContext } from '../commands/command-processor.ts';
import { resolveCommand } from '../commands/discovery/resolve.ts';
import { StopUpstreamSignal } from '../errors/control-flow.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { CmdletProcessor } from './cmdlet-processor.ts';
import { createNativeProcessor, NativeProcessor } from './native/native-processor.ts';
import { type FileSink, redirect } from './redirect.ts';
import type { Sink, StreamSet } from './sink.ts';
import type { Stage } from './stage.ts';

/** Writes a pipeline's input into it, object by object: the leading expression, or what an embedder feeds. */
export type PipelineInput = (sink: Sink) => Eventually<void>;

/**
 * Contract. Runs commands as one pipeline (about_Pipelines). Objects of the last command go to `out`.
 *
 * @param frame the code that calls
 * @param stages at least one
 * @param input called once, after all `begin`s; undefined when the first command gets no input
 * @param out where the last command's output goes; its errors and messages go to `frame.streams`
 */
export type RunPipeline = (
  frame: CallFrame,
  stages: readonly Stage[],
  input: PipelineInput | undefined,
  out: Sink,
) => Eventually<void>;

/** See {@link RunPipeline}. */
export function runPipeline(
  frame: CallFrame,
  stages: readonly Stage[],
  input: PipelineInput | undefined,
  out: Sink,
): Eventually<void> {
  const commands = resolveAll(frame, stages);
  if (commands instanceof Promise) return commands.then((c) => run(new Pipeline(frame, stages, c, input, out)));
  return run(new Pipeline(frame, stages, commands, input, out));
}

function run(pipeline: Pipeline): Eventually<void> {
  return pipeline.run();
}

function resolveAll(frame: CallFrame, stages: readonly Stage[]): Eventually<readonly CommandInfo[]> {
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
  const block = frame.engine.scripts.load(command, frame);
  return block instanceof Promise ? block.then(() => command) : command;
}

function headOf(frame: CallFrame, stage: Stage): Eventually<CommandInfo> {
  const { command, module, site } = stage;
  if (typeof command === 'string' && module === undefined) return resolveCommand(frame, command, site);
  const base = baseOf(command);
  if (base instanceof ScriptBlock) return new ScriptInfo(base);
  if (base instanceof AliasInfo) return resolveCommand(frame, base.definition);
  if (base instanceof CommandInfo) return base;
  const name = typeof base === 'string' ? base : typeSystemOf(frame.engine).toText(command);
  return resolveCommand(moduleFrame(frame, module), name);
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

function sessionStateOfModule(module: PSValue): CallFrame['sessionState'] | undefined {
  if (typeof module !== 'object' || module === null || !('sessionState' in module)) return undefined;
  // Only modules have a member of this name; see modules/ps-module-info.ts.
  return (module.sessionState as CallFrame['sessionState'] | undefined) ?? undefined;
}

/** The object that leads from one command to the next. */
class Link implements Sink {
  next: CommandProcessor | undefined = undefined;

  write(value: PSValue): Eventually<void> {
    return this.next?.process(value);
  }
}

/** One run of a pipeline. */
class Pipeline {
  readonly #frame: CallFrame;
  readonly #stages: readonly Stage[];
  readonly #commands: readonly CommandInfo[];
  readonly #input: PipelineInput | undefined;
  readonly #status: PipelineStatus = { failed: false };
  readonly #processors: CommandProcessor[] = [];
  readonly #owners: object[] = [];
  readonly #files: FileSink[] = [];
  readonly #out: Sink;

  constructor(
    frame: CallFrame,
    stages: readonly Stage[],
    commands: readonly CommandInfo[],
    input: PipelineInput | undefined,
    out: Sink,
  ) {
    this.#frame = frame;
    this.#stages = stages;
    this.#commands = commands;
    this.#input = input;
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
        () => this.#finish(),
        (error: unknown) => this.#finishFailed(error),
      );
    return this.#finish();
  }

  #create(): void {
    const links: Link[] = [];
    const last = this.#stages.length - 1;
    for (let i = 0; i <= last; i++) {
      const link = new Link();
      links.push(link);
      const owner = {};
      this.#owners.push(owner);
      const processor = this.#createProcessor(i, i === last ? this.#out : link, owner);
      this.#processors.push(processor);
      const before = links[i - 1];
      if (before) before.next = processor;
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
      invocationName: typeof stage.command === 'string' ? stage.command : command.name,
      site: stage.site,
      args: stage.args,
      streams,
      expectingInput: at > 0 || this.#input !== undefined,
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
    const prepared = inOrder(this.#processors, (p) => p.prepare?.());
    if (prepared instanceof Promise) return prepared.then(() => this.#runSteps());
    return this.#runSteps();
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
    const begun = inOrder(this.#processors, (p) => p.begin());
    return begun instanceof Promise ? begun.then(() => this.#feedInput()) : this.#feedInput();
  }

  #feedInput(): Eventually<void> {
    const [first] = this.#processors;
    if (!first) return undefined;
    if (!this.#input) return first.process(undefined);
    const link = new Link();
    link.next = first;
    return this.#input(link);
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
    return this.#endFrom(Math.max(at, stopper + 1));
  }

  #finish(): Eventually<void> {
    const disposed = this.#dispose();
    if (disposed instanceof Promise) return disposed.then(() => this.#succeeded());
    return this.#succeeded();
  }

  #succeeded(): void {
    this.#frame.engine.lastSucceeded = !this.#status.failed;
  }

  #finishFailed(error: unknown): Eventually<void> {
    this.#frame.engine.lastSucceeded = false;
    const disposed = this.#dispose();
    if (disposed instanceof Promise)
      return disposed.then(() => {
        throw error;
      });
    throw error;
  }

  #dispose(): Eventually<void> {
    const disposed = inOrder(this.#processors, (p) => p.dispose());
    if (this.#files.length === 0) return disposed;
    if (disposed instanceof Promise) return disposed.then(() => inOrder(this.#files, (file) => file.close()));
    return inOrder(this.#files, (file) => file.close());
  }
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
