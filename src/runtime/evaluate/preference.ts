import type { ActionPreference } from '../commands/binding/common-parameters.ts';
import type { Scope } from '../scope/scope.ts';
import { getVariable } from '../scope/variable-access.ts';
import { typeTable } from '../types/type-table.ts';
import { EnumValue } from '../values/enum-value.ts';
import type { PSValue } from '../values/ps-value.ts';
import { typeConstraint } from './constraints.ts';
import type { Session } from './session.ts';

const names: readonly ActionPreference[] = [
  'SilentlyContinue',
  'Stop',
  'Continue',
  'Inquire',
  'Ignore',
  'Suspend',
  'Break',
];

/** The action a preference variable asks for as seen from a scope (about_Preference_Variables). */
export function preferenceOf(scope: Scope, key: string, fallback: ActionPreference): ActionPreference {
  return actionPreference(getVariable(scope, key)) ?? fallback;
}

/** Reads an ActionPreference from its enum value, name or number. */
export function actionPreference(value: PSValue): ActionPreference | undefined {
  if (value instanceof EnumValue) return names[Number(value.value)];
  if (typeof value === 'number') return names[value];
  if (typeof value !== 'string') return undefined;
  const wanted = value.toLowerCase();
  return names.find((n) => n.toLowerCase() === wanted);
}

/** An action as the enum value that scripts see. */
export function preferenceValue(action: ActionPreference | undefined): PSValue {
  if (action === undefined) return undefined;
  const type = typeTable().find('System.Management.Automation.ActionPreference');
  return (type && EnumValue.named(type, action)) ?? action;
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
  ['System.Management.Automation.DefaultParameterDictionary', 'psdefaultparametervalues'],
  ['System.Text.Encoding', 'outputencoding'],
];

/** Gives the global preference variables their types, so that only what means something can be assigned. */
export function constrainPreferences(session: Session): void {
  const { globalScope } = session.main;
  for (const [name, ...keys] of preferenceTypes) {
    const type = typeTable().find(name);
    for (const key of keys) {
      const cell = globalScope.materialize(key);
      if (cell && type) cell.constraints = [typeConstraint(session, type)];
    }
  }
}
