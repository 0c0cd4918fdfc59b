import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { hostRunspaces } from '../remoting/server/host-runspaces.ts';
import { serveStdio } from '../remoting/server/stdio-server.ts';
import { installDirectory, shellFolder, version } from './installation.ts';

/** `nacre -sshs`: one remoting session on standard input and output (MS-PSRP over an SSH subsystem). */
export function serveStandardStreams(): Promise<number> {
  const home = installDirectory();
  shellFolder(home);
  return serveStdio({
    createRunspace: hostRunspaces({ version, home }),
    userName: userInfo().username,
    version,
    newGuid: randomUUID,
    culture: Intl.DateTimeFormat().resolvedOptions().locale,
  });
}
