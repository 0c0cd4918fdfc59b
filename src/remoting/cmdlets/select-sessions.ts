import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import { hasWildcards, wildcardMatcher } from '../../runtime/commands/wildcard-name.ts';
import { Guid } from '../../runtime/values/guid.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import { sessionsOf } from '../sessions/session-store.ts';

/** How sessions are picked. */
export interface SessionSelection {
  readonly Name?: readonly string[] | undefined;
  readonly Id?: readonly number[] | undefined;
  readonly InstanceId?: readonly PSValue[] | undefined;
  readonly ComputerName?: readonly string[] | undefined;
}

interface Wanted {
  readonly shown: string | number;
  readonly id: string;
  readonly what: string;
  readonly isPattern: boolean;
  matches(session: PSSession): boolean;
}

function wantedOf(selection: SessionSelection): Wanted[] {
  const pattern = (text: string, id: string, what: string, read: (s: PSSession) => string): Wanted => {
    const matches = wildcardMatcher(text);
    return { shown: text, id, what, isPattern: hasWildcards(text), matches: (s) => matches(read(s)) };
  };
  return [
    ...(selection.Name ?? []).map((name) =>
      pattern(name, 'RemoteRunspaceNotAvailableForSpecifiedName', 'the name', (s) => s.name),
    ),
    ...(selection.ComputerName ?? []).map((name) =>
      pattern(name, 'RemoteRunspaceNotAvailableForSpecifiedComputer', 'the computer', (s) => s.computerName),
    ),
    ...(selection.Id ?? []).map(
      (id): Wanted => ({
        shown: id,
        id: 'RemoteRunspaceNotAvailableForSpecifiedSessionId',
        what: 'the id',
        isPattern: false,
        matches: (s) => s.id === id,
      }),
    ),
    ...(selection.InstanceId ?? []).map((value): Wanted => {
      const guid = baseOf(value);
      const text = guid instanceof Guid ? guid.text : String(guid);
      return {
        shown: text,
        id: 'RemoteRunspaceNotAvailableForSpecifiedRunspaceId',
        what: 'the instance id',
        isPattern: false,
        matches: (s) => s.instanceId === text,
      };
    }),
  ];
}

/** The sessions that are picked, each once; names without wildcards that match none are reported. */
export async function selectSessions(ctx: CmdletContext, selection: SessionSelection): Promise<readonly PSSession[]> {
  const found = new Set<PSSession>();
  for (const wanted of wantedOf(selection)) {
    const matching = sessionsOf(ctx.engine)
      .all()
      .filter((session) => wanted.matches(session));
    for (const session of matching) found.add(session);
    if (matching.length > 0 || wanted.isPattern) continue;
    await ctx.writeError({
      id: wanted.id,
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
      message: `There is no session with ${wanted.what} ${wanted.shown}.`,
      target: wanted.shown,
    });
  }
  return [...found];
}
