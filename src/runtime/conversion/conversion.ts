import type { EngineContext } from '../engine.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** A way to convert values of one type to another; `rank` as types/conversion-rank.ts orders them. */
export interface Conversion {
  readonly rank: number;
  /** Converts a value of the source type; throws ConversionFailure. */
  readonly convert: (engine: EngineContext, value: PSValue) => Eventually<PSValue>;
}
