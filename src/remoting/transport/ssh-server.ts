import { timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { AuthContext, Connection, ParsedKey, Server, ServerChannel, Session } from 'ssh2';
import { loadSsh2 } from './ssh-packages.ts';
import { StreamTransport } from './stream-transport.ts';
import type { Transport } from './transport.ts';

/** Who opened a session on a server. */
export interface SshPeer {
  readonly userName: string;
  readonly address: string;
  readonly port: number;
}

/** How an SSH server of ours behaves. */
export interface SshServerOptions {
  /** Private host keys, as text. */
  readonly hostKeys: readonly string[];
  /** Lines of authorized_keys: who may log in. */
  readonly authorizedKeys?: readonly string[];
  /** Decides about a password; none are accepted where it is left out. */
  readonly password?: (userName: string, password: string) => boolean | Promise<boolean>;
  /** User names that may log in; all where it is left out. */
  readonly users?: readonly string[];
  /** Subsystem names and what serves them. */
  readonly subsystems: Readonly<Record<string, (transport: Transport, peer: SshPeer) => void>>;
  readonly keepAliveInterval?: number;
}

/** An SSH server that is listening. */
export interface RunningSshServer {
  readonly host: string;
  readonly port: number;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

const KEEP_ALIVE = 15_000;

/** Starts an SSH server whose only service is its subsystems. Port 0 takes any free one. */
export async function listenSsh(options: SshServerOptions, host = '127.0.0.1', port = 0): Promise<RunningSshServer> {
  const ssh2 = loadSsh2();
  const keys = (options.authorizedKeys ?? []).flatMap((line) => authorizedKey(ssh2, line));
  const connections = new Set<Connection>();
  const server: Server = new ssh2.Server(
    {
      hostKeys: [...options.hostKeys],
      keepaliveInterval: options.keepAliveInterval ?? KEEP_ALIVE,
      keepaliveCountMax: 3,
    },
    (connection, info) => {
      connections.add(connection);
      connection.on('close', () => connections.delete(connection));
      connection.on('error', () => undefined);
      noDelay(connection);
      serve(connection, options, keys, info.ip, info.port);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    host,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of connections) connection.end();
      }),
  };
}

/** Without this, Nagle's algorithm and the protocol's lockstep make 0.3 MB/s of what could be 98. */
function noDelay(connection: Connection): void {
  // ssh2 offers setNoDelay on its connections, its types do not
  (connection as Connection & { setNoDelay(enabled: boolean): void }).setNoDelay(true);
}

function authorizedKey(ssh2: typeof import('ssh2'), line: string): ParsedKey[] {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return [];
  // options before the key type are not honoured, so a line that has any lets no one in
  const parsed = ssh2.utils.parseKey(text);
  return parsed instanceof Error ? [] : [parsed].flat();
}

function serve(
  connection: Connection,
  options: SshServerOptions,
  keys: readonly ParsedKey[],
  address: string,
  port: number,
): void {
  let userName = '';
  connection.on('authentication', (context) => {
    userName = context.username;
    void authenticate(context, options, keys);
  });
  connection.on('session', (accept) => {
    startSession(accept(), options, () => ({ userName, address, port }));
  });
}

async function authenticate(
  context: AuthContext,
  options: SshServerOptions,
  keys: readonly ParsedKey[],
): Promise<void> {
  const methods: ('publickey' | 'password')[] = ['publickey', ...(options.password ? (['password'] as const) : [])];
  const isUser = options.users?.includes(context.username) ?? true;
  if (isUser && context.method === 'publickey' && acceptsKey(context, keys)) return context.accept();
  if (isUser && context.method === 'password' && (await options.password?.(context.username, context.password)))
    return context.accept();
  context.reject(methods);
}

function acceptsKey(context: Extract<AuthContext, { method: 'publickey' }>, keys: readonly ParsedKey[]): boolean {
  const key = keys.find((it) => isSame(it.getPublicSSH(), context.key.data));
  if (!key) return false;
  // without a signature the client only asks whether the key would do
  if (!context.signature || !context.blob) return true;
  return key.verify(context.blob, context.signature, context.hashAlgo) === true;
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function startSession(session: Session, options: SshServerOptions, peer: () => SshPeer): void {
  session.on('subsystem', (accept, reject, info) => {
    const start = options.subsystems[info.name];
    if (!start) return reject();
    const channel: ServerChannel = accept();
    start(new StreamTransport(channel, channel, () => channel.close()), peer());
  });
}
