/** What went wrong with a connection. */
export type TransportErrorKind =
  | 'unknown-host'
  | 'refused'
  | 'timeout'
  | 'host-key'
  | 'authentication'
  | 'subsystem'
  | 'configuration'
  | 'broken';

/** A failed or lost connection: names the host and says what can be done about it. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportErrorKind;
  /** The host as the user named it. */
  readonly host: string;

  constructor(kind: TransportErrorKind, host: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.host = host;
  }
}
