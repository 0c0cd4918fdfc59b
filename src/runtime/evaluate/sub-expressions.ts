import type {
  ArrayExpressionAst,
  ParenExpressionAst,
  StatementBlockAst,
  SubExpressionAst,
} from '../../parser/index.ts';
import { type ControlFlow, OutputSignal } from '../errors/control-flow.ts';
import { elementsOf } from '../members/enumerate.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { elementsOfAny, ValueSink } from './output.ts';

/**
 * Runs statements inside an expression: their output is the value, a signal that leaves them is thrown.
 *
 * @param keeps whether what they had given by then goes with the signal; what `@( )` collects is lost
 */
export function capture<T>(run: Execute, frame: Frame, take: (sink: ValueSink) => T, keeps = false): Eventually<T> {
  const sink = new ValueSink();
  const signal = run(frame, sink);
  if (signal !== undefined) {
    if (!(signal instanceof Promise)) throw leaving(signal, sink, keeps);
    return signal.then((s) => {
      if (s !== undefined) throw leaving(s, sink, keeps);
      return take(sink);
    });
  }
  return take(sink);
}

function leaving(signal: ControlFlow, sink: ValueSink, keeps: boolean): ControlFlow {
  const output = keeps ? sink.array() : [];
  return output.length === 0 ? signal : new OutputSignal(signal, output);
}

function valueOf(sink: ValueSink): PSValue {
  return sink.value();
}

function arrayOf(sink: ValueSink): PSValue[] {
  return sink.array();
}

/** The output of a statement as a value. */
export function captureValue(run: Execute): Evaluate {
  return (frame) => capture(run, frame, valueOf, true);
}

/** `( … )` */
export function compileParen(ast: ParenExpressionAst, c: Compile): Evaluate {
  return c.value(ast.pipeline);
}

/** `$( … )` */
export function compileSubExpression(ast: SubExpressionAst, c: Compile): Evaluate {
  if (ast.subExpression.statements.length === 0) return () => undefined;
  return captureValue(c.block(ast.subExpression));
}

/** `@( … )`: always an array; one expression that is an array already stays that array. */
export function compileArrayExpression(ast: ArrayExpressionAst, c: Compile): Evaluate {
  const only = onlyExpression(ast.subExpression);
  if (only !== undefined) {
    const value = c.expression(only);
    return (frame) => {
      const v = value(frame);
      return v instanceof Promise ? v.then((x) => asArray(frame, x)) : asArray(frame, v);
    };
  }
  const run = c.block(ast.subExpression);
  return (frame) => capture(run, frame, arrayOf);
}

function onlyExpression(block: StatementBlockAst) {
  const [statement] = block.statements;
  if (block.statements.length !== 1 || block.traps !== undefined || statement?.kind !== 'PipelineAst') return undefined;
  const [element] = statement.pipelineElements;
  if (statement.pipelineElements.length !== 1 || statement.background) return undefined;
  if (element?.kind !== 'CommandExpressionAst' || element.redirections.length > 0) return undefined;
  const { expression } = element;
  // What a cast or increment gives differs as a value and as a statement.
  return expression.kind === 'UnaryExpressionAst' || expression.kind === 'ConvertExpressionAst'
    ? undefined
    : expression;
}

function asArray(frame: Frame, value: PSValue): Eventually<PSValue[]> {
  if (Array.isArray(value)) return value;
  if (value === undefined) return [];
  const items = elementsOf(value);
  if (items !== undefined) return [...items];
  const found = elementsOfAny(frame, value);
  if (found instanceof Promise) return found.then((e) => [...e]);
  return found === undefined ? [value] : [...found];
}
