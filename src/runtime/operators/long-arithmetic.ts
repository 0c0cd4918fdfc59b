import type { PSValue } from '../values/ps-value.ts';
import type { ArithmeticOp } from './arithmetic-numbers.ts';

/**
 * The frequent case of long integers: an Int64 and an Int64 or Int32, where the result is an Int64 too. Undefined for
 * everything else, a division by zero and an overflow among it.
 */
export function longResult(op: ArithmeticOp, left: PSValue, right: PSValue): bigint | undefined {
  const a = longOf(left);
  const b = longOf(right);
  if (a === undefined || b === undefined) return undefined;
  switch (op) {
    case 'add':
      return inRange(a + b);
    case 'subtract':
      return inRange(a - b);
    case 'multiply':
      return inRange(a * b);
    case 'remainder':
      return b === 0n ? undefined : a % b;
    default:
      return b === 0n || a % b !== 0n ? undefined : inRange(a / b);
  }
}

function longOf(value: PSValue): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' && (value | 0) === value ? BigInt(value) : undefined;
}

function inRange(value: bigint): bigint | undefined {
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/** -1, 0 or 1 as {@link longResult}'s operands compare; undefined where one of them is another value. */
export function longOrder(left: PSValue, right: PSValue): number | undefined {
  if (typeof left !== 'bigint' && typeof right !== 'bigint') return undefined;
  if (!isLong(left) || !isLong(right)) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

function isLong(value: PSValue): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && (value | 0) === value);
}
