import { connect as connectSocket, type Socket } from 'node:net';
import type { Client, ClientChannel, ConnectConfig, ServerHostKeyAlgorithm } from 'ssh2';
import { type AuthenticationLog, authenticationError, sshAuthentication } from './ssh-authentication.ts';
import { HostKeyCheck } from './ssh-host-key.ts';
import { loadSsh2 } from './ssh-packages.ts';
import { noPrompter, type SshPrompter } from './ssh-prompter.ts';
import { resolveSshSettings, type SshSettings, type SshTarget } from './ssh-settings.ts';
import { StreamTransport } from './stream-transport.ts';
import type { Transport } from './transport.ts';
import { TransportError } from './transport-error.ts';

/** What may be set besides the target. */
export interface SshConnectOptions {
  readonly prompter?: SshPrompter;
  /** Gets what the far side writes to its error output (banners, failures of its start). */
  readonly onDiagnostic?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** An open subsystem, with what is known about the connection. */
export interface SshConnection {
  readonly transport: Transport;
  readonly settings: SshSettings;
}

/**
 * Connects to a host, logs in and starts the subsystem (RFC 4254, 6.5). Every failure is a {@link TransportError} that
 * names the host.
 */
export async function connectSsh(target: SshTarget, options: SshConnectOptions = {}): Promise<SshConnection> {
  const settings = resolveSshSettings(target);
  const deadline = settings.connectTimeout > 0 ? Date.now() + settings.connectTimeout : undefined;
  const clients: Client[] = [];
  const attempt = (async (): Promise<SshConnection> => {
    const client = await connectThroughJumps(target, settings, options, clients);
    const channel = await openSubsystem(client, settings, target.subsystem ?? 'powershell');
    return { settings, transport: channelTransport(channel, clients, settings, options) };
  })();
  try {
    return await withDeadline(attempt, deadline, settings, options.signal);
  } catch (error) {
    for (const client of clients) client.destroy();
    throw error;
  }
}

async function withDeadline(
  attempt: Promise<SshConnection>,
  deadline: number | undefined,
  settings: SshSettings,
  signal: AbortSignal | undefined,
): Promise<SshConnection> {
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  const limits = new Promise<never>((_, reject) => {
    if (deadline !== undefined) {
      const seconds = settings.connectTimeout / 1000;
      const text = `${named(settings)} did not answer on port ${settings.port} within ${seconds} s. Check the address and firewall, or give a larger -ConnectingTimeout.`;
      timer = setTimeout(
        () => reject(new TransportError('timeout', settings.alias, text)),
        Math.max(0, deadline - Date.now()),
      );
    }
    abort = () => reject(new TransportError('broken', settings.alias, `Connecting to ${settings.alias} was stopped.`));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([attempt, limits]);
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener('abort', abort);
    attempt.catch(() => undefined);
  }
}

/** The client of the target itself, through its ProxyJump hosts where there are any. */
async function connectThroughJumps(
  target: SshTarget,
  settings: SshSettings,
  options: SshConnectOptions,
  clients: Client[],
): Promise<Client> {
  let through: Client | undefined;
  for (const hop of settings.proxyJump) {
    const hopTarget = parseHop(hop, target);
    const hopSettings = resolveSshSettings(hopTarget);
    through = await login(hopTarget, hopSettings, options, through);
    clients.push(through);
  }
  const client = await login(target, settings, options, through);
  clients.push(client);
  return client;
}

function parseHop(hop: string, target: SshTarget): SshTarget {
  const found = /^(?:ssh:\/\/)?(?:([^@]+)@)?(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(hop);
  if (!found?.[2])
    throw new TransportError('configuration', target.host, `ProxyJump names '${hop}', which is no host.`);
  return {
    host: found[2].replace(/^\[(.*)\]$/, '$1'),
    userName: found[1],
    port: found[3] === undefined ? undefined : Number(found[3]),
    configFiles: target.configFiles,
    connectTimeout: target.connectTimeout,
  };
}

async function login(
  target: SshTarget,
  settings: SshSettings,
  options: SshConnectOptions,
  through: Client | undefined,
): Promise<Client> {
  const prompter = options.prompter ?? noPrompter;
  const check = new HostKeyCheck(settings, prompter);
  const log: AuthenticationLog = { tried: [], left: [] };
  const sock = through ? await forward(through, settings) : await openSocket(settings);
  const client = new (loadSsh2().Client)();
  const preferred = preferredAlgorithms(check.preferredTypes);
  const config: ConnectConfig = {
    sock,
    username: settings.userName,
    readyTimeout: 0,
    keepaliveInterval: settings.keepAliveInterval,
    keepaliveCountMax: settings.keepAliveCount,
    hostVerifier: (key: Buffer, verify: (isTrusted: boolean) => void) => {
      void check.accept(key).then(verify);
    },
    authHandler: sshAuthentication(target, settings, prompter, log),
    ...(preferred ? { algorithms: { serverHostKey: preferred } } : {}),
  };
  return new Promise((resolve, reject) => {
    client.once('ready', () => resolve(client));
    client.once('error', (error: Error & { level?: string }) => reject(loginError(error, settings, check, log)));
    client.once('close', () => reject(loginError(new Error('the connection was closed'), settings, check, log)));
    client.on('error', () => undefined);
    client.connect(config);
  });
}

function loginError(
  error: Error & { level?: string },
  settings: SshSettings,
  check: HostKeyCheck,
  log: AuthenticationLog,
): TransportError {
  if (check.failure) return check.failure;
  if (error.level === 'client-authentication') return authenticationError(settings, log);
  const { alias, port } = settings;
  return new TransportError(
    'broken',
    alias,
    `The SSH connection to ${alias} (port ${port}) could not be set up: ${error.message}.`,
    error,
  );
}

const networkErrors: Readonly<Record<string, (it: SshSettings) => TransportError>> = {
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  EAI_NODATA: unknownHost,
  ECONNREFUSED: (it) =>
    new TransportError(
      'refused',
      it.alias,
      `${named(it)} refuses connections on port ${it.port}. Check that an SSH server listens there, and the port.`,
    ),
  ETIMEDOUT: (it) =>
    new TransportError('timeout', it.alias, `${named(it)} cannot be reached on port ${it.port}: no answer.`),
};

/** A host as the user named it, with its address where ssh_config gives another. */
function named(it: SshSettings): string {
  return it.hostName === it.alias ? it.alias : `${it.alias} (${it.hostName})`;
}

function unknownHost(it: SshSettings): TransportError {
  const via = it.hostName === it.alias ? '' : ` (HostName ${it.hostName} in ssh_config)`;
  return new TransportError(
    'unknown-host',
    it.alias,
    `There is no host named ${it.alias}${via}. Check the name, or give it a HostName in ssh_config.`,
  );
}

function openSocket(settings: SshSettings): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ host: settings.hostName, port: settings.port, noDelay: true });
    const fail = (error: NodeJS.ErrnoException): void => {
      const code =
        error.code ??
        (error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException | undefined)?.code : undefined);
      const known = networkErrors[code ?? ''];
      const text = `${named(settings)} cannot be reached on port ${settings.port}: ${error.message || code}.`;
      reject(known ? known(settings) : new TransportError('broken', settings.alias, text, error));
    };
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

