import { makeSecureString } from '../../runtime/clixml/engine-live-values.ts';
import type { CmdletModule } from '../../runtime/commands/define-cmdlet.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { environmentEntries } from '../../runtime/host/own-environment.ts';
import { hostResponder } from '../client/host-responder.ts';
import { RemoteRunspace, RemoteSessionError } from '../client/remote-runspace.ts';
import { engineWireFormat } from '../engine-wire-format.ts';
import { handshakeArguments } from '../handshake.ts';
import { ProcessTransport } from '../transport/process-transport.ts';
import { connectSsh } from '../transport/ssh-client-transport.ts';
import { noPrompter, type SshPrompter } from '../transport/ssh-prompter.ts';
import type { SshTarget } from '../transport/ssh-settings.ts';
import type { Transport } from '../transport/transport.ts';
import { localHostInfo } from './local-host-info.ts';
import { loopbackPeer } from './loopback-peer.ts';
import { newGuid } from './new-guid.ts';
import { ConnectionInfo, PSSession } from './ps-session.ts';
import { QueuedResponder } from './queued-responder.ts';
import { sessionsOf } from './session-store.ts';
import type { SessionTarget } from './session-target.ts';

/** What opening a session needs besides its target. */
export interface OpenSessionOptions {
  readonly engine: EngineContext;
  /** Command modules that a loopback peer gets. */
  readonly modules: readonly CmdletModule[];
  readonly prompter: SshPrompter;
  readonly signal: AbortSignal;
  readonly name?: string | undefined;
}

/** Milliseconds that the far side may take from the channel's start to the open session. */
const OPEN_TIMEOUT = 180_000;

/** Opens a session. Rejects with a TransportError or RemoteSessionError that names the host. */
export async function openSession(target: SessionTarget, options: OpenSessionOptions): Promise<PSSession> {
  const { engine, signal } = options;
  const store = sessionsOf(engine);
  const id = store.nextId();
  const name = options.name ?? store.nextName();
  const { transport, connection, kind } = await connect(target, options);
  const responder = new QueuedResponder(
    hostResponder({
      host: engine.host,
      computerName: connection.computerName,
      makeSecret: (text) => makeSecureString(text),
      onExit: () => runspace.closeWhenFree(),
    }),
  );
  const runspace = new RemoteRunspace({
    transport,
    format: engineWireFormat(engine),
    instanceId: newGuid(engine.random),
    computerName: connection.computerName,
    hostInfo: () => localHostInfo(engine.host),
    responder,
    applicationArguments: handshakeArguments(engine, target.option?.applicationArguments),
    openTimeout: target.option?.openTimeout ?? OPEN_TIMEOUT,
  });
  await runspace.open(signal);
  return new PSSession({ id, name, transport: kind, runspace, responder, connection, target }, engine);
}

interface Connected {
  readonly transport: Transport;
  readonly connection: ConnectionInfo;
  readonly kind: 'SSH' | 'Process';
}

async function connect(target: SessionTarget, options: OpenSessionOptions): Promise<Connected> {
  const { engine, modules, prompter, signal } = options;
  if (target.kind === 'ssh') return connectOver(target.ssh, target.computerName, prompter, signal);
  if (target.kind === 'loopback' && target.ssh) {
    // where this computer has no SSH server for sessions, its own peer does as well
    const found = await connectOver(target.ssh, target.computerName, noPrompter, signal).catch(() => undefined);
    if (found) return found;
  }
  const connection = new ConnectionInfo({
    computerName: target.computerName,
    userName: engine.platform.userName,
    port: 0,
    keyFilePath: '',
    subsystem: '',
    connectingTimeout: -1,
  });
  return { transport: localTransport(engine, target, modules), connection, kind: 'Process' };
}

async function connectOver(
  ssh: SshTarget,
  computerName: string,
  prompter: SshPrompter,
  signal: AbortSignal,
): Promise<Connected> {
  const { transport, settings } = await connectSsh(ssh, { prompter, signal });
  const connection = new ConnectionInfo({
    computerName,
    userName: settings.userName,
    port: settings.port,
    keyFilePath: ssh.keyFile ?? '',
    subsystem: ssh.subsystem ?? 'powershell',
    connectingTimeout: ssh.connectTimeout ?? -1,
  });
  return { transport, connection, kind: 'SSH' };
}

function localTransport(
  engine: EngineContext,
  target: Exclude<SessionTarget, { kind: 'ssh' }>,
  modules: readonly CmdletModule[],
): Transport {
  if (target.kind === 'loopback') return loopbackPeer(engine, modules);
  const child = engine.processes?.start({
    file: target.shell,
    args: ['-NoProfile', '-sshs'],
    directory: target.directory,
    environment: new Map(environmentEntries(engine.environment)),
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
  });
  if (!child) throw new RemoteSessionError('This engine may not start processes.');
  return new ProcessTransport(child);
}
