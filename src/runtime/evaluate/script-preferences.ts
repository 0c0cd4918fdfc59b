import type { CommonParameters } from '../commands/binding/common-parameters.ts';
import type { Scope } from '../scope/scope.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { defineIn } from './plain-binding.ts';
import { preferenceValue } from './preference.ts';

/** Common parameters of a function act on everything it calls: they are preference variables of its scope. */
export function applyPreferences(scope: Scope, common: Readonly<CommonParameters>): void {
  const set = (name: string, value: PSValue): void => {
    if (value !== undefined) defineIn(scope, name, value);
  };
  set('ErrorActionPreference', preferenceValue(common.errorAction));
  set('WarningPreference', preferenceValue(common.warningAction));
  set('InformationPreference', preferenceValue(common.informationAction));
  set('ProgressPreference', preferenceValue(common.progressAction));
  set('VerbosePreference', preferenceValue(onOff(common.verbose)));
  set('DebugPreference', preferenceValue(onOff(common.debug)));
  if (common.whatIf !== undefined) set('WhatIfPreference', SwitchParameter.of(common.whatIf));
  if (common.confirm !== undefined) set('ConfirmPreference', common.confirm ? 'Low' : 'None');
}

function onOff(flag: boolean | undefined): 'Continue' | 'SilentlyContinue' | undefined {
  return flag === undefined ? undefined : flag ? 'Continue' : 'SilentlyContinue';
}
