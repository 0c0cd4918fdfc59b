import type { PSObject } from '../../runtime/values/ps-object.ts';
import { enumValue } from './property-bag.ts';

/** Names of an enum by value. */
export type EnumNames = Readonly<Record<number, string>>;

const runspaces = 'System.Management.Automation.Runspaces';

export const threadOptions: EnumNames = { 0: 'Default', 1: 'UseNewThread', 2: 'ReuseThread', 3: 'UseCurrentThread' };
export const apartmentStates: EnumNames = { 0: 'STA', 1: 'MTA', 2: 'Unknown' };
export const resultTypes: EnumNames = {
  0: 'None',
  1: 'Output',
  2: 'Error',
  3: 'Output, Error',
  4: 'Warning',
  5: 'Verbose',
  6: 'Debug',
  7: 'Information',
  8: 'All',
  9: 'Null',
};
export const progressTypes: EnumNames = { 0: 'Processing', 1: 'Completed' };

const streamOptionNames = [
  'AddInvocationInfoToErrorRecord',
  'AddInvocationInfoToWarningRecord',
  'AddInvocationInfoToDebugRecord',
  'AddInvocationInfoToVerboseRecord',
] as const;

export const threadOptionsValue = (value: number): PSObject =>
  enumValue(`${runspaces}.PSThreadOptions`, threadOptions, value);
export const apartmentStateValue = (value: number): PSObject =>
  enumValue('System.Threading.ApartmentState', apartmentStates, value);
export const resultTypesValue = (value: number): PSObject =>
  enumValue(`${runspaces}.PipelineResultTypes`, resultTypes, value);
export const progressTypeValue = (value: number): PSObject =>
  enumValue('System.Management.Automation.ProgressRecordType', progressTypes, value);

/** RemoteStreamOptions: a bit a stream (error, warning, debug, verbose) that says to send the place of the call along. */
export function streamOptionsValue(value: number): PSObject {
  const all = (1 << streamOptionNames.length) - 1;
  const names = streamOptionNames.filter((_, bit) => value & (1 << bit)).join(', ');
  const text = value === 0 ? 'None' : value === all ? 'AddInvocationInfo' : names;
  return enumValue('System.Management.Automation.RemoteStreamOptions', { [value]: text }, value);
}

/** CommandTypes, for GetCommandMetadata. */
export function commandTypesValue(value: number): PSObject {
  const names: EnumNames = { 383: 'All' };
  return enumValue('System.Management.Automation.CommandTypes', names, value);
}

/** A host method id in a host call. */
export function hostMethodIdValue(id: number, name: string): PSObject {
  return enumValue('System.Management.Automation.Remoting.RemoteHostMethodId', { [id]: name }, id);
}
