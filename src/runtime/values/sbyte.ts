import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.SByte: an integer of 8 bits with sign, immutable. Compare by `value`, never by identity. */
export class SByte extends BoxedNumber {
  static readonly minValue = -128;
  static readonly maxValue = 127;

  readonly value: number;

  private constructor(value: number) {
    super();
    this.value = value;
  }

  /** Makes the number; `value` must already be an integer within the range. */
  static of(value: number): SByte {
    return new SByte(value);
  }

  get kind(): NumberKind {
    return NumberKind.SByte;
  }
}
