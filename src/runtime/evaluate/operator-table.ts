import type { TokenKind } from '../../parser/index.ts';
import { add, divide, multiply, remainder, subtract } from '../operators/arithmetic.ts';
import { bitAnd, bitOr, bitXor } from '../operators/bitwise.ts';
import { contains, equal, inOrder, notEqual } from '../operators/compare.ts';
import type { OperatorServices } from '../operators/operator-services.ts';
import { range } from '../operators/range.ts';
import { shiftLeft, shiftRight } from '../operators/shift.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';
import { textOperators } from './text-operators.ts';
import { asType, isNotType, isType } from './type-operators.ts';

/** A binary operator: both operands evaluated, AutomationNull already `$null`. */
export type BinaryOperation = (frame: Frame, left: PSValue, right: PSValue) => Eventually<PSValue>;

type Pure = (left: PSValue, right: PSValue, services: OperatorServices) => Eventually<PSValue>;

function pure(operation: Pure): BinaryOperation {
  return (frame, left, right) => operation(left, right, frame.session.operators);
}

type Cased = (left: PSValue, right: PSValue, ignoreCase: boolean, services: OperatorServices) => Eventually<PSValue>;

function cased(operation: Cased, ignoreCase: boolean): BinaryOperation {
  return (frame, left, right) => operation(left, right, ignoreCase, frame.session.operators);
}

const less: Cased = (l, r, ignoreCase, s) => inOrder('lt', l, r, ignoreCase, s);
const lessOrEqual: Cased = (l, r, ignoreCase, s) => inOrder('le', l, r, ignoreCase, s);
const greater: Cased = (l, r, ignoreCase, s) => inOrder('gt', l, r, ignoreCase, s);
const greaterOrEqual: Cased = (l, r, ignoreCase, s) => inOrder('ge', l, r, ignoreCase, s);
const notContains: Cased = (l, r, ignoreCase, s) => !contains(l, r, ignoreCase, s);
const isIn: Cased = (l, r, ignoreCase, s) => contains(r, l, ignoreCase, s);
const isNotIn: Cased = (l, r, ignoreCase, s) => !contains(r, l, ignoreCase, s);

/** What each binary operator does, by token; `-and`, `-or`, `-xor` and `??` decide themselves what they evaluate. */
export const binaryOperators: Readonly<Partial<Record<TokenKind, BinaryOperation>>> = {
  Plus: pure(add),
  Minus: pure(subtract),
  Multiply: pure(multiply),
  Divide: pure(divide),
  Rem: pure(remainder),
  Band: pure(bitAnd),
  Bor: pure(bitOr),
  Bxor: pure(bitXor),
  Shl: pure(shiftLeft),
  Shr: pure(shiftRight),
  DotDot: (frame, left, right) => range(left, right, frame.engine.budget),
  Ieq: cased(equal, true),
  Ceq: cased(equal, false),
  Ine: cased(notEqual, true),
  Cne: cased(notEqual, false),
  Ilt: cased(less, true),
  Clt: cased(less, false),
  Ile: cased(lessOrEqual, true),
  Cle: cased(lessOrEqual, false),
  Igt: cased(greater, true),
  Cgt: cased(greater, false),
  Ige: cased(greaterOrEqual, true),
  Cge: cased(greaterOrEqual, false),
  Icontains: cased(contains, true),
  Ccontains: cased(contains, false),
  Inotcontains: cased(notContains, true),
  Cnotcontains: cased(notContains, false),
  Iin: cased(isIn, true),
  Cin: cased(isIn, false),
  Inotin: cased(isNotIn, true),
  Cnotin: cased(isNotIn, false),
  Is: isType,
  IsNot: isNotType,
  As: asType,
  ...textOperators,
};
