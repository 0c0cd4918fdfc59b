import { andThen } from '../../values/ps-value.ts';
import { type Compute, column, list, table, type View } from '../view.ts';
import { ifProperty, numberOf, path } from './compute.ts';

const driveTypes = [
  'Microsoft.PowerShell.Commands.ActiveDirectoryProvider+ADPSDriveInfo',
  'System.Management.Automation.PSDriveInfo',
];

const gigabytes =
  (name: string): Compute =>
  (object, { objects }) =>
    andThen(objects.get(object, 'Used'), (used) =>
      andThen(objects.get(object, 'Free'), (free) => {
        if (!objects.isTrue(used) && !objects.isTrue(free)) return null;
        return objects.format(numberOf(name === 'Used' ? used : free) / 2 ** 30, '###0.00');
      }),
    );

/** Views of drives, providers, locations and variables. */
export const providerViews: readonly View[] = [
  table('Variable', ['System.Management.Automation.PSVariable'], [column('Name', { width: 30 }), column('Value')]),
  table('PathInfo', ['System.Management.Automation.PathInfo'], [column('Path')]),
  table('drive', driveTypes, [
    column('Name', { width: 10 }),
    column(gigabytes('Used'), { label: 'Used (GB)', width: 13, cellAlign: 'right' }),
    column(gigabytes('Free'), { label: 'Free (GB)', width: 13, cellAlign: 'right' }),
    column(path('Provider', 'Name'), { label: 'Provider', width: 13 }),
    column(ifProperty('DisplayRoot', path('DisplayRoot'), path('Root')), { label: 'Root', width: 35 }),
    column('CurrentLocation', { cellAlign: 'right' }),
  ]),
  table(
    'provider',
    ['System.Management.Automation.ProviderInfo'],
    [column('Name', { width: 20 }), column('Capabilities'), column('Drives')],
  ),
  list(
    'provider',
    ['System.Management.Automation.ProviderInfo'],
    ['Name', 'Drives', 'Path', 'Home', 'Description', 'Capabilities', 'ImplementingType'],
  ),
  list(
    'System.Management.Automation.PSDriveInfo',
    ['System.Management.Automation.PSDriveInfo'],
    ['Name', 'Description', 'Provider', 'Root', 'CurrentLocation'],
  ),
  list('ShellVariable', ['System.Management.Automation.ShellVariable'], ['Name', 'Value']),
];
