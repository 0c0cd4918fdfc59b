import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.UInt32: an integer of 32 bits without sign, immutable. Compare by `value`, never by identity. */
export class UInt32 extends BoxedNumber {
  static readonly minValue = 0;
  static readonly maxValue = 4294967295;

  readonly value: number;

  private constructor(value: number) {
    super();
    this.value = value;
  }

  /** Makes the number; `value` must already be an integer within the range. */
  static of(value: number): UInt32 {
    return new UInt32(value);
  }

  get kind(): NumberKind {
    return NumberKind.UInt32;
  }
}
