import type { PSValue } from '../values/ps-value.ts';
import type { PipelineInput } from './pipeline.ts';

/** Pipeline input of known objects, each written when the one before has been taken. */
export function feedOf(items: Iterable<PSValue>): PipelineInput {
  return async (sink) => {
    for (const item of items) {
      const pending = sink.write(item);
      if (pending instanceof Promise) await pending;
    }
  };
}
