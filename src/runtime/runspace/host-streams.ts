import type { EngineContext } from '../engine.ts';
import { formatContextOf } from '../formatting/engine-format-context.ts';
import { hostSink } from '../formatting/host-output.ts';
import { OutText } from '../formatting/out-text.ts';
import type { TextStream } from '../formatting/text-sink.ts';
import { ProgressRecord } from '../pipeline/records.ts';
import type { Sink, StreamSet } from '../pipeline/sink.ts';
import type { Eventually } from '../values/ps-value.ts';

/**
 * The streams of what nobody collects: everything is shown by the host, formatted as one continuing output, so that a
 * table goes on over several statements and errors stand where they happened.
 */
export class HostStreams {
  readonly streams: StreamSet;
  readonly #engine: EngineContext;
  #text: OutText | undefined;

  constructor(engine: EngineContext) {
    this.#engine = engine;
    const to = (stream: TextStream): Sink => ({ write: (value) => this.#out.write(value, stream) });
    this.streams = {
      output: to('output'),
      error: to('error'),
      warning: to('warning'),
      verbose: to('verbose'),
      debug: to('debug'),
      information: to('information'),
      progress: { write: (record) => this.#progress(record) },
    };
  }

  get #out(): OutText {
    if (!this.#text) {
      const context = formatContextOf(this.#engine);
      this.#text = new OutText(context, hostSink(this.#engine), { width: context.consoleWidth - 1, isHost: true });
    }
    return this.#text;
  }

  #progress(record: unknown): Eventually<void> {
    if (!(record instanceof ProgressRecord)) return;
    return this.#engine.host.ui.writeProgress({ ...record, sourceId: 0n });
  }

  /** Ends what is open: the last rows of a table and the line after it. */
  end(): Eventually<void> {
    const text = this.#text;
    this.#text = undefined;
    return text?.end();
  }
}
