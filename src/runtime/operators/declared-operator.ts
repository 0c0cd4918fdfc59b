import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { toNumber } from '../conversion/to-number.ts';
import { BigInteger } from '../values/big-integer.ts';
import { Decimal } from '../values/decimal.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { toJsBigint } from '../values/number-parts.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { type ArithmeticOp, arithmeticOfNumbers } from './arithmetic-numbers.ts';
import { isNumberOperand } from './number-operand.ts';
import { OperatorFailure } from './operator-failure.ts';
import type { OperatorServices } from './operator-services.ts';

/** An operator as types declare it. */
export interface DeclaredOperator {
  readonly method: string;
  readonly symbol: string;
  /** The operation where Decimal has it too. */
  readonly arithmetic?: ArithmeticOp;
  /** What it does to two BigIntegers. */
  readonly big: (left: bigint, right: bigint) => bigint;
}

/** The operators that are methods of a type when no built-in rule applies, by PowerShell's own names of them. */
export const declaredOperators = {
  add: { method: 'op_Addition', symbol: '+', arithmetic: 'add', big: (a, b) => a + b },
  subtract: { method: 'op_Subtraction', symbol: '-', arithmetic: 'subtract', big: (a, b) => a - b },
  multiply: { method: 'op_Multiply', symbol: '*', arithmetic: 'multiply', big: (a, b) => a * b },
  divide: { method: 'op_Division', symbol: '/', arithmetic: 'divide', big: (a, b) => nonZero(a, b) / b },
  remainder: { method: 'op_Modulus', symbol: '%', arithmetic: 'remainder', big: (a, b) => nonZero(a, b) % b },
  bitAnd: { method: 'op_BitwiseAnd', symbol: '-band', big: (a, b) => a & b },
  bitOr: { method: 'op_BitwiseOr', symbol: '-bor', big: (a, b) => a | b },
  bitXor: { method: 'op_ExclusiveOr', symbol: '-bxor', big: (a, b) => a ^ b },
  shiftLeft: { method: 'op_LeftShift', symbol: '-shl', big: (a, b) => a << b },
  shiftRight: { method: 'op_RightShift', symbol: '-shr', big: (a, b) => a >> b },
} as const satisfies Readonly<Record<string, DeclaredOperator>>;

/** Gives the dividend when the divisor is not zero, else fails as BigInteger's operator does. */
function nonZero(dividend: bigint, divisor: bigint): bigint {
  if (divisor !== 0n) return dividend;
  throw methodFailed('System.DivideByZeroException', 'A number cannot be divided by zero.');
}

/** The failure inside an operator's method, as that of any .NET method that is called. */
function methodFailed(innerType: string, innerMessage: string): OperatorFailure {
  const type = 'System.Management.Automation.MethodInvocationException';
  return new OperatorFailure('DotNetMethodException', type, innerMessage, { innerType, innerMessage });
}

/**
 * An operator between operands that no built-in rule knows: the left type's own operator, or the right's where the
 * left is null or primitive. Fails with NotADefinedOperationForType where neither can have one.
 */
export function callDeclared(
  operator: DeclaredOperator,
  left: PSValue,
  right: PSValue,
  services: OperatorServices,
): Eventually<PSValue> {
  const owner = isPrimitive(left) ? right : left;
  if (isPrimitive(owner)) throw notDefined(operator, left, right, services);
  if (owner instanceof BigInteger) return bigOperation(operator, left, right, services);
  if (owner instanceof Decimal && operator.arithmetic) return decimalOperation(operator, left, right, services);
  return services.callOperator(operator.method, owner, left, right);
}

/** Null and the CLR's primitive types: bool, char and the numbers but Decimal and BigInteger. */
function isPrimitive(value: PSValue): boolean {
  return value === null || value === undefined || (isNumberOperand(value) && !(value instanceof Decimal));
}

function notDefined(
  { symbol }: DeclaredOperator,
  left: PSValue,
  right: PSValue,
  services: OperatorServices,
): OperatorFailure {
  const [a, b] = [left, right].map((v) => (v === null || v === undefined ? '$null' : services.typeNameOf(v)));
  return new OperatorFailure(
    'NotADefinedOperationForType',
    'System.Management.Automation.RuntimeException',
    `The operator ${symbol} is not defined between ${a} and ${b}.`,
  );
}

function bigOperation(
  operator: DeclaredOperator,
  left: PSValue,
  right: PSValue,
  services: OperatorServices,
): BigInteger {
  const a = bigArgument(left, operator, services, NumberKind.BigInteger);
  if (operator.method !== 'op_LeftShift' && operator.method !== 'op_RightShift') {
    return BigInteger.of(operator.big(a, bigArgument(right, operator, services, NumberKind.BigInteger)));
  }
  const count = bigArgument(right, operator, services, NumberKind.Int32);
  const places = operator.method === 'op_LeftShift' ? count : -count;
  if (a === 0n) return BigInteger.of(a);
  // Engines of JavaScript hold about 2^30 bits, .NET 2^31; both end in an overflow.
  if (places > 1073741000n) throw methodFailed('System.OverflowException', 'The shifted number is too large.');
  services.limits.checkArray(Number(places) / 8);
  return BigInteger.of(operator.big(a, count));
}

function decimalOperation(
  operator: DeclaredOperator,
  left: PSValue,
  right: PSValue,
  services: OperatorServices,
): NumericValue {
  const a = argument(left, NumberKind.Decimal, operator, services);
  const b = argument(right, NumberKind.Decimal, operator, services);
  try {
    return arithmeticOfNumbers(operator.arithmetic ?? 'add', a, b);
  } catch (error) {
    if (!(error instanceof OperatorFailure) || error.innerType === undefined) throw error;
    throw methodFailed(error.innerType, error.message);
  }
}

function bigArgument(value: PSValue, operator: DeclaredOperator, services: OperatorServices, kind: NumberKind): bigint {
  return toJsBigint(argument(value, kind, operator, services)) ?? 0n;
}

/** An operand as the argument of the operator's method; a failed conversion is that of a method argument. */
function argument(
  value: PSValue,
  kind: NumberKind,
  operator: DeclaredOperator,
  services: OperatorServices,
): NumericValue {
  try {
    return toNumber(value, kind) ?? services.convertToNumber(value, kind);
  } catch (error) {
    if (!(error instanceof ConversionFailure)) throw error;
    throw new OperatorFailure(
      'MethodArgumentConversionInvalidCastArgument',
      'System.Management.Automation.MethodException',
      `The operand of ${operator.symbol} does not fit: ${error.message}`,
      { innerType: 'System.Management.Automation.PSInvalidCastException', innerMessage: error.message },
    );
  }
}
