import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CmdletModule } from '../../runtime/commands/define-cmdlet.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { ServerSession } from '../server/server-session.ts';
import { sessionRunspaces } from '../server/session-runspaces.ts';
import { memoryPair } from '../transport/memory-transport.ts';
import type { Transport } from '../transport/transport.ts';
import { newGuid } from './new-guid.ts';

/**
 * The client's end of a session with a peer in this process: a runspace of its own over the same files, programs and
 * clock as the engine that asks.
 */
export function loopbackPeer(engine: EngineContext, modules: readonly CmdletModule[]): Transport {
  const [client, server] = memoryPair();
  const { fs, environment, processes, clock, random, platform, host } = engine;
  new ServerSession({
    transport: server,
    createRunspace: sessionRunspaces(() => ({
      fs,
      environment,
      processes,
      clock,
      random,
      platform,
      modules,
      yieldTurn: () => nextTurn(),
      version: host.version,
    })),
    userName: platform.userName,
    version: host.version,
    newGuid: () => newGuid(random),
    culture: engine.culture,
  });
  return client;
}
