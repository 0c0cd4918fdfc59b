import type { PSValue } from '../../runtime/values/ps-value.ts';
import { decodePayload } from './decode-payload.ts';
import { LocalProtocolError, RemoteProtocolError } from './errors.ts';
import type { MessageEvent, ServerEvent } from './events.ts';
import { Fifo } from './fifo.ts';
import { NIL_GUID } from './guid-bytes.ts';
import { Inbox } from './inbox.ts';
import { Destination, encodeMessage, type RawMessage } from './message.ts';
import { type MessageName, type MessagePayloads, messageTable } from './message-table.ts';
import { fixedVersions, type ProtocolVersion, protocolVersions, type SessionCapability } from './messages/session.ts';
import type { ControlPacket } from './out-of-proc.ts';
import { Outbox } from './outbox.ts';
import type { PayloadFormat } from './payload-format.ts';
import { type PipelinePhase, type ServerPipelineTrigger, serverPipelineTransitions } from './pipeline-states.ts';
import { nextState, type PoolState, type ServerPoolTrigger, serverPoolTransitions } from './pool-states.ts';

/** How a server's session behaves. */
export interface ServerPoolOptions {
  readonly format: PayloadFormat;
  /** Bytes of fragments in a packet; 32 KiB where it is left out, as the real server sends. */
  readonly packetSize?: number;
  /** Largest message accepted. */
  readonly maxObject?: number;
}

/** Names of what a pipeline on the server sends. */
export type PipelineMessage =
  | 'PipelineOutput'
  | 'ErrorRecord'
  | 'DebugRecord'
  | 'VerboseRecord'
  | 'WarningRecord'
  | 'ProgressRecord'
  | 'InformationRecord'
  | 'PipelineHostCall';

/** How a pipeline ended, with its PipelineState number. */
export const EndState = { Stopped: 3, Completed: 4, Failed: 5 } as const;

const endTriggers: Readonly<Record<number, ServerPipelineTrigger>> = {
  3: 'send stopped',
  4: 'send completed',
  5: 'send failed',
};

/** One pipeline the client has announced. */
interface Pipeline {
  phase: PipelinePhase;
  /** Data packets that came while the input was paused and still want their acknowledgement. */
  unacknowledged: number;
  isPaused: boolean;
}

/**
 * A server's end of one session, without any I/O (MS-PSRP 3.2); used as {@link import('./client-pool.ts').ClientPool}
 * is. Acknowledgements, negotiation and the release of pipelines are answered here; what needs an engine comes out as
 * an event.
 */
export class ServerPool {
  readonly #format: PayloadFormat;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #events = new Fifo<ServerEvent>();
  readonly #pipelines = new Map<string, Pipeline>();
  #state: PoolState = 'Idle';
  #version: ProtocolVersion | undefined;
  #poolId = NIL_GUID;
  #isCloseAsked = false;
  /** Bytes that must go out before anything else. */
  readonly #last: Uint8Array[] = [];

  constructor(options: ServerPoolOptions) {
    this.#format = options.format;
    this.#inbox = new Inbox({ maxObject: options.maxObject ?? 0x7fffffff });
    this.#outbox = new Outbox({ packetSize: options.packetSize ?? 32 * 1024, lockstep: false });
  }

  get state(): PoolState {
    return this.#state;
  }

  get protocolVersion(): ProtocolVersion | undefined {
    return this.#version;
  }

  /** The client's id of the session. */
  get poolId(): string {
    return this.#poolId;
  }

  /** Whether the pipeline may still send. */
  isRunning(pipelineId: string): boolean {
    const phase = this.#pipelines.get(pipelineId)?.phase;
    return phase === 'Running' || phase === 'Stopping' || phase === 'Releasing';
  }

  /** Bytes of messages that wait to be written: what back-pressure goes by. */
  get queuedBytes(): number {
    return this.#outbox.totalQueued;
  }

