import type { EngineContext } from '../engine.ts';
import { hostOutput } from '../formatting/host-output.ts';
import { showRecord } from '../formatting/host-records.ts';
import type { OutText } from '../formatting/out-text.ts';
import type { TextStream } from '../formatting/text-sink.ts';
import { ProgressRecord } from '../pipeline/records.ts';
import type { Sink, StreamSet } from '../pipeline/sink.ts';
import type { Eventually } from '../values/ps-value.ts';

/**
 * The streams of what nobody collects: everything is shown by the host, formatted as one continuing output, so that a
 * table goes on over several statements and errors stand where they happened. Warnings and the like are shown at once.
 */
export class HostStreams {
  readonly streams: StreamSet;
  readonly #engine: EngineContext;
  #text: OutText | undefined;

  constructor(engine: EngineContext) {
    this.#engine = engine;
    const to = (stream: TextStream): Sink => ({ write: (value) => this.#out.write(value, stream) });
    const record: Sink = { write: (value) => showRecord(engine, value) };
    this.streams = {
      output: to('output'),
      error: to('error'),
      warning: record,
      verbose: record,
      debug: record,
      information: record,
      progress: { write: (record) => this.#progress(record) },
    };
  }

  get #out(): OutText {
    this.#text ??= hostOutput(this.#engine);
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
