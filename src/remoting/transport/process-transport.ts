import type { ChildProcess } from '../../runtime/host/process-launcher.ts';
import type { Eventually } from '../../runtime/values/ps-value.ts';
import type { Transport } from './transport.ts';
import { TransportError } from './transport-error.ts';

/** Milliseconds that a process gets to end by itself once its input has been closed. */
const PATIENCE = 3000;

/** The transport to a shell that serves a session on its standard streams (`nacre -sshs`), started by this process. */
export class ProcessTransport implements Transport {
  readonly #child: ChildProcess;
  #data: ((bytes: Uint8Array) => void) | undefined = undefined;
  #end: ((reason: Error | undefined) => void) | undefined = undefined;
  #isClosing = false;
  #gate: { readonly promise: Promise<void>; readonly open: () => void } | undefined = undefined;
  #said = '';

  constructor(child: ChildProcess) {
    this.#child = child;
    const decoder = new TextDecoder();
    child.onOutput((bytes) => this.#received(bytes));
    child.onError((bytes) => {
      this.#said = (this.#said + decoder.decode(bytes, { stream: true })).slice(-2000);
    });
    child.exit.then(
      (code) => this.#ended(`It ended with exit code ${code}.`),
      (error: unknown) => this.#ended(`It could not be started: ${error instanceof Error ? error.message : error}.`),
    );
  }

  send(bytes: Uint8Array): Eventually<void> {
    return this.#child.write(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#data = listener;
  }

  onEnd(listener: (reason: Error | undefined) => void): void {
    this.#end = listener;
  }

  pause(): void {
    if (this.#gate) return;
    let open = (): void => {};
    const promise = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#gate = { promise, open };
  }

  resume(): void {
    this.#gate?.open();
    this.#gate = undefined;
  }

  close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.resume();
    this.#child.closeInput();
    setTimeout(() => this.#child.kill(), PATIENCE).unref();
  }

  #received(bytes: Uint8Array): Eventually<void> {
    this.#data?.(bytes);
    return this.#gate?.promise;
  }

  #ended(how: string): void {
    const said = this.#said.trim() === '' ? '' : ` It said: ${this.#said.trim()}`;
    const text = `The process of the session is gone. ${how}${said}`;
    this.#end?.(this.#isClosing ? undefined : new TransportError('broken', 'localhost', text));
  }
}
