/** What a {@link ConversionFailure} knows besides its message. */
export interface ConversionFailureDetails {
  /** Full .NET name of the exception that the engine's own exception wraps, as System.FormatException. */
  readonly innerType?: string;
  readonly innerMessage?: string;
}

/**
 * A value could not be converted. Thrown by the neutral parts (values, text, conversion, operators), which know no
 * error records: `id` is PowerShell's error id (InvalidCastFromStringToInteger, InvalidCastIConvertible, …), and the
 * evaluator makes a PSInvalidCastException with a position of it.
 */
export class ConversionFailure extends Error {
  override readonly name = 'ConversionFailure';
  readonly id: string;
  readonly innerType: string | undefined;
  readonly innerMessage: string | undefined;

  constructor(id: string, message: string, details: ConversionFailureDetails = {}) {
    super(message);
    this.id = id;
    this.innerType = details.innerType;
    this.innerMessage = details.innerMessage;
  }
}
