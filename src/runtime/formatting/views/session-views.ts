import { andThen } from '../../values/ps-value.ts';
import type { Compute } from '../view.ts';
import { column, list, listItems, table, type View } from '../view.ts';
import { constant, ifProperty, path } from './compute.ts';

const automation = (name: string): string => `System.Management.Automation.${name}`;

const availability: Compute = (object, context) =>
  andThen(path('Debugger', 'InBreakpoint')(object, context), (stopped) =>
    context.objects.isTrue(stopped) ? 'InBreakpoint' : context.objects.get(object, 'RunspaceAvailability'),
  );

const scriptName: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'Script'), (script) =>
    script ? andThen(objects.text(script), (text) => text.slice(text.lastIndexOf('/') + 1)) : null,
  );

const breakpoints = ['CommandBreakpoint', 'LineBreakpoint', 'VariableBreakpoint'].map(automation);

/** Views of runspaces, sessions, jobs, call stacks and breakpoints. */
export const sessionViews: readonly View[] = [
  table(
    'Runspace',
    [automation('Runspaces.Runspace')],
    [
      column('Id', { label: 'Id', width: 3, align: 'right' }),
      column('Name', { label: 'Name', width: 15, align: 'left' }),
      column(ifProperty('ConnectionInfo', path('ConnectionInfo', 'ComputerName'), constant('localhost')), {
        label: 'ComputerName',
        width: 15,
        align: 'left',
      }),
      column(ifProperty('ConnectionInfo', constant('Remote'), constant('Local')), {
        label: 'Type',
        width: 13,
        align: 'left',
      }),
      column(path('RunspaceStateInfo', 'State'), { label: 'State', width: 13, align: 'left' }),
      column(availability, { label: 'Availability', width: 15, align: 'left' }),
    ],
  ),
  table(
    'PSSession',
    [automation('Runspaces.PSSession')],
    [
      column('Id', { label: 'Id', width: 3, align: 'right' }),
      column('Name', { label: 'Name', width: 15, align: 'left' }),
      column('Transport', { label: 'Transport', width: 9, align: 'left' }),
      column('ComputerName', { label: 'ComputerName', width: 15, align: 'left' }),
      column('ComputerType', { label: 'ComputerType', width: 15, align: 'left' }),
      column('State', { label: 'State', width: 13, align: 'left' }),
      column('ConfigurationName', { label: 'ConfigurationName', width: 20, align: 'left' }),
      column('Availability', { label: 'Availability', width: 13, align: 'right' }),
    ],
  ),
  table(
    'Job',
    [automation('Job')],
    [
      column('Id', { label: 'Id', width: 6, align: 'left' }),
      column('Name', { label: 'Name', width: 15, align: 'left' }),
      column('PSJobTypeName', { label: 'PSJobTypeName', width: 15, align: 'left' }),
      column('State', { label: 'State', width: 13, align: 'left' }),
      column('HasMoreData', { label: 'HasMoreData', width: 15, align: 'left' }),
      column('Location', { label: 'Location', width: 20, align: 'left' }),
      column('Command', { label: 'Command', width: 25, align: 'left' }),
    ],
  ),
  table(
    'CallStackFrame',
    [automation('CallStackFrame')],
    [
      column('Command', { label: 'Command' }),
      column('Arguments', { label: 'Arguments' }),
      column('Location', { label: 'Location' }),
    ],
  ),
  table('Breakpoint', breakpoints, [
    column('ID', { label: 'ID', width: 4, align: 'right' }),
    column(scriptName, { label: 'Script' }),
    column('Line', { label: 'Line', width: 4, align: 'right' }),
    column('Command', { label: 'Command' }),
    column('Variable', { label: 'Variable' }),
    column('Action', { label: 'Action' }),
  ]),
  {
    kind: 'list',
    name: 'Breakpoint',
    types: breakpoints,
    entries: [
      {
        types: [automation('LineBreakpoint')],
        items: listItems(['ID', 'Script', 'Line', 'Column', 'Enabled', 'HitCount', 'Action']),
      },
      {
        types: [automation('VariableBreakpoint')],
        items: listItems(['ID', 'Variable', 'AccessMode', 'Enabled', 'HitCount', 'Action']),
      },
      {
        types: [automation('CommandBreakpoint')],
        items: listItems(['ID', 'Command', 'Enabled', 'HitCount', 'Action']),
      },
      { items: listItems(['ID', 'Script', 'Enabled', 'HitCount', 'Action']) },
    ],
  },
  list(
    'PSSessionConfiguration',
    ['Microsoft.PowerShell.Commands.PSSessionConfigurationCommands#PSSessionConfiguration'],
    ['Name', 'PSVersion', 'StartupScript', 'RunAsUser', 'Permission'],
  ),
];
