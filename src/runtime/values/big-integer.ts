import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.Numerics.BigInteger, immutable (a raw JS bigint is an Int64). */
export class BigInteger extends BoxedNumber {
  readonly value: bigint;

  private constructor(value: bigint) {
    super();
    this.value = value;
  }

  /** Makes the number. */
  static of(value: bigint): BigInteger {
    return new BigInteger(value);
  }

  get kind(): NumberKind {
    return NumberKind.BigInteger;
  }
}
