import { inDeclaredForm } from '../commands/argument-form.ts';
import { type Binding, type BindTarget, createBinding } from '../commands/binding/bind.ts';
import { BindingError, bindingError } from '../commands/binding/binding-error.ts';
import { noCommonParameters } from '../commands/binding/common-parameters.ts';
import type { CmdletInfo } from '../commands/command-info.ts';
import { CommandInvocation } from '../commands/command-invocation.ts';
import type { CommandProcessor, ProcessorContext } from '../commands/command-processor.ts';
import { cmdletMetadata, compileMap } from '../commands/compile-cmdlet.ts';
import type { CmdletProcessor as CmdletSteps, Step } from '../commands/define-cmdlet.ts';
import type { BoundArguments, ParameterMap } from '../commands/parameter.ts';
import type { CommandMetadata, CommandParameter } from '../commands/parameter-metadata.ts';
import { endPipelineVariable, noteError, withStreamVariables } from '../commands/stream-variables.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { CmdletCall } from './cmdlet-context.ts';
import { CommandRuntime } from './command-runtime.ts';
import { runStep } from './run-step.ts';

/** The cmdlet's view of its bound parameters, by declared name. */
class ArgumentTarget implements BindTarget {
  readonly values: Record<string, unknown> = {};

  set(parameter: CommandParameter, value: PSValue): void {
    this.values[parameter.name] = parameter.form === 'value' ? value : inDeclaredForm(parameter, value);
  }

  reset(parameter: CommandParameter): void {
    this.values[parameter.name] = undefined;
  }
}

/** Terminating errors that the variables of a call have seen already. */
const noted = new WeakSet<TerminatingError>();

/** Runs one cmdlet in a pipeline: binds, calls its steps, and gives errors their command. */
export class CmdletProcessor implements CommandProcessor {
  readonly #command: CmdletInfo;
  readonly #context: ProcessorContext;
  readonly #metadata: CommandMetadata;
  readonly #target = new ArgumentTarget();
  readonly #binding: Binding;
  readonly #runtime: CommandRuntime;
  readonly #call: CmdletCall;
  // The binder fills the values from the same parameter map that types the steps' argument.
  readonly #args: BoundArguments<ParameterMap>;
  #steps: CmdletSteps<ParameterMap> = {};
  #checksMandatory: boolean;

