import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { toNumber } from '../conversion/to-number.ts';
import { enUsNumberFormat } from '../text/number-format-info.ts';
import { parseNumber } from '../text/number-parse.ts';
import { NumberStyles } from '../text/number-styles.ts';
import { BigInteger } from '../values/big-integer.ts';
import { Char } from '../values/char.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { toJsNumber } from '../values/number-parts.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { SizeLimits } from './operator-services.ts';

/** Where a range starts and ends, both included, and whether it runs over characters. */
export interface RangeBounds {
  readonly first: number;
  readonly last: number;
  readonly characters: boolean;
}

/**
 * The bounds of `left..right` (about_Operators, "Range operator"): characters when both are Chars or texts of one
 * character that is no digit, otherwise Int32s, to which both sides are converted as Convert.ToInt32 does.
 */
export function rangeBounds(left: PSValue, right: PSValue): RangeBounds {
  if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
    return { first: left, last: right, characters: false };
  }
  const [from, to] = [baseOf(left), baseOf(right)];
  const [a, b] = [characterOf(from), characterOf(to)];
  if (a !== undefined && b !== undefined) return { first: a, last: b, characters: true };
  return { first: toInt32(from), last: toInt32(to), characters: false };
}

/** `left..right` as an object[]. */
export function range(left: PSValue, right: PSValue, limits: SizeLimits): PSValue[] {
  const { first, last, characters } = rangeBounds(left, right);
  const length = Math.abs(last - first) + 1;
  if (length > 2147483647) throw bare('System.OverflowException', 'The range has more elements than an array holds.');
  if (length > 4096) limits.checkArray(length);
  const step = last < first ? -1 : 1;
  const result: PSValue[] = new Array(length);
  for (let i = 0, value = first; i < length; i++, value += step) result[i] = characters ? Char.of(value) : value;
  return result;
}

function bare(type: string, message: string): OperatorFailure {
  return new OperatorFailure(type, type, message);
}

function characterOf(value: PSValue): number | undefined {
  if (value instanceof Char) return value.code;
  return typeof value === 'string' && value.length === 1 && !/\p{Nd}/u.test(value) ? value.charCodeAt(0) : undefined;
}

/** Convert.ToInt32: its exceptions come out bare. */
function toInt32(value: PSValue): number {
  if (typeof value === 'string') {
    const parsed = parseNumber(NumberKind.Int32, value, NumberStyles.Integer, enUsNumberFormat);
    if (parsed === 'format')
      throw bare('System.FormatException', `"${value}" is not a whole number, as a range needs.`);
    if (parsed === 'overflow') throw bare('System.OverflowException', `${value} is outside the range of an Int32.`);
    return toJsNumber(parsed);
  }
  try {
    const number = value instanceof BigInteger ? undefined : toNumber(value, NumberKind.Int32);
    if (number !== undefined) return toJsNumber(number);
  } catch (error) {
    if (error instanceof ConversionFailure) throw bare('System.OverflowException', error.message);
    throw error;
  }
  throw bare('System.InvalidCastException', 'A range runs over whole numbers or characters; this value is neither.');
}
