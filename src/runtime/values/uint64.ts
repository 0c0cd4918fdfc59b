import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.UInt64: an integer of 64 bits without sign, immutable. */
export class UInt64 extends BoxedNumber {
  static readonly minValue = 0n;
  static readonly maxValue = 18446744073709551615n;

  readonly value: bigint;

  private constructor(value: bigint) {
    super();
    this.value = value;
  }

  /** Makes the number; `value` must already be within the range. */
  static of(value: bigint): UInt64 {
    return new UInt64(value);
  }

  get kind(): NumberKind {
    return NumberKind.UInt64;
  }
}
