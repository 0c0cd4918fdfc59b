/** The caller asked for something the protocol does not allow in this state; nothing was sent. */
export class LocalProtocolError extends Error {
  override readonly name = 'LocalProtocolError';
}

/** The peer sent something the protocol does not allow; the session cannot go on. */
export class RemoteProtocolError extends Error {
  override readonly name = 'RemoteProtocolError';
}
