import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';
import { positionOf, stackTraceOf } from './terminating.ts';

/** The terminating error of `throw value` (about_Throw). */
export function throwValue(frame: Frame, value: PSValue): TerminatingError {
  const base = baseOf(value);
  const record =
    base instanceof ErrorRecord
      ? base
      : base instanceof NetException
        ? recordOfException(base)
        : recordOfObject(frame, value ?? null);
  record.invocationInfo ??= positionOf(frame);
  record.scriptStackTrace ??= stackTraceOf(frame);
  record.exception.wasThrown = true;
  return new TerminatingError(record, true);
}

/** An exception that carries a record keeps it; any other one is its own id's text. */
function recordOfException(exception: NetException): ErrorRecord {
  const carried = exception.errorRecord;
  if (carried instanceof ErrorRecord)
    return carried.exception === exception ? carried : withException(carried, exception);
  const record = new ErrorRecord(exception, exception.message, 'OperationStopped');
  return record;
}

function withException(record: ErrorRecord, exception: NetException): ErrorRecord {
  const copy = new ErrorRecord(exception, record.fullyQualifiedErrorId, record.category, record.targetObject);
  copy.errorDetails = record.errorDetails;
  return copy;
}

function recordOfObject(frame: Frame, value: PSValue): ErrorRecord {
  const text = value === null ? '' : typeSystemOf(frame.engine).toText(value);
  const exception = new NetException(
    'System.Management.Automation.RuntimeException',
    text === '' ? 'ScriptHalted' : text,
  );
  const record = new ErrorRecord(exception, text === '' ? 'ScriptHalted' : text, 'OperationStopped', value);
  exception.errorRecord = record;
  return record;
}

/** Bare `throw`: inside `catch` and `trap` the error being handled, elsewhere ScriptHalted. */
export function rethrow(frame: Frame): TerminatingError {
  for (let f: Frame | null = frame; f; f = f.caller) {
    const handled = f.handling;
    if (handled !== undefined) return new TerminatingError(handled, true);
    if (f.block !== frame.block) break;
  }
  return throwValue(frame, null);
}
