import type { EngineContext } from '../../runtime/engine.ts';
import type { ConnectionInfo, PSSession } from './ps-session.ts';

/** Opens a session by a connection; set by cmdlets/index.ts, which knows how. Rejects with a NetException. */
export const connectionOpener: {
  open: ((engine: EngineContext, connection: ConnectionInfo) => Promise<PSSession>) | undefined;
} = { open: undefined };
