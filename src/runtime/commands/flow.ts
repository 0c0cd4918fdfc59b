import type { Eventually } from '../values/ps-value.ts';

/**
 * A piece of work written straight down that may have to wait: it yields promises and is resumed with their values.
 * Used where many small steps can each be pending (binding, discovery, modules); never on the expression path.
 */
export type Flow<T> = Generator<Promise<unknown>, T, unknown>;

/** The value of something that may be pending. */
export function* settle<T>(value: Eventually<T>): Flow<T> {
  if (!(value instanceof Promise)) return value;
  // The driver resumes with what the promise gave.
  return (yield value) as T;
}

/** Runs a flow: at once as far as it goes without waiting, and to its end. */
export function runFlow<T>(flow: Flow<T>): Eventually<T> {
  const step = flow.next();
  return step.done ? step.value : drive(flow, step.value);
}

async function drive<T>(flow: Flow<T>, first: Promise<unknown>): Promise<T> {
  let waiting = first;
  for (;;) {
    let value: unknown;
    let failure: unknown;
    let failed = false;
    try {
      value = await waiting;
    } catch (error) {
      failure = error;
      failed = true;
    }
    const step = failed ? flow.throw(failure) : flow.next(value);
    if (step.done) return step.value;
    waiting = step.value;
  }
}
