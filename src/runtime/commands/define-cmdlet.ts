import type { EngineContext } from '../engine.ts';
import type { ErrorRecord, ErrorSpec } from '../errors/error-record.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import type { InformationRecord, ProgressRecord } from '../pipeline/records.ts';
import type { Sink, StreamSet } from '../pipeline/sink.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { CommonParameters } from './binding/common-parameters.ts';
import type { CallFrame, CommandEngine } from './call-frame.ts';
import type { BoundArguments, ParameterMap } from './parameter.ts';

/** What running a command can touch; what a permission hook decides on. */
export type Effect =
  | 'none'
  | 'state'
  | 'fs:read'
  | 'fs:write'
  | 'fs:delete'
  | 'process:start'
  | 'process:kill'
  | 'net'
  | 'env'
  | 'host';

/** One example of a command's help; tests run `code` and compare what it prints with `output`. */
export interface CmdletExample {
  readonly title: string;
  readonly code: string;
  /** What a console shows, right-trimmed; leave out where it differs from run to run. */
  readonly output?: string;
}

/** What a step of a cmdlet may be: plain, a promise, or a generator whose values are written. */
export type Step = void | Promise<void> | Generator<PSValue, void, void> | AsyncGenerator<PSValue, void, void>;

/** The running part of a cmdlet; state between records lives in the closure that made it. */
export interface CmdletProcessor<P extends ParameterMap> {
  begin?(args: BoundArguments<P>): Step;
  /** Once per input object, or once when nothing is piped in. */
  process?(args: BoundArguments<P>): Step;
  end?(args: BoundArguments<P>): Step;
  /** Always called last, also after errors and stops. */
  dispose?(): Eventually<void>;
}

/** Contract. What a running cmdlet can do (System.Management.Automation.Cmdlet / PSCmdlet). */
export interface CmdletContext {
  readonly engine: CommandEngine;
  /** The code that called: its scope, session state and streams. */
  readonly caller: CallFrame;
  readonly commandName: string;
  readonly invocation: InvocationInfo;
  /** Name of the parameter set in use. */
  readonly parameterSetName: string;
  /** Parameters that were bound, by declared name (`$PSBoundParameters`). */
  readonly bound: ReadonlyMap<string, PSValue>;
  /** The common parameters of the call. */
  readonly common: Readonly<CommonParameters>;
  /** Whether input can arrive through the pipeline. */
  readonly expectingInput: boolean;
  readonly streams: StreamSet;
  /** The output stream itself, for commands that pass it on. */
  readonly output: Sink;
  /** The session state the command was called from (scopes, drives, commands); see scope/session-state.ts. */
  readonly sessionState: object;
  /** Whether the pipeline was asked to stop. */
  readonly stopping: boolean;
  /** Resolves when the pipeline is asked to stop, for waiting commands. */
  readonly whenStopping: Promise<void>;

  /** Writes one object as it is (WriteObject(x)). Await the result when it is a promise. */
  write(value: PSValue): Eventually<void>;
  /** Writes the elements of a collection one by one, anything else as it is (WriteObject(x, true)). */
  writeEnumerated(value: PSValue): Eventually<void>;
  /** Reports a non-terminating error; ErrorAction decides what follows. Id gets `,CommandClass` appended. */
  writeError(error: ErrorSpec | ErrorRecord): Eventually<void>;
  /**
   * Reports a non-terminating error in the name of the code that called this command: its invocation, and its name
   * after the id (Write-Error).
   */
  writeCallerError?(error: ErrorRecord): Eventually<void>;
  /** Ends the command with a terminating error (ThrowTerminatingError). */
  throwTerminating(error: ErrorSpec | ErrorRecord): never;
  writeWarning(text: string): Eventually<void>;
  writeVerbose(text: string): Eventually<void>;
  writeDebug(text: string): Eventually<void>;
  writeInformation(record: InformationRecord): Eventually<void>;
  writeProgress(record: ProgressRecord): Eventually<void>;
  /** -WhatIf / -Confirm (about_Functions_CmdletBindingAttribute): whether to go on. */
  shouldProcess(target: string, action?: string): Eventually<boolean>;
  shouldContinue(query: string, caption: string): Eventually<boolean>;
  /** Ends the commands before this one in the pipeline, and this one. */
  stopUpstream(): never;
}

/** Contract. A command, said once: binder, help, completion, analysis and documentation read this object. */
export interface CmdletSpec<P extends ParameterMap = ParameterMap> {
  /** Verb-Noun */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly synopsis: string;
  readonly parameters: P;
  readonly defaultParameterSet?: string;
  readonly supportsShouldProcess?: boolean;
  readonly confirmImpact?: 'None' | 'Low' | 'Medium' | 'High';
  readonly supportsPaging?: boolean;
  /** Full names of output types. */
  readonly outputs?: readonly string[];
  readonly examples?: readonly CmdletExample[];
  readonly effects: readonly Effect[];
  /**
   * Full .NET class name of the cmdlet, appended to error ids (`PathNotFound,Microsoft.PowerShell.Commands.…`);
   * derived from the name when left out: Microsoft.PowerShell.Commands.<Verb><Noun>Command.
   */
  readonly className?: string;
  /** Runs with the parameters the argument of another parameter brings in (dynamic parameters). */
  dynamicParameters?(
    bound: ReadonlyMap<string, PSValue>,
    engine: EngineContext,
    ctx: CmdletContext,
  ): Eventually<ParameterMap | undefined>;
  invoke(ctx: CmdletContext): CmdletProcessor<P>;
}

/**
 * Declares a command; the only way to make one, for us and for embedders.
 *
 * @param spec what the command is called, takes, does and looks like in help
 * @returns the same object, typed without its parameter map, ready for a module's table
 */
export function defineCmdlet<const P extends ParameterMap>(spec: CmdletSpec<P>): AnyCmdlet {
  // The table of a module holds cmdlets of all shapes; the binder fills arguments by the same `parameters`.
  return spec as unknown as AnyCmdlet;
}

/** A command whose parameter map is not known statically. */
export type AnyCmdlet = CmdletSpec<ParameterMap>;

/** Commands that come together (Microsoft.PowerShell.Utility, ...). */
export interface CmdletModule {
  readonly name: string;
  readonly version: string;
  readonly cmdlets: readonly AnyCmdlet[];
  /** Variables that a runspace with these commands has from the start, made anew for each. */
  readonly variables?: () => readonly (readonly [name: string, value: PSValue])[];
}
