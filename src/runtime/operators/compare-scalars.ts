import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { isNumeric, numberToBool, numberToChar, toNumber } from '../conversion/to-number.ts';
import { compareText, equalText } from '../text/text-comparison.ts';
import { BigInteger } from '../values/big-integer.ts';
import { Char } from '../values/char.ts';
import { EnumValue } from '../values/enum-value.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { compareNumbers, order } from './compare-numbers.ts';
import { longOrder } from './long-arithmetic.ts';
import type { NumberOperand } from './number-operand.ts';
import { jsNumberOf } from './number-operand.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { OperatorServices } from './operator-services.ts';
import { isNumericOperand, leftOperand, rightOperand, textOperand } from './scalar-operands.ts';

/** The ordering operators: -lt, -le, -gt, -ge. */
export type OrderOp = 'lt' | 'le' | 'gt' | 'ge';

/** The operand types that the comparison of scalars needs from above. */
type Services = OperatorServices;

/**
 * `left -eq right` of two single values; a collection is one value here. The right operand is converted to the type of
 * the left one, and what cannot be converted is not equal (about_Comparison_Operators).
 */
export function equalScalars(left: PSValue, right: PSValue, ignoreCase: boolean, services: Services): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  if (typeof left === 'string' && typeof right === 'string') return equalText(left, right, ignoreCase);
  const long = longOrder(left, right);
  if (long !== undefined) return long === 0;
  const a = baseOf(left) ?? null;
  const b = baseOf(right) ?? null;
  if (a === null || b === null) return a === b;
  if (typeof a === 'string') return equalText(a, typeof b === 'string' ? b : services.toText(right), ignoreCase);
  if (ignoreCase && a instanceof Char) {
    if (b instanceof Char) return upper(a) === upper(b);
    if (typeof b === 'string') return b.length === 1 && upper(a) === upper(Char.from(b));
  }
  try {
    return equalConverted(a, b, ignoreCase, services);
  } catch (error) {
    if (error instanceof ConversionFailure) return false;
    throw error;
  }
}

/** ToUpperInvariant, which maps one UTF-16 unit to one. */
function upper({ code, text }: Char): number {
  const mapped = text.toUpperCase();
  return mapped.length === 1 ? mapped.charCodeAt(0) : code;
}

function equalConverted(a: PSValue, b: PSValue, ignoreCase: boolean, services: Services): boolean {
  const number = isNumericOperand(a) ? leftOperand(a) : undefined;
  if (number !== undefined) {
    const other = rightOperand(b, number);
    if (other !== undefined) return compareNumbers(number, other) === 0;
    if (typeof b === 'string') return equalScalars(a, textOperand(b, a, services), ignoreCase, services);
  }
  const known = orderOfConverted(a, b);
  if (known !== undefined) return known === 0;
  if (services.equals(a, b)) return true;
  const converted = services.convertLike(b, a);
  return converted !== undefined && services.equals(a, converted);
}

/**
 * Orders scalars whose conversion needs no help: Char, bool and BigInteger on the left, or a BigInteger on the right of
 * a number. Undefined for everything else; throws ConversionFailure where the right operand does not convert.
 */
function orderOfConverted(a: PSValue, b: PSValue): number | undefined {
  if (a instanceof BigInteger) {
    const other = toNumber(b, NumberKind.BigInteger);
    return other instanceof BigInteger ? order(a.value, other.value) : undefined;
  }
  if (typeof a === 'boolean') {
    const other = toBool(b);
    return other === undefined ? undefined : order(Number(a), Number(other));
  }
  if (a instanceof Char) {
    const other = toChar(b);
    return other && Math.sign(a.code - other.code);
  }
  if (b instanceof BigInteger && isNumeric(a)) {
    // A BigInteger converts to every kind of number or fails.
    const result = compareNumbers(a, toNumber(b, numberKindOf(a)) as NumberOperand);
    // CompareTo puts NaN before every number.
    return Number.isNaN(result) ? -1 : result;
  }
  return undefined;
}

function toBool(value: PSValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  if (value instanceof Char) return value.code !== 0;
  return isNumeric(value) ? numberToBool(value) : undefined;
}

