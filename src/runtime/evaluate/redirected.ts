import { redirect } from '../pipeline/redirect.ts';
import type { PipelineInput } from '../pipeline/run-pipeline.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { Redirection } from '../pipeline/stage.ts';
import type { Eventually } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';

/** Runs an expression with redirections: its value and what runs inside it go where they say. */
export function withRedirections(
  frame: Frame,
  redirections: readonly Redirection[],
  feed: PipelineInput,
  out: Sink,
): Eventually<undefined> {
  const made = redirect(frame, { ...frame.streams, output: out }, redirections);
  if (made.files.length > 0) return withFiles(frame, made, feed);
  const outer = frame.streams;
  frame.streams = made.streams;
  const restore = () => {
    frame.streams = outer;
    return undefined;
  };
  let pending: Eventually<void>;
  try {
    pending = feed(made.streams.output);
  } catch (thrown) {
    restore();
    throw thrown;
  }
  return pending instanceof Promise ? pending.finally(restore).then(() => undefined) : restore();
}

async function withFiles(frame: Frame, made: ReturnType<typeof redirect>, feed: PipelineInput): Promise<undefined> {
  const outer = frame.streams;
  for (const file of made.files) await file.open();
  frame.streams = made.streams;
  try {
    await feed(made.streams.output);
  } finally {
    frame.streams = outer;
    for (const file of made.files) await file.close();
  }
  frame.engine.lastSucceeded = true;
  return undefined;
}
