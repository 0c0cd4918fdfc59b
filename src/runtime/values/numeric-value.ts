import type { BoxedNumber } from './number-kinds.ts';

/** A number of any .NET kind: Int32 and Double (raw), Int64 (bigint), and the boxed ones. */
export type NumericValue = number | bigint | BoxedNumber;
