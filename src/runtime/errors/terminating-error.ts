import { ErrorRecord, type ErrorSpec } from './error-record.ts';

/**
 * Contract. What is thrown (as a JS exception) for a terminating error. Not a JS Error: making one would cost a
 * stack trace that nobody reads. `catch` of the language sees `record`.
 */
export class TerminatingError {
  readonly record: ErrorRecord;
  /** Where the record was thrown by `throw` or ThrowTerminatingError rather than by a statement-level failure. */
  readonly isThrow: boolean;

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
