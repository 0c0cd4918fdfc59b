import { BigInteger } from '../values/big-integer.ts';
import { Decimal } from '../values/decimal.ts';
import {
  addDecimals,
  DecimalFailure,
  divideDecimals,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
} from '../values/decimal-arithmetic.ts';
import { decimalToDouble } from '../values/decimal-conversion.ts';
import { toDouble } from '../values/double.ts';
import { integerOfKind } from '../values/integer-of-kind.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { toJsNumber } from '../values/number-parts.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import {
  bigintOf,
  booleanKind,
  decimalOf,
  isNegativeSigned,
  jsNumberOf,
  type NumberOperand,
  operandKind,
} from './number-operand.ts';
import { OperatorFailure } from './operator-failure.ts';

/** The five arithmetic operations. */
export type ArithmeticOp = 'add' | 'subtract' | 'multiply' | 'divide' | 'remainder';

/**
 * Arithmetic of two operands of any kinds, by PowerShell's promotion: the wider kind decides, integers that overflow
 * become Double, divisions that do not come out even too; Decimal stays Decimal and fails when it overflows
 * (about_Arithmetic_Operators).
 */
export function arithmeticOfNumbers(op: ArithmeticOp, left: NumberOperand, right: NumberOperand): NumericValue {
  const leftKind = operandKind(left);
  const rightKind = operandKind(right);
  const top = Math.max(leftKind, rightKind);
  if (top <= NumberKind.Int32) return int32Op(op, jsNumberOf(left), jsNumberOf(right));
  if (top === NumberKind.Decimal) {
    if (leftKind === booleanKind) throw booleanWithDecimal();
    return decimalOp(op, decimalOf(left), decimalOf(right));
  }
  if (top >= NumberKind.Single) return toDouble(doubleOps[op](jsNumberOf(left), jsNumberOf(right)));
  const mixed = isNegativeSigned(left, leftKind) || isNegativeSigned(right, rightKind);
  if (top === NumberKind.UInt64 && mixed) return mixedUnsigned(op, left, right);
  const kind = top === NumberKind.UInt32 && mixed ? NumberKind.Int64 : top;
  return wideOp(op, bigintOf(left), bigintOf(right), kind);
}

function divideByZero(): OperatorFailure {
  return new OperatorFailure('RuntimeException', 'System.Management.Automation.RuntimeException', zeroMessage, {
    innerType: 'System.DivideByZeroException',
    innerMessage: zeroMessage,
  });
}

const zeroMessage = 'A number cannot be divided by zero.';

function booleanWithDecimal(): OperatorFailure {
  const type = 'System.InvalidOperationException';
  return new OperatorFailure(type, type, 'System.Boolean has no conversion to System.Decimal in arithmetic.');
}

/** Both operands are integers of at most 32 bits; the result is an Int32 or, when that overflows, a Double. */
export function int32Op(op: ArithmeticOp, a: number, b: number): NumericValue {
  switch (op) {
    case 'add':
      return a + b;
    case 'subtract':
      return a - b;
    case 'multiply':
      // `+ 0` turns the -0 of 0 × -1 into 0.
      return a * b + 0;
    case 'divide':
      if (b === 0) throw divideByZero();
      return a / b + 0;
    default:
      if (b === 0) throw divideByZero();
      return (a % b) + 0;
  }
}

const doubleOps: Readonly<Record<ArithmeticOp, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  remainder: (a, b) => a % b,
};

/** UInt32, Int64 and UInt64: the kind while it fits, else a Double. */
function wideOp(op: ArithmeticOp, a: bigint, b: bigint, kind: number): NumericValue {
  if (op === 'divide' || op === 'remainder') {
    if (b === 0n) throw divideByZero();
    const rest = a % b;
    if (op === 'divide' && rest !== 0n) return toDouble(Number(a) / Number(b));
    return inKind(op === 'divide' ? a / b : rest, kind) ?? toDouble(Number(a) / Number(b));
  }
  const result = op === 'add' ? a + b : op === 'subtract' ? a - b : a * b;
  return inKind(result, kind) ?? toDouble(overflowed(op, result, kind));
}

function inKind(value: bigint, kind: number): NumericValue | undefined {
  // The callers pass one of the wide integer kinds.
  return integerOfKind(kind as NumberKind, value);
}

/** How .NET gets a double of a sum (through Decimal) and of a product (through BigInteger, which cuts). */
function overflowed(op: ArithmeticOp, result: bigint, kind: number): number {
  if (kind === NumberKind.UInt32) return Number(result);
  return op === 'multiply' ? toJsNumber(BigInteger.of(result)) : decimalToDouble(Decimal.of(result, 0));
}

/** UInt64 with a negative integer: as decimals, or as doubles where those overflow. */
function mixedUnsigned(op: ArithmeticOp, left: NumberOperand, right: NumberOperand): NumericValue {
  try {
    return decimalOps[op](decimalOf(left), decimalOf(right));
  } catch (error) {
    if (!(error instanceof DecimalFailure)) throw error;
    if (error.exceptionType !== 'System.OverflowException') throw decimalError(error);
    return toDouble(doubleOps[op](jsNumberOf(left), jsNumberOf(right)));
  }
}

const decimalOps: Readonly<Record<ArithmeticOp, (a: Decimal, b: Decimal) => Decimal>> = {
  add: addDecimals,
  subtract: subtractDecimals,
  multiply: multiplyDecimals,
  divide: divideDecimals,
  remainder: remainderOfDecimals,
};

function decimalOp(op: ArithmeticOp, a: Decimal, b: Decimal): Decimal {
  try {
    return decimalOps[op](a, b);
  } catch (error) {
    throw error instanceof DecimalFailure ? decimalError(error) : error;
  }
}

function decimalError({ exceptionType, message }: DecimalFailure): OperatorFailure {
  return new OperatorFailure('RuntimeException', 'System.Management.Automation.RuntimeException', message, {
    innerType: exceptionType,
    innerMessage: message,
  });
}
