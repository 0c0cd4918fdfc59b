import type { ErrorCategory } from '../errors/error-category.ts';

/** What an {@link OperatorFailure} knows besides its message. */
export interface OperatorFailureDetails {
  /** Full .NET name of the exception inside the exception, as System.DivideByZeroException. */
  readonly innerType?: string;
  readonly innerMessage?: string;
}

/**
 * An operator could not be applied. Thrown by the operators, which know no error records: `id` is PowerShell's error
 * id, `exceptionType` the full .NET name of the exception that a `catch` block sees; the evaluator adds the position.
 * Not a JS Error: nobody would read its stack.
 */
export class OperatorFailure {
  readonly id: string;
  readonly exceptionType: string;
  readonly message: string;
  readonly innerType: string | undefined;
  readonly innerMessage: string | undefined;

  constructor(id: string, exceptionType: string, message: string, details: OperatorFailureDetails = {}) {
    this.id = id;
    this.exceptionType = exceptionType;
    this.message = message;
    this.innerType = details.innerType;
    this.innerMessage = details.innerMessage;
  }

  /** The category of the error record, as PowerShell gives it to this kind of exception. */
  get category(): ErrorCategory {
    if (this.id === this.exceptionType) return 'OperationStopped';
    const runtime = this.exceptionType === 'System.Management.Automation.RuntimeException';
    return runtime && this.id !== 'RuntimeException' ? 'InvalidOperation' : 'NotSpecified';
  }
}
