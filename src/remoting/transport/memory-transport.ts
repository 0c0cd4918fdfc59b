import type { Transport } from './transport.ts';

/** One end of a joined pair; what is sent at one end arrives at the other in a later turn of the event loop. */
class MemoryEnd implements Transport {
  peer: MemoryEnd | undefined = undefined;
  #inbox: Uint8Array[] = [];
  #listener: ((bytes: Uint8Array) => void) | undefined = undefined;
  #endListener: ((reason: Error | undefined) => void) | undefined = undefined;
  #isPaused = false;
  #isScheduled = false;
  #isEnded = false;

  send(bytes: Uint8Array): void {
    if (!this.#isEnded) this.peer?.take(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
    this.#schedule();
  }

  onEnd(listener: (reason: Error | undefined) => void): void {
    this.#endListener = listener;
    this.#schedule();
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#schedule();
  }

  close(): void {
    this.finish();
    this.peer?.finish();
  }

  take(bytes: Uint8Array): void {
    this.#inbox.push(bytes);
    this.#schedule();
  }

  finish(): void {
    this.#isEnded = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#deliver();
    });
  }

  #deliver(): void {
    const listener = this.#listener;
    if (this.#isPaused || !listener) return;
    const arrived = this.#inbox;
    this.#inbox = [];
    for (const bytes of arrived) listener(bytes);
    if (!this.#isEnded || this.#inbox.length > 0) return;
    const ended = this.#endListener;
    this.#endListener = undefined;
    ended?.(undefined);
  }
}

/** Two transports joined to each other, for sessions within one process and for tests. */
export function memoryPair(): readonly [Transport, Transport] {
  const left = new MemoryEnd();
  const right = new MemoryEnd();
  left.peer = right;
  right.peer = left;
  return [left, right];
}
