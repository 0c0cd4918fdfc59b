import type { PSValue } from '../../runtime/values/ps-value.ts';
import { decodePayload } from './decode-payload.ts';
import { LocalProtocolError, RemoteProtocolError } from './errors.ts';
import type { ClientEvent, MessageEvent } from './events.ts';
import { Fifo } from './fifo.ts';
import { NIL_GUID } from './guid-bytes.ts';
import { Inbox } from './inbox.ts';
import { Destination, encodeMessage } from './message.ts';
import { type MessageName, type MessagePayloads, messageTable } from './message-table.ts';
import type { HostResponse } from './messages/host-call.ts';
import type { InitRunspacePool } from './messages/runspace-pool.ts';
import { fixedVersions, type ProtocolVersion, protocolVersions, type SessionCapability } from './messages/session.ts';
import type { ControlPacket, PacketStream } from './out-of-proc.ts';
import { Outbox } from './outbox.ts';
import type { PayloadFormat } from './payload-format.ts';
import { type ClientPipelineTrigger, clientPipelineTransitions, type PipelinePhase } from './pipeline-states.ts';
import { type ClientPoolTrigger, clientPoolTransitions, nextState, type PoolState } from './pool-states.ts';

/** How a client's session behaves. */
export interface ClientPoolOptions {
  /** A new GUID, lower-case. */
  readonly poolId: string;
  readonly format: PayloadFormat;
  /** Bytes of fragments in a packet; 32 KiB where it is left out, as the real client sends. */
  readonly packetSize?: number;
  /** Largest message accepted. */
  readonly maxObject?: number;
}

/** RunspacePoolState numbers that a server announces. */
const poolTriggers: Readonly<Record<number, ClientPoolTrigger>> = {
  2: 'receive opened',
  3: 'receive closed',
  4: 'receive closing',
  5: 'receive broken',
};

/** PipelineState numbers that end a pipeline. */
const pipelineTriggers: Readonly<Record<number, ClientPipelineTrigger>> = {
  3: 'receive stopped',
  4: 'receive completed',
  5: 'receive failed',
};

/** End states of a pipeline that only its release may follow. */
const endPhases: ReadonlySet<PipelinePhase> = new Set(['Completed', 'Failed', 'Stopped', 'Releasing']);

/**
 * A client's end of one session, without any I/O (MS-PSRP 3.1): bytes from the channel go into {@link receive}, events
 * come out of {@link nextEvent}, bytes for the channel out of {@link dataToSend}; call both until they give undefined
 * after every call that could have changed something.
 */
export class ClientPool {
  readonly poolId: string;
  readonly #format: PayloadFormat;
  readonly #inbox: Inbox;
  readonly #outbox: Outbox;
  readonly #events = new Fifo<ClientEvent>();
  readonly #pipelines = new Map<string, PipelinePhase>();
  #state: PoolState = 'Idle';
  #version: ProtocolVersion | undefined;

  constructor(options: ClientPoolOptions) {
    this.poolId = options.poolId;
    this.#format = options.format;
    this.#inbox = new Inbox({ maxObject: options.maxObject ?? 0x7fffffff });
    this.#outbox = new Outbox({ packetSize: options.packetSize ?? 32 * 1024, lockstep: true });
  }

  get state(): PoolState {
    return this.#state;
  }

  /** The version both ends speak; undefined before negotiation. */
  get protocolVersion(): ProtocolVersion | undefined {
    return this.#version;
  }

  /** Sends SessionCapability and InitRunspacePool together (MS-PSRP 3.1.4.1). */
  open(init: InitRunspacePool): void {
    this.#move('send open');
    const protocolVersion = protocolVersions[protocolVersions.length - 1] ?? '2.4';
    this.#send('SessionCapability', NIL_GUID, { protocolVersion, ...fixedVersions });
    this.#send('InitRunspacePool', NIL_GUID, init);
  }

