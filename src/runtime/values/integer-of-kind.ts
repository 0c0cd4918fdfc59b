import { BigInteger } from './big-integer.ts';
import { Byte } from './byte.ts';
import { Int16 } from './int16.ts';
import { NumberKind } from './number-kinds.ts';
import type { NumericValue } from './numeric-value.ts';
import { SByte } from './sbyte.ts';
import { UInt16 } from './uint16.ts';
import { UInt32 } from './uint32.ts';
import { UInt64 } from './uint64.ts';

/** The range of an integer type and how it is represented. */
export interface IntegerRange {
  readonly width: 8 | 16 | 32 | 64;
  readonly signed: boolean;
  readonly min: bigint;
  readonly max: bigint;
  /** Makes a value that is within the range. */
  readonly make: (value: bigint) => NumericValue;
}

function range(width: 8 | 16 | 32 | 64, signed: boolean, make: (value: bigint) => NumericValue): IntegerRange {
  const span = 1n << BigInt(signed ? width - 1 : width);
  return { width, signed, min: signed ? -span : 0n, max: span - 1n, make };
}

/** The integer types by kind; BigInteger, which has no range, is not among them. */
export const integerRanges: Readonly<Partial<Record<NumberKind, IntegerRange>>> = {
  [NumberKind.SByte]: range(8, true, (v) => SByte.of(Number(v))),
  [NumberKind.Byte]: range(8, false, (v) => Byte.of(Number(v))),
  [NumberKind.Int16]: range(16, true, (v) => Int16.of(Number(v))),
  [NumberKind.UInt16]: range(16, false, (v) => UInt16.of(Number(v))),
  [NumberKind.Int32]: range(32, true, (v) => Number(v)),
  [NumberKind.UInt32]: range(32, false, (v) => UInt32.of(Number(v))),
  [NumberKind.Int64]: range(64, true, (v) => v),
  [NumberKind.UInt64]: range(64, false, (v) => UInt64.of(v)),
};

/** The integer as a value of a kind, or undefined when it is out of that kind's range (or the kind is no integer). */
export function integerOfKind(kind: NumberKind, value: bigint): NumericValue | undefined {
  if (kind === NumberKind.BigInteger) return BigInteger.of(value);
  const range = integerRanges[kind];
  return range && value >= range.min && value <= range.max ? range.make(value) : undefined;
}
