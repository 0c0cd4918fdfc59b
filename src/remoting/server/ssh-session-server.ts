import { listenSsh, type RunningSshServer, type SshServerOptions } from '../transport/ssh-server.ts';
import { ServerSession, type ServerSessionOptions } from './server-session.ts';

/** A server that gives every client that logs in a session of its own. */
export interface SessionServerOptions
  extends Omit<SshServerOptions, 'subsystems'>,
    Omit<ServerSessionOptions, 'transport' | 'userName'> {
  /** Names of the subsystem; `powershell` if left out. */
  readonly subsystems?: readonly string[];
  readonly host?: string;
  /** TCP port; 0, or left out, takes any free one. */
  readonly port?: number;
}

/** Starts an SSH server whose subsystem is PowerShell remoting; a real PowerShell can connect to it as well. */
export function serveSsh(options: SessionServerOptions): Promise<RunningSshServer> {
  const start = (transport: ServerSessionOptions['transport'], userName: string): void => {
    new ServerSession({ ...options, transport, userName });
  };
  const names = options.subsystems ?? ['powershell'];
  const subsystems = Object.fromEntries(
    names.map((name) => [
      name,
      (transport: ServerSessionOptions['transport'], peer: { readonly userName: string }) =>
        start(transport, peer.userName),
    ]),
  );
  return listenSsh({ ...options, subsystems }, options.host, options.port);
}
