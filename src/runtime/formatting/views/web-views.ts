import { andThen } from '../../values/ps-value.ts';
import { type Compute, column, list, table, type View } from '../view.ts';

/** The first 200 characters of a text property. */
const start =
  (name: string): Compute =>
  (object, { objects }) =>
    andThen(objects.get(object, name), (value) =>
      andThen(value === null || value === undefined ? '' : objects.text(value), (text) =>
        text.length >= 200 ? `${text.slice(0, 200)}\u2026` : text,
      ),
    );

/** A value of an answer, or `*` for one that never came. */
const ifAnswered =
  (name: string): Compute =>
  (object, { objects }) =>
    andThen(objects.get(object, 'Status'), (status) =>
      andThen(objects.text(status), (text) => (text === 'TimedOut' ? '*' : objects.get(object, name))),
    );

const hostOrStar: Compute = (object, { objects }) =>
  andThen(objects.get(object, 'Hostname'), (name) => (objects.isTrue(name) ? name : '*'));

const status = (name: string): string => `Microsoft.PowerShell.Commands.TestConnectionCommand+${name}`;

/** Views of answers from the network. */
export const webViews: readonly View[] = [
  list(
    'Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject',
    ['Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject'],
    [
      'StatusCode',
      'StatusDescription',
      { source: start('Content'), label: 'Content' },
      { source: start('RawContent'), label: 'RawContent' },
      'Headers',
      'Images',
      'InputFields',
      'Links',
      'RawContentLength',
      'RelationLink',
    ],
  ),
  list(
    'Microsoft.PowerShell.Commands.WebResponseObject',
    ['Microsoft.PowerShell.Commands.WebResponseObject'],
    [
      'StatusCode',
      'StatusDescription',
      'Content',
      { source: start('RawContent'), label: 'RawContent' },
      'Headers',
      'RawContentLength',
      'RelationLink',
    ],
  ),
  table(
    status('TcpPortStatus'),
    [status('TcpPortStatus')],
    [
      column('Id', { label: 'Id', width: 4, align: 'right' }),
      column('Source', { label: 'Source', width: 16, align: 'left' }),
      column('TargetAddress', { label: 'Address', width: 25, align: 'left' }),
      column('Port', { label: 'Port', width: 7, align: 'right' }),
      column('Latency', { label: 'Latency(ms)', width: 7, align: 'right' }),
      column('Connected', { label: 'Connected', width: 10, align: 'left' }),
      column('Status', { label: 'Status', width: 24, align: 'left' }),
    ],
    { groupBy: { source: 'Target' } },
  ),
  table(
    status('PingStatus'),
    [status('PingStatus')],
    [
      column('Ping', { label: 'Ping', width: 4, align: 'right' }),
      column('Source', { label: 'Source', width: 16, align: 'left' }),
      column('DisplayAddress', { label: 'Address', width: 25, align: 'left' }),
      column(ifAnswered('Latency'), { label: 'Latency(ms)', width: 7, align: 'right' }),
      column(ifAnswered('BufferSize'), { label: 'BufferSize(B)', width: 10, align: 'right' }),
      column('Status', { label: 'Status', width: 16, align: 'left' }),
    ],
    { groupBy: { source: 'Destination' } },
  ),
  table(
    status('PingMtuStatus'),
    [status('PingMtuStatus')],
    [
      column('Source', { label: 'Source', width: 16, align: 'left' }),
      column('DisplayAddress', { label: 'Address', width: 25, align: 'left' }),
      column(ifAnswered('Latency'), { label: 'Latency(ms)', width: 7, align: 'right' }),
      column('Status', { label: 'Status', width: 16, align: 'left' }),
      column('MtuSize', { label: 'MtuSize(B)', width: 7, align: 'right' }),
    ],
    { groupBy: { source: 'Destination' } },
  ),
  table(
    status('TraceStatus'),
    [status('TraceStatus')],
    [
      column('Hop', { label: 'Hop', width: 3, align: 'right' }),
      column(hostOrStar, { label: 'Hostname', width: 25, align: 'left' }),
      column('Ping', { label: 'Ping', width: 4, align: 'right' }),
      column(ifAnswered('Latency'), { label: 'Latency(ms)', width: 7, align: 'right' }),
      column('Status', { label: 'Status', width: 16, align: 'left' }),
      column('Source', { label: 'Source', width: 12, align: 'left' }),
      column('TargetAddress', { label: 'TargetAddress', width: 15, align: 'left' }),
    ],
    { groupBy: { source: 'Target' } },
  ),
];
