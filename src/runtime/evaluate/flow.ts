import type {
  BreakStatementAst,
  ContinueStatementAst,
  ExitStatementAst,
  ExpressionAst,
  Extent,
  ReturnStatementAst,
  ThrowStatementAst,
} from '../../parser/index.ts';
import { BreakSignal, ContinueSignal, type ControlFlow, ExitSignal, ReturnSignal } from '../errors/control-flow.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { emit } from './output.ts';
import { rethrow, throwValue } from './throw.ts';

/** The one signal of a `return` whose value was written already. */
export const returned = new ReturnSignal();
const plainBreak = new BreakSignal();
const plainContinue = new ContinueSignal();

/** `return`: what follows it is written to the output; in methods it is the value. */
export function compileReturn(ast: ReturnStatementAst, c: Compile): Execute {
  if (ast.pipeline === undefined) return () => returned;
  if (c.inMethod) {
    const value = c.value(ast.pipeline);
    const { extent } = ast.pipeline;
    return (frame) => {
      frame.at = extent;
      return andThen(value(frame), (v) => new ReturnSignal(v ?? null));
    };
  }
  if (ast.pipeline.kind === 'PipelineAst' && ast.pipeline.pipelineElements.length === 1) {
    const element = ast.pipeline.pipelineElements[0];
    if (element?.kind === 'CommandExpressionAst' && element.redirections.length === 0 && !ast.pipeline.background)
      return returnValue(c.expression(element.expression), ast.pipeline.extent);
  }
  const run = c.statement(ast.pipeline);
  return (frame, out) => {
    const signal = run(frame, out);
    if (signal instanceof Promise) return signal.then((s) => s ?? returned);
    return signal ?? returned;
  };
}

function returnValue(value: Evaluate, extent: Extent): Execute {
  const done = () => returned;
  return (frame, out) => {
    frame.at = extent;
    const v = value(frame);
    if (v instanceof Promise) return v.then((x) => andThen(emit(frame, out, x), done));
    frame.engine.lastSucceeded = true;
    const pending = emit(frame, out, v);
    return pending instanceof Promise ? pending.then(done) : returned;
  };
}

/** `break`, with a label that may be computed. */
export function compileBreak(ast: BreakStatementAst, c: Compile): Execute {
  if (ast.label === undefined) return () => plainBreak;
  return labelled(ast.label, c, (label) => new BreakSignal(label));
}

/** `continue`, with a label that may be computed. */
export function compileContinue(ast: ContinueStatementAst, c: Compile): Execute {
  if (ast.label === undefined) return () => plainContinue;
  return labelled(ast.label, c, (label) => new ContinueSignal(label));
}

function labelled(label: ExpressionAst, c: Compile, make: (label: string) => ControlFlow): Execute {
  if (label.kind === 'StringConstantExpressionAst') {
    const signal = make(label.value);
    return () => signal;
  }
  const value = c.expression(label);
  return (frame) => andThen(value(frame), (v) => make(typeSystemOf(frame.engine).toText(v)));
}

/** `exit`: without a number in its value the code is 0. */
export function compileExit(ast: ExitStatementAst, c: Compile): Execute {
  if (ast.pipeline === undefined) return () => new ExitSignal(0);
  const value = c.value(ast.pipeline);
  return (frame) => andThen(value(frame), (v) => exitWith(frame, v));
}

function exitWith(frame: Frame, value: PSValue): Eventually<ControlFlow> {
  const int32 = frame.engine.resolveType('System.Int32');
  if (value === undefined || value === null || int32 === undefined) return new ExitSignal(0);
  try {
    const code = typeSystemOf(frame.engine).convert(value, int32);
    return andThen(code, (n) => new ExitSignal(typeof n === 'number' ? n : 0));
  } catch {
    return new ExitSignal(0);
  }
}

/** `throw` */
export function compileThrow(ast: ThrowStatementAst, c: Compile): Execute {
  const { extent } = ast;
  if (ast.pipeline === undefined) {
    return (frame) => {
      frame.at = extent;
      throw rethrow(frame);
    };
  }
  const value = c.value(ast.pipeline);
  return (frame) => {
    const v = value(frame);
    if (v instanceof Promise) return v.then((x) => fire(frame, extent, x));
    return fire(frame, extent, v);
  };
}

function fire(frame: Frame, extent: ThrowStatementAst['extent'], value: PSValue): never {
  frame.at = extent;
  throw throwValue(frame, value);
}
