import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import { ClientPool } from '../psrp/client-pool.ts';
import type { ClientEvent, MessageEvent } from '../psrp/events.ts';
import { messageTable } from '../psrp/message-table.ts';
import type { HostCall } from '../psrp/messages/host-call.ts';
import type { HostInfo } from '../psrp/messages/host-info.ts';
import type { CreatePipeline, GetCommandMetadata } from '../psrp/messages/pipeline.ts';
import { errorRecordCodec } from '../psrp/messages/records.ts';
import { BagReader } from '../psrp/property-bag.ts';
import type { Transport } from '../transport/transport.ts';
import type { WireFormat } from '../wire-format.ts';
import type { HostResponder } from './host-responder.ts';
import { RemotePipeline } from './remote-pipeline.ts';
import type { RemoteStreams } from './remote-streams.ts';

/** RunspaceState as PSSession.State shows it. */
export type RemoteState = 'BeforeOpen' | 'Opening' | 'Opened' | 'Closing' | 'Closed' | 'Broken';

/** What a session is made of. */
export interface RemoteRunspaceOptions {
  readonly transport: Transport;
  readonly format: WireFormat;
  /** A new GUID, lower-case. */
  readonly instanceId: string;
  /** How the far side is named in messages. */
  readonly computerName: string;
  /** What the local console looks like, asked for anew with each session and pipeline. */
  readonly hostInfo: () => HostInfo;
  readonly responder: HostResponder;
  /** A PSPrimitiveDictionary, or null. */
  readonly applicationArguments: PSValue;
  /** Milliseconds until the session must be open; none when 0. */
  readonly openTimeout: number;
  readonly packetSize?: number;
}

/** A session could not be opened, or was lost. */
export class RemoteSessionError extends Error {
  override readonly name = 'RemoteSessionError';
}

/** Milliseconds that closing waits for the server. */
const CLOSE_TIMEOUT = 10_000;

/** A session on another machine: pumps bytes between a transport and a {@link ClientPool}. */
export class RemoteRunspace {
  readonly pool: ClientPool;
  readonly instanceId: string;
  readonly computerName: string;
  /** ApplicationPrivateData of the server. */
  privateData: PSValue = null;
  /** Called on every change of state. */
  onStateChange: (() => void) | undefined = undefined;
  /** Why it is Broken. */
  reason: Error | undefined = undefined;
  readonly #options: RemoteRunspaceOptions;
  readonly #pipelines = new Map<string, RemotePipeline>();
  readonly #stateWaiters: (() => void)[] = [];
  #state: RemoteState = 'BeforeOpen';
  #isFlushing = false;
  #isPumping = false;
  #strayText = '';
  #isExiting = false;

  constructor(options: RemoteRunspaceOptions) {
    const { instanceId: poolId, format, packetSize } = options;
    this.#options = options;
    this.instanceId = poolId;
    this.computerName = options.computerName;
    this.pool = new ClientPool({ poolId, format, ...(packetSize === undefined ? {} : { packetSize }) });
  }

  get state(): RemoteState {
    return this.#state;
  }

