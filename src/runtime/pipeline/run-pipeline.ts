import type { CallFrame } from '../commands/call-frame.ts';
import type { Eventually } from '../values/ps-value.ts';
import type { Sink } from './sink.ts';
import type { Stage } from './stage.ts';

/** Writes a pipeline's input into it, object by object: the leading expression, or what an embedder feeds. */
export type PipelineInput = (sink: Sink) => Eventually<void>;

/**
 * Contract. Runs commands as one pipeline (about_Pipelines). Objects of the last command go to `out`.
 *
 * @param frame the code that calls
 * @param stages at least one
 * @param input called once, after all `begin`s; undefined when the first command gets no input
 * @param out where the last command's output goes; its errors and messages go to `frame.streams`
 */
export type RunPipeline = (
  frame: CallFrame,
  stages: readonly Stage[],
  input: PipelineInput | undefined,
  out: Sink,
) => Eventually<void>;
