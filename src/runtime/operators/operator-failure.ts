/** What an {@link OperatorFailure} knows besides its message. */
export interface OperatorFailureDetails {
  /** Full .NET name of the exception inside the exception, as System.DivideByZeroException. */
  readonly innerType?: string;
  readonly innerMessage?: string;
}

/**
 * An operator could not be applied. Thrown by the operators, which know no error records: `id` is PowerShell's error
 * id, `exceptionType` the full .NET name of the exception that a `catch` block sees; the evaluator adds the position.
 */
export class OperatorFailure extends Error {
  override readonly name = 'OperatorFailure';
  readonly id: string;
  readonly exceptionType: string;
  readonly innerType: string | undefined;
  readonly innerMessage: string | undefined;

  constructor(id: string, exceptionType: string, message: string, details: OperatorFailureDetails = {}) {
    super(message);
    this.id = id;
    this.exceptionType = exceptionType;
    this.innerType = details.innerType;
    this.innerMessage = details.innerMessage;
  }
}
