import { namedArgument, positionalArgument } from '../commands/argument.ts';
import { FunctionInfo, scriptInfoOf } from '../commands/command-info.ts';
import type { InvokeBlockOptions } from '../engine.ts';
import { type ControlFlow, ReturnSignal } from '../errors/control-flow.ts';
import { feedOf } from '../pipeline/feed.ts';
import { nullSink, type Sink, type StreamSet } from '../pipeline/sink.ts';
import { CommandSite } from '../pipeline/stage.ts';
import { Scope } from '../scope/scope.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { compiledOf } from './block.ts';
import { callingScope, runBody, sessionStateOf } from './call-function.ts';
import type { CompiledBlock } from './compiled-block.ts';
import { Frame } from './frame.ts';
import { defineFunction } from './functions.ts';
import { inputEnumerator } from './input-enumerator.ts';
import { ValueSink } from './output.ts';
import { bindPlain, defineIn } from './plain-binding.ts';
import type { Session } from './session.ts';

/** What the evaluator's own callers can ask for besides. */
export interface BlockOptions extends InvokeBlockOptions {
  /** Functions that exist in the block's scope. */
  readonly functions?: ReadonlyMap<string, ScriptBlock>;
}

/** Runs a script block from outside its code; see EngineContext.invokeBlock. */
export function invokeBlock(session: Session, block: ScriptBlock, options: BlockOptions = {}): Eventually<PSValue> {
  const sink = options.output === undefined ? new ValueSink() : undefined;
  const run = new BlockRun(session, block, options, sink ?? options.output ?? nullSink);
  const done = run.start();
  if (done instanceof Promise) return done.then(() => sink?.value());
  return sink?.value();
}

/** One run of a block: scope, frame, arguments, body, and putting back what a shared scope had. */
class BlockRun {
  readonly #session: Session;
  readonly #block: ScriptBlock;
  readonly #compiled: CompiledBlock;
  readonly #options: BlockOptions;
  readonly #out: Sink;
  readonly #caller: Frame;
  readonly #frame: Frame;
  readonly #under: PSValue;
  readonly #args: PSValue;

