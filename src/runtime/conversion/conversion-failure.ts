import type { NetException } from '../errors/net-exception.ts';

/** What a {@link ConversionFailure} knows besides its message. */
export interface ConversionFailureDetails {
  /** Full .NET name of the exception that the engine's own exception wraps, as System.FormatException. */
  readonly innerType?: string;
  readonly innerMessage?: string;
  /** The exception inside, where it is more than a type and a message. */
  readonly inner?: NetException;
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
  readonly inner: NetException | undefined;

  constructor(id: string, message: string, details: ConversionFailureDetails = {}) {
    this.id = id;
    this.message = message;
    this.innerType = details.innerType;
    this.innerMessage = details.innerMessage;
    this.inner = details.inner;
  }
}
