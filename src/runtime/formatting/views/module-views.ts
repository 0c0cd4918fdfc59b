import { andThen } from '../../values/ps-value.ts';
import { type Compute, column, list, table, type View, wide } from '../view.ts';
import { path } from './compute.ts';

const preRelease = path('PrivateData', 'PSData', 'PreRelease');

/** The folder a module stands in, without that of its version; what `Get-Module -ListAvailable` groups by. */
const moduleFolder: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'Path'), (value) =>
    andThen(objects.text(value), (text) => {
      const folders = text.split('/').slice(0, -1);
      if (/^\d+(\.\d+){1,3}$/.test(folders.at(-1) ?? '')) folders.pop();
      return folders.slice(0, -1).join('/');
    }),
  );

const editions: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'CompatiblePSEditions'), (value) => {
    const names = [...(objects.elements(value) ?? [])].map((name) => String(name).slice(0, 4));
    return names.length === 0 ? 'Desk' : names.sort().join(',');
  });

const moduleColumns = [
  column('ModuleType', { width: 10, align: 'left' }),
  column('Version', { width: 10, align: 'left' }),
  column(preRelease, { label: 'PreRelease', width: 10, align: 'left' }),
  column('Name', { width: 35, align: 'left' }),
] as const;

const commands = column(path('ExportedCommands', 'Keys'), { label: 'ExportedCommands', align: 'left' });

/** Views of modules. */
export const moduleViews: readonly View[] = [
  table(
    'Module',
    ['ModuleInfoGrouping'],
    [...moduleColumns, column(editions, { label: 'PSEdition', width: 9, align: 'left' }), commands],
    {
      groupBy: {
        source: moduleFolder,
        heading: {
          entries: [
            {
              items: [
                { kind: 'text', text: '    Directory: ' },
                { kind: 'value', source: moduleFolder },
              ],
            },
          ],
        },
      },
    },
  ),
  table('Module', ['System.Management.Automation.PSModuleInfo'], [...moduleColumns, commands]),
  wide('Module', ['System.Management.Automation.PSModuleInfo'], 'Name'),
  list(
    'Module',
    ['System.Management.Automation.PSModuleInfo'],
    [
      'Name',
      'Path',
      'Description',
      'ModuleType',
      'Version',
      { source: preRelease, label: 'PreRelease' },
      'NestedModules',
      { source: path('ExportedFunctions', 'Keys'), label: 'ExportedFunctions' },
      { source: path('ExportedCmdlets', 'Keys'), label: 'ExportedCmdlets' },
      { source: path('ExportedVariables', 'Keys'), label: 'ExportedVariables' },
      { source: path('ExportedAliases', 'Keys'), label: 'ExportedAliases' },
    ],
  ),
];