  get availability(): 'None' | 'Available' | 'Busy' {
    if (this.#state !== 'Opened') return 'None';
    return this.#pipelines.size > 0 ? 'Busy' : 'Available';
  }

  /** Opens the session; rejects with the reason when that fails. */
  async open(signal?: AbortSignal): Promise<void> {
    const { transport, hostInfo, applicationArguments, openTimeout } = this.#options;
    this.#setState('Opening');
    transport.onData((bytes) => this.#received(bytes));
    transport.onEnd((reason) => this.#channelEnded(reason));
    this.pool.open({
      minRunspaces: 1,
      maxRunspaces: 1,
      threadOptions: 0,
      apartmentState: 2,
      hostInfo: hostInfo(),
      applicationArguments,
    });
    this.flush();
    await this.#settled(openTimeout, signal, () => this.#state !== 'Opening');
    if (this.state === 'Opened') return;
    if (this.state === 'Opening') {
      const late = `${this.computerName} did not open the session within ${openTimeout / 1000} s.`;
      this.#fail(
        new RemoteSessionError(
          signal?.aborted ? `Opening a session on ${this.computerName} was stopped.` : late + this.#said(),
        ),
      );
    }
    throw (
      this.reason ??
      new RemoteSessionError(`${this.computerName} closed the session while it was being opened.${this.#said()}`)
    );
  }

  /** Starts a pipeline; `request.hostInfo` is filled in. The session must be available. */
  start(request: Omit<CreatePipeline, 'hostInfo'>, streams: RemoteStreams, id: string): Eventually<RemotePipeline> {
    const payload = messageTable.CreatePipeline.codec.encode({ ...request, hostInfo: this.#options.hostInfo() });
    return this.#startEncoded('CreatePipeline', payload, streams, id);
  }

  /** Asks for the metadata of commands; the answer is output of the pipeline. */
  startMetadata(request: GetCommandMetadata, streams: RemoteStreams, id: string): Eventually<RemotePipeline> {
    return this.#startEncoded('GetCommandMetadata', messageTable.GetCommandMetadata.codec.encode(request), streams, id);
  }

  /** Closes the session; also resolves when the server does not answer. */
  async close(): Promise<void> {
    if (this.#state === 'Closed' || this.#state === 'Broken') return;
    if (this.#state === 'BeforeOpen') {
      this.#setState('Closed');
      this.#options.transport.close();
      return;
    }
    const wasClosing = this.#state === 'Closing';
    this.#setState('Closing');
    if (!wasClosing) {
      for (const pipeline of this.#pipelines.values()) pipeline.stop();
      this.pool.close();
      this.flush();
    }
    await this.#settled(CLOSE_TIMEOUT, undefined, () => this.#state !== 'Closing');
    if (this.#state === 'Closing') this.#setState('Closed');
    this.#options.transport.close();
  }

  /** Closes the session once no pipeline runs in it: the far side ran `exit`. */
  closeWhenFree(): void {
    this.#isExiting = true;
    if (this.#pipelines.size === 0) void this.close();
  }

  /** Writes what the pool has to send. */
  flush(): void {
    if (!this.#isFlushing) void this.#flushAll();
  }

  async #flushAll(): Promise<void> {
    this.#isFlushing = true;
    try {
      for (let bytes = this.pool.dataToSend(); bytes; bytes = this.pool.dataToSend()) {
        const sent = this.#options.transport.send(bytes);
        if (sent instanceof Promise) await sent;
      }
    } finally {
      this.#isFlushing = false;
    }
  }

  #startEncoded(
    name: 'CreatePipeline' | 'GetCommandMetadata',
    payload: PSValue,
    streams: RemoteStreams,
    id: string,
  ): Eventually<RemotePipeline> {
    const text = this.#options.format.writeEventually(payload);
    const start = (encoded: string): RemotePipeline => {
      const pipeline = new RemotePipeline(id, this, this.#options.format, streams);
      this.pool.startPipeline(id, name, encoded);
      this.#pipelines.set(id, pipeline);
      this.onStateChange?.();
      this.flush();
      return pipeline;
    };
    return typeof text === 'string' ? start(text) : text.then(start);
  }

  #received(bytes: Uint8Array): void {
    this.pool.receive(bytes);
    if (!this.#isPumping) void this.#pump();
  }

  /** Handles events until there are none; the transport pauses while one has to wait. */
  async #pump(): Promise<void> {
    this.#isPumping = true;
    try {
      for (let event = this.pool.nextEvent(); event; event = this.pool.nextEvent()) {
        const handled = this.#handle(event);
        if (!(handled instanceof Promise)) continue;
        this.flush();
        this.#options.transport.pause();
        await handled.catch(() => undefined);
        this.#options.transport.resume();
      }
    } finally {
      this.#isPumping = false;
    }
    this.flush();
  }

  #handle(event: ClientEvent): Eventually<void> {
    switch (event.kind) {
      case 'StateChanged':
        return this.#poolMoved(event.state, event.reason);
      case 'StrayText':
        this.#strayText += `${event.text}\n`;
        return;
      case 'CommandAccepted':
        return;
      case 'PacketTaken':
        return this.#pipelines.get(event.pipelineId)?.inputTaken();
      case 'StopAcknowledged':
        return this.#pipelines.get(event.pipelineId)?.stopAcknowledged();
      case 'PipelineReleased':
        return this.#released(event.pipelineId);
      default:
        return this.#message(event);
    }
  }

  #message(event: MessageEvent): Eventually<void> {
    switch (event.kind) {
      case 'ApplicationPrivateData':
        this.privateData = event.payload.data;
        return;
      case 'RunspacePoolState':
        if (event.payload.state === 5) this.reason = this.#brokenReason(event.payload.error);
        return;
      case 'PipelineHostCall':
      case 'RunspacePoolHostCall':
        void this.#answer(event.pipelineId, event.payload);
        return;
      default:
        return this.#pipelines.get(event.pipelineId)?.handle(event);
    }
  }

  #brokenReason(error: PSValue): Error {
    const record =
      error === null
        ? undefined
        : errorRecordCodec.decode(new BagReader(error, 'RunspacePoolState', this.#options.format), error);
    const text = record ? record.categoryMessage || record.text : 'the server gave no reason';
    return new RemoteSessionError(`${this.computerName} gave the session up: ${text}`);
  }

  /** Lets the local host do what a host call asks; calls that want an answer get one. */
  async #answer(pipelineId: string, call: HostCall): Promise<void> {
    const response = await this.#options.responder.respond(call, this.#options.format);
    if (!response || this.#state === 'Closed' || this.#state === 'Broken') return;
    this.pool.respond(pipelineId, response);
    this.flush();
  }

  #released(id: string): void {
    const pipeline = this.#pipelines.get(id);
    this.#pipelines.delete(id);
    this.onStateChange?.();
    pipeline?.released();
    if (this.#isExiting && this.#pipelines.size === 0) void this.close();
  }

  #poolMoved(state: string, reason: Error | undefined): void {
    if (state === 'Opened') this.#setState('Opened');
    else if (state === 'Broken')
      this.#fail(
        reason ?? this.reason ?? new RemoteSessionError(`The session on ${this.computerName} was lost.${this.#said()}`),
      );
    else if (state === 'Closed') {
      this.#setState('Closed');
      this.#losePipelines(undefined);
      this.#options.transport.close();
    }
  }

  #channelEnded(reason: Error | undefined): void {
    if (this.#state === 'Closed' || this.#state === 'Broken') return;
    this.pool.channelEnded(reason);
    if (!this.#isPumping) void this.#pump();
  }

  #fail(reason: Error): void {
    this.reason = reason;
    this.#setState('Broken');
    this.#losePipelines(reason);
    this.#options.transport.close();
  }

  #losePipelines(reason: Error | undefined): void {
    const all = [...this.#pipelines.values()];
    this.#pipelines.clear();
    for (const pipeline of all) pipeline.lost(reason);
  }

  /** What the far side wrote instead of packets, for messages. */
  #said(): string {
    const text = this.#strayText.trim();
    return text === '' ? '' : ` It wrote: ${text.slice(0, 500)}`;
  }

  #setState(state: RemoteState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.onStateChange?.();
    for (const wake of this.#stateWaiters.splice(0)) wake();
  }

  /** Waits until `isSettled`, the time is over (0: no limit), or the signal aborts. */
  async #settled(timeout: number, signal: AbortSignal | undefined, isSettled: () => boolean): Promise<void> {
    if (isSettled()) return;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<'over'>((resolve) => {
      if (timeout > 0) timer = setTimeout(() => resolve('over'), timeout);
      signal?.addEventListener('abort', () => resolve('over'), { once: true });
    });
    try {
      while (!isSettled()) {
        const changed = new Promise<'changed'>((resolve) => this.#stateWaiters.push(() => resolve('changed')));
        if ((await Promise.race([limit, changed])) === 'over') return;
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
