import { PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { type Compute, type CustomItem, column, custom, table, type ValueSource, type View } from '../view.ts';
import { path } from './compute.ts';

const newline: CustomItem = { kind: 'newline' };
const text = (words: string): CustomItem => ({ kind: 'text', text: words });
const value = (source: ValueSource): CustomItem => ({ kind: 'value', source });

/** A part that is there only where its content is. */
const where = (condition: ValueSource, items: readonly CustomItem[]): CustomItem => ({
  kind: 'value',
  condition,
  control: { entries: [{ items }] },
});

/** Each element of a collection in its own way. */
const each = (source: ValueSource, items: readonly CustomItem[]): CustomItem => ({
  kind: 'value',
  source,
  enumerate: true,
  control: { entries: [{ items }] },
});

const indented = (items: readonly CustomItem[]): CustomItem => ({ kind: 'frame', left: 4, items });
const section = (heading: string, items: readonly CustomItem[]): readonly CustomItem[] => [
  text(heading),
  newline,
  indented([...items, newline]),
];
const paragraphs = (source: ValueSource): CustomItem => each(source, [value('Text'), newline]);

const read = (object: PSValue, name: string): PSValue =>
  object instanceof PSObject ? object.properties.get(name) : undefined;

/** `[-Name] <String>`, `[-Force]`: a parameter within the syntax. */
const parameterSyntax: Compute = (parameter) => {
  const name = `-${read(parameter, 'name')}`;
  const type = read(parameter, 'parameterValue');
  const key = read(parameter, 'position') === 'named' ? name : `[${name}]`;
  const words = type === undefined ? name : `${key} <${type}>`;
  return read(parameter, 'required') === 'true' ? words : `[${words}]`;
};

/** `-Name <String>` above what is said about a parameter. */
const parameterHeading: Compute = (parameter) => {
  const type = String(read(parameter, 'parameterValue') ?? '');
  return `-${read(parameter, 'name')} ${type === 'SwitchParameter' ? `[<${type}>]` : `<${type}>`}`;
};

const fact = (label: string, source: string): readonly CustomItem[] => [text(label.padEnd(29)), value(source), newline];

const parameterItems = (isFull: boolean): readonly CustomItem[] => [
  value(parameterHeading),
  newline,
  indented([
    paragraphs('description'),
    newline,
    ...(isFull
      ? [
          ...fact('Required?', 'required'),
          ...fact('Position?', 'position'),
          ...fact('Default value', 'defaultValue'),
          ...fact('Accept pipeline input?', 'pipelineInput'),
          ...fact('Aliases', 'aliases'),
          ...fact('Accept wildcard characters?', 'globbing'),
          newline,
        ]
      : []),
  ]),
];

const heading: readonly CustomItem[] = [
  newline,
  ...section('NAME', [value('Name'), newline]),
  where(path('details', 'description'), section('SYNOPSIS', [value('Synopsis'), newline, newline])),
];

const syntax = section('SYNTAX', [
  each(path('syntax', 'syntaxItem'), [
    value('name'),
    each('parameter', [text(' '), value(parameterSyntax)]),
    where('CommonParameters', [text(' [<CommonParameters>]')]),
    newline,
    newline,
  ]),
]);

const description = where('description', section('DESCRIPTION', [paragraphs('description'), newline]));

const parameters = (isFull: boolean): readonly CustomItem[] => [
  text('PARAMETERS'),
  newline,
  indented([
    each(path('parameters', 'parameter'), parameterItems(isFull)),
    where('CommonParameters', [
      text('<CommonParameters>'),
      newline,
      indented([text('The parameters that every cmdlet has: Verbose, Debug, ErrorAction and the others.'), newline]),
    ]),
    newline,
  ]),
];

const types = (title: string, list: string, item: string): CustomItem =>
  where(path(list, item), section(title, [each(path(list, item), [value(path('type', 'name')), newline, newline])]));

const examples: CustomItem = each(path('examples', 'example'), [
  indented([
    value('title'),
    newline,
    newline,
    each('introduction', [value('Text')]),
    value('code'),
    newline,
    newline,
    each('remarks', [value('Text'), newline, newline]),
  ]),
  newline,
]);

const notes = where('alertSet', section('NOTES', [paragraphs(path('alertSet', 'alert')), newline]));

const links = where(
  path('relatedLinks', 'navigationLink'),
  section('RELATED LINKS', [each(path('relatedLinks', 'navigationLink'), [value('linkText'), value('uri'), newline])]),
);

const hints = section('REMARKS', [
  where('examples', [text('To see the examples, type: "Get-Help '), value('Name'), text(' -Examples"'), newline]),
  text('For more information, type: "Get-Help '),
  value('Name'),
  text(' -Detailed"'),
  newline,
  text('For technical information, type: "Get-Help '),
  value('Name'),
  text(' -Full"'),
  newline,
]);

const help = 'MamlCommandHelpInfo';

/** Views of what Get-Help writes. */
export const helpViews: readonly View[] = [
  custom('MamlCommandHelpInfoExamplesView', [`${help}#ExamplesView`], [...heading, examples]),
  custom(
    'MamlCommandHelpInfoDetailedView',
    [`${help}#DetailedView`],
    [...heading, ...syntax, description, ...parameters(false), examples, ...hints],
  ),
  custom(
    'MamlCommandHelpInfoFullView',
    [`${help}#FullView`],
    [
      ...heading,
      ...syntax,
      description,
      ...parameters(true),
      types('INPUTS', 'inputTypes', 'inputType'),
      types('OUTPUTS', 'returnValues', 'returnValue'),
      notes,
      examples,
      links,
    ],
  ),
  table(
    'HelpInfoShort',
    ['HelpInfoShort'],
    [
      column('Name', { width: 33 }),
      column('Category', { width: 9 }),
      column('ModuleName', { label: 'Module', width: 25 }),
      column('Synopsis'),
    ],
  ),
  custom('MamlCommandHelpInfo', [help], [...heading, ...syntax, description, links, ...hints]),
  custom('MamlCommandHelpInfoParameterView', [`${help}#parameter`], parameterItems(true)),
];
