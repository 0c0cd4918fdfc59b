import { existsSync } from 'node:fs';
import { commandEngine } from '../../runtime/commands/call-frame.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import type { ConnectionInfo, PSSession } from '../sessions/ps-session.ts';
import { sessionTarget } from '../sessions/session-target.ts';
import { openOne, transportRecord } from './session-context.ts';
import { sshOptions } from './session-targets.ts';

/** Opens the session of `[runspacefactory]::CreateRunspace($connectionInfo)`. */
export async function connectRunspace(engine: EngineContext, connection: ConnectionInfo): Promise<PSSession> {
  const { computerName, userName, port, keyFilePath, subsystem, connectingTimeout, options } = connection;
  const keyFile = keyFilePath === '' ? undefined : engine.drives.resolve(keyFilePath, null).path;
  if (keyFile !== undefined && !existsSync(keyFile)) {
    const missing = new NetException('System.IO.FileNotFoundException', `There is no key file "${keyFilePath}".`);
    throw new NetException(
      'System.Management.Automation.Remoting.PSRemotingTransportException',
      `[${computerName}] ${missing.message}`,
      missing,
    );
  }
  const target = sessionTarget({
    host: computerName,
    userName: userName || undefined,
    port: port || undefined,
    keyFile,
    subsystem,
    connectTimeout: connectingTimeout,
    options: options ? sshOptions(engine, options) : undefined,
  });
  const { stopRequested } = commandEngine(engine);
  const stopping = new AbortController();
  void stopRequested?.then(() => stopping.abort());
  const opened = await openOne(engine, target, stopping.signal);
  if ('session' in opened) return opened.session;
  throw transportRecord('PSSessionOpenFailed', computerName, opened.failure, null).exception;
}
