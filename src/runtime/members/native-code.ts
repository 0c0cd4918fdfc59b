import type { EngineContext } from '../engine.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** The body of a CodeMethod or CodeProperty, and of script members of the built-in type data: code of ours. */
export class NativeCode {
  readonly run: (engine: EngineContext, self: PSValue, args: readonly PSValue[]) => Eventually<PSValue>;

  constructor(run: (engine: EngineContext, self: PSValue, args: readonly PSValue[]) => Eventually<PSValue>) {
    this.run = run;
  }
}
