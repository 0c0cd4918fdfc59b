import { ESC, RESET } from '../../text/escape-sequences.ts';
import { StyleExtensions } from '../../values/ps-style.ts';
import { andThen } from '../../values/ps-value.ts';
import { type Compute, type ListItem, list, type View } from '../view.ts';
import { path } from './compute.ts';

const visible = (text: string): string => text.replaceAll(ESC, '`e');

/** A decoration as it looks, with its own text: `ESC[1m`e[1mESC[0m`. */
const sample =
  (...names: readonly string[]): Compute =>
  (object, context) =>
    andThen(path(...names)(object, context), (value) => {
      const text = typeof value === 'string' ? value : '';
      return text + visible(text) + RESET;
    });

const samples = (names: readonly string[], ...prefix: readonly string[]): ListItem[] =>
  names.map((name) => ({ source: sample(...prefix, name), label: [...prefix, name].join('.') }));

const extensionSamples: Compute = (object, context) =>
  andThen(context.objects.get(object, 'Extension'), (extensions) => {
    if (!(extensions instanceof StyleExtensions)) return '';
    const width = Math.max(0, ...[...extensions.entries.keys()].map((name) => name.length));
    let text = '';
    for (const [name, code] of extensions.entries)
      text += `${name.padEnd(width)} = "${code}${visible(code)}${RESET}"\n`;
    return text;
  });

const nestedExtensions: Compute = (object, context) =>
  andThen(context.objects.get(object, 'FileInfo'), (info) => extensionSamples(info, context));

const colours = [
  'Black',
  'BrightBlack',
  'White',
  'BrightWhite',
  'Red',
  'BrightRed',
  'Magenta',
  'BrightMagenta',
  'Blue',
  'BrightBlue',
  'Cyan',
  'BrightCyan',
  'Green',
  'BrightGreen',
  'Yellow',
  'BrightYellow',
];
const formatting = [
  'FormatAccent',
  'ErrorAccent',
  'Error',
  'Warning',
  'Verbose',
  'Debug',
  'TableHeader',
  'CustomTableHeaderLabel',
  'FeedbackName',
  'FeedbackText',
  'FeedbackAction',
];
const attributes = [
  'BlinkOff',
  'Blink',
  'BoldOff',
  'Bold',
  'DimOff',
  'Dim',
  'Hidden',
  'HiddenOff',
  'Reverse',
  'ReverseOff',
  'ItalicOff',
  'Italic',
  'UnderlineOff',
  'Underline',
  'StrikethroughOff',
  'Strikethrough',
];
const fileKinds = ['Directory', 'SymbolicLink', 'Executable'];
const nested = (...names: readonly string[]): ListItem => ({ source: path(...names), label: names.join('.') });

const style = 'System.Management.Automation.PSStyle';
const resetSample: Compute = (object, context) =>
  andThen(context.objects.get(object, 'Reset'), (value) => (typeof value === 'string' ? value + visible(value) : ''));

/** Views of `$PSStyle`, each decoration shown as itself. */
export const psStyleViews: readonly View[] = [
  list(
    style,
    [style],
    [
      { source: resetSample, label: 'Reset' },
      ...samples(attributes),
      'OutputRendering',
      ...samples(formatting, 'Formatting'),
      { source: sample('Progress', 'Style'), label: 'Progress.Style' },
      nested('Progress', 'MaxWidth'),
      nested('Progress', 'View'),
      nested('Progress', 'UseOSCIndicator'),
      ...samples(fileKinds, 'FileInfo'),
      { source: nestedExtensions, label: 'FileInfo.Extension' },
      ...samples(colours, 'Foreground'),
      ...samples(colours, 'Background'),
    ],
  ),
  list(`${style}+FormattingData`, [`${style}+FormattingData`], samples(formatting)),
  list(
    `${style}+ProgressConfiguration`,
    [`${style}+ProgressConfiguration`],
    [...samples(['Style']), 'MaxWidth', 'View', 'UseOSCIndicator'],
  ),
  list(
    `${style}+FileInfoFormatting`,
    [`${style}+FileInfoFormatting`],
    [...samples(fileKinds), { source: extensionSamples, label: 'Extension' }],
  ),
  list(`${style}+ForegroundColor`, [`${style}+ForegroundColor`], samples(colours)),
  list(`${style}+BackgroundColor`, [`${style}+BackgroundColor`], samples(colours)),
];
