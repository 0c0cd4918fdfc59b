import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.UInt16: an integer of 16 bits without sign, immutable. Compare by `value`, never by identity. */
export class UInt16 extends BoxedNumber {
  static readonly minValue = 0;
  static readonly maxValue = 65535;

  readonly value: number;

  private constructor(value: number) {
    super();
    this.value = value;
  }

  /** Makes the number; `value` must already be an integer within the range. */
  static of(value: number): UInt16 {
    return new UInt16(value);
  }

  get kind(): NumberKind {
    return NumberKind.UInt16;
  }
}
