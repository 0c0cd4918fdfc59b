import { writeSync } from 'node:fs';

/** Characters held back before they are written at the next flush point. */
const bufferLimit = 16_384;
/** Milliseconds to wait before trying a full non-blocking pipe again. */
const retryDelay = 2;

const errorCode = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * Text to standard output or standard error, in order and without loss when the process ends at once.
 * Lines to a terminal go out directly; to a pipe or file they are gathered and written when the engine waits, when
 * the other stream is written to, or when enough has come together. A closed pipe is remembered and everything after
 * it dropped.
 */
export class NodeOutput {
  /** The receiver has gone away. */
  closed = false;
  readonly isTerminal: boolean;
  readonly #descriptor: number;
  readonly #onClosed: () => void;
  #held = '';

  constructor(descriptor: 1 | 2, isTerminal: boolean, onClosed: () => void) {
    this.#descriptor = descriptor;
    this.isTerminal = isTerminal;
    this.#onClosed = onClosed;
  }

  write(text: string): void {
    if (this.closed) return;
    if (this.#held === '' && !this.isTerminal) setImmediate(() => this.flush());
    this.#held += text;
    if (this.isTerminal || this.#held.length > bufferLimit) this.flush();
  }

  /** Writes what is held back. */
  flush(): void {
    if (this.#held === '') return;
    const bytes = new TextEncoder().encode(this.#held.toWellFormed());
    this.#held = '';
    let at = 0;
    while (at < bytes.length && !this.closed) {
      try {
        at += writeSync(this.#descriptor, bytes, at);
      } catch (error) {
        const code = errorCode(error);
        if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryDelay);
        else this.#close();
      }
    }
  }

  #close(): void {
    this.closed = true;
    this.#onClosed();
  }
}
