import { join } from 'node:path';
import { remotingModules } from '../remoting/cmdlets/index.ts';
import { processJobs } from '../remoting/cmdlets/process-jobs.ts';
import type { ConsoleHost } from '../runtime/host/node/console-host.ts';
import { nodeClock, nodeEnvironment, nodePlatform, nodeRandom } from '../runtime/host/node/node-clock.ts';
import { nodeFileSystem } from '../runtime/host/node/node-file-system.ts';
import { nodeProcessLauncher } from '../runtime/host/node/node-process-launcher.ts';
import type { ProcessLauncher } from '../runtime/host/process-launcher.ts';
import type { PSHost } from '../runtime/host/ps-host.ts';
import { Runspace } from '../runtime/runspace/runspace.ts';
import { shellFolder, version } from './installation.ts';

/** A launcher that writes out what the host holds back first, so that a child's own output comes after it. */
function flushingLauncher(host: ConsoleHost): ProcessLauncher {
  return {
    currentId: process.pid,
    start(options) {
      host.flush();
      return nodeProcessLauncher.start(options);
    },
    list: nodeProcessLauncher.list,
    signal: nodeProcessLauncher.signal,
  };
}

/** Where this process stands; the root where that folder has been removed. */
function startFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.chdir('/');
    return '/';
  }
}

/** The runspace of a process: this machine's files, programs, clock and environment. `console` is what `host` writes to. */
export function makeRunspace(console: ConsoleHost, host: PSHost, installDirectory: () => string): Runspace {
  const folder = shellFolder(installDirectory());
  const shell = join(folder, 'nacre');
  return new Runspace({
    host,
    fs: nodeFileSystem,
    environment: nodeEnvironment,
    processes: flushingLauncher(console),
    nativeStreams: { input: true, output: true, error: true },
    clock: nodeClock,
    random: nodeRandom,
    platform: nodePlatform(folder, shell),
    startProcessJob: processJobs(shell),
    modules: remotingModules(),
    location: startFolder(),
    yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
    onCheckPoint: () => console.flush(),
    version,
  });
}
