import { ErrorRecord, type ErrorSpec } from './error-record.ts';
import type { NetException } from './net-exception.ts';

/**
 * Contract. What is thrown (as a JS exception) for a terminating error. Not a JS Error: making one would cost a
 * stack trace that nobody reads. `catch` of the language sees `record`.
 */
export class TerminatingError {
  readonly record: ErrorRecord;
  /** Where the record was thrown by `throw` or ThrowTerminatingError rather than by a statement-level failure. */
  readonly isThrow: boolean;
  /**
   * A preference of Stop (`-ErrorAction Stop`, `$ErrorActionPreference`) raised it, or it already stopped one block: no
   * statement above reports it and goes on; only `try`, `trap` and the host see it.
   */
  isFinal = false;
  /** Raised by a method of `$PSCmdlet` for its command: the method call does not wrap it. */
  isCommandError = false;
  /**
   * The ActionPreferenceStopException that stopped `record`: what `catch` clauses are matched with first; the handler
   * still sees `record`.
   */
  stopException: NetException | undefined = undefined;
  /** A command's name is on it (CmdletInvocationException): commands above pass it on as it is. */
  isAttributed = false;
  /** What `$Error` holds, where `record` was made of it when the error left a command. */
  origin: ErrorRecord | undefined = undefined;

  constructor(record: ErrorRecord, isThrow = false) {
    this.record = record;
    this.isThrow = isThrow;
  }

  /** Text for host programs that print what they caught. */
  toString(): string {
    return `${this.record.fullyQualifiedErrorId}: ${this.record.exception.message}`;
  }
}

/** Makes the terminating error of a spec; the evaluator adds the position when it passes a statement. */
export function fail(spec: ErrorSpec): TerminatingError {
  return new TerminatingError(ErrorRecord.from(spec));
}