  constructor(session: Session, block: ScriptBlock, options: BlockOptions, out: Sink) {
    this.#session = session;
    this.#block = block;
    this.#compiled = compiledOf(block);
    this.#options = options;
    this.#out = out;
    this.#caller = session.frame ?? session.root;
    const state = sessionStateOf(block);
    const parent = callingScope(this.#caller, state);
    const scope = options.dotSource ? parent : new Scope(parent, state, this.#compiled.layout, [], 'local');
    const frame = new Frame(
      session,
      scope,
      { ...(options.streams ?? this.#caller.streams), output: out },
      this.#caller,
      this.#compiled,
    );
    frame.command = scriptInfoOf(block);
    frame.propagate = options.errors !== 'report' || frame.propagate;
    if (options.thisValue !== undefined) frame.thisValue = options.thisValue;
    this.#frame = frame;
    this.#under = scope.dollarUnder;
    this.#args = scope.args;
    if (!options.dotSource) scope.automatic = frame;
  }

  start(): Eventually<void> {
    const { scope } = this.#frame;
    const options = this.#options;
    if (options.dollarUnder !== undefined) scope.dollarUnder = options.dollarUnder;
    if (options.variables) for (const [name, value] of options.variables) defineIn(scope, name, value);
    for (const [name, body] of options.functions ?? [])
      defineFunction(this.#frame, scope, new FunctionInfo(name, body));
    if (this.#compiled.mentionsInput) {
      const input = options.input ?? [];
      this.#frame.input = options.inputAsList ? [...input] : inputEnumerator(input);
    }
    this.#session.engine.budget.charge(1);
    let done: Eventually<void>;
    try {
      done = this.#compiled.isAdvanced ? this.#throughBinder() : this.#bindAndRun();
    } catch (thrown) {
      this.#restore();
      throw thrown;
    }
    if (done instanceof Promise) return done.finally(() => this.#restore());
    this.#restore();
    return undefined;
  }

  #bindAndRun(): Eventually<void> {
    const { args, namedArgs } = this.#options;
    const bound = bindPlain(this.#frame, this.#compiled, args ?? [], namedArgs);
    if (bound instanceof Promise) return bound.then(() => this.#run());
    return this.#run();
  }

  /** Blocks with `[CmdletBinding()]` or `[Parameter()]` are called as the command they are. */
  #throughBinder(): Eventually<void> {
    const { args = [], namedArgs, input } = this.#options;
    const list = args.map((a) => positionalArgument(a));
    if (namedArgs) for (const [name, value] of namedArgs) list.push(namedArgument(name, value));
    const site = new CommandSite(this.#options.dotSource ? '.' : '&', undefined, null);
    const stage = { site, command: this.#block, args: list, redirections: [] };
    return this.#session.runPipeline(this.#frame, [stage], input && feedOf(input), this.#out);
  }

  #run(): Eventually<void> {
    const signal = runParts(this.#caller, this.#frame, this.#compiled, this.#out);
    if (signal instanceof Promise) return signal.then(leave);
    return leave(signal);
  }

  #restore(): void {
    this.#session.frame = this.#caller;
    if (!this.#options.dotSource) return;
    const { scope } = this.#frame;
    scope.dollarUnder = this.#under;
    scope.args = this.#args;
  }
}

function leave(signal: ControlFlow | undefined): void {
  if (signal !== undefined && !(signal instanceof ReturnSignal)) throw signal;
}

/** Runs all blocks of a body once: begin, process, end, clean. */
export function runParts(
  caller: Frame,
  frame: Frame,
  { begin, process, end, clean }: CompiledBlock,
  out: Sink,
): Eventually<ControlFlow | undefined> {
  if (begin === undefined && process === undefined && clean === undefined)
    return end === undefined ? undefined : runBody(caller, frame, end, out);
  return runInTurn(caller, frame, [begin, process, end], clean, out);
}

async function runInTurn(
  caller: Frame,
  frame: Frame,
  parts: readonly CompiledBlock['end'][],
  clean: CompiledBlock['clean'],
  out: Sink,
): Promise<ControlFlow | undefined> {
  try {
    for (const part of parts) {
      const signal = part && (await runBody(caller, frame, part, out));
      if (signal !== undefined && !(signal instanceof ReturnSignal)) return signal;
    }
    return undefined;
  } finally {
    if (clean) await runBody(caller, frame, clean, nullSink);
  }
}

/**
 * Readies a block to run once per object in the scope it was made in, with `$_` set (ForEach-Object, Where-Object): one
 * frame serves all runs.
 */
export function prepareRuns(
  session: Session,
  block: ScriptBlock,
  caller: Frame,
  streams: StreamSet,
): (dollarUnder: PSValue, out: Sink) => Eventually<void> {
  const compiled = compiledOf(block);
  const state = sessionStateOf(block);
  const scope = callingScope(caller, state);
  const frame = new Frame(session, scope, streams, caller, compiled);
  frame.command = scriptInfoOf(block);
  const { budget } = session.engine;
  const body = compiled.begin ?? compiled.process ?? compiled.clean;
  const plain = body === undefined && compiled.parameters.length === 0 && !compiled.isAdvanced;
  return (dollarUnder, out) => {
    if (!plain) return runWhole(session, block, dollarUnder, out);
    if (compiled.end === undefined) return undefined;
    const outer = session.frame ?? caller;
    const under = scope.dollarUnder;
    const { args } = scope;
    scope.dollarUnder = dollarUnder;
    scope.args = noArgs;
    const restore = () => {
      scope.dollarUnder = under;
      scope.args = args;
      session.frame = outer;
    };
    budget.charge(1);
    let signal: Eventually<ControlFlow | undefined>;
    try {
      signal = runBody(outer, frame, compiled.end, out);
    } catch (thrown) {
      restore();
      throw thrown;
    }
    if (signal instanceof Promise) return signal.finally(restore).then(leave);
    restore();
    return leave(signal);
  };
}

const noArgs: readonly PSValue[] = [];

function runWhole(session: Session, block: ScriptBlock, dollarUnder: PSValue, out: Sink): Eventually<void> {
  const done = invokeBlock(session, block, { dollarUnder, dotSource: true, output: out, errors: 'report' });
  return done instanceof Promise ? done.then(() => undefined) : undefined;
}
