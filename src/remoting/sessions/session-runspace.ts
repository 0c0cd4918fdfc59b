import type { Argument } from '../../runtime/commands/argument.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import type { ErrorRecord } from '../../runtime/errors/error-record.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import {
  InvocableRunspace,
  type Invocation,
  type InvocationEnd,
  type InvocationRequest,
  type Part,
} from '../../runtime/pipeline/invocable-runspace.ts';
import { InformationalRecord } from '../../runtime/pipeline/records.ts';
import type { StreamSet } from '../../runtime/pipeline/sink.ts';
import type { PipelineOutcome, RemotePipeline } from '../client/remote-pipeline.ts';
import type { RemoteStreams } from '../client/remote-streams.ts';
import { remotingErrorRecord } from '../client/remoting-error-record.ts';
import { informationRecord, progressRecord } from '../client/stream-records.ts';
import { type CommandArgument, noMerging, plainRequest, type RemoteCommand } from '../psrp/messages/pipeline.ts';
import { connectionOpener } from './connection-opener.ts';
import { newGuid } from './new-guid.ts';
import type { ConnectionInfo, PSSession } from './ps-session.ts';

let lastId = 1000;

/** A RemoteRunspace: that of a session (`$session.Runspace`), or one that is made by a connection and opened later. */
export class SessionRunspace extends InvocableRunspace {
  readonly connection: ConnectionInfo;
  readonly #engine: EngineContext;
  readonly #id = ++lastId;
  #session: PSSession | undefined;
  #isClosed = false;

  /** `session` is the open one that it belongs to. */
  constructor(connection: ConnectionInfo, engine: EngineContext, session?: PSSession) {
    super();
    this.connection = connection;
    this.#engine = engine;
    this.#session = session;
  }

  /** The session in it; undefined before it is opened. */
  get session(): PSSession | undefined {
    return this.#session;
  }

  get id(): number {
    return this.#session?.id ?? this.#id;
  }

  get state(): string {
    return this.#session?.runspace.state ?? (this.#isClosed ? 'Closed' : 'BeforeOpen');
  }

  /** Opens it; a second time is an error. */
  async open(): Promise<void> {
    const { open } = connectionOpener;
    if (this.state !== 'BeforeOpen' || !open) throw this.#wrongState();
    this.#session = await open(this.#engine, this.connection);
  }

  ensureOpen(): void {
    this.demandOpen();
  }

  demandOpen(): void {
    if (this.state !== 'Opened') throw this.#wrongState();
  }

  async closeNow(): Promise<void> {
    this.#isClosed = true;
    await this.#session?.runspace.close();
  }

  #wrongState(): NetException {
    return new NetException(
      'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
      `The session on ${this.connection.computerName} cannot do this, because it is ${this.state}.`,
    );
  }

  #opened(): PSSession {
    this.demandOpen();
    if (!this.#session) throw this.#wrongState();
    return this.#session;
  }

  close(): void {
    void this.closeNow();
  }

  begin(request: InvocationRequest): Invocation {
    const session = this.#opened();
    if (session.runspace.availability !== 'Available')
      throw new NetException(
        'System.Management.Automation.PSInvalidOperationException',
        `The session on ${session.computerName} is busy with another command.`,
      );
    let pipeline: RemotePipeline | undefined;
    let isStopped = false;
    const run = async (): Promise<InvocationEnd> => {
      pipeline = await this.#start(request);
      if (isStopped) pipeline.stop();
      for await (const value of request.input ?? []) {
        const sent = pipeline.writeInput(value);
        if (sent instanceof Promise) await sent;
      }
      pipeline.endInput();
      return this.#end(await pipeline.done);
    };
    return {
      done: run(),
      stop: () => {
        isStopped = true;
        pipeline?.stop();
      },
    };
  }

  async #start({ statements, input, streams }: InvocationRequest): Promise<RemotePipeline> {
    const request = {
      statements: statements.map((parts) => parts.map(commandOf)),
      noInput: input === undefined,
      ...plainRequest,
    };
    const { runspace } = this.#opened();
    return runspace.start(request, remoteStreams(streams), newGuid(this.#engine.random));
  }

  #end({ state, error, lost }: PipelineOutcome): InvocationEnd {
    if (lost) {
      const message = `[${this.connection.computerName}] ${lost.message}`;
      throw new NetException('System.Management.Automation.Remoting.PSRemotingTransportException', message);
    }
    const record: ErrorRecord | undefined = error && remotingErrorRecord(error, undefined);
    return { error: state === 'Failed' ? record : undefined, stopped: state === 'Stopped' };
  }
}

function commandOf(part: Part): RemoteCommand {
  return {
    text: part.text,
    isScript: part.kind === 'script',
    useLocalScope: part.useLocalScope,
    merging: noMerging,
    arguments: part.args.map(argumentOf),
  };
}

/** A name without a value is a switch that is on, as PowerShell sends it. */
function argumentOf({ name, value, hasValue }: Argument): CommandArgument {
  return { name: name ?? null, value: hasValue ? value : true };
}

function remoteStreams(streams: StreamSet): RemoteStreams {
  return {
    output: (value) => streams.output.write(value),
    error: (record) => streams.error.write(remotingErrorRecord(record, undefined)),
    warning: (message) => streams.warning.write(new InformationalRecord('warning', message)),
    verbose: (message) => streams.verbose.write(new InformationalRecord('verbose', message)),
    debug: (message) => streams.debug.write(new InformationalRecord('debug', message)),
    information: (payload) => streams.information.write(informationRecord(payload)),
    progress: (payload) => streams.progress.write(progressRecord(payload)),
  };
}
