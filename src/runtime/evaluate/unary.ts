import type { ExpressionAst, UnaryExpressionAst } from '../../parser/index.ts';
import { negate, plus, step } from '../operators/arithmetic.ts';
import { bitNot } from '../operators/bitwise.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { compileReference } from './assign-reference.ts';
import { compileStore, invalidLeftHandSide } from './assign-variable.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { isTrue } from './conditionals.ts';
import type { Frame } from './frame.ts';
import { unaryTextOperators } from './text-operators.ts';
import { compileTypedStore } from './typed-variable.ts';
import { compileVariable, slotOfVariable } from './variables.ts';

type Operation = (frame: Frame, operand: PSValue) => Eventually<PSValue>;

const operations: Readonly<Partial<Record<UnaryExpressionAst['tokenKind'], Operation>>> = {
  Minus: (frame, operand) => negate(operand, frame.session.operators),
  Plus: (frame, operand) => plus(operand, frame.session.operators),
  Bnot: (frame, operand) => bitNot(operand, frame.session.operators),
  Exclaim: (frame, operand) => !isTrue(frame, operand),
  Not: (frame, operand) => !isTrue(frame, operand),
  ...unaryTextOperators,
};

const steps: Readonly<Partial<Record<UnaryExpressionAst['tokenKind'], { by: 1 | -1; givesOld: boolean }>>> = {
  PlusPlus: { by: 1, givesOld: false },
  MinusMinus: { by: -1, givesOld: false },
  PostfixPlusPlus: { by: 1, givesOld: true },
  PostfixMinusMinus: { by: -1, givesOld: true },
};

/** A prefix or postfix operator. */
export function compileUnary(ast: UnaryExpressionAst, c: Compile): Evaluate {
  const stepping = steps[ast.tokenKind];
  if (stepping !== undefined) return compileStep(ast.child, stepping.by, stepping.givesOld, c);
  const operation = operations[ast.tokenKind];
  if (operation === undefined) return c.unsupported(ast, `the operator ${ast.tokenKind}`);
  const operand = c.expression(ast.child);
  return (frame) => {
    const value = operand(frame);
    if (value instanceof Promise) return value.then((v) => operation(frame, v ?? null));
    return operation(frame, value ?? null);
  };
}

/** `++` and `--` as a statement give no output; undefined for every other expression. */
export function compileDiscard(ast: ExpressionAst, c: Compile): Evaluate | undefined {
  if (ast.kind !== 'UnaryExpressionAst') return undefined;
  const stepping = steps[ast.tokenKind];
  return stepping && compileStep(ast.child, stepping.by, false, c);
}

interface Place {
  get(): Eventually<PSValue>;
  set(value: PSValue): Eventually<void>;
}

function compileStep(target: ExpressionAst, by: 1 | -1, givesOld: boolean, c: Compile): Evaluate {
  if (target.kind === 'VariableExpressionAst') {
    const read = compileVariable(target, c);
    const store = compileStore(target.variablePath, c);
    const slot = slotOfVariable(target, c) ?? -1;
    const { layout } = c;
    return (frame) => {
      const { scope } = frame;
      const held = slot >= 0 && scope.layout === layout && !scope.isConstrained(slot) ? scope.slots[slot] : undefined;
      if (typeof held === 'number' && (held | 0) === held) {
        const sum = held + by;
        scope.slots[slot] = sum;
        return givesOld ? held : sum;
      }
      const old = read(frame);
      if (old instanceof Promise)
        return old.then((o) => stepped(store(frame, next(frame, o, by)), o, next(frame, o, by), givesOld));
      const value = next(frame, old, by);
      const done = store(frame, value);
      if (done instanceof Promise) return stepped(done, old, value, givesOld);
      return givesOld ? (old ?? 0) : value;
    };
  }
  const place = compilePlace(target, c);
  return (frame) =>
    andThen(place(frame), (p) =>
      andThen(p.get(), (old) => {
        const value = next(frame, old, by);
        return stepped(p.set(value), old, value, givesOld);
      }),
    );
}

function next(frame: Frame, old: PSValue, by: 1 | -1): PSValue {
  if (typeof old === 'number' && (old | 0) === old) return old + by;
  return step(old ?? null, by, frame.session.operators);
}

function stepped(done: Eventually<void>, old: PSValue, value: PSValue, givesOld: boolean): Eventually<PSValue> {
  const result = givesOld ? (old ?? 0) : value;
  return done instanceof Promise ? done.then(() => result) : result;
}

function compilePlace(ast: ExpressionAst, c: Compile): (frame: Frame) => Eventually<Place> {
  if (ast.kind === 'MemberExpressionAst' || ast.kind === 'IndexExpressionAst') return compileReference(ast, c);
  if (ast.kind === 'ConvertExpressionAst' && ast.child.kind === 'VariableExpressionAst') {
    const read = compileVariable(ast.child, c);
    const store = compileTypedStore(ast, c);
    return (frame) => ({ get: () => read(frame), set: (value) => store(frame, value) });
  }
  if (ast.kind === 'ParenExpressionAst' && ast.pipeline.kind === 'PipelineAst') {
    const [element] = ast.pipeline.pipelineElements;
    if (ast.pipeline.pipelineElements.length === 1 && element?.kind === 'CommandExpressionAst') {
      if (element.expression.kind === 'VariableExpressionAst') {
        const read = compileVariable(element.expression, c);
        const store = compileStore(element.expression.variablePath, c);
        return (frame) => ({ get: () => read(frame), set: (value) => store(frame, value) });
      }
      return compilePlace(element.expression, c);
    }
  }
  return invalidLeftHandSide();
}
