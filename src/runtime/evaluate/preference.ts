import { type ActionPreference, toActionPreference } from '../commands/binding/common-parameters.ts';
import { suspendRefused } from '../commands/preference-of.ts';
import { automationEnum } from '../commands/types/automation-enums.ts';
import type { Scope } from '../scope/scope.ts';
import { getVariable } from '../scope/variable-access.ts';
import { typeTable } from '../types/type-table.ts';
import { EnumValue } from '../values/enum-value.ts';
import type { PSValue } from '../values/ps-value.ts';
import { typeConstraint } from './constraints.ts';
import type { Session } from './session.ts';

/** The action a preference variable asks for as seen from a scope (about_Preference_Variables). */
export function preferenceOf(scope: Scope, key: string, fallback: ActionPreference): ActionPreference {
  const action = toActionPreference(getVariable(scope, key)) ?? fallback;
  if (action === 'Suspend') throw suspendRefused();
  return action;
}

/** An action as the enum value that scripts see. */
export function preferenceValue(action: ActionPreference | undefined): PSValue {
  if (action === undefined) return undefined;
  return automationEnum('ActionPreference', action);
}

const preferenceTypes: readonly (readonly [type: string, ...variables: string[]])[] = [
  [
    'System.Management.Automation.ActionPreference',
    'erroractionpreference',
    'warningpreference',
    'informationpreference',
    'verbosepreference',
    'debugpreference',
    'progresspreference',
  ],
  ['System.Management.Automation.ConfirmImpact', 'confirmpreference'],
  ['System.Management.Automation.ErrorView', 'errorview'],
  ['System.Management.Automation.NativeArgumentPassingStyle', 'psnativecommandargumentpassing'],
  ['System.Management.Automation.DefaultParameterDictionary', 'psdefaultparametervalues'],
  ['System.Text.Encoding', 'outputencoding'],
];

const suspends = (value: PSValue): string | undefined =>
  toActionPreference(value) === 'Suspend' && value instanceof EnumValue
    ? 'The action Suspend is not supported.'
    : undefined;

/** Gives the global preference variables their types, so that only what means something can be assigned. */
export function constrainPreferences(session: Session): void {
  const { globalScope } = session.main;
  for (const [name, ...keys] of preferenceTypes) {
    const type = typeTable().find(name);
    for (const key of keys) {
      const cell = globalScope.materialize(key);
      if (cell && type) cell.constraints = [typeConstraint(session, type, false, suspends)];
    }
  }
}
