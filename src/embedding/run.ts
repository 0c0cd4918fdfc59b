import { ErrorRecord } from '../runtime/errors/error-record.ts';
import { HostInformationMessage, InformationalRecord, InformationRecord } from '../runtime/pipeline/records.ts';
import type { Sink, StreamSet } from '../runtime/pipeline/sink.ts';
import type { Usage } from '../runtime/runspace/limits.ts';
import type { RunOutcome } from '../runtime/runspace/runspace.ts';
import type { Eventually, PSValue } from '../runtime/values/ps-value.ts';
import { ScriptError } from './script-error.ts';

/** Everything a run gave, once it is over. */
export interface RunResult {
  /** Output objects as JS values. */
  readonly output: readonly unknown[];
  /** Errors in order; the last one is that which ended the run, where one did. */
  readonly errors: readonly ScriptError[];
  readonly warnings: readonly string[];
  readonly verbose: readonly string[];
  readonly debug: readonly string[];
  /** Information records; texts of Write-Host among them. */
  readonly information: readonly unknown[];
  /** `exit n`, 1 after an error that nobody caught, else 0. */
  readonly exitCode: number;
  readonly usage: Usage;
}

/** How a run is started; answers its outcome. */
export type Starter = (streams: StreamSet) => Eventually<RunOutcome>;

/** What a run needs of the engine it belongs to. */
export interface RunParts {
  readonly start: Starter;
  readonly toJs: (value: PSValue) => unknown;
  readonly stop: () => void;
  readonly signal: AbortSignal | undefined;
}

/** Output objects held back before the script waits for the reader. */
const buffered = 64;

/**
 * One run of a script: a promise of everything (`await run`) or a lazy sequence of its output (`for await`). It starts
 * at the first of the two and can be consumed once. Leaving the loop early stops the commands upstream.
 */
export class Run implements AsyncIterable<unknown>, PromiseLike<RunResult> {
  readonly #parts: RunParts;
  #taken = false;
  readonly #errors: ScriptError[] = [];
  readonly #warnings: string[] = [];
  readonly #verbose: string[] = [];
  readonly #debug: string[] = [];
  readonly #information: unknown[] = [];

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  #take(): void {
    if (this.#taken) throw new TypeError('A run can be consumed once: await it, or iterate over it.');
    this.#taken = true;
  }

  #streams(output: Sink): StreamSet {
    const text = (list: string[]): Sink => ({
      write: (value) => {
        list.push(value instanceof InformationalRecord ? value.message : String(value));
      },
    });
    return {
      output,
      error: {
        write: (value) => {
          if (value instanceof ErrorRecord) this.#errors.push(new ScriptError(value));
        },
      },
      warning: text(this.#warnings),
      verbose: text(this.#verbose),
      debug: text(this.#debug),
      information: {
        write: (value) => {
          const data = value instanceof InformationRecord ? value.messageData : value;
          this.#information.push(data instanceof HostInformationMessage ? data.message : this.#parts.toJs(data));
        },
      },
      progress: { write: () => {} },
    };
  }

  /** Starts the run with an abort signal attached to it. */
  #start(output: Sink): Eventually<RunOutcome> {
    const { signal, start, stop } = this.#parts;
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    const done = start(this.#streams(output));
    const detach = (outcome: RunOutcome) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) throw signal.reason;
      return outcome;
    };
    return done instanceof Promise ? done.then(detach) : detach(done);
  }

  then<A = RunResult, B = never>(
    fulfilled?: ((value: RunResult) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#collect().then(fulfilled, rejected);
  }

  async #collect(): Promise<RunResult> {
    this.#take();
    const output: unknown[] = [];
    const outcome = await this.#start({
      write: (value) => {
        output.push(this.#parts.toJs(value));
      },
    });
    if (outcome.error) this.#errors.push(new ScriptError(outcome.error));
    return {
      output,
      errors: this.#errors,
      warnings: this.#warnings,
      verbose: this.#verbose,
      debug: this.#debug,
      information: this.#information,
      exitCode: outcome.exitCode ?? (outcome.error ? 1 : 0),
      usage: outcome.usage,
    };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void, void> {
    this.#take();
    const queue: unknown[] = [];
    let wakeReader: (() => void) | undefined;
    let wakeWriter: (() => void) | undefined;
    const write = (value: PSValue): Eventually<void> => {
      queue.push(this.#parts.toJs(value));
      wakeReader?.();
      if (queue.length < buffered) return undefined;
      return new Promise((resolve) => {
        wakeWriter = resolve;
      });
    };
    let outcome: RunOutcome | undefined;
    let failure: { readonly reason: unknown } | undefined;
    const done = Promise.resolve()
      .then(() => this.#start({ write }))
      .then(
        (result) => {
          outcome = result;
        },
        (reason: unknown) => {
          failure = { reason };
        },
      )
      .then(() => wakeReader?.());
    try {
      for (;;) {
        while (queue.length > 0) {
          yield queue.shift();
          if (queue.length < buffered) wakeWriter?.();
        }
        if (failure) throw failure.reason;
        if (outcome) break;
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
          if (queue.length > 0 || outcome || failure) resolve();
        });
      }
      if (outcome.error) throw new ScriptError(outcome.error);
    } finally {
      if (!outcome && !failure) {
        this.#parts.stop();
        wakeWriter?.();
        await done;
      }
    }
  }
}