  constructor(command: CmdletInfo, context: ProcessorContext) {
    this.#command = command;
    this.#context = context;
    this.#metadata = cmdletMetadata(command.spec);
    this.#args = this.#target.values as BoundArguments<ParameterMap>;
    const invocation = new CommandInvocation({
      command,
      invocationName: context.invocationName,
      extent: context.site.extent,
      pipelineLength: context.pipelineLength,
      pipelinePosition: context.pipelinePosition,
      expectingInput: context.expectingInput,
    });
    const { spec } = command;
    this.#binding = createBinding({
      frame: context.frame,
      metadata: this.#metadata,
      args: context.args,
      target: this.#target,
      invocation,
      expectingInput: context.expectingInput,
      dynamicParameters: spec.dynamicParameters && (() => this.#dynamicParameters()),
    });
    invocation.binding = this.#binding;
    this.#runtime = new CommandRuntime(
      {
        frame: context.frame,
        command,
        invocation,
        run: context.run,
        confirmImpact: this.#metadata.confirmImpact,
      },
      context.streams,
      noCommonParameters,
    );
    this.#call = new CmdletCall(command, context, this.#runtime, this.#binding);
    this.#checksMandatory = context.expectingInput && hasMandatory(this.#metadata);
  }

  #dynamicParameters(): Eventually<readonly CommandParameter[] | undefined> {
    const map = this.#command.spec.dynamicParameters?.(this.#binding.bound, this.#context.frame.engine, this.#call);
    return map instanceof Promise ? map.then((m) => m && compileMap(m, true)) : map && compileMap(map, true);
  }

  prepare(): Eventually<void> {
    return this.#binding.bindArguments();
  }

  get prepared() {
    return { parameters: this.#binding.bound, args: [], dynamic: this.#binding.dynamic };
  }

  begin(): Eventually<void> {
    const { common } = this.#binding;
    this.#runtime.common = common;
    if (common !== noCommonParameters)
      this.#runtime.streams = withStreamVariables(this.#context.frame, this.#runtime.streams, common);
    return this.#guard(() => {
      this.#steps = this.#command.spec.invoke(this.#call);
      return this.#steps.begin?.(this.#args);
    });
  }

  process(input: PSValue): Eventually<void> {
    if (!this.#context.expectingInput) return this.#step(this.#steps.process);
    let bound: Eventually<boolean>;
    try {
      bound = this.#binding.bindInput(input);
    } catch (error) {
      return this.#inputFailed(error, input);
    }
    if (bound instanceof Promise)
      return bound.then(
        (b) => this.#processBound(b, input),
        (error: unknown) => this.#inputFailed(error, input),
      );
    return this.#processBound(bound, input);
  }

  #processBound(bound: boolean, input: PSValue): Eventually<void> {
    if (!bound)
      return this.#rejectInput(
        input,
        'InputObjectNotBound',
        'The input object fits no parameter that takes pipeline input.',
      );
    if (this.#checksMandatory) {
      const missing = this.#binding.missingAfterInput();
      if (missing.length > 0)
        return this.#rejectInput(
          input,
          'InputObjectMissingMandatory',
          `The input object gives no value for: ${missing.join(', ')}.`,
        );
    }
    return this.#step(this.#steps.process);
  }

  #rejectInput(input: PSValue, id: string, message: string): Eventually<void> {
    const error = bindingError(this.#runtime.spec.invocation, { id, category: 'InvalidArgument', message });
    error.record.targetObject = input;
    return this.#runtime.writeError(error.record, false);
  }

  #inputFailed(error: unknown, input: PSValue): Eventually<void> {
    if (!(error instanceof BindingError)) throw error;
    error.record.targetObject = input;
    return this.#runtime.writeError(error.record);
  }

  end(): Eventually<void> {
    return this.#step(this.#steps.end);
  }

  dispose(): Eventually<void> {
    endPipelineVariable(this.#context.frame, this.#binding.common);
    return this.#steps.dispose?.();
  }

  #step(step: ((args: BoundArguments<ParameterMap>) => Step) | undefined): Eventually<void> {
    if (!step) return undefined;
    try {
      const result = step.call(this.#steps, this.#args);
      if (result === undefined) return undefined;
      const pending = runStep(result, this.#runtime.streams.output);
      return pending instanceof Promise ? pending.catch((error: unknown) => this.#rethrow(error)) : undefined;
    } catch (error) {
      return this.#rethrow(error);
    }
  }

  #guard(step: () => Step): Eventually<void> {
    try {
      const pending = runStep(step(), this.#runtime.streams.output);
      return pending instanceof Promise ? pending.catch((error: unknown) => this.#rethrow(error)) : undefined;
    } catch (error) {
      return this.#rethrow(error);
    }
  }

  /** Gives an error its command: to one of the cmdlet's own code as it is, to one of script code below in a copy. */
  #rethrow(error: unknown): never {
    if (error instanceof ControlFlow) throw error;
    const { engine } = this.#context.frame;
    const terminating = error instanceof TerminatingError ? error : new TerminatingError(engine.toErrorRecord(error));
    const isOwn = terminating.record.invocationInfo === null;
    if (isOwn) {
      this.#runtime.recordOf(terminating.record);
      terminating.isAttributed = true;
    }
    if (this.#runtime.streams.observers && !noted.has(terminating)) {
      noted.add(terminating);
      noteError(this.#runtime.streams, terminating.stopException ?? terminating.record);
    }
    if (isOwn) throw terminating;
    const attributed = this.#runtime.attribute(terminating);
    if (attributed !== terminating && this.#runtime.streams.observers)
      noteError(this.#runtime.streams, invocationException(attributed.record));
    throw attributed;
  }
}

/** What .NET callers and -ErrorVariable get for an error that ended a command. */
export function invocationException(record: ErrorRecord): NetException {
  const { exception } = record;
  const made = new NetException('System.Management.Automation.CmdletInvocationException', exception.message, exception);
  made.errorRecord = record;
  return made;
}

function hasMandatory(metadata: CommandMetadata): boolean {
  return metadata.parameters.some((p) => [...p.sets.values()].some((data) => data.isMandatory));
}
