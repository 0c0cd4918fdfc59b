import type { Argument } from '../commands/argument.ts';
import type { CommandInfo } from '../commands/command-info.ts';
import type { EngineContext } from '../engine.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import type { NetException } from '../errors/net-exception.ts';
import { NetObject } from '../values/net-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { StreamSet } from './sink.ts';

/** One command of a PowerShell object. */
export interface Part {
  readonly kind: 'script' | 'command';
  readonly text: string;
  readonly command: CommandInfo | undefined;
  readonly useLocalScope: boolean;
  readonly args: Argument[];
}

/** Statements in order, each a pipeline of commands, with what goes in and where everything comes out. */
export interface InvocationRequest {
  readonly statements: readonly (readonly Part[])[];
  readonly input: Iterable<PSValue> | AsyncIterable<PSValue> | undefined;
  readonly streams: StreamSet;
}

/** How an invocation ended. */
export interface InvocationEnd {
  readonly error: ErrorRecord | undefined;
  /** What a .NET caller catches for it, where that is not the exception of the record. */
  readonly exception?: NetException | undefined;
  readonly stopped: boolean;
}

/** An invocation under way. */
export interface Invocation {
  readonly done: Promise<InvocationEnd>;
  stop(): void;
}

/** Contract. A runspace, here or elsewhere, in which a PowerShell object can run its commands. */
export abstract class InvocableRunspace extends NetObject {
  /** Opens a runspace that a PowerShell object made for itself; nothing where it is open. */
  abstract ensureOpen(): void;
  abstract close(): void;
  /** @throws NetException InvalidRunspaceStateException unless it is open */
  abstract demandOpen(): void;
  /** Starts to run. @throws NetException InvalidRunspaceStateException unless it is open */
  abstract begin(request: InvocationRequest): Invocation;
}

/** Contract. Says where a runspace of elsewhere is (RunspaceConnectionInfo), and makes one, not open yet. */
export abstract class RunspaceConnection extends NetObject {
  abstract runspace(engine: EngineContext): InvocableRunspace;
}
