import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { nodeClock, nodeEnvironment, nodePlatform, nodeRandom } from '../../runtime/host/node/node-clock.ts';
import { nodeFileSystem } from '../../runtime/host/node/node-file-system.ts';
import { nodeProcessLauncher } from '../../runtime/host/node/node-process-launcher.ts';
import { remotingModules } from '../cmdlets/index.ts';
import type { RunspaceFactory } from './engine-runspace.ts';
import { sessionRunspaces } from './session-runspaces.ts';

/** What {@link hostRunspaces} needs to know. */
export interface HostRunspacesOptions {
  /** Version of the program that serves, for `$PSVersionTable` and `$Host.Version`. */
  readonly version: string;
  /** Folder of the program; its `bin` is what `$PSHOME` names. */
  readonly home: string;
}

/**
 * Session runspaces on this computer itself: its files, its processes, its clock, all with the rights of the process
 * that serves them. Who may log in decides who may do all of that.
 */
export function hostRunspaces(options: HostRunspacesOptions): RunspaceFactory {
  const platform = nodePlatform(join(realpathSync(options.home), 'bin'));
  return sessionRunspaces(() => ({
    fs: nodeFileSystem,
    environment: nodeEnvironment,
    processes: nodeProcessLauncher,
    clock: nodeClock,
    random: nodeRandom,
    platform,
    modules: remotingModules(),
    yieldTurn: () => nextTurn(),
    version: options.version,
  }));
}
