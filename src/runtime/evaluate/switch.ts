import type { ExpressionAst, SwitchFlag, SwitchStatementAst } from '../../parser/index.ts';
import { BreakSignal, ContinueSignal, type ControlFlow } from '../errors/control-flow.ts';
import type { Sink } from '../pipeline/sink.ts';
import { baseOf } from '../values/ps-object.ts';
import { type Eventually, type PSValue, restoring } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { isTrue } from './conditionals.ts';
import type { Frame } from './frame.ts';
import { withEnumerator } from './loop-enumerator.ts';
import { isMine } from './loop-parts.ts';
import { elementsOfAny } from './output.ts';
import { capture } from './sub-expressions.ts';
import { fileLines } from './switch-file.ts';
import { type Matcher, matcherFor } from './switch-match.ts';

interface Clause {
  readonly condition: Evaluate;
  /** The body of a block condition, run with `$_`; undefined for every other condition. */
  readonly block: Execute | undefined;
  readonly body: Execute;
}

interface Switch {
  readonly label: string;
  readonly clauses: readonly Clause[];
  readonly otherwise: Execute | undefined;
  readonly matches: Matcher;
  /** Whether the bodies use `$switch`. */
  readonly isWatched: boolean;
}

/** `switch` (about_Switch): every matching clause runs, for each item. */
export function compileSwitch(ast: SwitchStatementAst, c: Compile): Execute {
  if (ast.flags.includes('Parallel')) return c.unsupported(ast, 'switch -parallel');
  const value = c.value(ast.condition);
  const parts: Switch = {
    label: ast.label?.toLowerCase() ?? '',
    clauses: ast.clauses.map((k) => ({
      condition: placed(k.condition, c),
      block: k.condition.kind === 'ScriptBlockExpressionAst' ? conditionBlock(k.condition, c) : undefined,
      body: c.block(k.body),
    })),
    otherwise: ast.default && c.block(ast.default),
    matches: matcherFor(ast.flags as readonly SwitchFlag[]),
    isWatched: /\$switch\b/i.test(ast.extent.text),
  };
  const isFile = ast.flags.includes('File');
  const { extent } = ast.condition;
  return (frame, out) => {
    frame.at = extent;
    const v = value(frame);
    if (v instanceof Promise) return v.then((x) => begin(parts, isFile, frame, out, x));
    return begin(parts, isFile, frame, out, v);
  };
}

/** A clause's condition; errors in it stand there. */
function placed(ast: ExpressionAst, c: Compile): Evaluate {
  const value = c.expression(ast);
  if (ast.kind === 'StringConstantExpressionAst' || ast.kind === 'ConstantExpressionAst') return value;
  const { extent } = ast;
  return (frame) => {
    frame.at = extent;
    return value(frame);
  };
}

/** A condition in braces runs in the scope of the switch, as its own block would be slower and see the same names. */
function conditionBlock(
  ast: Extract<SwitchStatementAst['clauses'][number]['condition'], { kind: 'ScriptBlockExpressionAst' }>,
  c: Compile,
): Execute | undefined {
  const { scriptBlock } = ast;
  const { endBlock } = scriptBlock;
  if (endBlock === undefined || scriptBlock.paramBlock !== undefined || !endBlock.unnamed) return undefined;
  return c.block({
    kind: 'StatementBlockAst',
    extent: endBlock.extent,
    statements: endBlock.statements,
    traps: endBlock.traps,
  });
}

function begin(
  parts: Switch,
  isFile: boolean,
  frame: Frame,
  out: Sink,
  value: PSValue,
): Eventually<ControlFlow | undefined> {
  if (isFile) {
    const lines = fileLines(frame, value);
    return lines instanceof Promise ? lines.then((l) => items(parts, frame, out, l)) : items(parts, frame, out, lines);
  }
  if (value === undefined) return undefined;
  const elements = elementsOfAny(frame, value);
  if (elements instanceof Promise) return elements.then((e) => items(parts, frame, out, e));
  return items(parts, frame, out, elements ?? [value]);
}

const stop = Symbol('stop');
type ItemEnd = ControlFlow | undefined | typeof stop;

/** Runs the clauses for each item; `$_` and `$switch` are put back at the end. */
function items(parts: Switch, frame: Frame, out: Sink, list: Iterable<PSValue>): Eventually<ControlFlow | undefined> {
  const { scope } = frame;
  const under = scope.dollarUnder;
  return restoring(
    () =>
      parts.isWatched
        ? withEnumerator(frame, 'switch', list, (found) => each(parts, frame, out, found))
        : each(parts, frame, out, list[Symbol.iterator]()),
    () => {
      scope.dollarUnder = under;
    },
  );
}

