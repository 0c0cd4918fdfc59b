import type { StreamSet } from '../pipeline/sink.ts';
import type { CommandSite } from '../pipeline/stage.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Argument } from './argument.ts';
import type { CallFrame } from './call-frame.ts';
import type { CommandInfo } from './command-info.ts';

/**
 * Contract. One command of a running pipeline. The pipeline calls `begin` of all commands, then `process` per input
 * object (or once with `undefined` when nothing can arrive), then `end` from left to right; `dispose` always comes
 * last, exactly once, also after errors and stops (`clean` blocks run there).
 */
export interface CommandProcessor {
  begin(): Eventually<void>;
  process(input: PSValue): Eventually<void>;
  end(): Eventually<void>;
  dispose(): Eventually<void>;
}

/** Contract. What a processor is given. */
export interface ProcessorContext {
  /** The caller: where arguments were evaluated, and whose scope is the parent of a function's. */
  readonly frame: CallFrame;
  readonly command: CommandInfo;
  /** As written (`InvocationName`). */
  readonly invocationName: string;
  readonly site: CommandSite;
  readonly args: readonly Argument[];
  /** Where the command writes; redirections are in it, and `streams.output` leads to the next command. */
  readonly streams: StreamSet;
  /** Whether input can arrive (not the first command, or the pipeline has input). */
  readonly expectingInput: boolean;
  readonly pipelineLength: number;
  /** 1-based */
  readonly pipelinePosition: number;
  /** Identifies this processor as the target of a StopUpstreamSignal. */
  readonly owner: object;
  /** Runs in the caller's scope (`.`). */
  readonly dotSource: boolean;
  /** Set for `& $module …`: the session state to run in instead of the command's own. */
  readonly sessionState: SessionState | undefined;
}
