import type { EngineContext } from '../../runtime/engine.ts';
import type { ErrorRecord } from '../../runtime/errors/error-record.ts';
import type { PSHost } from '../../runtime/host/ps-host.ts';
import type { PipelineInput } from '../../runtime/pipeline/run-pipeline.ts';
import type { StreamSet } from '../../runtime/pipeline/sink.ts';
import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import type { GetCommandMetadata, RemoteCommand } from '../psrp/messages/pipeline.ts';

/** One pipeline that a client wants run. */
export interface EngineRun {
  /** In order; each a pipeline of commands. */
  readonly statements: readonly (readonly RemoteCommand[])[];
  /** The client's input; undefined when it said there is none. */
  readonly input: PipelineInput | undefined;
  readonly streams: StreamSet;
  readonly addToHistory: boolean;
  readonly history: string | null;
}

/** How a pipeline ended. */
export interface EngineOutcome {
  readonly state: 'Completed' | 'Failed' | 'Stopped';
  readonly error: ErrorRecord | undefined;
  /** `exit n` */
  readonly exitCode: number | undefined;
}

/** Contract. The runspace behind a session on the server: one scope tree that lives from pipeline to pipeline. */
export interface EngineRunspace {
  readonly engine: EngineContext;
  /** Runs one pipeline; never throws. Only one at a time. */
  run(request: EngineRun): Eventually<EngineOutcome>;
  /** Asks the running pipeline to stop. */
  stop(): void;
  /** One object a command that matches, as GetCommandMetadata wants them. */
  commandMetadata(request: GetCommandMetadata): Eventually<readonly PSValue[]>;
  /** `$PSVersionTable`, sent with the session's private data. */
  readonly versionTable: PSValue;
  dispose(): Eventually<void>;
}

/** What a session tells the maker of its runspace. */
export interface RunspaceRequest {
  /** Everything the runspace shows or asks goes to the client. */
  readonly host: PSHost;
  /** What the client sent about itself; a dictionary or null. */
  readonly applicationArguments: PSValue;
  readonly userName: string;
}

/** Contract. Makes the runspace of a new session. */
export type RunspaceFactory = (request: RunspaceRequest) => Eventually<EngineRunspace>;
