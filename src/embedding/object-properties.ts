import type { EngineContext } from '../runtime/engine.ts';
import { isPropertyKind, listMembers } from '../runtime/members/member-list.ts';
import type { PSValue } from '../runtime/values/ps-value.ts';

/** The readable properties of an object with their values; one whose getter fails or has to wait is left out. */
export function* readableProperties(engine: EngineContext, target: object): Generator<readonly [string, PSValue]> {
  for (const member of listMembers(engine, target)) {
    if (!isPropertyKind(member) || !member.access.get) continue;
    try {
      const value = member.getValue(engine);
      if (!(value instanceof Promise)) yield [member.name, value];
    } catch {
      // As in PowerShell's own serializer, a getter that throws has no value.
    }
  }
}
