import { type Binding, type BindTarget, createBinding } from '../commands/binding/bind.ts';
import type { CommonParameters } from '../commands/binding/common-parameters.ts';
import { ExternalScriptInfo, type ScriptCommandInfo } from '../commands/command-info.ts';
import { BoundParameters, CommandInvocation } from '../commands/command-invocation.ts';
import type { CommandProcessor, ProcessorContext } from '../commands/command-processor.ts';
import type { CommandMetadata, CommandParameter } from '../commands/parameter-metadata.ts';
import { endPipelineVariable, noteError, withStreamVariables } from '../commands/stream-variables.ts';
import { CommandFailedSignal, ControlFlow, ExitSignal, ReturnSignal } from '../errors/control-flow.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { CommandRuntime } from '../pipeline/command-runtime.ts';
import { nullSink, type Sink } from '../pipeline/sink.ts';
import { Scope } from '../scope/scope.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { compiledOf } from './block.ts';
import { callingScope, runBody, sessionStateOf } from './call-function.ts';
import type { Execute } from './closures.ts';
import type { CompiledBlock } from './compiled-block.ts';
import { dynamicParametersOf } from './dynamic-parameters.ts';
import { Frame } from './frame.ts';
import { inputEnumerator } from './input-enumerator.ts';
import { argumentsLeft } from './script-arguments.ts';
import { ScriptCmdlet } from './script-cmdlet.ts';
import { ScriptParameters } from './script-parameters.ts';
import { applyPreferences } from './script-preferences.ts';
import type { Session } from './session.ts';
import { asTerminating } from './terminating.ts';
import { reportBinding, reportUnbound } from './unbound-input.ts';

/** One call of a function, filter, script or block through the binder, as a command of a pipeline. */
export class ScriptCommandProcessor implements CommandProcessor {
  readonly #context: ProcessorContext;
  readonly #metadata: CommandMetadata;
  readonly #block: CompiledBlock;
  readonly #caller: Frame;
  readonly #frame: Frame;
  readonly #parameters: ScriptParameters;
  readonly #binding: Binding;
  readonly #runtime: CommandRuntime;
  /** What a shared scope had before a dot-sourced call. */
  readonly #saved: { readonly args: PSValue; readonly automatic: Scope['automatic']; readonly under: PSValue };
  #collected: PSValue[] | undefined;
  /** Whether any of its blocks has run: only then `clean` does. */
  #begun = false;
  #out: Sink;

