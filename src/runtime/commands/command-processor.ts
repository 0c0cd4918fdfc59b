import type { StreamSet } from '../pipeline/sink.ts';
import type { CommandSite } from '../pipeline/stage.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Argument } from './argument.ts';
import type { CallFrame } from './call-frame.ts';
import type { CommandInfo } from './command-info.ts';
import type { CommandParameter } from './parameter-metadata.ts';

/**
 * Contract. One command of a running pipeline. The pipeline calls `begin` of all commands, then `process` per input
 * object (or once with `undefined` when nothing can arrive), then `end` from left to right; `dispose` always comes
 * last, exactly once, also after errors and stops (`clean` blocks run there).
 */
export interface CommandProcessor {
  /** Binds the arguments; done for all commands before the first `begin`. */
  prepare?(): Eventually<void>;
  begin(): Eventually<void>;
  process(input: PSValue): Eventually<void>;
  end(): Eventually<void>;
  dispose(): Eventually<void>;
  /** Parameters bound so far and arguments that are none, once `prepare` is done; for the permission hook. */
  readonly prepared?: {
    readonly parameters: ReadonlyMap<string, PSValue>;
    readonly args: readonly PSValue[];
    readonly dynamic: readonly CommandParameter[];
  };
}

/** What the commands of a pipeline say about it as a whole. */
export interface PipelineStatus {
  /** A command reported an error, failed, or a native gave an exit code: `$?` will be false. */
  failed: boolean;
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
  /** The pipeline; the command marks it as failed where `$?` has to become false. */
  readonly run: PipelineStatus;
  /** Identifies this processor as the target of a StopUpstreamSignal. */
  readonly owner: object;
  /** Where standard output goes as it is: natives write their bytes there (`native > file`). */
  readonly outputFile: { readonly path: PSValue; readonly append: boolean } | undefined;
  /** Whether the output is the host's own: the last command, not captured, not redirected. */
  readonly outputIsHost: boolean;
  /** Runs in the caller's scope (`.`). */
  readonly dotSource: boolean;
  /** Set for `& $module …`: the session state to run in instead of the command's own. */
  readonly sessionState: SessionState | undefined;
}
