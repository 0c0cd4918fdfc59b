import type {
  AssignmentStatementAst,
  CommandExpressionAst,
  ExpressionAst,
  PipelineAst,
  PipelineChainAst,
  StatementAst,
} from '../../parser/index.ts';
import type { ControlFlow } from '../errors/control-flow.ts';
import type { PipelineInput } from '../pipeline/run-pipeline.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { Stage } from '../pipeline/stage.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { compileCall } from './calls.ts';
import type { Evaluate, Execute } from './closures.ts';
import { type CommandCode, compileCommand, compileRedirections } from './commands.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { emit } from './output.ts';
import { withRedirections } from './redirected.ts';
import { captureValue } from './sub-expressions.ts';
import { compileDiscard } from './unary.ts';

/** The expression a pipeline consists of, when it is nothing else. */
export function onlyExpression(ast: PipelineAst): ExpressionAst | undefined {
  const [element] = ast.pipelineElements;
  if (ast.pipelineElements.length !== 1 || ast.background || element?.kind !== 'CommandExpressionAst') return undefined;
  return element.redirections.length === 0 ? element.expression : undefined;
}

/** A pipeline as a statement. */
export function compilePipeline(ast: PipelineAst, c: Compile): Execute {
  if (ast.background) return compileBackground(ast, c);
  const expression = onlyExpression(ast);
  if (expression !== undefined) return compileExpressionStatement(expression, c);
  const [first] = ast.pipelineElements;
  if (ast.pipelineElements.length === 1 && first?.kind === 'CommandExpressionAst')
    return compileCommandExpression(first, c);
  if (ast.pipelineElements.length === 1 && first?.kind === 'CommandAst' && first.redirections.length === 0)
    return compileCall(first, c);
  return compileStages(ast, c);
}

/** `pipeline &`: a job. */
export function compileBackground(ast: PipelineAst | PipelineChainAst, c: Compile): Execute {
  const text = ast.extent.text.replace(/\s*&\s*$/, '');
  return (frame, out) => {
    const { engine } = frame;
    if (!engine.startBackground) return c.unsupported(ast, 'pipelines in the background (&)')();
    const job = engine.startBackground(frame, text);
    return andThen(job, (j) => ran(out.write(j)));
  };
}

/** A pipeline as a value: a bare expression is not taken apart. */
export function compilePipelineValue(ast: PipelineAst, c: Compile): Evaluate {
  const expression = onlyExpression(ast);
  return expression === undefined ? captureValue(compilePipeline(ast, c)) : c.expression(expression);
}

/** An expression as a statement: its value is written, unless it only changes something. */
function compileExpressionStatement(ast: ExpressionAst, c: Compile): Execute {
  const discard = compileDiscard(ast, c);
  const succeeds = leavesSuccess(ast);
  if (discard !== undefined) {
    return (frame) => {
      const pending = discard(frame);
      if (pending instanceof Promise) return pending.then(() => succeeded(frame, succeeds));
      return succeeded(frame, succeeds);
    };
  }
  const value = c.expression(ast);
  return (frame, out) => {
    const v = value(frame);
    if (v instanceof Promise) return v.then((x) => written(frame, emit(frame, out, x), succeeds));
    return written(frame, emit(frame, out, v), succeeds);
  };
}

function written(frame: Frame, pending: Eventually<void>, succeeds: boolean): Eventually<undefined> {
  if (pending instanceof Promise) return pending.then(() => succeeded(frame, succeeds));
  return succeeded(frame, succeeds);
}

function succeeded(frame: Frame, succeeds: boolean): undefined {
  if (succeeds) frame.engine.lastSucceeded = true;
  return undefined;
}

