import type { StartProcessJob } from '../cmdlets/core/jobs/process-job.ts';
import type { EngineContext } from '../engine.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import type { NetException } from '../errors/net-exception.ts';
import type { Sink, StreamSet } from '../pipeline/sink.ts';
import type { Stage } from '../pipeline/stage.ts';
import type { Permit } from '../runspace/permit.ts';
import type { Scope } from '../scope/scope.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { CommandInfo, CommandModule, ExternalScriptInfo, ScriptCommandInfo } from './command-info.ts';
import type { CommandProcessor, ProcessorContext } from './command-processor.ts';
import type { CommandMetadata } from './parameter-metadata.ts';
import type { ShellObjects } from './shell-objects.ts';

/** Contract. What commands and the pipeline need of the code that calls them; evaluate/frame.ts implements it. */
export interface CallFrame {
  readonly engine: CommandEngine;
  /** The scope that is running. */
  readonly scope: Scope;
  /** The session state (main or a module's) of the running code. */
  readonly sessionState: SessionState;
  readonly streams: StreamSet;
  /** `$MyInvocation` of the running code. */
  readonly invocation: InvocationInfo | null;
}

/** Contract. The evaluator's side of running commands made of script; commands/script-command.ts implements it. */
export interface ScriptCommands {
  /** Parameters and binding of a script command; made once per script block. */
  metadataOf(command: ScriptCommandInfo): CommandMetadata;
  /** A processor for one run. Binding happens in it, through commands/binding. */
  createProcessor(command: ScriptCommandInfo, context: ProcessorContext): CommandProcessor;
  /**
   * Readies a block to run once per object in the scope it is bound to, with `$_` set (ForEach-Object): what each run
   * writes goes to `streams.output`. `return` ends the run; other control flow is thrown.
   */
  prepareBlock(block: ScriptBlock, frame: CallFrame, streams: StreamSet): (dollarUnder: PSValue) => Eventually<void>;
  /** As {@link prepareBlock}, but answers the output as a statement's value (Where-Object, calculated properties). */
  prepareValue(block: ScriptBlock, frame: CallFrame): (dollarUnder: PSValue) => Eventually<PSValue>;
  /** Code of this frame goes on after something was thrown through frames below it. */
  resume(frame: CallFrame): void;
  /** Reads and parses a .ps1 file into `command.scriptBlock`. */
  load(command: ExternalScriptInfo, frame: CallFrame): Eventually<ScriptBlock>;
}

/** Contract. The engine as commands see it. */
export interface CommandEngine extends EngineContext {
  readonly scripts: ScriptCommands;
  /** The innermost running frame. */
  currentFrame(): CallFrame;
  /** `$ExecutionContext` */
  readonly intrinsics: PSValue;
  /** `$ExecutionContext` as code of a session state sees it. */
  intrinsicsOf(state: SessionState): PSValue;
  /** `$?` */
  lastSucceeded: boolean;
  /** Work that runs once a pipeline has ended: actions of events. */
  afterPipeline: (() => Eventually<void>) | undefined;
  /** `$LASTEXITCODE`; null before the first native command. */
  lastExitCode: number | null;
  /** `$PWD` as a path of the file system (the last such location while another provider is current). */
  readonly workingDirectory: string;
  /** The sinks that show objects and errors on the host's screen; undefined where the embedder collects them. */
  readonly hostOutput: Sink | undefined;
  readonly hostError: Sink | undefined;
  /** Whether a program at the end of an unredirected pipeline gets the host process's own stream. */
  readonly nativeStreams: { readonly input: boolean; readonly output: boolean; readonly error: boolean };
  readonly modules: ModuleHost;
  /** Makes a runspace for background work that starts in a folder; left out where there can be none. */
  spawn?(directory: string): SpawnedRunspace;
  /** This very runspace, to run further commands in. */
  asSpawned?(): SpawnedRunspace;
  /** Start-Job as a process of its own; left out, jobs run in this one. */
  readonly startProcessJob?: StartProcessJob | undefined;
  /** `pipeline &`: runs the text of a pipeline as a job and answers the job. */
  startBackground?(frame: CallFrame, text: string): Eventually<PSValue>;
  /** How objects travel to and from other shells that run as programs. */
  readonly shellObjects: ShellObjects;
  /** Asked before every command runs. */
  readonly permit?: Permit | undefined;
  /** Resolves when the running pipeline is asked to stop; a new one for each run, and for `finally` after a stop. */
  readonly stopRequested?: Promise<void> | undefined;
}

/** The engine as commands know it: every engine that runs scripts is one, types/ only names the lower half. */
export function commandEngine(engine: EngineContext): CommandEngine {
  return engine as CommandEngine;
}

/** Contract. A further runspace for background work: same world, nothing of the state. */
export interface SpawnedRunspace {
  readonly engine: CommandEngine;
  readonly mainState: SessionState;
  /** Runs commands as one pipeline to its end; never throws. */
  run(request: {
    readonly stages: readonly Stage[];
    readonly input: ((sink: Sink) => Eventually<void>) | undefined;
    readonly streams: StreamSet;
  }): Eventually<{
    readonly error: ErrorRecord | undefined;
    readonly exception?: NetException | undefined;
    readonly stopped: boolean;
  }>;
  stop(): void;
}

/** Contract. The modules of a runspace as commands see them; modules/module-table.ts implements it. */
export interface ModuleHost {
  /** Command `name` of a loaded module, for `Module\\Name`; undefined when the module or the command is not there. */
  commandOf(moduleName: string, name: string): CommandInfo | undefined;
  isLoaded(moduleName: string): boolean;
  /** The module of compiled commands of that name. */
  builtIn(moduleName: string): CommandModule | undefined;
  /**
   * Imports the module that has a command of this name, following `$PSModuleAutoLoadingPreference`, and answers the
   * command. With `moduleName` only that module is tried.
   */
  autoLoad(frame: CallFrame, name: string, moduleName?: string): Eventually<CommandInfo | undefined>;
  /**
   * Loads and imports a module as Import-Module does: for `using module` and `#requires -Modules`. `wanted` is a name, a
   * path or a module specification table. Throws where there is no such module.
   */
  importModule(frame: CallFrame, wanted: PSValue): Eventually<CommandModule>;
}
