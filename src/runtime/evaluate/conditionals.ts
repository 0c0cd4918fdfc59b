import type { IfStatementAst, PipelineBaseAst, TernaryExpressionAst } from '../../parser/index.ts';
import type { ControlFlow } from '../errors/control-flow.ts';
import type { Sink } from '../pipeline/sink.ts';
import { typeSystemOf } from '../types/type-system.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';

/** A compiled condition. */
export type Test = (frame: Frame) => Eventually<boolean>;

/** PowerShell's truth of a value (about_Booleans). */
export function isTrue(frame: Frame, value: PSValue): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value.length > 0;
    case 'undefined':
      return false;
    default:
      return value !== null && typeSystemOf(frame.engine).toBoolean(value);
  }
}

/** Compiles an expression to its truth. */
export function testOf(value: Evaluate): Test {
  return (frame) => {
    const v = value(frame);
    if (typeof v === 'boolean') return v;
    return v instanceof Promise ? v.then((x) => isTrue(frame, x)) : isTrue(frame, v);
  };
}

/** Compiles the condition of a statement; errors in it stand at the condition. */
export function compileCondition(ast: PipelineBaseAst, c: Compile): Test {
  const test = testOf(c.value(ast));
  const { extent } = ast;
  return (frame) => {
    frame.at = extent;
    const truth = test(frame);
    if (truth instanceof Promise) return truth.then((t) => tested(frame, t));
    return tested(frame, truth);
  };
}

/** A condition that could be evaluated counts as success, whatever the commands in it said. */
function tested(frame: Frame, truth: boolean): boolean {
  frame.engine.lastSucceeded = true;
  return truth;
}

interface Clause {
  readonly test: Test;
  readonly body: Execute;
}

/** `if … elseif … else` */
export function compileIf(ast: IfStatementAst, c: Compile): Execute {
  const clauses: Clause[] = ast.clauses.map((k) => ({ test: compileCondition(k.condition, c), body: c.block(k.body) }));
  const otherwise = ast.elseClause && c.block(ast.elseClause);
  const [only] = clauses;
  if (clauses.length === 1 && only !== undefined) return single(only, otherwise);
  return (frame, out) => choose(clauses, otherwise, frame, out, 0);
}

function single({ test, body }: Clause, otherwise: Execute | undefined): Execute {
  return (frame, out) => {
    const truth = test(frame);
    if (truth === true) return body(frame, out);
    if (truth === false) return otherwise?.(frame, out);
    return truth.then((t) => (t ? body(frame, out) : otherwise?.(frame, out)));
  };
}

function choose(
  clauses: readonly Clause[],
  otherwise: Execute | undefined,
  frame: Frame,
  out: Sink,
  start: number,
): Eventually<ControlFlow | undefined> {
  for (let i = start; i < clauses.length; i++) {
    const clause = clauses[i];
    if (clause === undefined) break;
    const truth = clause.test(frame);
    if (truth instanceof Promise)
      return truth.then((t) => (t ? clause.body(frame, out) : choose(clauses, otherwise, frame, out, i + 1)));
    if (truth) return clause.body(frame, out);
  }
  return otherwise?.(frame, out);
}

/** `condition ? a : b` */
export function compileTernary(ast: TernaryExpressionAst, c: Compile): Evaluate {
  const test = testOf(c.expression(ast.condition));
  const whenTrue = c.expression(ast.ifTrue);
  const whenFalse = c.expression(ast.ifFalse);
  return (frame) => {
    const truth = test(frame);
    if (truth instanceof Promise) return truth.then((t) => (t ? whenTrue(frame) : whenFalse(frame)));
    return truth ? whenTrue(frame) : whenFalse(frame);
  };
}
