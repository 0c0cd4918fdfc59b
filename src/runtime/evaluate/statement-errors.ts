import type { ControlFlow } from '../errors/control-flow.ts';
import type { TerminatingError } from '../errors/terminating-error.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { Eventually } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';
import { preferenceOf } from './preference.ts';
import { asTerminating, isUncatchable } from './terminating.ts';
import { runTrap, type Traps } from './traps.ts';

/**
 * Decides what an error of a statement does (about_Try_Catch_Finally, about_Trap, `$ErrorActionPreference`): it is
 * reported and the next statement runs, or it is thrown on. Answers a signal where a trap ended the block.
 */
export function onStatementError(
  frame: Frame,
  out: Sink,
  thrown: unknown,
  traps: Traps | undefined,
): Eventually<ControlFlow | undefined> {
  if (isUncatchable(thrown)) throw thrown;
  const { session } = frame;
  session.frame = frame;
  session.commandVersion++;
  const error = asTerminating(frame, thrown);
  session.engine.rememberError(error.origin ?? error.record);
  session.engine.lastSucceeded = false;
  if (traps !== undefined) return runTrap(frame, out, error, traps);
  if (frame.propagate || error.isFinal || session.engine.budget.stopping) throw error;
  const preference = preferenceOf(frame.scope, 'erroractionpreference', 'Continue');
  if (preference === 'SilentlyContinue' || preference === 'Ignore') return undefined;
  if (preference === 'Stop') {
    error.isFinal = true;
    throw error;
  }
  if (error.isThrow) throw error;
  return report(frame, error);
}

/** Writes the error to the frame's error stream; `$?` stays false. */
export function report(frame: Frame, error: TerminatingError): Eventually<undefined> {
  const pending = frame.streams.error.write(error.record);
  frame.engine.lastSucceeded = false;
  if (!(pending instanceof Promise)) return undefined;
  return pending.then(() => {
    frame.engine.lastSucceeded = false;
    return undefined;
  });
}
