import { stdioTransport } from '../transport/stdio-transport.ts';
import { ServerSession, type ServerSessionOptions } from './server-session.ts';

/** What a server on the standard streams needs. */
export type StdioServerOptions = Omit<ServerSessionOptions, 'transport' | 'onProblem'>;

/** Exit code of a server whose client has gone or closed the session. */
const ENDED = 0;

/**
 * Serves one session on standard input and output, as `nacre -sshs` does under an SSH server (`Subsystem powershell
 * nacre -sshs`). Faults go to standard error, which SSH passes on to the client. A signal to end is like a client that has
 * gone: what runs is stopped in order. Gives the exit code at the end.
 */
export async function serveStdio(options: StdioServerOptions): Promise<number> {
  const transport = stdioTransport();
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => transport.end(undefined));
  // Ctrl+C at a terminal that the client shares is the client's to decide about
  process.on('SIGINT', () => undefined);
  const session = new ServerSession({
    ...options,
    transport,
    onProblem: (text) => {
      process.stderr.write(`${text}\n`);
    },
  });
  await session.done;
  return ENDED;
}