  /** The session is ready: tells the client (MS-PSRP 3.2.4.1). `data` is a PSPrimitiveDictionary. */
  opened(data: PSValue): void {
    this.#move('send opened');
    if (this.#state !== 'Opened') return;
    this.#send('ApplicationPrivateData', NIL_GUID, { data });
    this.#send('RunspacePoolState', NIL_GUID, { state: 2, error: null });
  }

  /** The session cannot be opened or go on; `error` is an encoded error record or null. */
  broken(error: PSValue): void {
    this.#move('send broken');
    this.#send('RunspacePoolState', NIL_GUID, { state: 5, error });
  }

  /** Answers CloseRequested once the runspace is gone. */
  closed(): void {
    this.#move('send closed');
    this.#send('RunspacePoolState', NIL_GUID, { state: 4, error: null });
    this.#send('RunspacePoolState', NIL_GUID, { state: 3, error: null });
    // the acknowledgement is a packet of its own and must not overtake the states
    const states = this.#outbox.take(Number.MAX_SAFE_INTEGER);
    if (states) this.#last.push(states);
    this.#outbox.control('CloseAck', NIL_GUID);
  }

  /** Sends one message of a running pipeline whose payload is text already; dropped once the pipeline has ended. */
  sendPipeline(pipelineId: string, name: PipelineMessage, payload: string): void {
    if (this.isRunning(pipelineId)) this.#sendEncoded(name, pipelineId, payload);
  }

  /** Sends a message of the session whose payload is text already. */
  sendSession(name: 'RunspacePoolHostCall' | 'UserEvent', payload: string): void {
    if (this.#state === 'Opening' || this.#state === 'Opened') this.#sendEncoded(name, NIL_GUID, payload);
  }

  /** Answers a request of the pool. */
  answer(callId: bigint, response: PSValue): void {
    this.#send('RunspaceAvailability', NIL_GUID, { callId, response });
  }

  /** Ends a pipeline; `error` is an encoded error record or null. Does nothing when it has ended. */
  end(pipelineId: string, state: number, error: PSValue): void {
    const trigger = endTriggers[state];
    if (!trigger || !this.isRunning(pipelineId)) return;
    this.#send('PipelineState', pipelineId, { state, error });
    this.#movePipeline(pipelineId, trigger);
    this.resumeInput(pipelineId);
  }

  /** Acknowledges no more input of a pipeline until {@link resumeInput}: the client then sends at most one packet. */
  pauseInput(pipelineId: string): void {
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline) pipeline.isPaused = true;
  }

  resumeInput(pipelineId: string): void {
    const pipeline = this.#pipelines.get(pipelineId);
    if (!pipeline) return;
    pipeline.isPaused = false;
    for (; pipeline.unacknowledged > 0; pipeline.unacknowledged--) this.#outbox.control('DataAck', pipelineId);
  }

  /** Tells that the channel has ended. */
  channelEnded(reason?: Error): void {
    this.#move('channel ended', reason);
  }

  /** Takes bytes from the channel. */
  receive(bytes: Uint8Array): void {
    this.#guarded(() => {
      this.#inbox.push(bytes);
      return false;
    });
  }

  /** The next event; undefined when nothing more has happened. */
  nextEvent(): ServerEvent | undefined {
    while (this.#events.length === 0) {
      const more = this.#guarded(() => this.#process());
      if (!more) break;
    }
    return this.#events.shift();
  }

  /** Bytes to write to the channel now, at most about `limit`; undefined when there are none. */
  dataToSend(limit = 1 << 20): Uint8Array | undefined {
    return this.#last.shift() ?? this.#outbox.take(limit);
  }

  #send<N extends MessageName>(name: N, id: string, payload: MessagePayloads[N]): void {
    this.#sendEncoded(name, id, this.#format.write(messageTable[name].codec.encode(payload)));
  }

  #sendEncoded(name: MessageName, pipelineId: string, payload: string): void {
    const { type } = messageTable[name];
    // MS-PSRP 2.2.1: the server's SessionCapability names no pool
    const poolId = name === 'SessionCapability' ? NIL_GUID : this.#poolId;
    const message = { destination: Destination.Client, type, poolId, pipelineId, payload };
    this.#outbox.message(pipelineId, 'Default', encodeMessage(message));
  }

  /** Handles one packet; whether there was one. */
  #process(): boolean {
    const incoming = this.#state === 'Broken' || this.#state === 'Closed' ? undefined : this.#inbox.next();
    if (!incoming) return false;
    if (incoming.kind === 'Text') this.#stray(incoming.text);
    else if (incoming.kind === 'Data') this.#data(incoming.id, incoming.messages);
    else this.#control(incoming);
    return true;
  }

  #stray(text: string): void {
    if (text === '') this.#move('channel ended');
    else this.#events.push({ kind: 'StrayText', text });
  }

  #data(id: string, messages: readonly RawMessage[]): void {
    for (const message of messages) this.#message(message);
    const pipeline = this.#pipelines.get(id);
    if (pipeline?.isPaused) pipeline.unacknowledged++;
    else this.#outbox.control('DataAck', id);
  }

  #message(message: RawMessage): void {
    const { pipelineId } = message;
    if (pipelineId !== NIL_GUID && !this.#wants(message)) return;
    const event = decodePayload(message, Destination.Server, this.#format);
    this.#check(event, message.poolId);
    this.#events.push(event);
  }

  /** Whether a message of a pipeline still matters; those for ended or unknown ones are only acknowledged. */
  #wants({ pipelineId, type }: RawMessage): boolean {
    const starts = type === messageTable.CreatePipeline.type || type === messageTable.GetCommandMetadata.type;
    const phase = this.#pipelines.get(pipelineId)?.phase;
    return starts ? phase === 'Announced' : phase === 'Running' || phase === 'Stopping';
  }

  #check(event: MessageEvent, poolId: string): void {
    switch (event.kind) {
      case 'SessionCapability':
        this.#move('receive capability');
        this.#negotiate(event.payload);
        return;
      case 'InitRunspacePool':
        this.#move('receive init');
        this.#poolId = poolId;
        return;
      case 'CreatePipeline':
      case 'GetCommandMetadata':
        this.#movePipeline(event.pipelineId, 'receive create');
        return;
      default:
    }
  }

  /** MS-PSRP 3.2.5.3.1: the older of the two versions counts. */
  #negotiate(it: SessionCapability): void {
    const newest = protocolVersions[protocolVersions.length - 1] ?? '2.4';
    const [major = 0, minor = 0] = it.protocolVersion.split('.').map(Number);
    const known = protocolVersions.find((version) => version === it.protocolVersion);
    const version = known ?? (major === 2 && minor > 4 ? newest : undefined);
    this.#send('SessionCapability', NIL_GUID, { protocolVersion: version ?? newest, ...fixedVersions });
    if (!version)
      throw new RemoteProtocolError(`The client speaks PSRP ${it.protocolVersion}, which is not understood here.`);
    this.#version = version;
  }

  #control({ kind, id }: ControlPacket): void {
    switch (kind) {
      case 'Command':
        if (this.#state !== 'Opened' || this.#isCloseAsked)
          throw new RemoteProtocolError(`The client announced a pipeline while the session is ${this.#state}.`);
        this.#pipelines.set(id, { phase: 'Announced', unacknowledged: 0, isPaused: false });
        this.#outbox.control('CommandAck', id);
        return;
      case 'Signal':
        this.#signal(id);
        return;
      case 'Close':
        if (id === NIL_GUID) this.#closeSession();
        else this.#closePipeline(id);
        return;
      default:
        throw new RemoteProtocolError(`The client sent a ${kind} packet, which only a server may send.`);
    }
  }

  #signal(id: string): void {
    const phase = this.#pipelines.get(id)?.phase;
    if (phase === 'Running') this.#events.push({ kind: 'StopRequested', pipelineId: id });
    this.#movePipeline(id, 'receive signal');
    this.#outbox.control('SignalAck', id);
  }

  #closePipeline(id: string): void {
    const phase = this.#pipelines.get(id)?.phase;
    if (phase === 'Running' || phase === 'Stopping') this.#events.push({ kind: 'StopRequested', pipelineId: id });
    if (phase !== undefined) {
      this.#pipelines.delete(id);
      this.#inbox.drop(id);
      this.#outbox.drop(id);
      this.#events.push({ kind: 'PipelineReleased', pipelineId: id });
    }
    this.#outbox.control('CloseAck', id);
    this.#closeWhenReleased();
  }

  #closeSession(): void {
    this.#move('receive close');
    this.#isCloseAsked = true;
    this.#closeWhenReleased();
  }

  #closeWhenReleased(): void {
    if (!this.#isCloseAsked || this.#pipelines.size > 0) return;
    this.#isCloseAsked = false;
    this.#events.push({ kind: 'CloseRequested' });
  }

  #movePipeline(id: string, trigger: ServerPipelineTrigger): void {
    const pipeline = this.#pipelines.get(id);
    if (!pipeline) return;
    const next = nextState(serverPipelineTransitions, pipeline.phase, trigger);
    if (next === undefined) throw this.#outOfPlace(trigger, `pipeline ${id} is ${pipeline.phase}`);
    pipeline.phase = next;
  }

  #move(trigger: ServerPoolTrigger, reason?: Error): void {
    const next = nextState(serverPoolTransitions, this.#state, trigger);
    if (next === undefined) throw this.#outOfPlace(trigger, `the session is ${this.#state}`);
    if (next === this.#state) return;
    this.#state = next;
    if (next === 'Closed' || next === 'Broken') this.#pipelines.clear();
    this.#events.push({ kind: 'StateChanged', state: next, reason });
  }

  #outOfPlace(trigger: string, where: string): Error {
    const text = `'${trigger}' is not allowed while ${where}.`;
    return trigger.startsWith('send') ? new LocalProtocolError(text) : new RemoteProtocolError(text);
  }

  #guarded(step: () => boolean): boolean {
    try {
      return step();
    } catch (thrown) {
      if (!(thrown instanceof RemoteProtocolError)) throw thrown;
      this.#move('failed', thrown);
      return false;
    }
  }
}
