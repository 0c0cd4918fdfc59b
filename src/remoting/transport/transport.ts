import type { Eventually } from '../../runtime/values/ps-value.ts';

/** Contract. A two-way stream of bytes between a client's and a server's end of a session. */
export interface Transport {
  /** Writes bytes; gives a promise when the channel is congested, which resolves once there is room again. */
  send(bytes: Uint8Array): Eventually<void>;
  /** Sets who gets the bytes that arrive; those that came before are handed over first. Called once. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Sets who hears of the end: no reason when it ended as asked for or orderly. Called once. */
  onEnd(listener: (reason: Error | undefined) => void): void;
  /** Stops and starts reading, for back-pressure. */
  pause(): void;
  resume(): void;
  /** Ends the channel; onEnd follows. */
  close(): void;
}
