/** What a {@link ConversionFailure} knows besides its message. */
export interface ConversionFailureDetails {
  /** Full .NET name of the exception that the engine's own exception wraps, as System.FormatException. */
  readonly innerType?: string;
  readonly innerMessage?: string;
}

/**
 * A value could not be converted. Thrown by the neutral parts (values, text, conversion, operators), which know no
 * error records: `id` is PowerShell's error id (InvalidCastFromStringToInteger, InvalidCastIConvertible, …), and the
 * evaluator makes a PSInvalidCastException with a position of it. Not a JS Error: nobody would read its stack.
 */
export class ConversionFailure {
  readonly id: string;
  readonly message: string;
  readonly innerType: string | undefined;
  readonly innerMessage: string | undefined;

  constructor(id: string, message: string, details: ConversionFailureDetails = {}) {
    this.id = id;
    this.message = message;
    this.innerType = details.innerType;
    this.innerMessage = details.innerMessage;
  }
}
