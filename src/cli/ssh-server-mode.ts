import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { remotingModule } from '../remoting/cmdlets/index.ts';
import { sessionRunspaces } from '../remoting/server/session-runspaces.ts';
import { serveStdio } from '../remoting/server/stdio-server.ts';
import { nodeClock, nodeEnvironment, nodePlatform, nodeRandom } from '../runtime/host/node/node-clock.ts';
import { nodeFileSystem } from '../runtime/host/node/node-file-system.ts';
import { nodeProcessLauncher } from '../runtime/host/node/node-process-launcher.ts';
import { installDirectory, version } from './installation.ts';

/** `nacre -sshs`: one remoting session on standard input and output (MS-PSRP over an SSH subsystem). */
export function serveStandardStreams(): Promise<number> {
  const platform = nodePlatform(realpathSync(installDirectory()));
  const createRunspace = sessionRunspaces(() => ({
    fs: nodeFileSystem,
    environment: nodeEnvironment,
    processes: nodeProcessLauncher,
    clock: nodeClock,
    random: nodeRandom,
    platform,
    modules: [remotingModule()],
    yieldTurn: () => nextTurn(),
    version,
  }));
  return serveStdio({
    createRunspace,
    userName: userInfo().username,
    version,
    newGuid: randomUUID,
    culture: Intl.DateTimeFormat().resolvedOptions().locale,
  });
}
