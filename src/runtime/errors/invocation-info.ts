import type { Extent } from '../../parser/index.ts';
import type { PSValue } from '../values/ps-value.ts';

/** Contract. System.Management.Automation.InvocationInfo: where and how a command was called (`$MyInvocation`). */
export interface InvocationInfo {
  /** The CommandInfo object, or null for a plain expression. */
  readonly myCommand: PSValue;
  /** Bound parameters as a dictionary value, made on demand. */
  readonly boundParameters: PSValue;
  readonly unboundArguments: readonly PSValue[];
  /** Extent of the call; null when called from outside any script. */
  readonly extent: Extent | null;
  readonly invocationName: string;
  readonly pipelineLength: number;
  readonly pipelinePosition: number;
  readonly expectingInput: boolean;
  readonly commandOrigin: 'Internal' | 'Runspace';
  readonly historyId: number;
}

/** What an {@link Invocation} is made of; everything left out has the value of a plain expression's position. */
export type InvocationSpec = Partial<Omit<InvocationInfo, 'boundParameters'>> & {
  /** Called on first use. */
  readonly boundParameters?: () => PSValue;
};

/** The one implementation of {@link InvocationInfo}. */
export class Invocation implements InvocationInfo {
  readonly myCommand: PSValue;
  readonly unboundArguments: readonly PSValue[];
  readonly extent: Extent | null;
  readonly invocationName: string;
  readonly pipelineLength: number;
  readonly pipelinePosition: number;
  readonly expectingInput: boolean;
  readonly commandOrigin: 'Internal' | 'Runspace';
  readonly historyId: number;
  readonly #bound: (() => PSValue) | undefined;
  #boundValue: PSValue = undefined;

  constructor(spec: InvocationSpec) {
    this.myCommand = spec.myCommand ?? null;
    this.unboundArguments = spec.unboundArguments ?? [];
    this.extent = spec.extent ?? null;
    this.invocationName = spec.invocationName ?? '';
    this.pipelineLength = spec.pipelineLength ?? 0;
    this.pipelinePosition = spec.pipelinePosition ?? 0;
    this.expectingInput = spec.expectingInput ?? false;
    this.commandOrigin = spec.commandOrigin ?? 'Internal';
    this.historyId = spec.historyId ?? -1;
    this.#bound = spec.boundParameters;
  }

  get boundParameters(): PSValue {
    if (this.#boundValue === undefined) this.#boundValue = this.#bound?.() ?? null;
    return this.#boundValue;
  }
}
