import { plainLiveValues } from '../../runtime/clixml/live-values.ts';
import { plainInspector } from '../../runtime/clixml/plain-inspector.ts';
import { baseOf, notesOf } from '../../runtime/values/ps-object.ts';
import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { engineWireFormat } from '../engine-wire-format.ts';
import { handshakeTable } from '../handshake.ts';
import type { MessageEvent, ServerEvent } from '../psrp/events.ts';
import { NIL_GUID } from '../psrp/guid-bytes.ts';
import { hostMethodsByName, VOID_CALL_ID } from '../psrp/host-methods.ts';
import { messageTable } from '../psrp/message-table.ts';
import type { HostResponse } from '../psrp/messages/host-call.ts';
import { type HostInfo, runspaceHostInfo } from '../psrp/messages/host-info.ts';
import type { InitRunspacePool } from '../psrp/messages/runspace-pool.ts';
import { bag, primitiveDictionary } from '../psrp/property-bag.ts';
import { EndState, type PipelineMessage, ServerPool } from '../psrp/server-pool.ts';
import type { Transport } from '../transport/transport.ts';
import { createWireFormat, type WireFormat } from '../wire-format.ts';
import type { EngineRunspace, RunspaceFactory } from './engine-runspace.ts';
import type { HostChannel } from './host-channel.ts';
import { PipelineDriver } from './pipeline-driver.ts';
import { RemoteHost } from './remote-host.ts';

/** What a session on the server is made of. */
export interface ServerSessionOptions {
  readonly transport: Transport;
  readonly createRunspace: RunspaceFactory;
  readonly userName: string;
  /** Version of this program, for `$Host.Version`. */
  readonly version: string;
  readonly newGuid: () => string;
  readonly culture: string;
  readonly packetSize?: number;
  /** Hears of faults that have nowhere else to go. */
  readonly onProblem?: (text: string) => void;
}

/** Bytes of output that may wait unsent before commands are held back. */
const OUTPUT_WINDOW = 4 << 20;
/** Milliseconds that running commands get to unwind when their session ends. */
const UNWIND_TIMEOUT = 10_000;
/** Bytes of output that are collected before they are sent within one turn of the event loop. */
const BATCH = 64 * 1024;

interface PendingCall {
  readonly pipelineId: string;
  readonly resolve: (value: PSValue) => void;
  readonly reject: (error: Error) => void;
}

/** One client's session on the server: drives a runspace by what a {@link ServerPool} says (MS-PSRP 3.2). */
export class ServerSession {
  readonly pool: ServerPool;
  /** Resolves when the session has ended and its runspace is gone. */
  readonly done: Promise<void>;
  readonly #options: ServerSessionOptions;
  readonly #drivers = new Map<string, PipelineDriver>();
  readonly #calls = new Map<string, PendingCall>();
  readonly #roomWaiters: (() => void)[] = [];
  #format: WireFormat;
  #sessionInfo: HostInfo = { ...runspaceHostInfo, useRunspaceHost: false };
  #pipelineInfo: HostInfo | undefined = undefined;
  #current: string | undefined = undefined;
  /** Ends with the pipeline that runs or waits last. */
  #turn: Promise<void> = Promise.resolve();
  #runspace: EngineRunspace | undefined = undefined;
  #lastCall = 0n;
  #isFlushing = false;
  #isFlushDue = false;
  #isPumping = false;
  #resolveDone: () => void = () => {};

  constructor(options: ServerSessionOptions) {
    this.#options = options;
    const plain = createWireFormat({ inspector: plainInspector, live: plainLiveValues, localOffset: () => 0 });
    this.#format = plain;
    const format = {
      write: (v: PSValue) => this.#format.write(v),
      read: (t: string) => this.#format.read(t),
      items: (v: PSValue) => this.#format.items(v),
    };
    this.pool = new ServerPool({
      format,
      ...(options.packetSize === undefined ? {} : { packetSize: options.packetSize }),
    });
    this.done = new Promise((resolve) => {
      this.#resolveDone = resolve;
    });
    options.transport.onData((bytes) => {
      this.pool.receive(bytes);
      this.#pump();
    });
    options.transport.onEnd((reason) => {
      this.pool.channelEnded(reason);
      this.#pump();
    });
  }

  get format(): WireFormat {
    return this.#format;
  }

  /** Sends a record of a pipeline; the promise waits while too much is unsent. */
  sendPipeline(id: string, name: PipelineMessage, value: PSValue): Eventually<void> {
    if (!this.pool.isRunning(id)) return;
    // a null travels as a message without payload
    const isNull = name === 'PipelineOutput' && (value === null || value === undefined);
    const text = isNull ? '' : this.#format.writeEventually(value);
    return typeof text === 'string' ? this.#queue(id, name, text) : text.then((ready) => this.#queue(id, name, ready));
  }

