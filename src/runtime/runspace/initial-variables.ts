import { DefaultParameterDictionary } from '../commands/default-parameters.ts';
import { automationEnum } from '../commands/types/automation-enums.ts';
import type { EngineContext } from '../engine.ts';
import type { Scope } from '../scope/scope.ts';
import { ComputedVariable, ScopedItemOptions, Variable } from '../scope/variable.ts';
import { textEncodings } from '../text/text-encoding.ts';
import { encodingObject } from '../types/system-text/encoding.ts';
import type { PSValue } from '../values/ps-value.ts';

const { AllScope, Constant, ReadOnly } = ScopedItemOptions;

/** What the initial variables need of the runspace that makes them. */
export interface InitialVariableSource {
  readonly engine: EngineContext;
  readonly versionTable: () => PSValue;
  readonly executionContext: PSValue;
  readonly errorList: PSValue;
  readonly styleObject: PSValue;
  readonly hostObject: PSValue;
  readonly lastSucceeded: () => boolean;
  readonly lastExitCode: () => PSValue;
  readonly setLastExitCode: (value: PSValue) => void;
  readonly currentLocation: () => PSValue;
  readonly profilePath: string;
}

/** Preferences: name, enum type, value (about_Preference_Variables). */
const preferences: readonly (readonly [string, string, string])[] = [
  ['ConfirmPreference', 'ConfirmImpact', 'High'],
  ['DebugPreference', 'ActionPreference', 'SilentlyContinue'],
  ['ErrorActionPreference', 'ActionPreference', 'Continue'],
  ['ErrorView', 'ErrorView', 'ConciseView'],
  ['InformationPreference', 'ActionPreference', 'SilentlyContinue'],
  ['ProgressPreference', 'ActionPreference', 'Continue'],
  ['PSNativeCommandArgumentPassing', 'NativeArgumentPassingStyle', 'Standard'],
  ['VerbosePreference', 'ActionPreference', 'SilentlyContinue'],
  ['WarningPreference', 'ActionPreference', 'Continue'],
];

/** Puts the variables of a fresh runspace into its global scope (about_Automatic_Variables). */
export function addInitialVariables(global: Scope, source: InitialVariableSource): void {
  const { engine } = source;
  const { platform } = engine;
  const shared = global.sessionState.shared;
  const put = (variable: Variable) => {
    global.setCell(variable);
    if (variable.isAllScope) shared.allScopeNames?.add(variable.name.toLowerCase());
  };
  const fixed = (name: string, value: PSValue, options: number) => put(new Variable(name, value, options));

  for (const [name, typeName, value] of preferences) fixed(name, automationEnum(typeName, value) ?? value, 0);
  put(new ComputedVariable('?', source.lastSucceeded, undefined, ReadOnly | AllScope));
  put(new ComputedVariable('LASTEXITCODE', source.lastExitCode, source.setLastExitCode));
  put(new ComputedVariable('PWD', source.currentLocation));
  put(new ComputedVariable('PSCulture', () => engine.culture, undefined, ReadOnly | AllScope));
  put(new ComputedVariable('PSUICulture', () => engine.uiCulture, undefined, ReadOnly | AllScope));
  fixed('Error', source.errorList, Constant);
  fixed('true', true, Constant | AllScope);
  fixed('false', false, Constant | AllScope);
  fixed('null', null, 0);
  fixed('ExecutionContext', source.executionContext, Constant | AllScope);
  fixed('Host', source.hostObject, Constant | AllScope);
  put(new ComputedVariable('PSVersionTable', source.versionTable, undefined, Constant | AllScope));
  fixed('PSStyle', source.styleObject, Constant);
  fixed('PSEdition', 'Core', Constant | AllScope);
  fixed('PSHOME', platform.installDirectory, Constant | AllScope);
  fixed('HOME', platform.homeDirectory, ReadOnly | AllScope);
  fixed('PID', platform.processId, Constant | AllScope);
  fixed('ShellId', 'Microsoft.PowerShell', Constant | AllScope);
  fixed('IsCoreCLR', true, ReadOnly | AllScope);
  fixed('IsLinux', platform.os === 'linux', ReadOnly | AllScope);
  fixed('IsMacOS', platform.os === 'macos', ReadOnly | AllScope);
  fixed('IsWindows', platform.os === 'windows', ReadOnly | AllScope);
  fixed('EnabledExperimentalFeatures', [], Constant | AllScope);
  fixed('FormatEnumerationLimit', 4, 0);
  fixed('MaximumHistoryCount', 4096, 0);
  fixed('NestedPromptLevel', 0, 0);
  fixed('OutputEncoding', encodingObject(textEncodings.utf8), 0);
  fixed('PROFILE', source.profilePath, 0);
  fixed('PSDefaultParameterValues', new DefaultParameterDictionary(), 0);
  fixed('PSEmailServer', '', 0);
  fixed('PSNativeCommandUseErrorActionPreference', false, 0);
  fixed('PSSessionApplicationName', 'wsman', 0);
  fixed('PSSessionConfigurationName', 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell', 0);
  fixed('PSSessionOption', null, 0);
  fixed('StackTrace', '', 0);
  fixed('WhatIfPreference', false, 0);
}
