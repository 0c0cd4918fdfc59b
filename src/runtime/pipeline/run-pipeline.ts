import type { CallFrame } from '../commands/call-frame.ts';
import { andThen, type Eventually } from '../values/ps-value.ts';
import { Pipeline, type PipelineInput } from './pipeline.ts';
import { resolveAll } from './resolve-stages.ts';
import type { Sink } from './sink.ts';
import type { Stage } from './stage.ts';

export type { PipelineInput } from './pipeline.ts';

/**
 * Contract. Runs commands as one pipeline (about_Pipelines). Objects of the last command go to `out`.
 *
 * @param frame the code that calls
 * @param stages at least one
 * @param input called once, after all `begin`s; undefined when the first command gets no input
 * @param out where the last command's output goes; its errors and messages go to `frame.streams`
 * @param keepsSuccess `$?` stays what the statements of a script made it, as for what a host runs
 */
export type RunPipeline = (
  frame: CallFrame,
  stages: readonly Stage[],
  input: PipelineInput | undefined,
  out: Sink,
  keepsSuccess?: boolean,
) => Eventually<void>;

/** See {@link RunPipeline}. */
export function runPipeline(
  frame: CallFrame,
  stages: readonly Stage[],
  input: PipelineInput | undefined,
  out: Sink,
  keepsSuccess = false,
): Eventually<void> {
  return andThen(resolveAll(frame, stages), (commands) => {
    const pipeline = new Pipeline(frame, stages, commands, input, out);
    pipeline.keepsSuccess = keepsSuccess;
    return pipeline.run();
  });
}
