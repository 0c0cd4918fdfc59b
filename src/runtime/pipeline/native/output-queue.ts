/** A piece of a program's output, in order of arrival. */
export interface OutputChunk {
  readonly stream: 'output' | 'error';
  readonly data: Uint8Array;
}

/** How much may wait before the program is held up. */
const limit = 1 << 20;

/** Output that has arrived and waits for the pipeline to take it, in its own time. */
export class OutputQueue {
  readonly #chunks: OutputChunk[] = [];
  #size = 0;
  #ended = false;
  #wake: (() => void) | undefined;
  #release: (() => void)[] = [];

  push(chunk: OutputChunk): Promise<void> | undefined {
    this.#chunks.push(chunk);
    this.#size += chunk.data.length;
    this.#signal();
    if (this.#size < limit) return undefined;
    return new Promise((resolve) => this.#release.push(resolve));
  }

  end(): void {
    this.#ended = true;
    this.#signal();
  }

  /** The next chunk that is there already. */
  takeNow(): OutputChunk | undefined {
    const chunk = this.#chunks.shift();
    if (!chunk) return undefined;
    this.#size -= chunk.data.length;
    if (this.#size < limit) for (const release of this.#release.splice(0)) release();
    return chunk;
  }

  /** The next chunk; undefined once the program has ended and everything was taken. */
  async take(): Promise<OutputChunk | undefined> {
    for (;;) {
      const chunk = this.takeNow();
      if (chunk || this.#ended) return chunk;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #signal(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}
