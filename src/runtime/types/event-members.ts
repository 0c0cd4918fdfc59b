import type { NetDelegate } from '../values/net-delegate.ts';
import { addHandler, removeHandler } from '../values/net-events.ts';
import type { MemberTable } from './define-type.ts';

/** `add_Name` and `remove_Name` of events, by name and delegate type: `{ Elapsed: 'ElapsedEventHandler' }`. */
export function eventMembers(events: Readonly<Record<string, string>>): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const [name, type] of Object.entries(events)) {
    members[`add_${name}(${type} value) void`] = (self: object, handler: NetDelegate | null) => {
      if (handler) addHandler(self, name, handler);
    };
    members[`remove_${name}(${type} value) void`] = (self: object, handler: NetDelegate | null) => {
      if (handler) removeHandler(self, name, handler);
    };
  }
  return members;
}
