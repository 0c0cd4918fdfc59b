import type { ErrorRecord } from './errors/error-record.ts';
import type { NetException } from './errors/net-exception.ts';
import type { Clock, EnvironmentVariables, Platform, Random } from './host/clock.ts';
import type { FileSystem } from './host/file-system.ts';
import type { ProcessLauncher } from './host/process-launcher.ts';
import type { PSHost } from './host/ps-host.ts';
import type { Sink, StreamSet } from './pipeline/sink.ts';
import type { DriveTable } from './providers/drive-table.ts';
import type { NetType } from './values/net-type.ts';
import type { Eventually, PSValue } from './values/ps-value.ts';
import type { ScriptBlock } from './values/script-block.ts';

/**
 * Contract. What an engine may spend. Calls, loop back edges and long loops inside commands charge steps; what makes
 * many or large things charges those. Charging throws the limit's TerminatingError (category LimitsExceeded, naming
 * the limit, what was spent and the maximum) or PipelineStoppedSignal once a stop was asked for.
 */
export interface Budget {
  /** Charges `count` steps; hot, so implementations only subtract and compare until a check point is due. */
  charge(count: number): void;
  /** Counts steps without looking at limits; true once a check point is due, which `charge(0)` then is. */
  spend(count: number): boolean;
  /** One object went out of the run. */
  chargeOutput(): void;
  /** A string of `length` UTF-16 units is about to be made. */
  checkString(length: number): void;
  /** An array or collection of `length` elements is about to be made. */
  checkArray(length: number): void;
  /** Runs what must still run once a stop was asked for (`finally`, `clean`): the stop waits until it is done. */
  unwinding<T>(work: () => Eventually<T>): Eventually<T>;
  /** Set while a stop was asked for (Ctrl+C, abort signal, a limit). */
  readonly stopping: boolean;
  /**
   * At check points the evaluator asks whether to yield to the event loop; the promise, when there is one, must be
   * awaited. Never yields inside `evalSync`.
   */
  pause(): Promise<void> | undefined;
}

/** How to run a script block from outside its code. */
export interface InvokeBlockOptions {
  readonly args?: readonly PSValue[];
  readonly namedArgs?: ReadonlyMap<string, PSValue>;
  /** `$_` / `$PSItem`; left alone when absent. */
  readonly dollarUnder?: PSValue;
  /** `$this` */
  readonly thisValue?: PSValue;
  /** `$input` */
  readonly input?: readonly PSValue[];
  /** Further variables to set in the block's scope. */
  readonly variables?: ReadonlyMap<string, PSValue>;
  /** Runs in the current scope (`. $block`, ForEach-Object) instead of a new one. */
  readonly dotSource?: boolean;
  /** `$input` is the list of the input, not an enumerator over it. */
  readonly inputAsList?: boolean;
  /** Where output goes; collected and returned when absent. */
  readonly output?: Sink;
  /** Errors that are not caught are thrown (default) or reported to the current error stream. */
  readonly errors?: 'throw' | 'report';
  /** The other streams; those of the running code when absent. */
  readonly streams?: StreamSet;
}

/**
 * Contract. The engine as its lower parts see it: one per runspace, never global. Implemented by
 * `runspace/runspace.ts`; unit tests of lower parts pass a partial one.
 */
export interface EngineContext {
  readonly host: PSHost;
  readonly fs: FileSystem;
  readonly environment: EnvironmentVariables;
  readonly processes: ProcessLauncher | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly platform: Platform;
  readonly budget: Budget;
  /** Providers, drives and the current location. */
  readonly drives: DriveTable;
  /** Name of the current culture (`Get-Culture`), `''` for invariant. */
  culture: string;
  uiCulture: string;

  /** Finds a type by the name a script writes (accelerators, `using namespace`, generics, arrays). */
  resolveType(name: string): NetType | undefined;
  /** Type data and registry of the members layer; see types/ and members/. */
  readonly typeSystem: object;
  /** Strict mode of the scope that is running: 0 off, 1, 2, 3 (latest). */
  readonly strictMode: number;

  /**
   * Runs a block and answers its output as a statement's value (nothing, one, array), or undefined when
   * `options.output` took it.
   */
  invokeBlock(block: ScriptBlock, options?: InvokeBlockOptions): Eventually<PSValue>;
  /** Adds a record to `$Error`. */
  rememberError(record: ErrorRecord): void;
  /** Makes the record for anything thrown by lower parts (failures, host errors), without a position. */
  toErrorRecord(thrown: unknown): ErrorRecord;
  /** The exception for anything thrown; see {@link toErrorRecord}. */
  toException(thrown: unknown): NetException;
  /** Current location as a file system path. */
  readonly currentDirectory: string;
  /**
   * The folder .NET methods take relative paths from: where the process started, until
   * `[Environment]::CurrentDirectory` is set. Set-Location does not move it; all runspaces of a world share it.
   */
  readonly processDirectory: { path: string };
}