  /**
   * Starts a pipeline with the text of a CreatePipeline or GetCommandMetadata payload; its input may follow at once.
   */
  startPipeline(pipelineId: string, name: 'CreatePipeline' | 'GetCommandMetadata', payload: string): void {
    if (this.#state !== 'Opened')
      throw new LocalProtocolError(`The session is ${this.#state}, a pipeline needs an open one.`);
    if (this.#pipelines.has(pipelineId)) throw new LocalProtocolError(`There is a pipeline ${pipelineId} already.`);
    this.#pipelines.set(pipelineId, 'Announced');
    this.#outbox.control('Command', pipelineId);
    this.#outbox.hold(pipelineId);
    this.sendEncoded(name, pipelineId, payload);
  }

  /** Sends one input object; ignored once the pipeline has ended or is being stopped. */
  sendInput(pipelineId: string, payload: string): void {
    if (this.#takesInput(pipelineId)) this.sendEncoded('PipelineInput', pipelineId, payload);
  }

  endInput(pipelineId: string): void {
    if (this.#takesInput(pipelineId)) this.sendEncoded('EndOfPipelineInput', pipelineId, '');
  }

  /** Bytes of input that wait to be sent. */
  queuedInput(pipelineId: string): number {
    return this.#outbox.queued(pipelineId);
  }

  /** Asks the server to stop a pipeline (Ctrl+C); input that still waits is dropped. */
  stop(pipelineId: string): void {
    const phase = this.#pipelines.get(pipelineId);
    if (phase === undefined || endPhases.has(phase) || phase === 'Stopping') return;
    this.#movePipeline(pipelineId, 'send signal');
    this.#outbox.drop(pipelineId);
    this.#outbox.control('Signal', pipelineId);
  }

  /** Lets go of a pipeline; must follow its end, or closing the session hangs. */
  release(pipelineId: string): void {
    const phase = this.#pipelines.get(pipelineId);
    if (phase === undefined || phase === 'Releasing') return;
    this.#movePipeline(pipelineId, 'send close');
    this.#outbox.drop(pipelineId);
    this.#outbox.control('Close', pipelineId);
  }

  /** Answers a host call of a pipeline, or of the session for the nil GUID. */
  respond(pipelineId: string, response: HostResponse): void {
    const name = pipelineId === NIL_GUID ? 'RunspacePoolHostResponse' : 'PipelineHostResponse';
    if (pipelineId !== NIL_GUID && !this.#pipelines.has(pipelineId)) return;
    this.#send(name, pipelineId, response, 'PromptResponse');
  }

  /** Sends a request of the pool itself; its answer is a RunspaceAvailability event. */
  request<N extends 'SetMaxRunspaces' | 'SetMinRunspaces' | 'GetAvailableRunspaces' | 'ResetRunspaceState'>(
    name: N,
    payload: MessagePayloads[N],
  ): void {
    if (this.#state !== 'Opened')
      throw new LocalProtocolError(`The session is ${this.#state}, a request needs an open one.`);
    this.#send(name, NIL_GUID, payload);
  }

  /** Begins to close: releases every pipeline, then the session. */
  close(): void {
    if (this.#state === 'Closed' || this.#state === 'Broken' || this.#state === 'Closing') return;
    const wasIdle = this.#state === 'Idle';
    for (const id of this.#pipelines.keys()) this.release(id);
    this.#move('send close');
    if (!wasIdle) this.#outbox.control('Close', NIL_GUID);
  }

  /** Tells that the channel has ended; `reason` is what the transport knows. */
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
  nextEvent(): ClientEvent | undefined {
    while (this.#events.length === 0) {
      const more = this.#guarded(() => this.#process());
      if (!more) break;
    }
    return this.#events.shift();
  }

  /** Bytes to write to the channel now, at most about `limit`; undefined when there are none. */
  dataToSend(limit = 1 << 20): Uint8Array | undefined {
    return this.#outbox.take(limit);
  }

  /** Queues a message whose payload is text already. */
  sendEncoded(name: MessageName, pipelineId: string, payload: string, stream: PacketStream = 'Default'): void {
    const { type } = messageTable[name];
    const message = { destination: Destination.Server, type, poolId: this.poolId, pipelineId, payload };
    // a real server loses input that shares a packet with the command it is for
    const isAlone = name === 'CreatePipeline' || name === 'GetCommandMetadata';
    this.#outbox.message(pipelineId, stream, encodeMessage(message), isAlone);
  }

  #send<N extends MessageName>(name: N, id: string, payload: MessagePayloads[N], stream?: PacketStream): void {
    const value: PSValue = messageTable[name].codec.encode(payload);
    this.sendEncoded(name, id, this.#format.write(value), stream);
  }

  /** Handles one packet; whether there was one. */
  #process(): boolean {
    const incoming = this.#state === 'Broken' ? undefined : this.#inbox.next();
    if (!incoming) return false;
    if (incoming.kind === 'Text') this.#events.push({ kind: 'StrayText', text: incoming.text });
    else if (incoming.kind === 'Data') {
      for (const message of incoming.messages) this.#message(decodePayload(message, Destination.Client, this.#format));
    } else this.#control(incoming);
    return true;
  }

  #control({ kind, id }: ControlPacket): void {
    switch (kind) {
      case 'DataAck':
        this.#outbox.acknowledged(id);
        if (id !== NIL_GUID) this.#events.push({ kind: 'PacketTaken', pipelineId: id });
        return;
      case 'CommandAck':
        this.#movePipeline(id, 'receive command ack');
        this.#outbox.release(id);
        this.#events.push({ kind: 'CommandAccepted', pipelineId: id });
        return;
      case 'SignalAck':
        this.#movePipeline(id, 'receive signal ack');
        this.#events.push({ kind: 'StopAcknowledged', pipelineId: id });
        return;
      case 'CloseAck':
        if (id === NIL_GUID) this.#move('receive close ack');
        else this.#released(id);
        return;
      default:
        throw new RemoteProtocolError(`The server sent a ${kind} packet, which only a client may send.`);
    }
  }

  #released(id: string): void {
    this.#pipelines.delete(id);
    this.#outbox.drop(id);
    this.#inbox.drop(id);
    this.#events.push({ kind: 'PipelineReleased', pipelineId: id });
  }

  #message(event: MessageEvent): void {
    if (event.kind === 'SessionCapability') this.#negotiate(event.payload);
    else if (event.kind === 'RunspacePoolState') {
      this.#events.push(event);
      const trigger = poolTriggers[event.payload.state];
      if (trigger) this.#move(trigger);
      return;
    } else if (event.kind === 'PipelineState') {
      const trigger = pipelineTriggers[event.payload.state];
      if (!trigger || !this.#pipelines.has(event.pipelineId)) return;
      this.#movePipeline(event.pipelineId, trigger);
    }
    this.#events.push(event);
  }

  /** MS-PSRP 3.1.5.3.1: the server's answer must be a version we know; the other two are fixed. */
  #negotiate(it: SessionCapability): void {
    this.#move('receive capability');
    const version = protocolVersions.find((known) => known === it.protocolVersion);
    if (!version) {
      throw new RemoteProtocolError(
        `The server speaks PSRP ${it.protocolVersion}; versions ${protocolVersions.join(', ')} are understood here.`,
      );
    }
    if (it.psVersion !== fixedVersions.psVersion || it.serializationVersion !== fixedVersions.serializationVersion) {
      throw new RemoteProtocolError(
        `The server announces PSVersion ${it.psVersion} and SerializationVersion ${it.serializationVersion}, which is not PSRP 2.x.`,
      );
    }
    this.#version = version;
  }

  #takesInput(pipelineId: string): boolean {
    const phase = this.#pipelines.get(pipelineId);
    return phase === 'Announced' || phase === 'Running';
  }

  #movePipeline(id: string, trigger: ClientPipelineTrigger): void {
    const phase = this.#pipelines.get(id);
    if (phase === undefined) return;
    const next = nextState(clientPipelineTransitions, phase, trigger);
    if (next === undefined) throw this.#outOfPlace(trigger, `pipeline ${id} is ${phase}`);
    this.#pipelines.set(id, next);
  }

  #move(trigger: ClientPoolTrigger, reason?: Error): void {
    const next = nextState(clientPoolTransitions, this.#state, trigger);
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

  /** Runs a step that reads what the peer sent; its protocol errors break the session. */
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
