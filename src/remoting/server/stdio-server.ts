import { stdioTransport } from '../transport/stdio-transport.ts';
import { ServerSession, type ServerSessionOptions } from './server-session.ts';

/** What a server on the standard streams needs. */
export type StdioServerOptions = Omit<ServerSessionOptions, 'transport' | 'onProblem'>;

/** Exit code of a server whose client has gone or closed the session. */
const ENDED = 0;

/**
 * Serves one session on standard input and output, as `nacre -sshs` does under an SSH server (`Subsystem powershell
 * nacre -sshs`). Faults go to standard error, which SSH passes on to the client. Gives the exit code at the end.
 */
export async function serveStdio(options: StdioServerOptions): Promise<number> {
  const session = new ServerSession({
    ...options,
    transport: stdioTransport(),
    onProblem: (text) => {
      process.stderr.write(`${text}\n`);
    },
  });
  await session.done;
  return ENDED;
}
