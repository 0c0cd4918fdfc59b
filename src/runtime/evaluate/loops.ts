import type {
  DoUntilStatementAst,
  DoWhileStatementAst,
  ForEachStatementAst,
  ForStatementAst,
  PipelineBaseAst,
  WhileStatementAst,
} from '../../parser/index.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import { nullSink, type Sink } from '../pipeline/sink.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import { compileStore, type Store } from './assign-variable.ts';
import type { Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { compileCondition, type Test } from './conditionals.ts';
import type { Frame } from './frame.ts';
import { Heat } from './hot/heat.ts';
import { type HotEach, type HotLoop, hotEach, hotLoop } from './hot/hot-loop.ts';
import { withEnumerator } from './loop-enumerator.ts';
import { afterBody, done, EachPending, Left, type LoopAst, Pending } from './loop-parts.ts';
import { elementsOfAny } from './output.ts';

/** The parts of a loop that tests a condition. */
interface Loop {
  readonly label: string;
  /** Undefined means "always". */
  readonly test: Test | undefined;
  readonly body: Execute;
  /** Runs after each round, also after `continue`. */
  readonly step: Execute | undefined;
  /** `do … until`: the loop goes on while the test is false. */
  readonly until: boolean;
  readonly heat: Heat<HotLoop>;
}

/** Charges one round; the promise of a due yield to the event loop must be awaited. */
function round(frame: Frame): Promise<void> | undefined {
  const { budget } = frame.engine;
  budget.charge(1);
  return budget.pause();
}

/** Runs a loop to its end; the first thing that is pending makes the rest of it a promise. */
function rounds(loop: Loop, frame: Frame, out: Sink, testFirst: boolean): Eventually<ControlFlow | undefined> {
  const end = spin(loop, frame, out, testFirst);
  return end instanceof Pending ? goOn(loop, frame, out, end) : end;
}

/** Rounds as far as they go without waiting. */
function spin(loop: Loop, frame: Frame, out: Sink, testFirst: boolean): ControlFlow | Pending | undefined {
  const { test, body, step, label, until, heat } = loop;
  const { budget } = frame.engine;
  let at: Left['at'] = testFirst ? 'test' : 'body';
  for (let rounds = 0; ; rounds = 1) {
    const hot = heat.after(rounds, frame.scope);
    if (hot !== undefined) {
      const end = hot(frame, out, heat.most(), at === 'test');
      if (!(end instanceof Left)) return end;
      at = end.at;
      if (at === 'again') {
        at = 'test';
        continue;
      }
      heat.misfit();
    }
    if (at === 'test' && test !== undefined) {
      const truth = test(frame);
      if (typeof truth !== 'boolean') return new Pending('test', truth);
      if (truth === until) return undefined;
    }
    if (at !== 'charge') {
      const signal = body(frame, out);
      if (signal !== undefined) {
        if (signal instanceof Promise) return new Pending('body', signal);
        const next = afterBody(signal, label);
        if (next !== undefined) return next === done ? undefined : next;
      }
    }
    at = 'test';
    budget.charge(1);
    const pause = budget.pause();
    if (pause !== undefined) return new Pending('pause', pause);
    if (step !== undefined) {
      const pending = step(frame, nullSink);
      if (pending instanceof Promise) return new Pending('step', pending);
    }
  }
}

/** The rest of a loop from where it first had to wait. */
async function goOn(loop: Loop, frame: Frame, out: Sink, from: Pending): Promise<ControlFlow | undefined> {
  for (let pending = from; ; ) {
    const value = await pending.wait;
    if (pending.at === 'test' && value === loop.until) return undefined;
    if (pending.at === 'body') {
      if (value instanceof ControlFlow) {
        const next = afterBody(value, loop.label);
        if (next !== undefined) return next === done ? undefined : next;
      }
      await round(frame);
    }
    if (pending.at === 'body' || pending.at === 'pause') {
      const stepped = loop.step?.(frame, nullSink);
      if (stepped instanceof Promise) await stepped;
    }
    const end = spin(loop, frame, out, pending.at !== 'test');
    if (!(end instanceof Pending)) return end;
    pending = end;
  }
}

function labelOf(ast: { readonly label: string | undefined }): string {
  return ast.label === undefined ? '' : ast.label.toLowerCase();
}

function makeLoop(ast: LoopAst, test: Test | undefined, step: Execute | undefined, c: Compile): Loop {
  return {
    label: labelOf(ast),
    test,
    body: c.block(ast.body),
    step,
    until: ast.kind === 'DoUntilStatementAst',
    heat: new Heat((place) => hotLoop(ast, { test, step }, c, place)),
  };
}

/** `while` */
export function compileWhile(ast: WhileStatementAst, c: Compile): Execute {
  const loop = makeLoop(ast, compileCondition(ast.condition, c), undefined, c);
  return (frame, out) => rounds(loop, frame, out, true);
}

/** `do … while` and `do … until` */
export function compileDo(ast: DoWhileStatementAst | DoUntilStatementAst, c: Compile): Execute {
  const loop = makeLoop(ast, compileCondition(ast.condition, c), undefined, c);
  return (frame, out) => rounds(loop, frame, out, false);
}

/** `for`; what its initialiser and iterator give is dropped. */
export function compileFor(ast: ForStatementAst, c: Compile): Execute {
  const start = ast.initializer && part(ast.initializer, c);
  const test = ast.condition && compileCondition(ast.condition, c);
  const loop = makeLoop(ast, test, ast.iterator && part(ast.iterator, c), c);
  if (start === undefined) return (frame, out) => rounds(loop, frame, out, true);
  return (frame, out) => {
    const pending = start(frame, nullSink);
    if (pending instanceof Promise) return pending.then(() => rounds(loop, frame, out, true));
    return rounds(loop, frame, out, true);
  };
}

function part(ast: PipelineBaseAst, c: Compile): Execute {
  const run = c.statement(ast);
  const { extent } = ast;
  return (frame, out) => {
    frame.at = extent;
    return run(frame, out);
  };
}

interface Each {
  readonly label: string;
  readonly body: Execute;
  readonly store: Store;
  readonly heat: Heat<HotEach>;
}

/** `foreach`: over `$null` it does not run, over one object once; `$foreach` is the enumerator while it runs. */
export function compileForEach(ast: ForEachStatementAst, c: Compile): Execute {
  if (ast.flags === 'Parallel') return c.unsupported(ast, 'foreach -parallel');
  const items = c.value(ast.condition);
  const each: Each = {
    label: labelOf(ast),
    store: compileStore(ast.variable.variablePath, c),
    body: c.block(ast.body),
    heat: new Heat((place) => hotEach(ast, c, place)),
  };
  const { extent } = ast.condition;
  const start = /\$foreach\b/i.test(ast.body.extent.text) ? beginWatched : begin;
  return (frame, out) => {
    frame.at = extent;
    const value = items(frame);
    if (value instanceof Promise) return value.then((v) => start(each, frame, out, v));
    return start(each, frame, out, value);
  };
}

/** For bodies that use `$foreach`. */
function beginWatched(each: Each, frame: Frame, out: Sink, value: PSValue): Eventually<ControlFlow | undefined> {
  if (value === null || value === undefined) return undefined;
  const run = (elements: Iterable<PSValue>) =>
    withEnumerator(frame, 'foreach', elements, (items) => eachNext(each, frame, out, items));
  const elements = elementsOfAny(frame, value) ?? [value];
  return elements instanceof Promise ? elements.then(run) : run(elements);
}

function begin(each: Each, frame: Frame, out: Sink, value: PSValue): Eventually<ControlFlow | undefined> {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return eachOf(each, frame, out, value, 0);
  if (value instanceof TypedArray && value.items !== undefined) return eachOf(each, frame, out, value.items, 0);
  const elements = elementsOfAny(frame, value);
  if (elements instanceof Promise) return elements.then((e) => eachNext(each, frame, out, e[Symbol.iterator]()));
  if (elements === undefined) return eachOf(each, frame, out, [value], 0);
  return eachNext(each, frame, out, elements[Symbol.iterator]());
}

/** The rounds over a plain array. */
function eachOf(
  each: Each,
  frame: Frame,
  out: Sink,
  items: readonly PSValue[],
  start: number,
): Eventually<ControlFlow | undefined> {
  const end = eachItem(each, frame, out, items, start);
  return end instanceof EachPending ? eachItemLater(each, frame, out, items, end) : end;
}

/** Rounds over a plain array as far as they go without waiting. */
function eachItem(
  each: Each,
  frame: Frame,
  out: Sink,
  items: readonly PSValue[],
  start: number,
): ControlFlow | EachPending | undefined {
  for (let i = start; i < items.length; i++) {
    const hot = each.heat.after(i === start ? 0 : 1, frame.scope);
    if (hot !== undefined) {
      const end = hot(frame, out, each.heat.most(), items, i);
      if (typeof end === 'number') {
        i = end - 1;
        continue;
      }
      if (!(end instanceof EachPending) || end.wait !== undefined) return end;
      each.heat.misfit();
      i = end.next;
      if (i >= items.length) return undefined;
    }
    const end = oneRound(each, frame, out, items[i] ?? null);
    if (end instanceof Promise) return new EachPending(i + 1, end, false);
    if (end !== undefined) return end === done ? undefined : end;
  }
  return undefined;
}

/** The rest of the rounds over a plain array from where they first had to wait. */
async function eachItemLater(
  each: Each,
  frame: Frame,
  out: Sink,
  items: readonly PSValue[],
  first: EachPending,
): Promise<ControlFlow | undefined> {
  for (let pending = first; ; ) {
    const end = pending.inBody ? await waitRound(pending.wait, each.label, frame) : await pending.wait;
    if (end !== undefined) return end === done ? undefined : end;
    const next = eachItem(each, frame, out, items, pending.next);
    if (!(next instanceof EachPending)) return next;
    pending = next;
  }
}

/** What a run of rounds ended with: a signal, the end of the items, or a round that has to wait. */
function eachNow(each: Each, frame: Frame, out: Sink, items: Iterator<PSValue>): Eventually<RoundEnd> {
  for (let step = items.next(); !step.done; step = items.next()) {
    const end = oneRound(each, frame, out, step.value ?? null);
    if (end !== undefined) return end;
  }
  return done;
}

function eachNext(each: Each, frame: Frame, out: Sink, items: Iterator<PSValue>): Eventually<ControlFlow | undefined> {
  const end = eachNow(each, frame, out, items);
  if (end instanceof Promise) return eachLater(each, frame, out, items, end);
  return end === done ? undefined : end;
}

/** The rest of the rounds from the first that had to wait. */
async function eachLater(
  each: Each,
  frame: Frame,
  out: Sink,
  items: Iterator<PSValue>,
  first: Promise<RoundEnd>,
): Promise<ControlFlow | undefined> {
  for (let end = await first; ; ) {
    if (end !== undefined) return end === done ? undefined : end;
    const next = eachNow(each, frame, out, items);
    end = next instanceof Promise ? await next : next;
  }
}

type RoundEnd = ControlFlow | undefined | typeof done;

function oneRound({ store, body, label }: Each, frame: Frame, out: Sink, item: PSValue): Eventually<RoundEnd> {
  const stored = store(frame, item);
  if (stored instanceof Promise) return stored.then(() => waitRound(body(frame, out), label, frame));
  const signal = body(frame, out);
  if (signal instanceof Promise) return waitRound(signal, label, frame);
  if (signal !== undefined) {
    const next = afterBody(signal, label);
    if (next !== undefined) return next;
  }
  const pause = round(frame);
  return pause === undefined ? undefined : pause.then(() => undefined);
}

async function waitRound(pending: Eventually<ControlFlow | undefined>, label: string, frame: Frame): Promise<RoundEnd> {
  const signal = await pending;
  if (signal !== undefined) {
    const next = afterBody(signal, label);
    if (next !== undefined) return next;
  }
  await round(frame);
  return undefined;
}
