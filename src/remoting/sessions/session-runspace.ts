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
import { type CommandArgument, noMerging, type RemoteCommand } from '../psrp/messages/pipeline.ts';
import { newGuid } from './new-guid.ts';
import type { PSSession } from './ps-session.ts';

/** The RemoteRunspace that `$session.Runspace` shows: commands of a PowerShell object run in the session. */
export class SessionRunspace extends InvocableRunspace {
  readonly session: PSSession;
  readonly #engine: EngineContext;

  constructor(session: PSSession, engine: EngineContext) {
    super();
    this.session = session;
    this.#engine = engine;
  }

  ensureOpen(): void {
    const { state } = this.session.runspace;
    if (state === 'Opened') return;
    throw new NetException(
      'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
      `Nothing can run in the session on ${this.session.computerName}, because it is ${state}.`,
    );
  }

  close(): void {
    void this.session.runspace.close();
  }

  begin(request: InvocationRequest): Invocation {
    this.ensureOpen();
    if (this.session.runspace.availability !== 'Available')
      throw new NetException(
        'System.Management.Automation.PSInvalidOperationException',
        `The session on ${this.session.computerName} is busy with another command.`,
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
      apartmentState: 2,
      streamOptions: 0,
      addToHistory: false,
      history: null,
      redirectErrors: true,
      isNested: false,
    };
    const { runspace } = this.session;
    return runspace.start(request, remoteStreams(streams), newGuid(this.#engine.random));
  }

  #end({ state, error, lost }: PipelineOutcome): InvocationEnd {
    if (lost) {
      const message = `[${this.session.computerName}] ${lost.message}`;
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
