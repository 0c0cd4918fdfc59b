/**
 * A format string does not fit the value: where .NET throws System.FormatException. Thrown by the formatters, which
 * know no error records; `-f` turns it into FormatError, a method call into MethodInvocationException.
 */
export class FormatFailure {
  readonly exceptionType = 'System.FormatException';
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}
