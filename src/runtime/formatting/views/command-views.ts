import { andThen } from '../../values/ps-value.ts';
import type { Compute } from '../view.ts';
import { type CustomControl, type CustomItem, column, custom, list, table, type View } from '../view.ts';

const automation = (name: string): string => `System.Management.Automation.${name}`;

const commandTypes = [
  'AliasInfo',
  'ApplicationInfo',
  'CmdletInfo',
  'ExternalScriptInfo',
  'FilterInfo',
  'FunctionInfo',
  'ScriptInfo',
].map(automation);

/** Aliases show what they stand for. */
const displayName: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'CommandType'), (type) =>
    andThen(objects.text(type), (text) => objects.get(object, text === 'Alias' ? 'DisplayName' : 'Name')),
  );

const typeAnd = (name: string, view: string, ...columns: readonly string[]): View =>
  table(view, [automation(name)], [column('CommandType', { width: 15 }), ...columns.map((source) => column(source))]);

const line = (label: string, source: string): CustomItem[] => [
  { kind: 'text', text: label },
  { kind: 'value', source },
  { kind: 'newline' },
];

const parameterAttributes: CustomControl = {
  entries: [{ items: [{ kind: 'frame', left: 2, items: [{ kind: 'newline' }] }] }],
};

const parameterLines: CustomItem[] = [
  ...line('ParameterType = ', 'ParameterType'),
  ...line('Position = ', 'Position'),
  ...line('IsMandatory = ', 'IsMandatory'),
  ...line('IsDynamic = ', 'IsDynamic'),
  ...line('HelpMessage = ', 'HelpMessage'),
  ...line('ValueFromPipeline = ', 'ValueFromPipeline'),
  ...line('ValueFromPipelineByPropertyName = ', 'ValueFromPipelineByPropertyName'),
  ...line('ValueFromRemainingArguments = ', 'ValueFromRemainingArguments'),
  ...line('Aliases = ', 'Aliases'),
  { kind: 'text', text: 'Attributes =' },
  { kind: 'newline' },
  { kind: 'value', source: 'Attributes', enumerate: true, control: parameterAttributes },
];

const parameterInfo: CustomControl = {
  entries: [
    {
      items: [
        { kind: 'newline' },
        {
          kind: 'frame',
          left: 2,
          items: [...line('Parameter Name: ', 'Name'), { kind: 'frame', left: 2, items: parameterLines }],
        },
      ],
    },
  ],
};

/** Views of commands and their parameter sets. */
export const commandViews: readonly View[] = [
  table('CommandInfo', [automation('CommandInfo')], [column('CommandType', { width: 15 }), column('Name')]),
  table('CommandInfo', commandTypes, [
    column('CommandType', { label: 'CommandType', width: 15 }),
    column(displayName, { label: 'Name', width: 50 }),
    column('Version', { label: 'Version', width: 10 }),
    column('Source', { label: 'Source' }),
  ]),
  typeAnd('ApplicationInfo', 'ApplicationInfo', 'Name', 'Path'),
  list(
    'System.Management.Automation.ApplicationInfo',
    [automation('ApplicationInfo')],
    ['Name', 'CommandType', 'Definition', 'Extension', 'Path', 'FileVersionInfo'],
  ),
  typeAnd('ScriptInfo', 'ScriptInfo', 'Name', 'Definition'),
  list(
    'System.Management.Automation.ScriptInfo',
    [automation('ScriptInfo')],
    ['Name', 'CommandType', 'Definition', 'Path'],
  ),
  typeAnd('ExternalScriptInfo', 'ExternalScriptInfo', 'Name', 'Path'),
  typeAnd('FunctionInfo', 'FunctionInfo', 'Name', 'Function'),
  typeAnd('FilterInfo', 'FilterInfo', 'Name', 'Filter'),
  typeAnd('AliasInfo', 'AliasInfo', 'DisplayName'),
  list(
    'System.Management.Automation.AliasInfo',
    [automation('AliasInfo')],
    ['DisplayName', 'CommandType', 'Definition', 'ReferencedCommand', 'ResolvedCommand'],
  ),
  list(
    'System.Management.Automation.CmdletInfo',
    [automation('CmdletInfo')],
    [
      'Name',
      'CommandType',
      'Definition',
      'Path',
      'DLL',
      'HelpFile',
      'ParameterSets',
      'ImplementingType',
      'Verb',
      'Noun',
    ],
  ),
  list(
    'System.Management.Automation.CommandInfo',
    [automation('FilterInfo'), automation('FunctionInfo')],
    ['Name', 'CommandType', 'Definition'],
  ),
  custom(
    'CommandParameterSetInfo',
    [automation('CommandParameterSetInfo')],
    [
      ...line('Parameter Set Name: ', 'Name'),
      ...line('Is default parameter set: ', 'IsDefault'),
      { kind: 'value', source: 'Parameters', enumerate: true, control: parameterInfo },
      { kind: 'newline' },
    ],
  ),
];
