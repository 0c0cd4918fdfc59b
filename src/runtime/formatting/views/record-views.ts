import { errorDetails } from '../error-details.ts';
import { errorText } from '../error-view.ts';
import { column, custom, table, type View } from '../view.ts';

const automation = (name: string): string => `System.Management.Automation.${name}`;

/** Views of what is shown as text wherever it turns up: errors, messages, script blocks. */
export const recordViews: readonly View[] = [
  custom('ScriptBlock', [automation('ScriptBlock')], [{ kind: 'value' }], { outOfBand: true }),
  custom(
    'GetErrorInstance',
    [automation('ErrorRecord#PSExtendedError'), 'System.Exception#PSExtendedError'],
    [{ kind: 'value', source: errorDetails }],
    { groupBy: { source: 'PSErrorIndex', label: 'ErrorIndex' } },
  ),
  custom('ErrorInstance', [automation('ErrorRecord')], [{ kind: 'value', source: errorText }], { outOfBand: true }),
  custom('WarningRecord', [automation('WarningRecord')], [{ kind: 'value', source: 'Message' }], { outOfBand: true }),
  custom(
    'DeserializedWarningRecord',
    [`Deserialized.${automation('WarningRecord')}`],
    [{ kind: 'value', source: 'InformationalRecord_Message' }],
    { outOfBand: true },
  ),
  custom(
    'InformationRecord',
    [automation('InformationRecord')],
    [{ kind: 'value', source: (object, { objects }) => objects.text(object) }],
    { outOfBand: true },
  ),
  table(
    'TypeData',
    [automation('Runspaces.TypeData')],
    [column('TypeName', { label: 'TypeName' }), column('Members', { label: 'Members' })],
  ),
  table(
    'ExperimentalFeature',
    [automation('ExperimentalFeature')],
    [
      column('Name', { width: 35, align: 'left' }),
      column('Enabled', { width: 7, align: 'right' }),
      column('Source', { width: 35, align: 'left' }),
      column('Description', { align: 'left' }),
    ],
  ),
];