  #queue(id: string, name: PipelineMessage, text: string): Eventually<void> {
    this.pool.sendPipeline(id, name, text);
    if (this.pool.queuedBytes > BATCH) this.flush();
    else this.flushSoon();
    if (this.pool.queuedBytes < OUTPUT_WINDOW) return;
    return new Promise((resolve) => {
      this.#roomWaiters.push(resolve);
    });
  }

  /** The script ran `exit`: the client's host is told, which ends the session from its side. */
  async exit(code: number): Promise<void> {
    await this.#sendCall('SetShouldExit', [code], VOID_CALL_ID);
  }

  /** Sends what waits, in this turn of the event loop. */
  flush(): void {
    if (!this.#isFlushing) void this.#flushAll();
  }

  /** Sends what waits: at once if nothing was sent in this turn of the event loop, else at its end. */
  flushSoon(): void {
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.flush();
    setImmediate(() => {
      this.#isFlushDue = false;
      this.flush();
    });
  }

  async #flushAll(): Promise<void> {
    this.#isFlushing = true;
    try {
      for (let bytes = this.pool.dataToSend(); bytes; bytes = this.pool.dataToSend()) {
        const sent = this.#options.transport.send(bytes);
        if (sent instanceof Promise) await sent;
        if (this.pool.queuedBytes < OUTPUT_WINDOW) for (const resume of this.#roomWaiters.splice(0)) resume();
      }
    } finally {
      this.#isFlushing = false;
    }
  }

  /** Handles all events that are there; handlers that take time go on by themselves. */
  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    for (let event = this.pool.nextEvent(); event; event = this.pool.nextEvent()) this.#handle(event);
    this.#isPumping = false;
    this.flush();
  }

  #handle(event: ServerEvent): void {
    switch (event.kind) {
      case 'StateChanged':
        if (event.state === 'Closed' || event.state === 'Broken') void this.#finish();
        return;
      case 'StopRequested':
        this.#stop(event.pipelineId);
        return;
      case 'CloseRequested':
        void this.#close();
        return;
      case 'StrayText':
      case 'PipelineReleased':
        return;
      default:
        this.#message(event);
    }
  }

  #message(event: MessageEvent): void {
    switch (event.kind) {
      case 'InitRunspacePool':
        void this.#open(event.payload);
        return;
      case 'CreatePipeline':
        this.#run(event.pipelineId, event.payload.hostInfo, (driver) => driver.run(event.payload));
        return;
      case 'GetCommandMetadata':
        this.#run(event.pipelineId, undefined, (driver) => driver.describe(event.payload));
        return;
      case 'PipelineInput':
        this.#drivers.get(event.pipelineId)?.input.push(event.payload);
        return;
      case 'EndOfPipelineInput':
        this.#drivers.get(event.pipelineId)?.input.end();
        return;
      case 'PipelineHostResponse':
      case 'RunspacePoolHostResponse':
        this.#answered(event.pipelineId, event.payload);
        return;
      case 'SetMaxRunspaces':
      case 'SetMinRunspaces':
        this.pool.answer(event.payload.callId, event.payload.count === 1);
        return;
      case 'GetAvailableRunspaces':
        this.pool.answer(event.payload.callId, BigInt(this.#current === undefined ? 1 : 0));
        return;
      case 'ResetRunspaceState':
        this.pool.answer(event.payload.callId, false);
        return;
      default:
    }
  }

  async #open(init: InitRunspacePool): Promise<void> {
    this.#sessionInfo = init.hostInfo;
    const { createRunspace, userName, version, newGuid, culture } = this.#options;
    const host = new RemoteHost({
      channel: this.#channel(),
      version,
      instanceId: newGuid(),
      culture,
      uiCulture: culture,
      readSecret: (value) => secretOf(value),
      items: (value) => this.#format.items(value),
    });
    try {
      const runspace = await createRunspace({ host, applicationArguments: init.applicationArguments, userName });
      this.#runspace = runspace;
      this.#format = engineWireFormat(runspace.engine);
      this.pool.opened(primitiveDictionary([['PSVersionTable', handshakeTable(runspace.versionTable)]]));
    } catch (thrown) {
      const text = thrown instanceof Error ? thrown.message : String(thrown);
      this.pool.broken(openFailure(text));
      this.#options.onProblem?.(`The session could not be opened: ${text}`);
    }
    this.flush();
  }

  /** Starts a pipeline once the one before it has ended: a client may send the next while a stopped one unwinds. */
  #run(id: string, info: HostInfo | undefined, start: (driver: PipelineDriver) => Promise<void>): void {
    const runspace = this.#runspace;
    if (!runspace) {
      this.pool.end(id, EndState.Failed, null);
      this.flush();
      return;
    }
    const driver = new PipelineDriver(id, this, runspace);
    this.#drivers.set(id, driver);
    this.#turn = this.#turn.then(() => this.#drive(driver, info, start));
  }

  async #drive(
    driver: PipelineDriver,
    info: HostInfo | undefined,
    start: (driver: PipelineDriver) => Promise<void>,
  ): Promise<void> {
    const { id } = driver;
    this.#current = id;
    this.#pipelineInfo = info && !info.useRunspaceHost ? info : undefined;
    try {
      if (this.pool.isRunning(id)) await start(driver);
    } catch (thrown) {
      this.#options.onProblem?.(
        `A pipeline ended abnormally: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
      );
      this.pool.end(id, EndState.Failed, null);
    } finally {
      this.#drivers.delete(id);
      this.#current = undefined;
      this.#pipelineInfo = undefined;
      this.flush();
    }
  }

  #stop(id: string): void {
    this.#failCalls(id, 'the pipeline was stopped');
    this.#drivers.get(id)?.stop();
  }

  async #close(): Promise<void> {
    await this.#unwind();
    await this.#dispose();
    if (this.pool.state === 'Closing') this.pool.closed();
    await this.#flushAll();
    this.#options.transport.close();
    this.#resolveDone();
  }

  async #finish(): Promise<void> {
    await this.#unwind();
    await this.#dispose();
    await this.#flushAll();
    this.#options.transport.close();
    this.#resolveDone();
  }

  /** Stops what runs, and gives its `finally` blocks time. */
  async #unwind(): Promise<void> {
    for (const id of [...this.#drivers.keys()]) this.#stop(id);
    // nobody takes output any more
    for (const resume of this.#roomWaiters.splice(0)) resume();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, UNWIND_TIMEOUT).unref());
    await Promise.race([this.#turn, patience]);
  }

  async #dispose(): Promise<void> {
    const runspace = this.#runspace;
    this.#runspace = undefined;
    for (const resume of this.#roomWaiters.splice(0)) resume();
    await runspace?.dispose();
  }

  #channel(): HostChannel {
    const info = (): HostInfo => this.#pipelineInfo ?? this.#sessionInfo;
    return {
      send: (method, parameters) => this.#sendCall(method, parameters, VOID_CALL_ID),
      call: (method, parameters) => this.#call(method, parameters),
      get info() {
        return info();
      },
    };
  }

  #sendCall(method: string, parameters: readonly PSValue[], callId: bigint): Eventually<void> {
    const methodId = hostMethodsByName.get(method)?.id ?? 0;
    const id = this.#current;
    const value = messageTable.PipelineHostCall.codec.encode({ callId, methodId, parameters });
    if (id !== undefined) return this.sendPipeline(id, 'PipelineHostCall', value);
    this.pool.sendSession('RunspacePoolHostCall', this.#format.write(value));
    this.flushSoon();
  }

  async #call(method: string, parameters: readonly PSValue[]): Promise<PSValue> {
    const callId = ++this.#lastCall;
    const pipelineId = this.#current ?? NIL_GUID;
    const answer = new Promise<PSValue>((resolve, reject) => {
      this.#calls.set(`${pipelineId} ${callId}`, { pipelineId, resolve, reject });
    });
    await this.#sendCall(method, parameters, callId);
    this.flush();
    return answer;
  }

  #answered(pipelineId: string, response: HostResponse): void {
    const key = `${pipelineId} ${response.callId}`;
    const call = this.#calls.get(key);
    this.#calls.delete(key);
    if (response.error === null) call?.resolve(response.result);
    else call?.reject(new Error(errorText(response.error)));
  }

  #failCalls(pipelineId: string, why: string): void {
    for (const [key, call] of this.#calls) {
      if (call.pipelineId !== pipelineId) continue;
      this.#calls.delete(key);
      call.reject(new Error(`The question to the client's host was given up: ${why}.`));
    }
  }
}

/** The record that tells a client why there is no session. */
function openFailure(text: string): PSValue {
  const exception = bag({ Message: text }, [
    'System.Management.Automation.RuntimeException',
    'System.Exception',
    'System.Object',
  ]);
  return messageTable.ErrorRecord.codec.encode({
    exception,
    targetObject: null,
    fullyQualifiedErrorId: 'PSSessionOpenFailed',
    invocationInfo: null,
    category: 7,
    activity: '',
    reason: 'RuntimeException',
    targetName: '',
    targetType: '',
    categoryMessage: text,
    details: null,
    scriptStackTrace: null,
    text,
  });
}

function secretOf(value: PSValue): string {
  return value instanceof SecureString ? value.text : '';
}

/** The message of the error that a client's host sent back. */
function errorText(error: PSValue): string {
  const exception = notesOf(error)?.properties.get('Exception');
  const message = baseOf(notesOf(exception)?.properties.get('Message'));
  return typeof message === 'string' ? message : "The client's host could not do what was asked.";
}
