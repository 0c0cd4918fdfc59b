import { EnumValue } from '../../values/enum-value.ts';
import type { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { MemberTable } from '../define-type.ts';

/** An object whose properties are nothing but values by name. */
export type SettingsObject = NetObject & { readonly values: Record<string, PSValue> };

/** Properties that read and set such a value: name to type. Enums are kept as their numbers. */
export function settingsMembers(types: Readonly<Record<string, string>>): MemberTable {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      `prop ${name} ${type} get set`,
      {
        get: (s: SettingsObject) => s.values[name] ?? null,
        set: (s: SettingsObject, value: PSValue) => {
          s.values[name] = value instanceof EnumValue ? value.value : value;
        },
      },
    ]),
  );
}
