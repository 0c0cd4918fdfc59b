import type { BinaryExpressionAst, ExpressionAst } from '../../parser/index.ts';
import { Double, figureOf, toDouble } from '../values/double.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { isTrue, testOf } from './conditionals.ts';
import type { Frame } from './frame.ts';
import { constantValue } from './literals.ts';
import { type BinaryOperation, binaryOperators } from './operator-table.ts';
import { slotOfVariable } from './variables.ts';

/** `left operator right` */
export function compileBinary(ast: BinaryExpressionAst, c: Compile): Evaluate {
  const { operator } = ast;
  const special = shortCircuit[operator];
  if (special !== undefined) return special(c.expression(ast.left), c.expression(ast.right));
  const operation = binaryOperators[operator];
  if (operation === undefined) return c.unsupported(ast, `the operator ${operator}`);
  if (isQuick(operator)) return quick(operator, ast, operation, c);
  return general(c.expression(ast.left), c.expression(ast.right), operation);
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

/** An operator of which one operand at least is a boxed Double (2.0): the other may be any Double or Int32. */
function onDoubles(op: QuickOp, l: number, r: number): PSValue {
  switch (op) {
    case 'Plus':
      return toDouble(l + r);
    case 'Minus':
      return toDouble(l - r);
    case 'Multiply':
      return toDouble(l * r);
    default:
      return onNumbers(op, l, r);
  }
}

/** The rest of an operator whose operands are not two raw numbers. */
function others(
  op: QuickOp,
  frame: Frame,
  l: Eventually<PSValue>,
  r: Eventually<PSValue>,
  operation: BinaryOperation,
): Eventually<PSValue> {
  const a = figureOf(l);
  const b = a === undefined ? undefined : figureOf(r);
  if (a !== undefined && b !== undefined) return onDoubles(op, a, b);
  if (r instanceof Promise) return r.then((b) => operation(frame, (l as PSValue) ?? null, b ?? null));
  return operation(frame, (l as PSValue) ?? null, r ?? null);
}

/** Operators that raw numbers go through without a call. */
type QuickOp = 'Plus' | 'Minus' | 'Multiply' | 'Ilt' | 'Ile' | 'Igt' | 'Ige' | 'Ieq' | 'Ine';

const quickOps: ReadonlySet<string> = new Set<QuickOp>([
  'Plus',
  'Minus',
  'Multiply',
  'Ilt',
  'Ile',
  'Igt',
  'Ige',
  'Ieq',
  'Ine',
]);

function isQuick(operator: string): operator is QuickOp {
  return quickOps.has(operator);
}

/** An operator on two raw numbers, with .NET's result types: Int32 while both are and it fits, else Double. */
function onNumbers(op: QuickOp, l: number, r: number): PSValue {
  switch (op) {
    case 'Plus': {
      const sum = l + r;
      return (sum | 0) !== sum || ((l | 0) === l && (r | 0) === r) ? sum : new Double(sum);
    }
    case 'Minus': {
      const difference = l - r;
      return (difference | 0) !== difference || ((l | 0) === l && (r | 0) === r) ? difference : new Double(difference);
    }
    case 'Multiply': {
      const product = l * r;
      if ((product | 0) !== product) return product;
      return (l | 0) === l && (r | 0) === r ? product | 0 : toDouble(product);
    }
    case 'Ilt':
      return l < r;
    case 'Ile':
      return l <= r;
    case 'Igt':
      return l > r;
    case 'Ige':
      return l >= r;
    case 'Ieq':
      return l === r;
    case 'Ine':
      return l !== r;
  }
}

/**
 * An operator whose left operand may be a variable of the running scope and whose right one may be a constant number:
 * both are then read in place. What is no raw number takes the general way.
 */
function quick(op: QuickOp, ast: BinaryExpressionAst, operation: BinaryOperation, c: Compile): Evaluate {
  const left = c.expression(ast.left);
  const right = c.expression(ast.right);
  const constant = numberConstant(ast.right);
  const slot = slotOfVariable(ast.left, c);
  const { layout } = c;
  if (slot === undefined) {
    return (frame) => {
      const l = left(frame);
      if (l instanceof Promise) return leftLater(frame, l, right, operation);
      const r = constant === undefined ? right(frame) : constant;
      return typeof l === 'number' && typeof r === 'number' ? onNumbers(op, l, r) : others(op, frame, l, r, operation);
    };
  }
  return (frame) => {
    const { scope } = frame;
    let l: Eventually<PSValue> = scope.layout === layout ? scope.slots[slot] : undefined;
    if (typeof l !== 'number') {
      l = left(frame);
      if (l instanceof Promise) return leftLater(frame, l, right, operation);
    }
    const r = constant === undefined ? right(frame) : constant;
    return typeof l === 'number' && typeof r === 'number' ? onNumbers(op, l, r) : others(op, frame, l, r, operation);
  };
}

function numberConstant(ast: ExpressionAst): number | undefined {
  if (ast.kind !== 'ConstantExpressionAst') return undefined;
  const value = constantValue(ast.value);
  return typeof value === 'number' ? value : undefined;
}

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
