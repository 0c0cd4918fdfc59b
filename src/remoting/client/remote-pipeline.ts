import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import type { MessageEvent } from '../psrp/events.ts';
import { type ErrorRecordPayload, errorRecordCodec } from '../psrp/messages/records.ts';
import { BagReader } from '../psrp/property-bag.ts';
import { EndState } from '../psrp/server-pool.ts';
import type { WireFormat } from '../wire-format.ts';
import type { RemoteRunspace } from './remote-runspace.ts';
import type { RemoteStreams } from './remote-streams.ts';

/** How a remote pipeline ended. */
export interface PipelineOutcome {
  readonly state: 'Completed' | 'Failed' | 'Stopped';
  /** Why it failed or stopped, where the server said. */
  readonly error: ErrorRecordPayload | undefined;
  /** Set when the session was lost under it. */
  readonly lost: Error | undefined;
}

/** Input that may wait unsent before {@link RemotePipeline.writeInput} holds its caller back. */
const INPUT_WINDOW = 1 << 20;

/** One command running in a {@link RemoteRunspace}. */
export class RemotePipeline {
  readonly id: string;
  readonly #runspace: RemoteRunspace;
  readonly #format: WireFormat;
  readonly #streams: RemoteStreams;
  readonly #waiting: (() => void)[] = [];
  #outcome: PipelineOutcome | undefined = undefined;
  #resolveDone: (outcome: PipelineOutcome) => void = () => {};
  #abandon: () => void = () => {};
  #isReleased = false;
  #isAbandoned = false;
  /** Resolves when it has ended and the session is free for the next one. */
  readonly done: Promise<PipelineOutcome>;
  /** Resolves when nobody wants its output any more. */
  readonly #abandoned: Promise<void>;

  constructor(id: string, runspace: RemoteRunspace, format: WireFormat, streams: RemoteStreams) {
    this.id = id;
    this.#runspace = runspace;
    this.#format = format;
    this.#streams = streams;
    this.done = new Promise((resolve) => {
      this.#resolveDone = resolve;
    });
    this.#abandoned = new Promise((resolve) => {
      this.#abandon = resolve;
    });
  }

  get isDone(): boolean {
    return this.#isReleased;
  }

  /** Sends an input object (null travels as a message without payload); the promise waits while too much is unsent. */
  writeInput(value: PSValue): Eventually<void> {
    if (value === null || value === undefined) return this.#sendInput('');
    const text = this.#format.writeEventually(value);
    return typeof text === 'string' ? this.#sendInput(text) : text.then((ready) => this.#sendInput(ready));
  }

  endInput(): void {
    if (this.#outcome) return;
    this.#runspace.pool.endInput(this.id);
    this.#runspace.flush();
  }

  /** Asks the far side to stop (Ctrl+C); `done` follows. Output that still arrives is dropped. */
  stop(): void {
    this.#isAbandoned = true;
    this.#abandon();
    this.#wake();
    if (this.#outcome || this.#isReleased) return;
    this.#runspace.pool.stop(this.id);
    this.#runspace.flush();
  }

  /** Takes an event of this pipeline; a promise holds the session's reading back. */
  handle(event: MessageEvent): Eventually<void> {
    if (event.kind === 'PipelineState') {
      this.#ended(event.payload.state, event.payload.error);
      return;
    }
    if (this.#isAbandoned) return;
    const written = this.#deliver(event);
    return written instanceof Promise ? Promise.race([written, this.#abandoned]) : written;
  }

  /** The server acknowledged a stop; its state message may not come any more. */
  stopAcknowledged(): void {
    if (!this.#outcome) this.#ended(EndState.Stopped, null);
  }

  /** The server let go of the pipeline. */
  released(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#wake();
    this.#resolveDone(this.#outcome ?? { state: 'Stopped', error: undefined, lost: undefined });
  }

  /** The session is gone. */
  lost(reason: Error | undefined): void {
    this.#outcome ??= { state: reason ? 'Failed' : 'Stopped', error: undefined, lost: reason };
    this.released();
  }

  /** There is room for input again. */
  inputTaken(): void {
    if (this.#runspace.pool.queuedInput(this.id) < INPUT_WINDOW) this.#wake();
  }

  #sendInput(text: string): Eventually<void> {
    if (this.#outcome || this.#isAbandoned) return;
    const { pool } = this.#runspace;
    pool.sendInput(this.id, text);
    this.#runspace.flush();
    if (pool.queuedInput(this.id) < INPUT_WINDOW) return;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #deliver(event: MessageEvent): Eventually<void> {
    const streams = this.#streams;
    switch (event.kind) {
      case 'PipelineOutput':
        return streams.output(event.payload);
      case 'ErrorRecord':
        return streams.error(event.payload);
      case 'WarningRecord':
        return streams.warning(event.payload.message);
      case 'VerboseRecord':
        return streams.verbose(event.payload.message);
      case 'DebugRecord':
        return streams.debug(event.payload.message);
      case 'InformationRecord':
        return streams.information(event.payload);
      case 'ProgressRecord':
        return streams.progress(event.payload);
      default:
        return undefined;
    }
  }

  #ended(state: number, error: PSValue): void {
    const name = state === EndState.Completed ? 'Completed' : state === EndState.Failed ? 'Failed' : 'Stopped';
    this.#outcome ??= { state: name, error: this.#readError(error), lost: undefined };
    this.#runspace.pool.release(this.id);
    this.#runspace.flush();
  }

  #readError(error: PSValue): ErrorRecordPayload | undefined {
    if (error === null || error === undefined) return undefined;
    return errorRecordCodec.decode(new BagReader(error, 'PipelineState', this.#format), error);
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }
}