/** An expression with redirections, as `1, 2 > file`. */
export function compileCommandExpression(ast: CommandExpressionAst, c: Compile): Execute {
  if (ast.redirections.length === 0) return compileExpressionStatement(ast.expression, c);
  const value = c.expression(ast.expression);
  const redirections = compileRedirections(ast.redirections, c);
  return (frame, out) => {
    const feed: PipelineInput = (sink) => {
      const v = value(frame);
      return v instanceof Promise ? v.then((x) => emit(frame, sink, x)) : emit(frame, sink, v);
    };
    const ready = redirections(frame);
    return ready instanceof Promise
      ? ready.then((r) => withRedirections(frame, r, feed, out))
      : withRedirections(frame, ready, feed, out);
  };
}

/** Several commands, or one with redirections. */
function compileStages(ast: PipelineAst, c: Compile): Execute {
  const [first, ...rest] = ast.pipelineElements;
  const head = first?.kind === 'CommandExpressionAst' ? first : undefined;
  const value = head && c.expression(head.expression);
  const commands: CommandCode[] = (head ? rest : ast.pipelineElements).map((e) =>
    e.kind === 'CommandAst' ? compileCommand(e, c) : c.unsupported(e, 'an expression behind |'),
  );
  const { extent } = ast;
  return (frame, out) => {
    frame.at = extent;
    if (value === undefined) return start(frame, commands, undefined, out);
    // The leading expression runs before the commands are set up, as its value decides what they get.
    const v = value(frame);
    const feed =
      (x: PSValue): PipelineInput =>
      (sink) =>
        emit(frame, sink, x);
    return v instanceof Promise
      ? v.then((x) => start(frame, commands, feed(x), out))
      : start(frame, commands, feed(v), out);
  };
}

function start(
  frame: Frame,
  commands: readonly CommandCode[],
  input: PipelineInput | undefined,
  out: Sink,
): Eventually<ControlFlow | undefined> {
  const stages: Stage[] = [];
  for (const command of commands) {
    const stage = command(frame);
    if (stage instanceof Promise) return startLater(frame, commands, stages, stage, input, out);
    stages.push(stage);
  }
  return ran(frame.session.runPipeline(frame, stages, input, out));
}

async function startLater(
  frame: Frame,
  commands: readonly CommandCode[],
  stages: Stage[],
  first: Promise<Stage>,
  input: PipelineInput | undefined,
  out: Sink,
): Promise<ControlFlow | undefined> {
  stages.push(await first);
  for (const command of commands.slice(stages.length)) stages.push(await command(frame));
  await frame.session.runPipeline(frame, stages, input, out);
  return undefined;
}

/** A finished pipeline leaves no signal. */
export function ran(pending: Eventually<void>): Eventually<undefined> {
  return pending instanceof Promise ? pending.then(() => undefined) : undefined;
}

/** Whether running the expression sets `$?` to true: not where commands inside it have set it. */
export function leavesSuccess(ast: ExpressionAst): boolean {
  switch (ast.kind) {
    case 'ParenExpressionAst':
      return statementLeavesSuccess(ast.pipeline);
    case 'SubExpressionAst':
      return ast.subExpression.statements.length === 0;
    case 'ArrayExpressionAst': {
      const { statements, traps } = ast.subExpression;
      const [only] = statements;
      if (only === undefined) return true;
      return statements.length === 1 && traps === undefined && statementLeavesSuccess(only);
    }
    default:
      return true;
  }
}

/** As {@link leavesSuccess}, for a statement. */
export function statementLeavesSuccess(ast: StatementAst): boolean {
  switch (ast.kind) {
    case 'PipelineAst': {
      const [element] = ast.pipelineElements;
      return (
        ast.pipelineElements.length === 1 &&
        element?.kind === 'CommandExpressionAst' &&
        leavesSuccess(element.expression)
      );
    }
    case 'AssignmentStatementAst':
      return statementLeavesSuccess(innermost(ast));
    case 'CommandExpressionAst':
      return leavesSuccess(ast.expression);
    default:
      return false;
  }
}

function innermost(ast: AssignmentStatementAst): StatementAst {
  let right: StatementAst = ast.right;
  while (right.kind === 'AssignmentStatementAst') right = right.right;
  return right;
}
