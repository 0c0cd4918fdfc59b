import { NetException } from '../errors/net-exception.ts';
import type { Scope } from '../scope/scope.ts';
import { getVariable } from '../scope/variable-access.ts';
import { baseOf } from '../values/ps-object.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { type ActionPreference, type CommonParameters, toActionPreference } from './binding/common-parameters.ts';

/** Streams whose records a preference decides on. */
export type PreferredStream = 'error' | 'warning' | 'verbose' | 'debug' | 'information' | 'progress';

const variables = {
  error: ['erroractionpreference', 'Continue'],
  warning: ['warningpreference', 'Continue'],
  verbose: ['verbosepreference', 'SilentlyContinue'],
  debug: ['debugpreference', 'SilentlyContinue'],
  information: ['informationpreference', 'SilentlyContinue'],
  progress: ['progresspreference', 'Continue'],
} as const;

/** What happens with a record: the call's own parameter decides, else the preference variable as seen from the caller. */
export function preferenceFor(
  stream: PreferredStream,
  common: Readonly<CommonParameters>,
  scope: Scope,
): ActionPreference {
  const own = ownPreference(stream, common);
  if (own !== undefined) return own;
  const [name, otherwise] = variables[stream];
  const action = toActionPreference(getVariable(scope, name)) ?? otherwise;
  if (action === 'Suspend') throw suspendRefused();
  return action;
}

/** What a preference variable with the value Suspend leads to. */
export function suspendRefused(): NetException {
  return new NetException('System.NotSupportedException', 'The action Suspend is not supported.');
}

/** The preference that a common parameter of the call itself sets. */
export function ownPreference(
  stream: PreferredStream,
  common: Readonly<CommonParameters>,
): ActionPreference | undefined {
  switch (stream) {
    case 'error':
      return common.errorAction;
    case 'warning':
      return common.warningAction;
    case 'information':
      return common.informationAction;
    case 'progress':
      return common.progressAction;
    case 'verbose':
      return common.verbose === undefined ? undefined : common.verbose ? 'Continue' : 'SilentlyContinue';
    case 'debug':
      return common.debug === undefined ? undefined : common.debug ? 'Continue' : 'SilentlyContinue';
  }
}

/** `$WhatIfPreference`, or -WhatIf of the call. */
export function isWhatIf(common: Readonly<CommonParameters>, scope: Scope): boolean {
  if (common.whatIf !== undefined) return common.whatIf;
  const value = baseOf(getVariable(scope, 'whatifpreference'));
  return value instanceof SwitchParameter ? value.isPresent : value === true;
}

const impacts = ['none', 'low', 'medium', 'high'];

/** Whether a call with this impact asks before it acts (-Confirm, `$ConfirmPreference`). */
export function mustConfirm(common: Readonly<CommonParameters>, scope: Scope, impact: string): boolean {
  if (common.confirm !== undefined) return common.confirm;
  const value = getVariable(scope, 'confirmpreference');
  const limit = value === undefined ? 'high' : String(baseOf(value)).toLowerCase();
  if (limit === 'none') return false;
  const level = impacts.indexOf(impact.toLowerCase());
  return level > 0 && level >= Math.max(1, impacts.indexOf(limit));
}
