import { andThen } from '../../values/ps-value.ts';
import { type Compute, column, custom, list, table, type View, wide } from '../view.ts';

const duration: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'Duration'), (span) => {
    if (span === null || span === undefined) return '';
    return andThen(objects.get(span, 'TotalSeconds'), (seconds) => {
      const total = Number(
        typeof seconds === 'object' && seconds !== null && 'value' in seconds ? seconds.value : seconds,
      );
      if (total >= 36_000)
        return andThen(objects.format(span, '{0:mm}:{0:ss}.{0:fff}'), (rest) => `${Math.round(total / 3600)}:${rest}`);
      if (total >= 3600) return objects.format(span, 'h\\:mm\\:ss\\.fff');
      return objects.format(span, total >= 60 ? 'm\\:ss\\.fff' : 's\\.fff');
    });
  });

const matchText: Compute = (object, context) => context.call(object, 'ToEmphasizedString', [context.currentDirectory]);

/** Views of what object commands give: members, groups, matches, measures, history. */
export const objectViews: readonly View[] = [
  table(
    'System.RuntimeType',
    ['System.RuntimeType'],
    [
      column('IsPublic', { label: 'IsPublic', width: 8 }),
      column('IsSerializable', { label: 'IsSerial', width: 8 }),
      column('Name', { width: 40 }),
      column('BaseType'),
    ],
  ),
  table(
    'Microsoft.PowerShell.Commands.MemberDefinition',
    ['Microsoft.PowerShell.Commands.MemberDefinition'],
    [
      column('Name', { label: 'Name' }),
      column('MemberType', { label: 'MemberType' }),
      column('Definition', { label: 'Definition' }),
    ],
    { autoSize: true, groupBy: { source: 'TypeName' } },
  ),
  table(
    'Microsoft.PowerShell.Commands.GroupInfo',
    ['Microsoft.PowerShell.Commands.GroupInfo'],
    [column('Count', { label: 'Count', width: 5, align: 'right' }), column('Name', { width: 25 }), column('Group')],
  ),
  list(
    'Microsoft.PowerShell.Commands.GroupInfo',
    ['Microsoft.PowerShell.Commands.GroupInfo'],
    ['Name', 'Count', 'Group', 'Values'],
  ),
  table(
    'Microsoft.PowerShell.Commands.GroupInfoNoElement',
    ['Microsoft.PowerShell.Commands.GroupInfoNoElement'],
    [column('Count', { label: 'Count', width: 5, align: 'right' }), column('Name', { width: 25 })],
  ),
  list(
    'Microsoft.PowerShell.Commands.GroupInfoNoElement',
    ['Microsoft.PowerShell.Commands.GroupInfoNoElement'],
    ['Name', 'Count', 'Values'],
  ),
  table(
    'history',
    ['Microsoft.PowerShell.Commands.HistoryInfo'],
    [
      column('Id', { width: 4, align: 'right' }),
      column(duration, { label: 'Duration', width: 12, align: 'right' }),
      column('CommandLine'),
    ],
  ),
  wide('history', ['Microsoft.PowerShell.Commands.HistoryInfo'], 'CommandLine'),
  custom('MatchInfo', ['Microsoft.PowerShell.Commands.MatchInfo'], [{ kind: 'value', source: matchText }]),
  custom('MatchInfo', ['Deserialized.Microsoft.PowerShell.Commands.MatchInfo'], [{ kind: 'value', source: 'Line' }]),
  table(
    'Microsoft.PowerShell.Commands.TextMeasureInfo',
    ['Deserialized.Microsoft.PowerShell.Commands.TextMeasureInfo'],
    [
      column('Lines', { label: 'Lines' }),
      column('Words', { label: 'Words' }),
      column('Characters', { label: 'Characters' }),
      column('Property', { label: 'Property' }),
    ],
  ),
  list(
    'Microsoft.PowerShell.Commands.GenericMeasureInfo',
    ['Deserialized.Microsoft.PowerShell.Commands.GenericMeasureInfo'],
    ['Count', 'Average', 'Sum', 'Maximum', 'Minimum', 'Property'],
  ),
  table(
    'Microsoft.PowerShell.Commands.FileHashInfo',
    ['Microsoft.PowerShell.Commands.FileHashInfo'],
    [column('Algorithm', { width: 15, align: 'left' }), column('Hash', { width: 70, align: 'left' }), column('Path')],
  ),
  table(
    'Microsoft.PowerShell.Commands.ByteCollection',
    ['Microsoft.PowerShell.Commands.ByteCollection'],
    [
      column('HexOffset', { label: 'Offset', width: 16, align: 'right' }),
      column('HexBytes', { label: 'Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F', width: 47, align: 'left' }),
      column('Ascii', { label: 'Ascii', width: 16, align: 'left' }),
    ],
    { groupBy: { source: 'Label' } },
  ),
];
