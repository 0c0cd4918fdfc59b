import type { CmdletContext, CmdletModule } from '../../runtime/commands/define-cmdlet.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { ErrorRecord } from '../../runtime/errors/error-record.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { consolePrompter } from '../sessions/console-prompter.ts';
import { openSession } from '../sessions/open-session.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import type { SessionTarget } from '../sessions/session-target.ts';
import type { SshPrompter } from '../transport/ssh-prompter.ts';

const prompters = new WeakMap<EngineContext, SshPrompter>();

/** One queue of questions an engine, so that connections do not ask at once. */
function prompterOf(engine: EngineContext): SshPrompter {
  let prompter = prompters.get(engine);
  if (!prompter) {
    prompter = consolePrompter(engine.host);
    prompters.set(engine, prompter);
  }
  return prompter;
}

/** The commands a loopback peer gets besides the built-in ones: these, set by cmdlets/index.ts. */
export const peerModules: { list: readonly CmdletModule[] } = { list: [] };

/** A signal that aborts when the pipeline of a command is stopped. */
export function stopSignal(ctx: CmdletContext): AbortSignal {
  const controller = new AbortController();
  void ctx.whenStopping.then(() => controller.abort());
  return controller.signal;
}

/** How one target of several turned out. */
export type Opened =
  | { readonly target: SessionTarget; readonly session: PSSession }
  | { readonly target: SessionTarget; readonly failure: Error };

/** Begins to open all targets, at most `throttle` at a time; the promises stand in the order of the targets. */
export function openAll(
  ctx: CmdletContext,
  targets: readonly SessionTarget[],
  throttle: number,
  names: readonly (string | undefined)[] = [],
): Promise<Opened>[] {
  const signal = stopSignal(ctx);
  const running: Promise<unknown>[] = [];
  return targets.map((target, i) => {
    const turn = running[i - throttle] ?? Promise.resolve();
    const opened = turn.then(() => openOne(ctx.engine, target, signal, names[i]));
    running.push(opened);
    return opened;
  });
}

/** Opens one target; never rejects. */
export async function openOne(
  engine: EngineContext,
  target: SessionTarget,
  signal: AbortSignal,
  name?: string,
): Promise<Opened> {
  try {
    const modules = peerModules.list;
    const session = await openSession(target, { engine, modules, prompter: prompterOf(engine), signal, name });
    return { target, session };
  } catch (thrown) {
    return { target, failure: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
}

/** The record for a session that could not be opened or was lost. */
export function transportRecord(id: string, computerName: string, failure: Error, target: PSValue): ErrorRecord {
  const exception = new NetException(
    'System.Management.Automation.Remoting.PSRemotingTransportException',
    `[${computerName}] ${failure.message}`,
  );
  exception.properties.set('ErrorCode', 0);
  exception.properties.set('TransportMessage', failure.message);
  const record = new ErrorRecord(exception, id, 'OpenError', target);
  record.isForeign = true;
  exception.errorRecord = record;
  return record;
}