function each(parts: Switch, frame: Frame, out: Sink, list: Iterator<PSValue>): Eventually<ControlFlow | undefined> {
  for (let step = list.next(); !step.done; step = list.next()) {
    const end = oneItem(parts, frame, out, step.value ?? null);
    if (end instanceof Promise) return eachLater(parts, frame, out, list, end);
    if (end !== undefined) return end === stop ? undefined : end;
  }
  return undefined;
}

async function eachLater(
  parts: Switch,
  frame: Frame,
  out: Sink,
  list: Iterator<PSValue>,
  first: Promise<ItemEnd>,
): Promise<ControlFlow | undefined> {
  for (let pending: Eventually<ItemEnd> = first; ; ) {
    const end = pending instanceof Promise ? await pending : pending;
    if (end !== undefined) return end === stop ? undefined : end;
    const step = list.next();
    if (step.done) return undefined;
    pending = oneItem(parts, frame, out, step.value ?? null);
  }
}

function oneItem(parts: Switch, frame: Frame, out: Sink, item: PSValue): Eventually<ItemEnd> {
  const { budget } = frame.engine;
  budget.charge(1);
  const pause = budget.pause();
  frame.scope.dollarUnder = item;
  if (pause !== undefined) return pause.then(() => clausesFrom(parts, frame, out, 0, false));
  return clausesFrom(parts, frame, out, 0, false);
}

function clausesFrom(parts: Switch, frame: Frame, out: Sink, start: number, matched: boolean): Eventually<ItemEnd> {
  let any = matched;
  for (let i = start; i < parts.clauses.length; i++) {
    const clause = parts.clauses[i];
    if (clause === undefined) break;
    const hit = matchesClause(parts, frame, clause);
    if (hit instanceof Promise)
      return hit.then((h) =>
        h ? afterClause(parts, frame, out, i, clause.body(frame, out)) : clausesFrom(parts, frame, out, i + 1, any),
      );
    if (!hit) continue;
    any = true;
    const signal = clause.body(frame, out);
    if (signal instanceof Promise) return afterClause(parts, frame, out, i, signal);
    if (signal !== undefined) {
      const end = endOf(parts, signal);
      return end === goOn ? undefined : end;
    }
  }
  if (any || parts.otherwise === undefined) return undefined;
  const signal = parts.otherwise(frame, out);
  if (signal instanceof Promise) return signal.then((s) => leaveItem(parts, s));
  return leaveItem(parts, signal);
}

async function afterClause(
  parts: Switch,
  frame: Frame,
  out: Sink,
  at: number,
  pending: Eventually<ControlFlow | undefined>,
): Promise<ItemEnd> {
  const signal = await pending;
  return signal === undefined ? clausesFrom(parts, frame, out, at + 1, true) : leaveItem(parts, signal);
}

function leaveItem(parts: Switch, signal: ControlFlow | undefined): ItemEnd {
  if (signal === undefined) return undefined;
  const end = endOf(parts, signal);
  return end === goOn ? undefined : end;
}

const goOn = Symbol('goOn');

function endOf({ label }: Switch, signal: ControlFlow): ControlFlow | typeof stop | typeof goOn {
  if (signal instanceof BreakSignal && isMine(signal.label, label)) return stop;
  if (signal instanceof ContinueSignal && isMine(signal.label, label)) return goOn;
  return signal;
}

function matchesClause(parts: Switch, frame: Frame, clause: Clause): Eventually<boolean> {
  if (clause.block !== undefined) {
    const truth = capture(clause.block, frame, (sink) => sink.value());
    return truth instanceof Promise ? truth.then((t) => isTrue(frame, t)) : isTrue(frame, truth);
  }
  const wanted = clause.condition(frame);
  if (wanted instanceof Promise) return wanted.then((w) => compare(parts, frame, w));
  return compare(parts, frame, wanted);
}

function compare(parts: Switch, frame: Frame, wanted: PSValue): Eventually<boolean> {
  const item = frame.scope.dollarUnder;
  const base = baseOf(wanted);
  if (base instanceof ScriptBlock) {
    const truth = frame.session.runValue(frame, base, item);
    return truth instanceof Promise ? truth.then((t) => isTrue(frame, t)) : isTrue(frame, truth);
  }
  return parts.matches(frame, item ?? null, wanted ?? null);
}
