import { BoxedNumber, NumberKind } from './number-kinds.ts';

/**
 * A System.Double whose value a raw JS number could not be told from an Int32 (2.0) or that is negative zero. All other
 * doubles (3.5, NaN, 1e300, 2147483648) are raw; make doubles with {@link toDouble} and read them with
 * {@link asDouble}.
 */
export class Double extends BoxedNumber {
  readonly value: number;

  /** Boxes `value`; only {@link toDouble} may call this, so that no double has two representations. */
  constructor(value: number) {
    super();
    this.value = value;
  }

  get kind(): NumberKind {
    return NumberKind.Double;
  }
}

/** The value of a Double: raw where it cannot be an Int32, boxed where it could (integers of 32 bits, -0). */
export function toDouble(n: number): number | Double {
  return (n | 0) === n ? new Double(n) : n;
}

/** The number in a Double, raw or boxed, or in an Int32; undefined for every other value. */
export function figureOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : value instanceof Double ? value.value : undefined;
}

/** The number in a raw or boxed Double, undefined for every other value (also for Int32). */
export function asDouble(value: unknown): number | undefined {
  if (typeof value === 'number') return (value | 0) === value ? undefined : value;
  return value instanceof Double ? value.value : undefined;
}