function toChar(value: PSValue): Char | undefined {
  if (value instanceof Char) return value;
  if (isNumeric(value)) return numberToChar(value);
  if (typeof value === 'boolean') {
    throw new ConversionFailure('InvalidCastIConvertible', 'A Boolean does not convert to a Char.', {
      innerType: 'System.InvalidCastException',
    });
  }
  if (typeof value !== 'string') return undefined;
  if (value.length === 1) return Char.from(value);
  throw new ConversionFailure('InvalidCastParseTargetInvocation', 'A Char is made of a text of one character.', {
    innerType: 'System.FormatException',
  });
}

/**
 * `left -lt right` and its siblings of two single values. Fails with ComparisonFailure where the right operand does not
 * convert, with NotIcomparable where the left type has no order; a text that is no number fails as a conversion.
 */
export function orderScalars(
  op: OrderOp,
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  services: Services,
): boolean {
  if (typeof left === 'number' && typeof right === 'number') return holds(op, order(left, right));
  if (typeof left === 'string' && typeof right === 'string') return holds(op, compareText(left, right, ignoreCase));
  const long = longOrder(left, right);
  if (long !== undefined) return holds(op, long);
  const a = baseOf(left) ?? null;
  const b = baseOf(right) ?? null;
  if (a === null || b === null) return orderWithNull(op, a, b);
  if (typeof a === 'string') return holds(op, compareText(a, services.toText(right), ignoreCase));
  const number = isNumericOperand(a) ? leftOperand(a) : undefined;
  if (number !== undefined) {
    const other = rightOperand(b, number);
    if (other !== undefined) return holds(op, compareNumbers(number, other));
    if (typeof b === 'string') return orderScalars(op, a, textOperand(b, a, services), ignoreCase, services);
  }
  return orderObjects(op, a, b, services);
}

/** Whether an order makes the operator true; NaN makes none. */
function holds(op: OrderOp, result: number): boolean {
  switch (op) {
    case 'lt':
      return result < 0;
    case 'le':
      return result <= 0;
    case 'gt':
      return result > 0;
    default:
      return result >= 0;
  }
}

/** Numbers below zero are less than null, all others (zero too) are greater; null is less than any other value. */
function orderWithNull(op: OrderOp, a: PSValue, b: PSValue): boolean {
  const less = op === 'lt' || op === 'le';
  const value = a === null ? b : a;
  if (value === null) return op === 'le' || op === 'ge';
  if (value instanceof EnumValue) {
    const type = 'System.InvalidOperationException';
    throw new OperatorFailure(type, type, `A value of the enum ${value.netType.fullName} has no order with null.`);
  }
  if (!isNumericOperand(value)) return less === (a === null);
  const number = jsNumberOf(leftOperand(value) ?? 0);
  return less === (a === null) ? number >= 0 : number < 0;
}

function orderObjects(op: OrderOp, a: PSValue, b: PSValue, services: Services): boolean {
  let converted: PSValue;
  try {
    const known = orderOfConverted(a, b);
    if (known !== undefined) return holds(op, known);
    converted = services.convertLike(b, a);
  } catch (error) {
    if (error instanceof ConversionFailure) throw notComparable(a, b, services, error);
    throw error;
  }
  if (converted === undefined) throw notComparable(a, b, services);
  const result = services.compareTo(a, converted);
  if (result !== undefined) return holds(op, result);
  if (services.equals(a, b)) return op === 'le' || op === 'ge';
  throw new OperatorFailure(
    'NotIcomparable',
    'System.Management.Automation.RuntimeException',
    `Values of type ${services.typeNameOf(a)} have no order, so ${symbols[op]} cannot compare them.`,
  );
}

const symbols: Readonly<Record<OrderOp, string>> = { lt: '-lt', le: '-le', gt: '-gt', ge: '-ge' };

function notComparable(a: PSValue, b: PSValue, services: Services, cause?: ConversionFailure): OperatorFailure {
  const [left, right] = [services.typeNameOf(a), services.typeNameOf(b)];
  return new OperatorFailure(
    'ComparisonFailure',
    'System.Management.Automation.RuntimeException',
    `A value of type ${right} cannot be compared with one of type ${left}: it does not convert to that type.`,
    cause && { innerType: 'System.Management.Automation.PSInvalidCastException', innerMessage: cause.message },
  );
}
