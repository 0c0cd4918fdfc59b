import type { PipelineInput } from '../../runtime/pipeline/run-pipeline.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { Fifo } from '../psrp/fifo.ts';

const HIGH = 1000;
const LOW = 200;

/** Input objects on their way from the client to a command. */
export class InputQueue {
  readonly #items = new Fifo<{ readonly value: PSValue }>();
  readonly #onFull: () => void;
  readonly #onRoom: () => void;
  #isFull = false;
  #isEnded = false;
  #wake: (() => void) | undefined = undefined;

  /** `onFull` asks the client to hold back, `onRoom` lets it go on. */
  constructor(onFull: () => void, onRoom: () => void) {
    this.#onFull = onFull;
    this.#onRoom = onRoom;
  }

  push(value: PSValue): void {
    if (this.#isEnded) return;
    this.#items.push({ value });
    if (!this.#isFull && this.#items.length >= HIGH) {
      this.#isFull = true;
      this.#onFull();
    }
    this.#wake?.();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  /** Feeds a pipeline with all that comes, until the end. */
  readonly feed: PipelineInput = async (sink) => {
    for (;;) {
      const item = this.#items.shift();
      if (item) {
        this.#checkRoom();
        const written = sink.write(item.value);
        if (written instanceof Promise) await written;
      } else if (this.#isEnded) return;
      else await this.#more();
    }
  };

  #checkRoom(): void {
    if (!this.#isFull || this.#items.length > LOW) return;
    this.#isFull = false;
    this.#onRoom();
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = undefined;
        resolve();
      };
    });
  }
}
