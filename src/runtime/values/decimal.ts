import { BoxedNumber, NumberKind } from './number-kinds.ts';

/**
 * A System.Decimal: `mantissa` × 10^-`scale`, immutable. The scale is part of the value that shows (1.10 and 1.1 are
 * equal and print differently). `mantissa` is signed, below 2^96 in size; `scale` is 0 to 28. Negative zero is not kept.
 */
export class Decimal extends BoxedNumber {
  static readonly maxMantissa = 79228162514264337593543950335n;

  readonly mantissa: bigint;
  readonly scale: number;

  private constructor(mantissa: bigint, scale: number) {
    super();
    this.mantissa = mantissa;
    this.scale = scale;
  }

  /** Makes the number from its parts, which must already be within their ranges. */
  static of(mantissa: bigint, scale: number): Decimal {
    return new Decimal(mantissa, scale);
  }

  get kind(): NumberKind {
    return NumberKind.Decimal;
  }
}
