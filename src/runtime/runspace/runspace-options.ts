import type { StartProcessJob } from '../cmdlets/core/jobs/process-job.ts';
import type { CmdletModule } from '../commands/define-cmdlet.ts';
import type { Clock, EnvironmentVariables, Platform, Random } from '../host/clock.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { ProcessLauncher } from '../host/process-launcher.ts';
import type { PSHost } from '../host/ps-host.ts';
import type { Limits } from './limits.ts';
import type { Permit } from './permit.ts';

/** The world a runspace lives in, and its bounds. Everything it can do is handed in here. */
export interface RunspaceOptions {
  readonly host: PSHost;
  readonly fs: FileSystem;
  readonly environment: EnvironmentVariables;
  /** Left out: no program can be started. */
  readonly processes?: ProcessLauncher | undefined;
  /** Whether programs get the process's own standard streams where nothing is redirected; not, if left out. */
  readonly nativeStreams?: { readonly input: boolean; readonly output: boolean; readonly error: boolean };
  /** Starts background jobs as processes; left out, they run in this one. */
  readonly startProcessJob?: StartProcessJob;
  readonly clock: Clock;
  readonly random: Random;
  readonly platform: Platform;
  readonly limits?: Limits;
  /** Asked before every command runs. */
  readonly permit?: Permit;
  /** Command modules besides the built-in ones. */
  readonly modules?: readonly CmdletModule[];
  /** Where scripts stand first; the home folder if left out. */
  readonly location?: string;
  /** The folder of .NET methods, shared with other runspaces; `location` at first if left out. */
  readonly processDirectory?: { path: string };
  /** Lets the event loop run once; left out, long runs never yield. */
  readonly yieldTurn?: () => Promise<void>;
  /** Called at check points of long runs. */
  readonly onCheckPoint?: () => void;
  /** Version of this program, as `$PSVersionTable.NacreVersion` shows it. */
  readonly version: string;
}
