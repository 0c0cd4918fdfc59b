import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.Int16: an integer of 16 bits with sign, immutable. Compare by `value`, never by identity. */
export class Int16 extends BoxedNumber {
  static readonly minValue = -32768;
  static readonly maxValue = 32767;

  readonly value: number;

  private constructor(value: number) {
    super();
    this.value = value;
  }

  /** Makes the number; `value` must already be an integer within the range. */
  static of(value: number): Int16 {
    return new Int16(value);
  }

  get kind(): NumberKind {
    return NumberKind.Int16;
  }
}
