import type { Binding } from '../commands/binding/bind.ts';
import type { CommonParameters } from '../commands/binding/common-parameters.ts';
import type { CallFrame, CommandEngine } from '../commands/call-frame.ts';
import type { CmdletInfo } from '../commands/command-info.ts';
import type { ProcessorContext } from '../commands/command-processor.ts';
import type { CmdletContext } from '../commands/define-cmdlet.ts';
import { StopUpstreamSignal } from '../errors/control-flow.ts';
import type { ErrorRecord, ErrorSpec } from '../errors/error-record.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import { enumerableOf } from '../members/enumerate.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { CommandRuntime } from './command-runtime.ts';
import type { InformationRecord, ProgressRecord } from './records.ts';
import type { Sink, StreamSet } from './sink.ts';

/** What one run of a cmdlet sees of the engine. */
export class CmdletCall implements CmdletContext {
  readonly engine: CommandEngine;
  readonly processor: ProcessorContext;
  readonly #runtime: CommandRuntime;
  readonly #binding: Binding;
  readonly #command: CmdletInfo;

  constructor(command: CmdletInfo, processor: ProcessorContext, runtime: CommandRuntime, binding: Binding) {
    this.#command = command;
    this.processor = processor;
    this.engine = processor.frame.engine;
    this.#runtime = runtime;
    this.#binding = binding;
  }

  get caller(): CallFrame {
    return this.processor.frame;
  }

  get runtime(): CommandRuntime {
    return this.#runtime;
  }

  get commandName(): string {
    return this.#command.name;
  }

  get invocation(): InvocationInfo {
    return this.#runtime.spec.invocation;
  }

  get parameterSetName(): string {
    return this.#binding.parameterSetName;
  }

  get bound(): ReadonlyMap<string, PSValue> {
    return this.#binding.bound;
  }

  get common(): Readonly<CommonParameters> {
    return this.#binding.common;
  }

  get expectingInput(): boolean {
    return this.processor.expectingInput;
  }

  get streams(): StreamSet {
    return this.#runtime.streams;
  }

  get output(): Sink {
    return this.#runtime.streams.output;
  }

  get sessionState(): object {
    return this.processor.frame.sessionState;
  }

  get stopping(): boolean {
    return this.engine.budget.stopping;
  }

  get whenStopping(): Promise<void> {
    return this.engine.stopRequested ?? new Promise<void>(() => {});
  }

  write(value: PSValue): Eventually<void> {
    return this.#runtime.write(value);
  }

  writeEnumerated(value: PSValue): Eventually<void> {
    const items = enumerableOf(value);
    if (items === undefined) return this.#runtime.write(value);
    return writeItems(items[Symbol.iterator](), this.#runtime.streams.output);
  }

  writeError(error: ErrorSpec | ErrorRecord): Eventually<void> {
    return this.#runtime.writeError(error);
  }

  writeCallerError(error: ErrorRecord): Eventually<void> {
    return this.#runtime.writeCallerError(error);
  }

  throwTerminating(error: ErrorSpec | ErrorRecord): never {
    return this.#runtime.throwTerminating(error);
  }

  writeWarning(text: string): Eventually<void> {
    return this.#runtime.writeWarning(text);
  }

  writeVerbose(text: string): Eventually<void> {
    return this.#runtime.writeVerbose(text);
  }

  writeDebug(text: string): Eventually<void> {
    return this.#runtime.writeDebug(text);
  }

  writeInformation(record: InformationRecord): Eventually<void> {
    return this.#runtime.writeInformation(record);
  }

  writeProgress(record: ProgressRecord): Eventually<void> {
    return this.#runtime.writeProgress(record);
  }

  shouldProcess(target: string, action?: string): Eventually<boolean> {
    return this.#runtime.shouldProcess(target, action);
  }

  shouldContinue(query: string, caption: string): Eventually<boolean> {
    return this.#runtime.shouldContinue(query, caption);
  }

  stopUpstream(): never {
    throw new StopUpstreamSignal(this.processor.owner);
  }
}

function writeItems(items: Iterator<PSValue>, output: Sink): Eventually<void> {
  for (let step = items.next(); !step.done; step = items.next()) {
    const pending = output.write(step.value ?? null);
    if (pending instanceof Promise) return pending.then(() => writeItems(items, output));
  }
  return undefined;
}
