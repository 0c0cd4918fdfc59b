import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import type { HostInfo } from '../psrp/messages/host-info.ts';

/** Contract. The way from a session's host to the client's (MS-PSRP 3.2.5.4.8). */
export interface HostChannel {
  /** Sends a call that wants no answer; a promise holds its caller back while too much is unsent. */
  send(method: string, parameters: readonly PSValue[]): Eventually<void>;
  /** Sends a call and waits for its answer; rejects with what the client's host threw. */
  call(method: string, parameters: readonly PSValue[]): Promise<PSValue>;
  /** What the client said about its console, of the running pipeline or of the session. */
  readonly info: HostInfo;
}
