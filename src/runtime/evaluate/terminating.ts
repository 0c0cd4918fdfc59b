import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { Invocation } from '../errors/invocation-info.ts';
import { NetException } from '../errors/net-exception.ts';
import { fail, TerminatingError } from '../errors/terminating-error.ts';
import type { Frame } from './frame.ts';

/**
 * What a statement makes of anything thrown below it: a terminating error whose record has a position and a stack
 * trace. Control flow is thrown on.
 */
export function asTerminating(frame: Frame, thrown: unknown): TerminatingError {
  if (thrown instanceof ControlFlow) throw thrown;
  const error = thrown instanceof TerminatingError ? thrown : convertThrown(frame, thrown);
  const { record } = error;
  record.invocationInfo ??= positionOf(frame);
  record.scriptStackTrace ??= stackTraceOf(frame);
  return error;
}

/** Whether the native stack ended. A regular expression that is made near its end fails with an error of its own. */
function isStackOverflow(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return thrown.message.includes('call stack') || thrown.message.endsWith('Stack overflow');
}

function convertThrown(frame: Frame, thrown: unknown): TerminatingError {
  if (isStackOverflow(thrown)) return callDepthOverflow();
  const record = frame.engine.toErrorRecord(thrown);
  return new TerminatingError(thrown instanceof ConversionFailure ? wrapped(record) : record);
}

/** A failed cast reaches scripts as a RuntimeException around the exception of the conversion. */
function wrapped(record: ErrorRecord): ErrorRecord {
  const { exception } = record;
  const outer = new NetException('System.Management.Automation.RuntimeException', exception.message, exception);
  return new ErrorRecord(outer, record.fullyQualifiedErrorId, record.category, record.targetObject);
}

/**
 * What no statement, trap or catch clause of the running block may take: an error that `$PSCmdlet` raised for its
 * command, and a limit of the run.
 */
export function isUncatchable(thrown: unknown): boolean {
  return thrown instanceof TerminatingError && (thrown.isCommandError || isLimit(thrown));
}

function isLimit({ record }: TerminatingError): boolean {
  return record.category === 'LimitsExceeded' && record.fullyQualifiedErrorId.endsWith('LimitExceeded');
}

/** The error where script calls nest too deep, by count or by the end of the native stack. */
export function callDepthOverflow(): TerminatingError {
  const message = 'Calls are nested too deep: a function or script probably calls itself without end.';
  return fail({
    id: 'CallDepthOverflow',
    category: 'InvalidOperation',
    message,
    inner: new NetException('System.Management.Automation.ScriptCallDepthException', message),
    target: 0,
  });
}

/** The InvocationInfo of a plain expression at the place where the frame stands. */
export function positionOf(frame: Frame): Invocation {
  return new Invocation({ extent: frame.at });
}

/** `ErrorRecord.ScriptStackTrace`: one line per running block, innermost first. */
export function stackTraceOf(frame: Frame): string {
  const lines: string[] = [];
  for (let f: Frame | null = frame; f; f = f.caller) {
    if (f.at === null) continue;
    lines.push(`at ${nameOf(f)}, ${f.at.file ?? '<No file>'}: line ${f.at.startLineNumber}`);
  }
  return lines.join('\n');
}

function nameOf(frame: Frame): string {
  const name = frame.command?.name;
  if (name === undefined || name === '' || frame.command?.commandType === 'ExternalScript') return '<ScriptBlock>';
  return name;
}
