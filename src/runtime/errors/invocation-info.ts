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
