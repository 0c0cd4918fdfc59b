import type { EngineContext } from '../../runtime/engine.ts';
import type { PSSession } from './ps-session.ts';

/** The sessions of one engine, as Get-PSSession lists them. */
export class SessionStore {
  readonly #sessions = new Map<number, PSSession>();
  // the engine's own runspace is number 1
  #lastId = 1;
  #lastName = 0;

  /** The number of the next session. */
  nextId(): number {
    return ++this.#lastId;
  }

  /** The default name of the next session. */
  nextName(): string {
    return `Runspace${++this.#lastName}`;
  }

  add(session: PSSession): void {
    this.#sessions.set(session.id, session);
  }

  remove(session: PSSession): void {
    this.#sessions.delete(session.id);
  }

  all(): readonly PSSession[] {
    return [...this.#sessions.values()];
  }
}

const stores = new WeakMap<EngineContext, SessionStore>();

/** The sessions of an engine. */
export function sessionsOf(engine: EngineContext): SessionStore {
  let store = stores.get(engine);
  if (!store) {
    store = new SessionStore();
    stores.set(engine, store);
  }
  return store;
}
