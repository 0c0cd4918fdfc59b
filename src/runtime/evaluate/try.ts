import type { TryStatementAst } from '../../parser/index.ts';
import { ControlFlow, PipelineStoppedSignal } from '../errors/control-flow.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import type { Sink } from '../pipeline/sink.ts';
import { type Eventually, restoring } from '../values/ps-value.ts';
import { findHandler, type HandlerTypes } from './catch-matching.ts';
import type { Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { asTerminating, isUncatchable } from './terminating.ts';

interface Try {
  readonly body: Execute;
  readonly types: HandlerTypes;
  readonly handlers: readonly Execute[];
}

/** `try … catch … finally` (about_Try_Catch_Finally) */
export function compileTry(ast: TryStatementAst, c: Compile): Execute {
  const parts: Try = {
    body: c.block(ast.body),
    types: ast.catchClauses.map((k) => (k.catchTypes.length === 0 ? undefined : k.catchTypes.map((t) => t.typeName))),
    handlers: ast.catchClauses.map((k) => c.block(k.body)),
  };
  const guarded: Execute = parts.handlers.length === 0 ? parts.body : (frame, out) => runTry(parts, frame, out);
  if (ast.finally === undefined) return guarded;
  const last = c.block(ast.finally);
  return (frame, out) => withFinally(guarded, last, frame, out);
}

function runTry(parts: Try, frame: Frame, out: Sink): Eventually<ControlFlow | undefined> {
  const propagated = frame.propagate;
  frame.propagate = true;
  let signal: Eventually<ControlFlow | undefined>;
  try {
    signal = parts.body(frame, out);
  } catch (thrown) {
    frame.propagate = propagated;
    return handle(parts, frame, out, thrown);
  }
  if (!(signal instanceof Promise)) {
    frame.propagate = propagated;
    return signal;
  }
  return signal.then(
    (s) => {
      frame.propagate = propagated;
      return s;
    },
    (thrown) => {
      frame.propagate = propagated;
      return handle(parts, frame, out, thrown);
    },
  );
}

function handle(parts: Try, frame: Frame, out: Sink, thrown: unknown): Eventually<ControlFlow | undefined> {
  if (thrown instanceof ControlFlow) return thrown;
  if (isUncatchable(thrown)) throw thrown;
  const { session } = frame;
  session.frame = frame;
  session.commandVersion++;
  const error = asTerminating(frame, thrown);
  session.engine.rememberError(error.origin ?? error.record);
  const found = findHandler(frame, error, parts.types);
  const body = found && parts.handlers[found.handler];
  if (!found || !body) throw error;
  session.engine.lastSucceeded = false;
  return runHandler(body, frame, out, found.record, error.record);
}

/**
 * Runs a catch body with `$_` as the record, and puts `$_` back. An error in it leaves the whole statement: what follows
 * the statement decides about it.
 */
function runHandler(
  body: Execute,
  frame: Frame,
  out: Sink,
  record: ErrorRecord,
  original: ErrorRecord,
): Eventually<ControlFlow | undefined> {
  const { scope } = frame;
  const under = scope.dollarUnder;
  const outer = frame.handling;
  const propagated = frame.propagate;
  scope.dollarUnder = record;
  frame.handling = original;
  frame.propagate = true;
  return restoring(
    () => body(frame, out),
    () => {
      scope.dollarUnder = under;
      frame.handling = outer;
      frame.propagate = propagated;
    },
  );
}

function withFinally(guarded: Execute, last: Execute, frame: Frame, out: Sink): Eventually<ControlFlow | undefined> {
  let signal: Eventually<ControlFlow | undefined>;
  try {
    signal = guarded(frame, out);
  } catch (thrown) {
    return finishThrown(last, frame, out, thrown);
  }
  if (signal instanceof Promise)
    return signal.then(
      (s) => finish(last, frame, out, s),
      (thrown) => finishThrown(last, frame, out, thrown),
    );
  return finish(last, frame, out, signal);
}

function finish(
  last: Execute,
  frame: Frame,
  out: Sink,
  signal: ControlFlow | undefined,
): Eventually<ControlFlow | undefined> {
  // a command that was cut short may have ended the block as if nothing was
  const stopped = signal instanceof PipelineStoppedSignal || frame.engine.budget.stopping;
  const own = stopped ? frame.engine.budget.unwinding(() => last(frame, out)) : last(frame, out);
  return own instanceof Promise ? own.then((o) => o ?? signal) : (own ?? signal);
}

/** `finally` after an error or a thrown signal: what it throws or signals itself takes over. */
function finishThrown(last: Execute, frame: Frame, out: Sink, thrown: unknown): Eventually<ControlFlow | undefined> {
  frame.session.frame = frame;
  if (!(thrown instanceof ControlFlow)) asTerminating(frame, thrown);
  const own = frame.engine.budget.unwinding(() => last(frame, out));
  if (own instanceof Promise)
    return own.then((o) => {
      if (o !== undefined) return o;
      throw thrown;
    });
  if (own !== undefined) return own;
  throw thrown;
}
