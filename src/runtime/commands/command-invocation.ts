import type { Extent } from '../../parser/index.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import { Hashtable } from '../values/hashtable.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { CommandInfo } from './command-info.ts';

/** `PSBoundParametersDictionary`: what `$PSBoundParameters` holds. */
export class BoundParameters extends Hashtable {
  /** A dictionary of the bound values, in order of binding. */
  static of(bound: ReadonlyMap<string, PSValue>): BoundParameters {
    const table = new BoundParameters();
    for (const [name, value] of bound) table.set(name, value);
    return table;
  }
}

/** What is known about a call when it starts. */
export interface CommandInvocationSpec {
  readonly command: CommandInfo | null;
  readonly invocationName: string;
  readonly extent: Extent | null;
  readonly pipelineLength?: number;
  readonly pipelinePosition?: number;
  readonly expectingInput?: boolean;
  readonly commandOrigin?: 'Internal' | 'Runspace';
}

/** The invocation of one command; bound parameters come once the binder has them. */
export class CommandInvocation implements InvocationInfo {
  readonly myCommand: CommandInfo | null;
  readonly extent: Extent | null;
  readonly invocationName: string;
  readonly pipelineLength: number;
  readonly pipelinePosition: number;
  readonly expectingInput: boolean;
  readonly commandOrigin: 'Internal' | 'Runspace';
  readonly historyId = 1;
  unboundArguments: readonly PSValue[] = [];
  /** Set by whoever binds, so that the dictionary is made only when a script asks: the values, or who has them. */
  bound: ReadonlyMap<string, PSValue> | undefined = undefined;
  binding: { readonly bound: ReadonlyMap<string, PSValue> } | undefined = undefined;
  #dictionary: BoundParameters | undefined;

  constructor(spec: CommandInvocationSpec) {
    this.myCommand = spec.command;
    this.extent = spec.extent;
    this.invocationName = spec.invocationName;
    this.pipelineLength = spec.pipelineLength ?? 1;
    this.pipelinePosition = spec.pipelinePosition ?? 1;
    this.expectingInput = spec.expectingInput ?? false;
    this.commandOrigin = spec.commandOrigin ?? 'Internal';
  }

  get boundParameters(): BoundParameters {
    this.#dictionary ??= BoundParameters.of(this.bound ?? this.binding?.bound ?? new Map());
    return this.#dictionary;
  }

  /** The same call seen at a part of it: errors of the binder point at the argument. */
  at(extent: Extent | null): InvocationInfo {
    if (!extent || extent === this.extent) return this;
    const copy = new CommandInvocation({ ...this.#spec(), invocationName: '', extent });
    copy.bound = this.bound;
    copy.binding = this.binding;
    copy.unboundArguments = this.unboundArguments;
    return copy;
  }

  #spec(): CommandInvocationSpec {
    return {
      command: this.myCommand,
      invocationName: this.invocationName,
      extent: this.extent,
      pipelineLength: this.pipelineLength,
      pipelinePosition: this.pipelinePosition,
      expectingInput: this.expectingInput,
      commandOrigin: this.commandOrigin,
    };
  }
}
