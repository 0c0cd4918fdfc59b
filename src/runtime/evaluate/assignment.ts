import type { AssignmentStatementAst, ExpressionAst, TokenKind, VariableExpressionAst } from '../../parser/index.ts';
import { elementsOf } from '../members/enumerate.ts';
import { emptyCell, Variable } from '../scope/variable.ts';
import { assignIn } from '../scope/variable-access.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { compileReference, type ReferenceCode } from './assign-reference.ts';
import { compileStore, invalidLeftHandSide, type Store } from './assign-variable.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { elementAt, setElement } from './indexing.ts';
import { type BinaryOperation, binaryOperators } from './operator-table.ts';
import { elementsOfAny } from './output.ts';
import { statementLeavesSuccess } from './pipelines.ts';
import { compileTypedStore } from './typed-variable.ts';
import { compileVariable, slotOfVariable } from './variables.ts';

/** An assignment as a statement: no output. */
export function compileAssignment(ast: AssignmentStatementAst, c: Compile): Execute {
  const assign = compileAssign(ast, c);
  const succeeds = statementLeavesSuccess(ast);
  return (frame) => {
    const done = assign(frame);
    if (done instanceof Promise)
      return done.then(() => {
        if (succeeds) frame.engine.lastSucceeded = true;
        return undefined;
      });
    if (succeeds) frame.engine.lastSucceeded = true;
    return undefined;
  };
}

/** An assignment as a value: what the variable holds then, as its type may have changed what was assigned. */
export function compileAssignmentValue(ast: AssignmentStatementAst, c: Compile): Evaluate {
  const assign = compileAssign(ast, c);
  const target = variableUnder(ast.left);
  if (target === undefined || ast.operator === 'QuestionQuestionEquals') return assign;
  const read = compileVariable(target, c);
  return (frame) => {
    const assigned = assign(frame);
    return assigned instanceof Promise ? assigned.then(() => read(frame)) : read(frame);
  };
}

/** The variable that is assigned, with or without a type before it; undefined for `$null` and other targets. */
function variableUnder(left: ExpressionAst): VariableExpressionAst | undefined {
  let inner = left;
  while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') inner = inner.child;
  if (inner.kind !== 'VariableExpressionAst' || inner.variablePath.isDriveQualified) return undefined;
  return inner.variablePath.unqualifiedPath.toLowerCase() === 'null' ? undefined : inner;
}

const compound: Partial<Record<TokenKind, TokenKind>> = {
  PlusEquals: 'Plus',
  MinusEquals: 'Minus',
  MultiplyEquals: 'Multiply',
  DivideEquals: 'Divide',
  RemainderEquals: 'Rem',
};

/** Does the assignment and gives the assigned value. */
function compileAssign(ast: AssignmentStatementAst, c: Compile): Evaluate {
  if (ast.operator === 'Equals') return compilePlain(ast.left, c.value(ast.right), c);
  if (ast.operator === 'QuestionQuestionEquals') return compileCoalesce(ast, c);
  const operator = compound[ast.operator];
  const operation = operator && binaryOperators[operator];
  if (operation === undefined) return c.unsupported(ast, `the assignment operator ${ast.operator}`);
  return compileCompound(ast.left, operation, c.value(ast.right), c);
}

function compilePlain(left: ExpressionAst, right: Evaluate, c: Compile): Evaluate {
  const store = compileTarget(left, c);
  return (frame) => {
    const value = right(frame);
    if (value instanceof Promise) return value.then((v) => stored(store(frame, v), v));
    const done = store(frame, value);
    return done instanceof Promise ? stored(done, value) : value;
  };
}

function stored(done: Eventually<void>, value: PSValue): Eventually<PSValue> {
  return done instanceof Promise ? done.then(() => value) : value;
}

/** Compiles storing into anything that can stand on the left of `=`. */
export function compileTarget(ast: ExpressionAst, c: Compile): Store {
  switch (ast.kind) {
    case 'VariableExpressionAst':
      return compileStore(ast.variablePath, c);
    case 'ConvertExpressionAst':
    case 'AttributedExpressionAst':
      return compileTypedStore(ast, c);
    case 'ArrayLiteralAst':
      return compileSpread(ast.elements.map((e) => compileTarget(e, c)));
    case 'ParenExpressionAst':
      return compileTarget(innerExpression(ast), c);
    case 'IndexExpressionAst':
      return compileElementStore(c.expression(ast.target), c.expression(ast.index));
    case 'MemberExpressionAst': {
      const reference = compileReference(ast, c);
      return (frame, value) => andThen(reference(frame), (r) => r.set(value ?? null));
    }
    default:
      return invalidLeftHandSide();
  }
}

