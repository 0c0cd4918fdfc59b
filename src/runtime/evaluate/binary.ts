import type { BinaryExpressionAst } from '../../parser/index.ts';
import { Double, toDouble } from '../values/double.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { isTrue, testOf } from './conditionals.ts';
import type { Frame } from './frame.ts';
import { type BinaryOperation, binaryOperators } from './operator-table.ts';

/** `left operator right` */
export function compileBinary(ast: BinaryExpressionAst, c: Compile): Evaluate {
  const left = c.expression(ast.left);
  const right = c.expression(ast.right);
  const special = shortCircuit[ast.operator];
  if (special !== undefined) return special(left, right);
  const operation = binaryOperators[ast.operator];
  if (operation === undefined) return c.unsupported(ast, `the operator ${ast.operator}`);
  const quick = quickNumbers[ast.operator];
  return quick === undefined ? general(left, right, operation) : quick(left, right, operation);
}

function general(left: Evaluate, right: Evaluate, operation: BinaryOperation): Evaluate {
  return (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    if (r instanceof Promise) return r.then((b) => operation(frame, l ?? null, b ?? null));
    return operation(frame, l ?? null, r ?? null);
  };
}

async function leftLater(
  frame: Frame,
  left: Promise<PSValue>,
  right: Evaluate,
  operation: BinaryOperation,
): Promise<PSValue> {
  const l = await left;
  const r = await right(frame);
  return operation(frame, l ?? null, r ?? null);
}

/** The rest of an operator whose operands are not two raw numbers. */
function others(
  frame: Frame,
  l: Eventually<PSValue>,
  r: Eventually<PSValue>,
  operation: BinaryOperation,
): Eventually<PSValue> {
  if (r instanceof Promise) return r.then((b) => operation(frame, (l as PSValue) ?? null, b ?? null));
  return operation(frame, (l as PSValue) ?? null, r ?? null);
}

type Quick = (left: Evaluate, right: Evaluate, operation: BinaryOperation) => Evaluate;

/**
 * Operators on raw numbers without a call: each closure is written out, as one that took the operation as a function
 * would be called with many and could not be inlined.
 */
const quickNumbers: Readonly<Partial<Record<BinaryExpressionAst['operator'], Quick>>> = {
  Plus: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    if (typeof l === 'number' && typeof r === 'number') {
      const sum = l + r;
      if ((sum | 0) !== sum || ((l | 0) === l && (r | 0) === r)) return sum;
      return new Double(sum);
    }
    return others(frame, l, r, operation);
  },
  Minus: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    if (typeof l === 'number' && typeof r === 'number') {
      const difference = l - r;
      if ((difference | 0) !== difference || ((l | 0) === l && (r | 0) === r)) return difference;
      return new Double(difference);
    }
    return others(frame, l, r, operation);
  },
  Multiply: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    if (typeof l === 'number' && typeof r === 'number') {
      const product = l * r;
      if ((product | 0) !== product) return product;
      return (l | 0) === l && (r | 0) === r ? product | 0 : toDouble(product);
    }
    return others(frame, l, r, operation);
  },
  Ilt: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    return typeof l === 'number' && typeof r === 'number' ? l < r : others(frame, l, r, operation);
  },
  Ile: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    return typeof l === 'number' && typeof r === 'number' ? l <= r : others(frame, l, r, operation);
  },
  Igt: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    return typeof l === 'number' && typeof r === 'number' ? l > r : others(frame, l, r, operation);
  },
  Ige: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    return typeof l === 'number' && typeof r === 'number' ? l >= r : others(frame, l, r, operation);
  },
  Ieq: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    return typeof l === 'number' && typeof r === 'number' ? l === r : others(frame, l, r, operation);
  },
  Ine: (left, right, operation) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return leftLater(frame, l, right, operation);
    const r = right(frame);
    return typeof l === 'number' && typeof r === 'number' ? l !== r : others(frame, l, r, operation);
  },
};

const shortCircuit: Readonly<
  Partial<Record<BinaryExpressionAst['operator'], (left: Evaluate, right: Evaluate) => Evaluate>>
> = {
  And: (left, right) => {
    const [a, b] = [testOf(left), testOf(right)];
    return (frame) => {
      const l = a(frame);
      if (typeof l !== 'boolean') return l.then((x) => x && b(frame));
      return l && b(frame);
    };
  },
  Or: (left, right) => {
    const [a, b] = [testOf(left), testOf(right)];
    return (frame) => {
      const l = a(frame);
      if (typeof l !== 'boolean') return l.then((x) => x || b(frame));
      return l || b(frame);
    };
  },
  Xor: (left, right) => general(left, right, (frame, l, r) => isTrue(frame, l) !== isTrue(frame, r)),
  QuestionQuestion: (left, right) => (frame) => {
    const l = left(frame);
    if (l instanceof Promise) return l.then((x) => (x === null || x === undefined ? right(frame) : x));
    return l === null || l === undefined ? right(frame) : l;
  },
};
