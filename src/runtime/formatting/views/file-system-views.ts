import { andThen } from '../../values/ps-value.ts';
import { type Compute, column, type GroupBy, listItems, table, type View } from '../view.ts';

const fileTypes = ['System.IO.DirectoryInfo', 'System.IO.FileInfo'];
const providerPrefix = 'Microsoft.PowerShell.Core\\FileSystem::';

const parentFolder: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'PSParentPath'), (value) =>
    andThen(objects.text(value), (text) => text.replace(providerPrefix, '')),
  );

/** `    Directory: folder` above each folder's items. */
const byFolder: GroupBy = {
  source: 'PSParentPath',
  heading: {
    entries: [
      {
        items: [
          { kind: 'text', text: '    Directory: ' },
          { kind: 'value', source: parentFolder },
        ],
      },
    ],
  },
};

const writeTime: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'LastWriteTime'), (time) => objects.format(time, '{0:d} {0:HH}:{0:mm}'));

const modeColumns = (mode: string) => [
  column(mode, { label: 'Mode', width: 7, align: 'left' }),
  column('LastWriteTimeString', { label: 'LastWriteTime', width: 26, align: 'right' }),
  column('LengthString', { label: 'Length', width: 14, align: 'right' }),
  column('NameString', { label: 'Name', align: 'left' }),
];

/** Views of files and folders. */
export const fileSystemViews: readonly View[] = [
  table(
    'childrenWithUnixStat',
    fileTypes,
    [
      column('UnixMode', { label: 'UnixMode', width: 10, align: 'left' }),
      column('User', { label: 'User', width: 10, align: 'right' }),
      column('Group', { label: 'Group', width: 10, align: 'left' }),
      column(writeTime, { label: 'LastWriteTime', width: 16, align: 'right' }),
      column('Size', { label: 'Size', width: 12, align: 'right' }),
      column('NameString', { label: 'Name', align: 'left' }),
    ],
    { groupBy: byFolder, wrap: true },
  ),
  table('children', fileTypes, modeColumns('ModeWithoutHardLink'), { groupBy: byFolder, wrap: true }),
  table('childrenWithHardlink', fileTypes, modeColumns('Mode'), { groupBy: byFolder, wrap: true }),
  {
    kind: 'list',
    name: 'children',
    types: fileTypes,
    groupBy: byFolder,
    entries: [
      {
        types: ['System.IO.FileInfo'],
        items: listItems([
          'Name',
          { source: 'LengthString', label: 'Length' },
          'CreationTime',
          'LastWriteTime',
          'LastAccessTime',
          'Mode',
          'LinkType',
          'Target',
          'VersionInfo',
        ]),
      },
      { items: listItems(['Name', 'CreationTime', 'LastWriteTime', 'LastAccessTime', 'Mode', 'LinkType', 'Target']) },
    ],
  },
  {
    kind: 'wide',
    name: 'children',
    types: fileTypes,
    groupBy: byFolder,
    entries: [
      { field: { source: 'Name' } },
      { types: ['System.IO.DirectoryInfo'], field: { source: 'Name', format: '[{0}]' } },
    ],
  },
];
