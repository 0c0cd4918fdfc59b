import type { AnyCmdlet } from '../runtime/commands/define-cmdlet.ts';
import type { Clock, EnvironmentVariables, Platform, Random } from '../runtime/host/clock.ts';
import type { FileSystem } from '../runtime/host/file-system.ts';
import type { ProcessLauncher } from '../runtime/host/process-launcher.ts';
import type { PSHost } from '../runtime/host/ps-host.ts';
import type { Limits } from '../runtime/runspace/limits.ts';
import type { Permit } from '../runtime/runspace/permit.ts';

/** What an engine is made of. Everything a script can touch is handed in here; what is not handed in does not exist. */
export interface EngineOptions {
  /** Commands besides the built-in ones; see {@link defineCmdlet} and {@link defineCommand}. */
  readonly commands?: readonly AnyCmdlet[];
  /** The files scripts see; an empty memory file system if left out. */
  readonly fs?: FileSystem;
  /** Environment variables; empty if left out. */
  readonly env?: Readonly<Record<string, string>> | EnvironmentVariables;
  /** How programs are started; left out, none can be. */
  readonly processes?: ProcessLauncher;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly platform?: Partial<Platform>;
  /** Culture name such as `en-US`; invariant if left out. */
  readonly culture?: string;
  /** Bounds of every run; a run can have narrower ones. */
  readonly limits?: Limits;
  /** Asked before every command runs; see {@link Permit}. */
  readonly permit?: Permit;
  /** The person in front, if there is one; without, what is shown is dropped and questions are errors. */
  readonly host?: PSHost;
  /** Folder that scripts start in; `/` if left out. */
  readonly location?: string;
}

/** Settings of one run. */
export interface RunOptions {
  /** Stops the run: `finally` and `clean` run, then the run rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** JS values that the script finds in `$input`, and its pipeline parameters are bound from. */
  readonly input?: Iterable<unknown> | AsyncIterable<unknown>;
  /** Name of the file the text came from, for positions and `$PSScriptRoot`. */
  readonly file?: string;
  /** Positional arguments (`$args`, parameters of a `param` block). */
  readonly args?: readonly unknown[];
  readonly limits?: Limits;
}
