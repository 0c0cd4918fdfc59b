import type { HostResponder } from '../client/host-responder.ts';
import type { HostCall, HostResponse } from '../psrp/messages/host-call.ts';
import type { PayloadFormat } from '../psrp/payload-format.ts';

/** Carries out one host call. */
export type HostTask = () => Promise<void>;

/**
 * A responder whose calls wait in line behind the output that came before them while a command collects it, so that what
 * Write-Host shows stands where it happened and only one question is asked at a time.
 */
export class QueuedResponder implements HostResponder {
  readonly #inner: HostResponder;
  /** Takes calls while a command is collecting; without it they are carried out at once. */
  queue: ((task: HostTask, call: HostCall) => void) | undefined = undefined;

  constructor(inner: HostResponder) {
    this.#inner = inner;
  }

  respond(call: HostCall, format: PayloadFormat): Promise<HostResponse | undefined> {
    const { queue } = this;
    if (!queue) return this.#inner.respond(call, format);
    return new Promise((resolve, reject) => {
      queue(() => this.#inner.respond(call, format).then(resolve, reject), call);
    });
  }
}
