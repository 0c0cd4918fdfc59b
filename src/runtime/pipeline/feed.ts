import type { PSValue } from '../values/ps-value.ts';
import type { PipelineInput } from './pipeline.ts';

/** Pipeline input of known objects, or of objects that are still made, each written when the one before has been taken. */
export function feedOf(items: Iterable<PSValue> | AsyncIterable<PSValue>): PipelineInput {
  if (!(Symbol.iterator in items)) {
    return async (sink) => {
      for await (const item of items) await sink.write(item);
    };
  }
  return async (sink) => {
    for (const item of items) {
      const pending = sink.write(item);
      if (pending instanceof Promise) await pending;
    }
  };
}
