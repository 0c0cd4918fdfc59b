import type { NetType } from '../values/net-type.ts';
import { allParameterSets, type CommandParameter, type ParameterSetData } from './parameter-metadata.ts';
import { netTypeByName } from './type-lookup.ts';

interface CommonSpec {
  readonly name: string;
  readonly alias: string;
  readonly net: string;
}

const preference = 'System.Management.Automation.ActionPreference';
const onOff = 'System.Management.Automation.SwitchParameter';

/** The parameters of every advanced command, in the order `Get-Command` lists them (about_CommonParameters). */
const always: readonly CommonSpec[] = [
  { name: 'Verbose', alias: 'vb', net: onOff },
  { name: 'Debug', alias: 'db', net: onOff },
  { name: 'ErrorAction', alias: 'ea', net: preference },
  { name: 'WarningAction', alias: 'wa', net: preference },
  { name: 'InformationAction', alias: 'infa', net: preference },
  { name: 'ProgressAction', alias: 'proga', net: preference },
  { name: 'ErrorVariable', alias: 'ev', net: 'System.String' },
  { name: 'WarningVariable', alias: 'wv', net: 'System.String' },
  { name: 'InformationVariable', alias: 'iv', net: 'System.String' },
  { name: 'OutVariable', alias: 'ov', net: 'System.String' },
  { name: 'OutBuffer', alias: 'ob', net: 'System.Int32' },
  { name: 'PipelineVariable', alias: 'pv', net: 'System.String' },
];

const forShouldProcess: readonly CommonSpec[] = [
  { name: 'WhatIf', alias: 'wi', net: onOff },
  { name: 'Confirm', alias: 'cf', net: onOff },
];

const forPaging: readonly CommonSpec[] = [
  { name: 'IncludeTotalCount', alias: '', net: onOff },
  { name: 'Skip', alias: '', net: 'System.UInt64' },
  { name: 'First', alias: '', net: 'System.UInt64' },
];

const inAllSets: ReadonlyMap<string, ParameterSetData> = new Map([
  [
    allParameterSets,
    {
      isMandatory: false,
      position: undefined,
      valueFromPipeline: false,
      valueFromPipelineByPropertyName: false,
      valueFromRemainingArguments: false,
      helpMessage: '',
    },
  ],
]);

class CommonParameter implements CommandParameter {
  readonly name: string;
  readonly typeName: string;
  readonly form = 'value';
  readonly aliases: readonly string[];
  readonly isSwitch: boolean;
  readonly sets = inAllSets;
  readonly transformations = [];
  readonly validators = [];
  readonly allowNull = false;
  readonly allowEmptyString = false;
  readonly allowEmptyCollection = false;
  readonly dontShow = false;
  readonly isDynamic = false;
  readonly isCommon = true;
  readonly supportsWildcards = false;
  readonly attributes = [];
  readonly index = -1;
  readonly hasDefault = false;
  readonly psTypeName = undefined;

  constructor(spec: CommonSpec) {
    this.name = spec.name;
    this.typeName = spec.net;
    this.aliases = spec.alias === '' ? [] : [spec.alias];
    this.isSwitch = spec.net === onOff;
  }

  get type(): NetType | undefined {
    return netTypeByName(this.typeName);
  }
}

const made = {
  always: always.map((spec) => new CommonParameter(spec)),
  shouldProcess: forShouldProcess.map((spec) => new CommonParameter(spec)),
  paging: forPaging.map((spec) => new CommonParameter(spec)),
};

/** The common parameters of a command, in display order. */
export function commonParametersFor(options: {
  readonly supportsShouldProcess: boolean;
  readonly supportsPaging: boolean;
}): readonly CommandParameter[] {
  const list: CommandParameter[] = [...made.always];
  if (options.supportsShouldProcess) list.push(...made.shouldProcess);
  if (options.supportsPaging) list.push(...made.paging);
  return list;
}

/** Names of every parameter the engine adds by itself, in lower case. */
export const commonParameterNames: ReadonlySet<string> = new Set(
  [...always, ...forShouldProcess, ...forPaging].map((spec) => spec.name.toLowerCase()),
);

/** Names of the parameters of every advanced command (`[Cmdlet]::CommonParameters`). */
export const alwaysCommonParameters: readonly string[] = always.map((spec) => spec.name);
