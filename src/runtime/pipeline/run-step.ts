import type { Step } from '../commands/define-cmdlet.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Sink } from './sink.ts';

/** Finishes what a step of a cmdlet gave back: waits for a promise, writes what a generator yields. */
export function runStep(step: Step, output: Sink): Eventually<void> {
  if (step === undefined) return undefined;
  if (step instanceof Promise) return step;
  return Symbol.asyncIterator in step ? drainAsync(step, output) : drain(step, output);
}

function drain(steps: Generator<PSValue, void, void>, output: Sink): Eventually<void> {
  let finished = false;
  try {
    for (let step = steps.next(); !step.done; step = steps.next()) {
      if (step.value === undefined) continue;
      const pending = output.write(step.value);
      if (pending instanceof Promise) {
        finished = true;
        return drainLater(steps, output, pending);
      }
    }
    finished = true;
  } finally {
    // Runs the generator's own finally blocks when the receiver threw.
    if (!finished) steps.return();
  }
  return undefined;
}

async function drainLater(steps: Generator<PSValue, void, void>, output: Sink, first: Promise<void>): Promise<void> {
  try {
    await first;
    for (const value of steps) {
      if (value === undefined) continue;
      const pending = output.write(value);
      if (pending instanceof Promise) await pending;
    }
  } finally {
    steps.return();
  }
}

async function drainAsync(steps: AsyncGenerator<PSValue, void, void>, output: Sink): Promise<void> {
  for await (const value of steps) {
    if (value === undefined) continue;
    const pending = output.write(value);
    if (pending instanceof Promise) await pending;
  }
}
