import type { Sink, StreamObservers, StreamSet } from '../pipeline/sink.ts';
import type { Scope } from '../scope/scope.ts';
import { assignIn, getVariable } from '../scope/variable-access.ts';
import { ArrayList } from '../values/net-list.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { CommonParameters } from './binding/common-parameters.ts';
import type { CallFrame } from './call-frame.ts';

const noObservers: StreamObservers = { error: [], warning: [], information: [] };

/**
 * The streams of a call whose common parameters name variables: -OutVariable and -PipelineVariable see the output,
 * -ErrorVariable, -WarningVariable and -InformationVariable become observers. The same set when none is given.
 */
export function withStreamVariables(
  frame: CallFrame,
  streams: StreamSet,
  common: Readonly<CommonParameters>,
): StreamSet {
  const { outVariable, pipelineVariable, errorVariable, warningVariable, informationVariable } = common;
  let result = streams;
  if (pipelineVariable !== undefined) {
    result = { ...result, output: new PipelineVariableSink(frame.scope, pipelineVariable, result.output) };
  }
  if (outVariable !== undefined) {
    result = { ...result, output: new CopySink(listVariable(frame, outVariable), result.output) };
  }
  if (errorVariable === undefined && warningVariable === undefined && informationVariable === undefined) return result;
  const known = streams.observers ?? noObservers;
  const observers: StreamObservers = {
    error: observing(frame, errorVariable, known.error),
    warning: observing(frame, warningVariable, known.warning),
    information: observing(frame, informationVariable, known.information),
  };
  return { ...result, observers };
}

function observing(frame: CallFrame, name: string | undefined, known: readonly Sink[]): readonly Sink[] {
  return name === undefined ? known : [...known, listVariable(frame, name)];
}

/** Makes the variable an empty ArrayList, or with `+name` goes on with the one that is there. */
function listVariable(frame: CallFrame, written: string): Sink {
  const appends = written.startsWith('+');
  const name = appends ? written.slice(1) : written;
  const present = appends ? baseOf(getVariable(frame.scope, unqualified(name).toLowerCase())) : undefined;
  if (present instanceof ArrayList) return new ListSink(present);
  const list = new ArrayList();
  if (Array.isArray(present)) list.items.push(...(present as readonly PSValue[]));
  else if (present !== undefined && present !== null) list.items.push(present);
  setNamedVariable(frame.scope, name, list);
  return new ListSink(list);
}

function unqualified(name: string): string {
  return name.replace(/^(global|script|local|private|variable):/i, '');
}

/** Sets a variable by a name that may carry a scope (`global:x`). */
export function setNamedVariable(from: Scope, name: string, value: PSValue): void {
  const plain = unqualified(name);
  const prefix = name.slice(0, name.length - plain.length).toLowerCase();
  const scope = prefix === 'global:' ? from.sessionState.globalScope : prefix === 'script:' ? from.scriptScope : from;
  const pending = assignIn(scope, plain, plain.toLowerCase(), value);
  if (pending instanceof Promise) pending.catch(() => {});
}

class ListSink implements Sink {
  readonly #list: ArrayList;

  constructor(list: ArrayList) {
    this.#list = list;
  }

  write(value: PSValue): void {
    this.#list.items.push(value);
    this.#list.version++;
  }
}

class CopySink implements Sink {
  readonly #copy: Sink;
  readonly #next: Sink;

  constructor(copy: Sink, next: Sink) {
    this.#copy = copy;
    this.#next = next;
  }

  write(value: PSValue): Eventually<void> {
    const pending = this.#copy.write(value);
    if (pending instanceof Promise) return pending.then(() => this.#next.write(value));
    return this.#next.write(value);
  }
}

/** Sets the variable for the commands behind, object by object; it is gone when the pipeline ends. */
class PipelineVariableSink implements Sink {
  readonly #scope: Scope;
  readonly #name: string;
  readonly #key: string;
  readonly #next: Sink;

  constructor(scope: Scope, name: string, next: Sink) {
    this.#scope = scope;
    this.#name = name;
    this.#key = name.toLowerCase();
    this.#next = next;
    scope.setValue(name, this.#key, null);
  }

  write(value: PSValue): Eventually<void> {
    this.#scope.setValue(this.#name, this.#key, value);
    return this.#next.write(value);
  }
}

/** Gives a record, or the exception of one, to everyone who collects errors here; each keeps it once. */
export function noteError(streams: StreamSet, error: PSValue): void {
  for (const sink of streams.observers?.error ?? []) void sink.write(error);
}

/** Removes the variable of -PipelineVariable once its pipeline is over. */
export function endPipelineVariable(frame: CallFrame, common: Readonly<CommonParameters>): void {
  const { pipelineVariable } = common;
  if (pipelineVariable !== undefined) frame.scope.removeLocal(pipelineVariable.toLowerCase());
}
