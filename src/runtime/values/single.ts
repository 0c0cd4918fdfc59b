import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** A System.Single (IEEE 754 binary32), immutable; `value` holds it exactly as a double. */
export class Single extends BoxedNumber {
  static readonly maxValue = 3.4028234663852886e38;

  readonly value: number;

  private constructor(value: number) {
    super();
    this.value = value;
  }

  /** Makes the number, rounding `value` to the nearest single. */
  static of(value: number): Single {
    return new Single(Math.fround(value));
  }

  get kind(): NumberKind {
    return NumberKind.Single;
  }
}
