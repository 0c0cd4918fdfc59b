import type { Eventually, PSValue } from '../values/ps-value.ts';

/**
 * Contract. Where objects of one stream go. `write` takes one object as it is (no enumeration; `undefined` is
 * ignored by the writer, never passed); it returns a promise only when the receiver is pending, and the writer then
 * waits: that is the back-pressure.
 */
export interface Sink {
  write(value: PSValue): Eventually<void>;
}

/** Keeps everything. */
export class CollectSink implements Sink {
  readonly items: PSValue[] = [];

  write(value: PSValue): void {
    this.items.push(value);
  }

  /** The collected output as a statement's value: nothing, the one object, or an array (about_Pipelines). */
  value(): PSValue {
    const { items } = this;
    return items.length === 0 ? undefined : items.length === 1 ? items[0] : items;
  }
}

/** Drops everything (`> $null`, `[void]`). */
export const nullSink: Sink = {
  write() {},
};

/** Contract. The streams of a running command (about_Output_Streams). Redirection makes a changed copy. */
export interface StreamSet {
  /** 1 */
  readonly output: Sink;
  /** 2: ErrorRecord */
  readonly error: Sink;
  /** 3: InformationalRecord (records.ts) */
  readonly warning: Sink;
  /** 4 */
  readonly verbose: Sink;
  /** 5 */
  readonly debug: Sink;
  /** 6: InformationRecord */
  readonly information: Sink;
  /** ProgressRecord; cannot be redirected */
  readonly progress: Sink;
  /** Who else wants a copy of records, shown or silenced (-ErrorVariable and its like, of this call and its callers). */
  readonly observers?: StreamObservers | undefined;
}

/** Everything but output and errors is dropped. */
export const quietStreams: Omit<StreamSet, 'output' | 'error'> = {
  warning: nullSink,
  verbose: nullSink,
  debug: nullSink,
  information: nullSink,
  progress: nullSink,
};

/** Contract. Sinks for `-ErrorVariable`, `-WarningVariable` and `-InformationVariable`; called code inherits them. */
export interface StreamObservers {
  readonly error: readonly Sink[];
  readonly warning: readonly Sink[];
  readonly information: readonly Sink[];
}