function compileElementStore(target: Evaluate, index: Evaluate): Store {
  return (frame, value) => {
    const t = target(frame);
    const i = t instanceof Promise ? t.then(() => index(frame)) : index(frame);
    if (t instanceof Promise || i instanceof Promise)
      return Promise.all([t, i]).then(([x, at]) => setElement(frame, x ?? null, at ?? null, value ?? null));
    return setElement(frame, t ?? null, i ?? null, value ?? null);
  };
}

/** `$a[i] += …`: target and index are evaluated once. */
function compileElementCompound(
  target: Evaluate,
  index: Evaluate,
  operation: BinaryOperation,
  right: Evaluate,
): Evaluate {
  const later = async (frame: Frame, t: Eventually<PSValue>, at: Eventually<PSValue>, v: Eventually<PSValue>) => {
    const [x, i, value] = [await t, await at, await v];
    const result = await operation(frame, (await elementAt(frame, x ?? null, i ?? null)) ?? null, value ?? null);
    await setElement(frame, x ?? null, i ?? null, result);
    return result;
  };
  return (frame) => {
    const t = target(frame);
    const i = t instanceof Promise ? t.then(() => index(frame)) : index(frame);
    if (t instanceof Promise || i instanceof Promise)
      return later(
        frame,
        t,
        i,
        Promise.resolve(i).then(() => right(frame)),
      );
    const old = elementAt(frame, t ?? null, i ?? null);
    const value = old instanceof Promise ? old.then(() => right(frame)) : right(frame);
    if (old instanceof Promise || value instanceof Promise) return later(frame, t, i, value);
    const result = operation(frame, old ?? null, value ?? null);
    if (result instanceof Promise) return result.then((r) => stored(setElement(frame, t ?? null, i ?? null, r), r));
    return stored(setElement(frame, t ?? null, i ?? null, result), result);
  };
}

function innerExpression(ast: Extract<ExpressionAst, { kind: 'ParenExpressionAst' }>): ExpressionAst {
  if (ast.pipeline.kind !== 'PipelineAst') return invalidLeftHandSide();
  const [element] = ast.pipeline.pipelineElements;
  if (element?.kind !== 'CommandExpressionAst') return invalidLeftHandSide();
  return element.expression;
}

/** `$a, $b = …`: the last target takes what is left over. */
function compileSpread(targets: readonly Store[]): Store {
  return (frame, value) => {
    const found = elementsOf(value) ?? elementsOfAny(frame, value) ?? [value ?? null];
    if (found instanceof Promise) return found.then((items) => storeEach(frame, targets, [...items], 0));
    return storeEach(frame, targets, Array.isArray(found) ? found : [...found], 0);
  };
}

function storeEach(
  frame: Frame,
  targets: readonly Store[],
  items: readonly PSValue[],
  start: number,
): Eventually<void> {
  for (let i = start; i < targets.length; i++) {
    const isLast = i === targets.length - 1;
    const value = isLast && items.length > targets.length ? items.slice(i) : (items[i] ?? null);
    const pending = targets[i]?.(frame, value);
    if (pending instanceof Promise) return pending.then(() => storeEach(frame, targets, items, i + 1));
  }
  return undefined;
}

/** `$x += …`: an unscoped variable is read in the running scope only. */
function compileCompound(left: ExpressionAst, operation: BinaryOperation, right: Evaluate, c: Compile): Evaluate {
  if (left.kind === 'VariableExpressionAst') {
    const general = combine(compoundRead(left, c), compileStore(left.variablePath, c), operation, right);
    const slot = slotOfVariable(left, c);
    return slot === undefined ? general : inSlot(slot, c, operation, right, general);
  }
  if (left.kind === 'IndexExpressionAst')
    return compileElementCompound(c.expression(left.target), c.expression(left.index), operation, right);
  const target = compileReferenceOf(left, c);
  return (frame) =>
    andThen(target(frame), (r) =>
      andThen(r.get(), (old) =>
        andThen(right(frame), (value) =>
          andThen(operation(frame, old ?? null, value ?? null), (result) => stored(r.set(result), result)),
        ),
      ),
    );
}

