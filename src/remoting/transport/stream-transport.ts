import type { Readable, Writable } from 'node:stream';
import type { Eventually } from '../../runtime/values/ps-value.ts';
import type { Transport } from './transport.ts';

/** A transport over a readable and a writable stream (an SSH channel, a child's pipes, standard input and output). */
export class StreamTransport implements Transport {
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #onClose: () => void;
  #endListener: ((reason: Error | undefined) => void) | undefined = undefined;
  #end: { readonly reason: Error | undefined } | undefined = undefined;
  #room: Promise<void> | undefined = undefined;

  /** `onClose` does what closing needs beyond ending the output. */
  constructor(input: Readable, output: Writable, onClose: () => void = () => {}) {
    this.#input = input;
    this.#output = output;
    this.#onClose = onClose;
    input.once('end', () => this.end(undefined));
    input.once('close', () => this.end(undefined));
    input.on('error', (error: Error) => this.end(error));
    if (output !== (input as unknown)) output.on('error', (error: Error) => this.end(error));
  }

  send(bytes: Uint8Array): Eventually<void> {
    if (this.#end || this.#output.destroyed || this.#output.writableEnded) return;
    if (this.#output.write(bytes)) return;
    this.#room ??= new Promise((resolve) => {
      const done = (): void => {
        this.#room = undefined;
        this.#output.off('drain', done);
        this.#output.off('close', done);
        this.#output.off('error', done);
        resolve();
      };
      this.#output.on('drain', done);
      this.#output.on('close', done);
      this.#output.on('error', done);
    });
    return this.#room;
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#input.on('data', listener);
  }

  onEnd(listener: (reason: Error | undefined) => void): void {
    this.#endListener = listener;
    if (this.#end) queueMicrotask(() => listener(this.#end?.reason));
  }

  pause(): void {
    this.#input.pause();
  }

  resume(): void {
    this.#input.resume();
  }

  close(): void {
    if (!this.#output.destroyed && !this.#output.writableEnded) this.#output.end();
    this.#onClose();
  }

  /** Tells that the channel has ended; only the first reason counts. */
  end(reason: Error | undefined): void {
    if (this.#end) return;
    this.#end = { reason };
    this.#endListener?.(reason);
  }
}
