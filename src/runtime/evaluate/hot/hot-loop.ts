import type { PipelineBaseAst, StatementAst } from '../../../parser/index.ts';
import type { ControlFlow } from '../../errors/control-flow.ts';
import { nullSink, type Sink } from '../../pipeline/sink.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { Execute } from '../closures.ts';
import type { Compile } from '../compile-context.ts';
import type { Test } from '../conditionals.ts';
import type { Frame } from '../frame.ts';
import { afterBody, done, type EachAst, EachPending, type Left, type LoopAst, left, Pending } from '../loop-parts.ts';
import { caught, rest, waitThen } from '../statement-list.ts';
import type { HotPlace } from './locals.ts';
import { expressionOf } from './pure.ts';
import { Source } from './source.ts';
import { StatementCode } from './statements.ts';

/**
 * Rounds of a loop as far as they go without waiting, but `most` of them; `testing` says whether the first begins with
 * the test.
 */
export type HotLoop = (
  frame: Frame,
  out: Sink,
  most: number,
  testing: boolean,
) => ControlFlow | Pending | Left | undefined;

/** Rounds of `foreach` over a plain array from a position on, but `most` of them. */
export type HotEach = (
  frame: Frame,
  out: Sink,
  most: number,
  items: readonly PSValue[],
  start: number,
) => ControlFlow | EachPending | number | undefined;

/** What hot code shares with the closures it takes the place of. */
const shared = { Pending, EachPending, afterBody, caught, done, left, nullSink, rest, waitThen };

/** The closures that a loop falls back to. */
export interface LoopClosures {
  readonly test: Test | undefined;
  readonly step: Execute | undefined;
}

/** Code for a loop that tests a condition; undefined when nothing of it would be quicker. */
export function hotLoop(ast: LoopAst, closures: LoopClosures, c: Compile, place: HotPlace): HotLoop | undefined {
  if (ast.body.traps !== undefined) return undefined;
  const code = new StatementCode(new Source(), c, place, ast);
  const { source } = code;
  source.line('round: for (;;) {');
  if (ast.condition !== undefined && closures.test !== undefined) {
    source.line('if (testing) {');
    writeTest(code, ast.condition, closures.test, ast.kind === 'DoUntilStatementAst');
    source.line('}');
  }
  source.line('testing = true;');
  writeBody(code, ast);
  source.line('?if (s === left.atCharge) return s;');
  const step = ast.kind === 'ForStatementAst' ? ast.iterator : undefined;
  if (step !== undefined && closures.step !== undefined) {
    // The turn of the event loop comes before the step, the end of a short run behind it.
    writeCharge(code, ast.body, "return new Pending('pause', p);", '');
    writeStep(code, step, closures.step);
    source.line('if (most <= 0) {');
    code.mark('spill');
    source.line('return left.again; }');
  } else writeCharge(code, ast.body, "return new Pending('pause', p);", 'return left.again;');
  source.line('}');
  code.mark('spill');
  source.line('return undefined;');
  // The type is that of the text above.
  if (code.written === 0) return undefined;
  const misfit = 'return testing ? left.atTest : left.atBody;';
  return code.compile('frame, out, most, testing', misfit, shared) as HotLoop | undefined;
}

/** Leaves the loop when its condition says so. */
function writeTest(code: StatementCode, condition: PipelineBaseAst, test: Test, until: boolean): void {
  const { source } = code;
  const expression = expressionOf(condition);
  source.line('let go;');
  if (expression !== undefined && code.pure.supports(expression)) {
    code.written++;
    source.line('tested: { untested: {');
    source.line(`go = ${code.pure.truth(code.pure.emit(expression, 'untested'))}; engine.lastSucceeded = true;`);
    source.line('break tested; }');
    writeSlowTest(code, test, until);
    source.line('}');
  } else writeSlowTest(code, test, until);
  source.line(`if (go === ${until}) break round;`);
}

function writeSlowTest(code: StatementCode, test: Test, until: boolean): void {
  code.mark('spill');
  code.source.line(`go = ${code.source.constant(test)}(frame);`);
  code.source.line("if (typeof go !== 'boolean') return new Pending('test', go);");
  code.mark('reload');
  code.source.line(`?if (!fit) return go === ${until} ? undefined : left.atBody;`);
}

/** The statements of one round; what leaves the loop ends the function. */
function writeBody(code: StatementCode, ast: LoopAst | EachAst, pending = "new Pending('body', s)"): void {
  const { source } = code;
  code.list(ast.body, 'body', { leave: 'round', next: 'body' });
  source.line('if (s !== undefined && s !== left.atCharge) {');
  source.line(`if (s instanceof Promise) return ${pending};`);
  source.line(`const next = afterBody(s, ${source.constant(ast.label?.toLowerCase() ?? '')});`);
  source.line('s = undefined;');
  source.line('if (next !== undefined) {');
  code.mark('spill');
  source.line('return next === done ? undefined : next; } }');
}

/**
 * Charges a round to the budget; where it is due, the event loop gets its turn. The first runs are short, so that V8
 * has seen this way out when it optimises the function.
 */
function writeCharge(code: StatementCode, at: { readonly extent: unknown }, leave: string, again: string): void {
  const { source } = code;
  source.line('if (budget.spend(1) | (--most <= 0)) {');
  code.mark('spill');
  source.line(`frame.at = ${source.constant(at.extent)};`);
  source.line('budget.charge(0);');
  source.line(`const p = budget.pause(); if (p !== undefined) ${leave}`);
  source.line(again === '' ? '' : `if (most <= 0) ${again}`);
  source.line('}');
}

function writeStep(code: StatementCode, ast: StatementAst, step: Execute): void {
  const { source } = code;
  const write = code.alone(ast);
  if (write !== undefined) {
    code.written++;
    source.line('stepped: { unstepped: {');
    write('unstepped');
    source.line('break stepped; }');
  }
  code.mark('spill');
  source.line(`const p = ${source.constant(step)}(frame, nullSink);`);
  source.line("if (p instanceof Promise) return new Pending('step', p);");
  code.mark('reload');
  source.line('?if (!fit) return left.atTest;');
  if (write !== undefined) source.line('}');
}

/** Code for `foreach` over plain arrays; undefined when nothing of it would be quicker. */
export function hotEach(ast: EachAst, c: Compile, place: HotPlace): HotEach | undefined {
  const { variable } = ast;
  const code = new StatementCode(new Source(), c, place, ast);
  if (ast.body.traps !== undefined || !code.knows(variable)) return undefined;
  const { source } = code;
  source.line('let n = start;');
  source.line('round: for (; n < items.length; n++) {');
  source.line('stored: { unstored: {');
  source.line('const item = items[n] ?? null;');
  code.store(variable, { code: 'item', kind: 'any' }, 'unstored');
  source.line('break stored; }');
  code.mark('spill');
  source.line('return new EachPending(n, undefined, false); }');
  writeBody(code, ast, 'new EachPending(n + 1, s, true)');
  source.line('?if (s === left.atCharge) { budget.charge(1); return new EachPending(n + 1, undefined, false); }');
  writeCharge(code, ast.body, 'return new EachPending(n + 1, p, false);', 'return n + 1;');
  source.line('}');
  code.mark('spill');
  source.line('return undefined;');
  // The type is that of the text above.
  if (code.written === 0) return undefined;
  const misfit = 'return new EachPending(start, undefined, false);';
  return code.compile('frame, out, most, items, start', misfit, shared) as HotEach | undefined;
}
