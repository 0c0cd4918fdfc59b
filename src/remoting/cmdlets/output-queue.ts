import type { Eventually } from '../../runtime/values/ps-value.ts';
import { Fifo } from '../psrp/fifo.ts';

/** Work for the pipeline: something to write, or a host call to carry out. */
export type QueuedWork = () => Eventually<void>;

/** Items that wait before those who send them are held back. */
const HIGH = 2000;

/**
 * What sessions send while the command that collects it may not be running: kept in order and done when the command has
 * its turn, since only then may a command write.
 */
export class OutputQueue {
  readonly #items = new Fifo<QueuedWork>();
  #wake: (() => void) | undefined = undefined;
  #room: { readonly promise: Promise<void>; readonly open: () => void } | undefined = undefined;

  /** Adds work; the promise holds the sender back while too much waits. */
  push(work: QueuedWork): Eventually<void> {
    this.#items.push(work);
    this.#wake?.();
    if (this.#items.length < HIGH) return;
    this.#room ??= room();
    return this.#room.promise;
  }

  /** Does all that is there. */
  async drain(): Promise<void> {
    for (let work = this.#items.shift(); work; work = this.#items.shift()) {
      const done = work();
      if (done instanceof Promise) await done;
      if (this.#items.length === 0) this.#makeRoom();
    }
    this.#makeRoom();
  }

  /** Resolves when there is work, or when `until` does. */
  async wait(until: Promise<unknown>): Promise<void> {
    if (this.#items.length > 0) return;
    const more = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([more, until]);
    this.#wake = undefined;
  }

  /** Forgets what waits. */
  clear(): void {
    while (this.#items.length > 0) this.#items.shift();
    this.#makeRoom();
  }

  #makeRoom(): void {
    this.#room?.open();
    this.#room = undefined;
  }
}

function room(): { promise: Promise<void>; open: () => void } {
  let open = (): void => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
