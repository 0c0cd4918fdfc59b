import type { InvocationInfo } from '../../errors/invocation-info.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import type { Argument } from '../argument.ts';
import type { CallFrame } from '../call-frame.ts';
import type { CommandMetadata, CommandParameter } from '../parameter-metadata.ts';
import type { CommonParameters } from './common-parameters.ts';

/** Where bound values go: a cmdlet's argument object, or the slots of a function's parameters. */
export interface BindTarget {
  set(parameter: CommandParameter, value: PSValue): void;
  /** Puts back what stood before the pipeline bound this parameter (the default, before the next input object). */
  reset(parameter: CommandParameter): void;
}

/** What binding happens for. */
export interface BindRequest {
  readonly frame: CallFrame;
  readonly metadata: CommandMetadata;
  readonly args: readonly Argument[];
  readonly target: BindTarget;
  /** Invocation of the command that is called; errors point at it. */
  readonly invocation: InvocationInfo;
  readonly expectingInput: boolean;
  /** Asks for the parameters of a `dynamicparam` block, after the static ones are bound. */
  readonly dynamicParameters?: () => Eventually<readonly CommandParameter[] | undefined>;
}

/** Contract. Binding of one call; made by `createBinding`. */
export interface Binding {
  /**
   * Everything that is known before input arrives: named, positional, dynamic, `$PSDefaultParameterValues`, remaining
   * arguments, and, where no input can supply them, the mandatory check with its prompt. Throws the binder's errors.
   */
  bindArguments(): Eventually<void>;
  /**
   * One input object, by value then by property name. False when it fits no parameter: the caller reports
   * {@link inputObjectError} and goes on with the next. A command that takes no pipeline input accepts everything.
   */
  bindInput(input: PSValue): Eventually<boolean>;
  /** Bound parameters by declared name, in order of binding (`$PSBoundParameters`). */
  readonly bound: Map<string, PSValue>;
  /** What a simple function finds in `$args`, `-name` texts included. */
  readonly leftovers: PSValue[];
  /** The set in use, `__AllParameterSets` when it does not matter. */
  readonly parameterSetName: string;
  readonly common: CommonParameters;
}
