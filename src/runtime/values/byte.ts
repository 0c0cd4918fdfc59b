import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.Byte: an integer of 8 bits without sign, immutable and interned. */
export class Byte extends BoxedNumber {
  static readonly minValue = 0;
  static readonly maxValue = 255;

  readonly value: number;

  private constructor(value: number) {
    super();
    this.value = value;
  }

  /** Gives the number; `value` must already be an integer from 0 to 255. */
  static of(value: number): Byte {
    return (interned[value] ??= new Byte(value));
  }

  get kind(): NumberKind {
    return NumberKind.Byte;
  }
}

const interned: Byte[] = [];