  constructor(session: Session, command: ScriptCommandInfo, metadata: CommandMetadata, context: ProcessorContext) {
    this.#context = context;
    this.#metadata = metadata;
    this.#caller = Frame.of(context.frame, session);
    const script = command.scriptBlock;
    if (script === undefined) throw new Error(`the script ${command.name} was not loaded`);
    this.#block = compiledOf(script);
    const state = context.sessionState ?? sessionStateOf(script);
    const scope = this.#scopeFor(command, state);
    this.#saved = { args: scope.args, automatic: scope.automatic, under: scope.dollarUnder };
    this.#out = context.streams.output;
    this.#frame = new Frame(this.#caller.session, scope, context.streams, this.#caller, this.#block);
    this.#frame.command = command;
    const invocation = new CommandInvocation({
      command,
      invocationName: context.invocationName,
      extent: context.site.extent,
      pipelineLength: context.pipelineLength,
      pipelinePosition: context.pipelinePosition,
      expectingInput: context.expectingInput,
      commandOrigin: this.#caller.caller === null ? 'Runspace' : 'Internal',
    });
    this.#frame.invocation = invocation;
    this.#parameters = new ScriptParameters(this.#frame, this.#block, metadata);
    const target: BindTarget = {
      set: (parameter: CommandParameter, value: PSValue) => this.#parameters.set(parameter, value),
      reset: (parameter: CommandParameter) => this.#parameters.reset(parameter),
    };
    this.#binding = createBinding({
      frame: this.#caller,
      metadata,
      args: context.args,
      target,
      invocation,
      expectingInput: context.expectingInput,
      dynamicParameters: this.#block.dynamicParam && (() => this.#dynamicParameters()),
    });
    this.#runtime = new CommandRuntime(
      {
        frame: this.#frame,
        command,
        invocation,
        run: context.run,
        confirmImpact: metadata.confirmImpact,
        owner: context.owner,
      },
      context.streams,
      this.#binding.common,
    );
  }

  #scopeFor(command: ScriptCommandInfo, state: SessionState): Scope {
    const parent = callingScope(this.#caller, state);
    if (this.#context.dotSource) return parent;
    const kind = command instanceof ExternalScriptInfo ? 'script' : 'local';
    return new Scope(parent, state, this.#block.layout, [], kind);
  }

  prepare(): Eventually<void> {
    const { budget } = this.#frame.engine;
    budget.charge(1);
    const bound = this.#binding.bindArguments();
    return bound instanceof Promise ? bound.then(() => this.#bound()) : this.#bound();
  }

  #bound(): Eventually<void> {
    const { scope } = this.#frame;
    const invocation = this.#frame.invocation;
    if (invocation instanceof CommandInvocation) {
      invocation.bound = this.#binding.bound;
      invocation.unboundArguments = argumentsLeft(this.#binding.leftovers);
    }
    scope.automatic = this.#frame;
    if (this.#metadata.isAdvanced) {
      this.#applyCommon(this.#binding.common);
      scope.args = null;
    } else scope.args = argumentsLeft(this.#binding.leftovers);
    if (this.#block.mentionsBoundParameters) this.#frame.boundParameters = BoundParameters.of(this.#binding.bound);
    else this.#frame.bound = this.#binding;
    return this.#parameters.fillDefaults(this.#binding.bound);
  }

  #applyCommon(common: Readonly<CommonParameters>): void {
    this.#runtime.common = common;
    const streams = withStreamVariables(this.#caller, this.#context.streams, common);
    this.#frame.streams = streams;
    this.#runtime.streams = streams;
    this.#out = streams.output;
    applyPreferences(this.#frame.scope, common);
    this.#frame.cmdlet = new ScriptCmdlet(this.#runtime, this.#binding, this.#frame, this.#context);
  }

  get prepared() {
    const { bound, leftovers, dynamic } = this.#binding;
    return { parameters: bound, args: argumentsLeft(leftovers), dynamic };
  }

  begin(): Eventually<void> {
    this.#frame.input = inputEnumerator([]);
    return this.#run(this.#block.begin);
  }

  process(input: PSValue): Eventually<void> {
    const { expectingInput } = this.#context;
    if (!expectingInput) return this.#run(this.#block.process);
    if (!this.#metadata.isAdvanced) return this.#accept(input);
    let fits: Eventually<boolean>;
    try {
      fits = this.#binding.bindInput(input);
    } catch (error) {
      return reportBinding(this.#runtime, error, input);
    }
    if (fits instanceof Promise)
      return fits.then(
        (f) => this.#afterBinding(f, input),
        (error: unknown) => reportBinding(this.#runtime, error, input),
      );
    return this.#afterBinding(fits, input);
  }

  #afterBinding(fits: boolean, input: PSValue): Eventually<void> {
    if (!fits && (this.#binding.takesInput || this.#metadata.parameters.length > 0))
      return reportUnbound(this.#runtime, [], input);
    const missing = this.#binding.missingAfterInput();
    if (missing.length > 0) return reportUnbound(this.#runtime, missing, input);
    if (this.#block.mentionsBoundParameters) this.#frame.boundParameters = BoundParameters.of(this.#binding.bound);
    return this.#accept(input);
  }

  #accept(input: PSValue): Eventually<void> {
    const { process } = this.#block;
    this.#frame.scope.dollarUnder = input ?? null;
    if (process === undefined) {
      (this.#collected ??= []).push(input);
      return undefined;
    }
    if (this.#block.mentionsInput) this.#frame.input = inputEnumerator([input]);
    return this.#run(process);
  }

  end(): Eventually<void> {
    const { end } = this.#block;
    if (end === undefined) return undefined;
    const items = this.#collected ?? [];
    if (this.#block.process === undefined) this.#frame.scope.dollarUnder = this.#saved.under;
    this.#frame.input = inputEnumerator(items);
    return this.#run(end);
  }

  dispose(): Eventually<void> {
    const { clean } = this.#block;
    if (clean === undefined || !this.#begun) return this.#leave();
    let done: Eventually<void>;
    try {
      const streams = { ...this.#frame.streams, output: nullSink };
      this.#frame.streams = streams;
      // What surrounds the call has no say in it any more.
      this.#frame.propagate = false;
      done = this.#frame.engine.budget.unwinding(() => this.#run(clean, nullSink));
    } catch (thrown) {
      done = this.#reportFromClean(thrown);
    }
    if (!(done instanceof Promise)) return this.#leave();
    return done.catch((thrown) => this.#reportFromClean(thrown)).then(() => this.#leave());
  }

  /** What ends a `clean` block is reported and goes no further. */
  #reportFromClean(thrown: unknown): Eventually<void> {
    const failure = thrown instanceof CommandFailedSignal ? thrown.error : thrown;
    if (failure instanceof ControlFlow || this.#frame.engine.budget.stopping) return undefined;
    this.#context.run.failed = true;
    const { record } = asTerminating(this.#frame, failure);
    if (failure !== thrown) this.#frame.engine.rememberError(record);
    return this.#frame.streams.error.write(record);
  }

  #leave(): void {
    const { scope } = this.#frame;
    endPipelineVariable(this.#caller, this.#binding.common);
    if (this.#context.dotSource) {
      scope.args = this.#saved.args;
      scope.automatic = this.#saved.automatic;
      scope.dollarUnder = this.#saved.under;
    } else if (scope.tables !== undefined) this.#frame.session.commandVersion++;
  }

  #run(body: Execute | undefined, out: Sink = this.#out): Eventually<void> {
    if (body === undefined || (this.#exited && body !== this.#block.clean)) return undefined;
    this.#begun = true;
    const { session } = this.#frame;
    const outer = session.frame ?? this.#caller;
    let signal: Eventually<ControlFlow | undefined>;
    try {
      signal = runBody(outer, this.#frame, body, out);
    } catch (thrown) {
      session.frame = outer;
      return this.#leaveWith(thrown);
    }
    if (!(signal instanceof Promise)) return this.#settle(signal);
    return signal.then(
      (s) => this.#settle(s),
      (thrown) => {
        session.frame = outer;
        return this.#leaveWith(thrown);
      },
    );
  }

  #settle(signal: ControlFlow | undefined): void {
    if (signal === undefined || signal instanceof ReturnSignal) return;
    this.#leaveWith(signal);
  }

  /** `exit` ends a script file, and is its exit code; everything else goes on up. */
  #leaveWith(thrown: unknown): void {
    if (thrown instanceof TerminatingError) {
      if (thrown.isCommandError) throw released(thrown);
      if (this.#metadata.isAdvanced) throw this.#attributed(thrown);
    }
    const isScript = this.#context.command instanceof ExternalScriptInfo && this.#caller.caller !== null;
    if (!isScript || !(thrown instanceof ExitSignal)) throw thrown;
    this.#frame.engine.lastExitCode = thrown.code;
    if (thrown.code !== 0) this.#context.run.failed = true;
    this.#exited = true;
  }

  /** An error that an advanced function did not handle is the function's from here on. */
  #attributed(error: TerminatingError): TerminatingError {
    const attributed = this.#runtime.attribute(error);
    if (attributed !== error && this.#frame.streams.observers) noteError(this.#frame.streams, error.record);
    return attributed;
  }

  #exited = false;

  #dynamicParameters(): Eventually<readonly CommandParameter[] | undefined> {
    const { scope } = this.#frame;
    scope.automatic = this.#frame;
    this.#frame.boundParameters = BoundParameters.of(this.#binding.bound);
    const { dynamicParam } = this.#block;
    return dynamicParam && dynamicParametersOf(this.#caller, this.#frame, dynamicParam);
  }
}

/** An error that the command raised for itself: from here on it is one of the caller's statement. */
function released(error: TerminatingError): TerminatingError {
  const outer = new TerminatingError(error.record);
  outer.isFinal = error.isFinal;
  outer.stopException = error.stopException;
  outer.isAttributed = true;
  return outer;
}
