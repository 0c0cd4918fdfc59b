import { EnumValue } from '../../values/enum-value.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SwitchParameter } from '../../values/switch-parameter.ts';

/** Names of System.Management.Automation.ActionPreference, by value. */
export const actionPreferences = [
  'SilentlyContinue',
  'Stop',
  'Continue',
  'Inquire',
  'Ignore',
  'Suspend',
  'Break',
] as const;

/** What a stream does with what is written to it (about_Preference_Variables). */
export type ActionPreference = (typeof actionPreferences)[number];

/** Contract. Common parameters of one call (about_CommonParameters); undefined where not given. */
export interface CommonParameters {
  verbose: boolean | undefined;
  debug: boolean | undefined;
  errorAction: ActionPreference | undefined;
  warningAction: ActionPreference | undefined;
  informationAction: ActionPreference | undefined;
  progressAction: ActionPreference | undefined;
  errorVariable: string | undefined;
  warningVariable: string | undefined;
  informationVariable: string | undefined;
  outVariable: string | undefined;
  outBuffer: number | undefined;
  pipelineVariable: string | undefined;
  whatIf: boolean | undefined;
  confirm: boolean | undefined;
  /** Paging (SupportsPaging). */
  first: PSValue;
  skip: PSValue;
  includeTotalCount: boolean | undefined;
}

/** No common parameter given. Never changed; a call that gives one gets its own. */
export const noCommonParameters: Readonly<CommonParameters> = Object.freeze(emptyCommonParameters());

/** A set of common parameters with none given. */
export function emptyCommonParameters(): CommonParameters {
  return {
    verbose: undefined,
    debug: undefined,
    errorAction: undefined,
    warningAction: undefined,
    informationAction: undefined,
    progressAction: undefined,
    errorVariable: undefined,
    warningVariable: undefined,
    informationVariable: undefined,
    outVariable: undefined,
    outBuffer: undefined,
    pipelineVariable: undefined,
    whatIf: undefined,
    confirm: undefined,
    first: undefined,
    skip: undefined,
    includeTotalCount: undefined,
  };
}

/** An ActionPreference from its enum value, name or number. */
export function toActionPreference(value: PSValue): ActionPreference | undefined {
  const base = baseOf(value);
  if (base instanceof EnumValue) return actionPreferences[Number(base.value)];
  if (typeof base === 'number') return actionPreferences[base];
  if (typeof base !== 'string') return undefined;
  const wanted = base.toLowerCase();
  return actionPreferences.find((name) => name.toLowerCase() === wanted);
}

type Setter = (common: CommonParameters, value: PSValue) => void;

const setters: Readonly<Record<string, Setter>> = {
  Verbose: (c, v) => void (c.verbose = isOn(v)),
  Debug: (c, v) => void (c.debug = isOn(v)),
  ErrorAction: (c, v) => void (c.errorAction = toActionPreference(v)),
  WarningAction: (c, v) => void (c.warningAction = toActionPreference(v)),
  InformationAction: (c, v) => void (c.informationAction = toActionPreference(v)),
  ProgressAction: (c, v) => void (c.progressAction = toActionPreference(v)),
  ErrorVariable: (c, v) => void (c.errorVariable = String(v)),
  WarningVariable: (c, v) => void (c.warningVariable = String(v)),
  InformationVariable: (c, v) => void (c.informationVariable = String(v)),
  OutVariable: (c, v) => void (c.outVariable = String(v)),
  OutBuffer: (c, v) => void (c.outBuffer = Number(v)),
  PipelineVariable: (c, v) => void (c.pipelineVariable = String(v)),
  WhatIf: (c, v) => void (c.whatIf = isOn(v)),
  Confirm: (c, v) => void (c.confirm = isOn(v)),
  First: (c, v) => void (c.first = v),
  Skip: (c, v) => void (c.skip = v),
  IncludeTotalCount: (c, v) => void (c.includeTotalCount = isOn(v)),
};

function isOn(value: PSValue): boolean {
  return value instanceof SwitchParameter ? value.isPresent : value === true;
}

/** Stores the converted value of a common parameter. */
export function setCommonParameter(common: CommonParameters, name: string, value: PSValue): void {
  setters[name]?.(common, value);
}
