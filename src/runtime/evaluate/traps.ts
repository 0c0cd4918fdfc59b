import type { TrapStatementAst } from '../../parser/index.ts';
import { BreakSignal, ContinueSignal, type ControlFlow } from '../errors/control-flow.ts';
import type { TerminatingError } from '../errors/terminating-error.ts';
import type { Sink } from '../pipeline/sink.ts';
import { Layout } from '../scope/layout.ts';
import { Scope } from '../scope/scope.ts';
import type { Eventually } from '../values/ps-value.ts';
import { findTrap, type HandlerTypes } from './catch-matching.ts';
import type { Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { Frame } from './frame.ts';
import { preferenceOf } from './preference.ts';
import { report } from './statement-errors.ts';

/** The trap statements of one block. */
export interface Traps {
  /** One entry per trap; undefined types take everything. */
  readonly types: HandlerTypes;
  readonly bodies: readonly Execute[];
}

/** Compiles the traps of a block; undefined when it has none. */
export function compileTraps(traps: readonly TrapStatementAst[] | undefined, c: Compile): Traps | undefined {
  if (traps === undefined || traps.length === 0) return undefined;
  return {
    types: traps.map((t) => (t.trapType ? [t.trapType.typeName] : undefined)),
    bodies: traps.map((t) => c.block(t.body)),
  };
}

/**
 * Runs the trap for an error (about_Trap) in a scope of its own: `continue` goes on with the next statement, `break`
 * throws the error on, falling off the end reports it and goes on.
 */
export function runTrap(
  frame: Frame,
  out: Sink,
  error: TerminatingError,
  traps: Traps,
): Eventually<ControlFlow | undefined> {
  const found = findTrap(frame, error, traps.types);
  const body = found && traps.bodies[found.handler];
  if (!found || !body) throw stopped(error);
  const scope = new Scope(frame.scope, frame.sessionState, new Layout(), [], 'local');
  scope.dollarUnder = found.record;
  const inner = new Frame(frame.session, scope, frame.streams, frame, frame.block);
  inner.command = frame.command;
  inner.invocation = frame.invocation;
  inner.propagate = frame.propagate;
  inner.handling = error.record;
  frame.session.frame = inner;
  const settle = (signal: ControlFlow | undefined) => afterTrap(frame, error, signal);
  const done = body(inner, out);
  return done instanceof Promise ? done.then(settle) : settle(done);
}

function afterTrap(
  frame: Frame,
  error: TerminatingError,
  signal: ControlFlow | undefined,
): Eventually<ControlFlow | undefined> {
  frame.session.frame = frame;
  frame.engine.lastSucceeded = false;
  if (signal instanceof ContinueSignal && signal.label === '') return undefined;
  if (signal instanceof BreakSignal && signal.label === '') throw stopped(error);
  if (signal !== undefined) return signal;
  const preference = preferenceOf(frame.scope, 'erroractionpreference', 'Continue');
  if (preference === 'SilentlyContinue' || preference === 'Ignore') return undefined;
  if (preference === 'Stop') throw stopped(error);
  return report(frame, error);
}

function stopped(error: TerminatingError): TerminatingError {
  error.isFinal = true;
  return error;
}