/** A compound assignment to a variable of the running scope that holds a raw number. */
function inSlot(slot: number, c: Compile, operation: BinaryOperation, right: Evaluate, general: Evaluate): Evaluate {
  const { layout } = c;
  return (frame) => {
    const { scope } = frame;
    const { slots } = scope;
    const old = scope.layout === layout && !scope.isConstrained(slot) ? slots[slot] : undefined;
    if (typeof old !== 'number') return general(frame);
    const value = right(frame);
    // The right side may have made the variable one with options or a watcher.
    if (value instanceof Promise || typeof slots[slot] !== 'number') return storeLater(frame, old, value);
    const result = operation(frame, old, value ?? null);
    if (result instanceof Promise) return storeLater(frame, undefined, result);
    slots[slot] = result === undefined ? emptyCell : result;
    return result;
  };

  async function storeLater(frame: Frame, old: number | undefined, value: Eventually<PSValue>): Promise<PSValue> {
    const operand = await value;
    const result = old === undefined ? operand : await operation(frame, old, operand ?? null);
    const name = layout.names[slot] ?? '';
    await assignIn(frame.scope, name, name.toLowerCase(), result);
    return result;
  }
}

function combine(read: Evaluate, store: Store, operation: BinaryOperation, right: Evaluate): Evaluate {
  const withRight = (frame: Frame, old: PSValue, value: PSValue): Eventually<PSValue> => {
    const result = operation(frame, old ?? null, value ?? null);
    if (result instanceof Promise) return result.then((r) => stored(store(frame, r), r));
    const done = store(frame, result);
    return done instanceof Promise ? done.then(() => result) : result;
  };
  return (frame) => {
    const old = read(frame);
    if (old instanceof Promise) return old.then((o) => andThen(right(frame), (v) => withRight(frame, o, v)));
    const value = right(frame);
    if (value instanceof Promise) return value.then((v) => withRight(frame, old, v));
    return withRight(frame, old, value);
  };
}

/** What a compound assignment starts from: only the running scope's own value of an unscoped variable. */
function compoundRead(ast: VariableExpressionAst, c: Compile): Evaluate {
  const path = ast.variablePath;
  if (!path.isUnscopedVariable) return compileVariable(ast, c);
  const key = path.unqualifiedPath.toLowerCase();
  let layout = c.layout;
  let slot = layout.add(path.unqualifiedPath, key);
  const full = compileVariable(ast, c);
  return (frame) => {
    const { scope } = frame;
    if (scope.layout !== layout) {
      layout = scope.layout;
      slot = layout.slotOf(key) ?? -1;
    }
    const held = slot < 0 ? undefined : scope.slots[slot];
    if (typeof held === 'number') return held;
    const own = held ?? scope.heldOf(key);
    if (own === undefined) return frame.engine.strictMode > 0 ? full(frame) : ownOrShared(frame, key, full);
    return own instanceof Variable ? own.value : own;
  };
}

/** AllScope variables belong to every scope. */
function ownOrShared(frame: Frame, key: string, full: Evaluate): Eventually<PSValue> {
  return frame.session.allScopeNames.has(key) ? full(frame) : null;
}

function compileReferenceOf(left: ExpressionAst, c: Compile): ReferenceCode {
  switch (left.kind) {
    case 'MemberExpressionAst':
    case 'IndexExpressionAst':
      return compileReference(left, c);
    case 'ParenExpressionAst':
      return compileReferenceOf(innerExpression(left), c);
    case 'ConvertExpressionAst':
    case 'AttributedExpressionAst': {
      const store = compileTypedStore(left, c);
      const read = compileVariableUnder(left, c);
      return (frame) => ({ get: () => read(frame), set: (value) => store(frame, value) });
    }
    case 'VariableExpressionAst': {
      const read = compoundRead(left, c);
      const store = compileStore(left.variablePath, c);
      return (frame) => ({ get: () => read(frame), set: (value) => store(frame, value) });
    }
    default:
      return invalidLeftHandSide();
  }
}

function compileVariableUnder(left: ExpressionAst, c: Compile): Evaluate {
  let inner = left;
  while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') inner = inner.child;
  return inner.kind === 'VariableExpressionAst' ? compoundRead(inner, c) : c.expression(inner);
}

/** `$x ??= …`: the right side runs only for `$null`. */
function compileCoalesce(ast: AssignmentStatementAst, c: Compile): Evaluate {
  const target = compileReferenceOf(ast.left, c);
  const right = c.value(ast.right);
  return (frame) =>
    andThen(target(frame), (r) =>
      andThen(r.get(), (old) => {
        if (old !== null && old !== undefined) return old;
        return andThen(right(frame), (value) => stored(r.set(value ?? null), value));
      }),
    );
}
