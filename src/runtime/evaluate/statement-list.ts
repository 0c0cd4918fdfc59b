import type { Extent, StatementAst } from '../../parser/index.ts';
import { ControlFlow, OutputSignal } from '../errors/control-flow.ts';
import type { Sink } from '../pipeline/sink.ts';
import { type Eventually, restoring } from '../values/ps-value.ts';
import type { Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { type Left, left } from './loop-parts.ts';
import { onStatementError } from './statement-errors.ts';
import { compileTraps, type Traps } from './traps.ts';

/** Statements that follow one another. */
export interface StatementList {
  readonly statements: readonly StatementAst[];
  readonly run: readonly Execute[];
  readonly extents: readonly Extent[];
  readonly traps: Traps | undefined;
}

/** The parts of NamedBlockAst and StatementBlockAst that hold statements. */
export interface StatementHolder {
  readonly statements: readonly StatementAst[];
  readonly traps: Parameters<typeof compileTraps>[0];
}

/**
 * Compiles statements that follow one another. An error that is neither caught nor thrown is reported, and the next
 * statement runs.
 */
export function compileStatements(holder: StatementHolder, c: Compile): Execute {
  const list = compileList(holder, c);
  const [only] = list.run;
  const run: Execute =
    only !== undefined && list.run.length === 1
      ? single(list, only, list.extents[0] ?? null)
      : (frame, out) => runFrom(list, frame, out, 0);
  return list.traps === undefined ? run : trapping(run);
}

/** Where there are traps, errors of everything below come up to them. */
function trapping(run: Execute): Execute {
  return (frame, out) => {
    const propagated = frame.propagate;
    frame.propagate = true;
    return restoring(
      () => run(frame, out),
      () => {
        frame.propagate = propagated;
      },
    );
  };
}

/** The statements of a block as closures. */
export function compileList(holder: StatementHolder, c: Compile): StatementList {
  const statements = holder.statements.filter((s) => s.kind !== 'UsingStatementAst' && s.kind !== 'TypeDefinitionAst');
  return {
    statements,
    run: statements.map((s) => c.statement(s)),
    extents: statements.map((s) => s.extent),
    traps: compileTraps(holder.traps, c),
  };
}

function single(list: StatementList, run: Execute, extent: Extent | null): Execute {
  return (frame, out) => {
    try {
      frame.at = extent;
      const signal = run(frame, out);
      return signal instanceof Promise ? waitThen(list, frame, out, 0, signal) : signal;
    } catch (thrown) {
      return thrown instanceof ControlFlow ? leaveWith(thrown, out) : onStatementError(frame, out, thrown, list.traps);
    }
  };
}

/** The signal that control leaves with; output that it carries is written first. */
function leaveWith(signal: ControlFlow, out: Sink): Eventually<ControlFlow> {
  if (!(signal instanceof OutputSignal)) return signal;
  return writeFrom(signal, out, 0);
}

function writeFrom({ signal, output }: OutputSignal, out: Sink, start: number): Eventually<ControlFlow> {
  for (let i = start; i < output.length; i++) {
    const pending = out.write(output[i]);
    if (pending instanceof Promise) return pending.then(() => writeFrom(new OutputSignal(signal, output), out, i + 1));
  }
  return signal;
}

function runFrom(list: StatementList, frame: Frame, out: Sink, start: number): Eventually<ControlFlow | undefined> {
  const { run, extents } = list;
  let i = start;
  while (i < run.length) {
    try {
      for (; i < run.length; i++) {
        frame.at = extents[i] ?? null;
        const signal = run[i]?.(frame, out);
        if (signal !== undefined) return signal instanceof Promise ? waitThen(list, frame, out, i, signal) : signal;
      }
    } catch (thrown) {
      if (thrown instanceof ControlFlow) return leaveWith(thrown, out);
      const signal = onStatementError(frame, out, thrown, list.traps);
      if (signal !== undefined) return signal instanceof Promise ? resume(list, frame, out, i, signal) : signal;
      i++;
    }
  }
  return undefined;
}

/** Goes on behind a statement that threw, as its error allows. */
export function caught(
  list: StatementList,
  frame: Frame,
  out: Sink,
  at: number,
  thrown: unknown,
): Eventually<ControlFlow | undefined> {
  if (thrown instanceof ControlFlow) return leaveWith(thrown, out);
  const signal = onStatementError(frame, out, thrown, list.traps);
  if (signal === undefined) return runFrom(list, frame, out, at + 1);
  return signal instanceof Promise ? resume(list, frame, out, at, signal) : signal;
}

/** Runs what is behind a statement for code that cannot go on itself; {@link left} when all has run. */
export function rest(list: StatementList, frame: Frame, out: Sink, at: number): Eventually<ControlFlow | Left> {
  const signal = runFrom(list, frame, out, at + 1);
  return signal instanceof Promise ? (signal as Promise<ControlFlow>) : (signal ?? left.atCharge);
}

/** Goes on behind a statement that is pending. */
export async function waitThen(
  list: StatementList,
  frame: Frame,
  out: Sink,
  at: number,
  pending: Promise<ControlFlow | undefined>,
): Promise<ControlFlow | undefined> {
  let signal: ControlFlow | undefined;
  try {
    signal = await pending;
  } catch (thrown) {
    if (thrown instanceof ControlFlow) return leaveWith(thrown, out);
    signal = await onStatementError(frame, out, thrown, list.traps);
  }
  return signal ?? runFrom(list, frame, out, at + 1);
}

/** Goes on behind a statement whose error is being dealt with. */
async function resume(
  list: StatementList,
  frame: Frame,
  out: Sink,
  at: number,
  pending: Promise<ControlFlow | undefined>,
): Promise<ControlFlow | undefined> {
  return (await pending) ?? runFrom(list, frame, out, at + 1);
}