/** A connection to the next hop through one that is open. */
function forward(through: Client, settings: SshSettings): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    through.forwardOut('127.0.0.1', 0, settings.hostName, settings.port, (error, channel) => {
      if (!error) resolve(channel);
      else
        reject(
          new TransportError(
            'broken',
            settings.alias,
            `The jump host could not reach ${settings.alias}: ${error.message}.`,
            error,
          ),
        );
    });
  });
}

/** Algorithms that use the key types a host is known with; the others follow, so that a changed key is seen as such. */
function preferredAlgorithms(types: readonly string[]): ServerHostKeyAlgorithm[] | undefined {
  if (types.length === 0) return undefined;
  const all: readonly ServerHostKeyAlgorithm[] = [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
    'ssh-rsa',
  ];
  const isKnown = (it: string): boolean => types.includes(it) || (types.includes('ssh-rsa') && it.startsWith('rsa-'));
  return [...all.filter(isKnown), ...all.filter((it) => !isKnown(it))];
}

function openSubsystem(client: Client, settings: SshSettings, name: string): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    const { alias } = settings;
    const lost = (): void =>
      reject(new TransportError('broken', alias, `${alias} closed the connection before the subsystem started.`));
    client.once('close', lost);
    client.subsys(name, (error, channel) => {
      client.off('close', lost);
      if (!error) return resolve(channel);
      const text = `${alias} has no SSH subsystem '${name}'. Add to its sshd_config a line such as 'Subsystem ${name} /path/to/nacre -sshs', or give -Subsystem.`;
      reject(new TransportError('subsystem', alias, text, error));
    });
  });
}

function channelTransport(
  channel: ClientChannel,
  clients: readonly Client[],
  settings: SshSettings,
  options: SshConnectOptions,
): Transport {
  const endAll = (): void => {
    for (const client of [...clients].reverse()) client.end();
  };
  const transport = new StreamTransport(channel, channel, endAll);
  let diagnostics = '';
  channel.stderr.on('data', (bytes: Buffer) => {
    diagnostics = (diagnostics + bytes.toString()).slice(-2000);
    options.onDiagnostic?.(bytes.toString());
  });
  channel.once('close', () => {
    transport.end(undefined);
    endAll();
  });
  for (const client of clients) {
    client.on('error', (error: Error) => {
      const said = diagnostics.trim() === '' ? '' : ` The far side said: ${diagnostics.trim()}`;
      transport.end(
        new TransportError(
          'broken',
          settings.alias,
          `The connection to ${settings.alias} was lost: ${error.message}.${said}`,
          error,
        ),
      );
    });
    client.once('close', () => transport.end(undefined));
  }
  return transport;
}
