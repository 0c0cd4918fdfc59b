import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { FormatRequest, PropertyRequest } from '../../formatting/format-request.ts';
import type { Alignment } from '../../formatting/view.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import {
  expressionKey,
  labelKey,
  type PropertyKey,
  type PropertyTable,
  readPropertyTables,
  textOf,
} from '../property-parameter.ts';

/** Parameters that all Format-* commands of shapes have. */
export const formatParameters = {
  GroupBy: parameter(type.object, { help: 'A property, block or table; each change of its value begins a new group.' }),
  View: parameter(type.string, { help: 'The name of the view to use.' }),
  ShowError: parameter(type.switch, { help: 'Reports expressions that fail.' }),
  DisplayError: parameter(type.switch, { help: 'Shows #ERR for expressions that fail.' }),
  Force: parameter(type.switch, { help: 'Formats also what is usually shown as plain text.' }),
  Expand: parameter(type.named<string>('System.String'), {
    validate: [{ kind: 'set', values: ['CoreOnly', 'EnumOnly', 'Both'] }],
    help: 'Whether a collection, its elements, or both are formatted.',
  }),
  InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to format.' }),
} as const;

/** The objects a Format-* command writes. */
export const formatOutputs = [
  'FormatStartData',
  'FormatEntryData',
  'FormatEndData',
  'GroupStartData',
  'GroupEndData',
].map((name) => `Microsoft.PowerShell.Commands.Internal.Format.${name}`);

const formatStringKey: PropertyKey = { name: 'formatString', kinds: ['string'] };

/** Keys of the tables that each command takes. */
export const formatKeys = {
  table: [
    expressionKey,
    formatStringKey,
    { name: 'width', kinds: ['int'] },
    { name: 'alignment', kinds: ['string'] },
    labelKey,
  ],
  list: [expressionKey, formatStringKey, labelKey],
  wide: [expressionKey, formatStringKey],
  custom: [expressionKey, { name: 'depth', kinds: ['int'] }],
  group: [expressionKey, formatStringKey, labelKey],
} as const satisfies Readonly<Record<string, readonly PropertyKey[]>>;

/** What `-Property` of a Format-* command asks for. */
export function propertyRequests(values: readonly PSValue[], keys: readonly PropertyKey[]): PropertyRequest[] {
  return readPropertyTables(values, keys).map(requestOf);
}

function requestOf(table: PropertyTable): PropertyRequest {
  const expression = table.get('expression');
  const source = expression instanceof ScriptBlock ? expression : String(expression);
  const label = textOf(table, 'label');
  const format = textOf(table, 'formatString');
  if (format === '') throw illegal('FormatStringEmpty', 'A format string must not be empty.');
  const width = table.get('width');
  if (typeof width === 'number' && width <= 0)
    throw illegal('WidthOutOfRange', `A column cannot be ${width} wide; give at least 1.`);
  const align = textOf(table, 'alignment');
  const depth = table.get('depth');
  return {
    source,
    ...(label !== undefined && { label }),
    ...(format !== undefined && { format }),
    ...(typeof width === 'number' && { width }),
    ...(align !== undefined && { align: alignmentOf(align) }),
    ...(typeof depth === 'number' && { depth }),
  };
}

function alignmentOf(text: string): Alignment {
  const wanted = text.toLowerCase();
  const all: readonly Alignment[] = ['left', 'center', 'right'];
  const found = wanted === '' ? undefined : all.find((name) => name.startsWith(wanted));
  if (!found) throw illegal('AlignmentIllegalValue', `'${text}' is no alignment; use left, center or right.`);
  return found;
}

function illegal(id: string, message: string): unknown {
  return fail({ id, category: 'InvalidArgument', exceptionType: 'System.NotSupportedException', message });
}

/** What the shared parameters bind to. */
export interface FormatArguments {
  readonly GroupBy?: PSValue;
  readonly View?: string | undefined;
  readonly ShowError?: boolean | undefined;
  readonly DisplayError?: boolean | undefined;
  readonly Force?: boolean | undefined;
  readonly Expand?: string | undefined;
}

/** The part of a request that the shared parameters make. */
export function sharedRequest(
  args: FormatArguments,
  properties: readonly PropertyRequest[] | undefined,
): FormatRequest {
  if (args.View && properties && properties.length > 0) {
    throw fail({
      id: 'FormatCannotSpecifyViewAndProperty',
      category: 'InvalidArgument',
      exceptionType: 'System.IO.InvalidDataException',
      message: 'A view and properties cannot be asked for together; leave out -View or -Property.',
    });
  }
  const [groupBy] =
    args.GroupBy === undefined || args.GroupBy === null ? [] : propertyRequests([args.GroupBy], formatKeys.group);
  const expand = (['CoreOnly', 'EnumOnly', 'Both'] as const).find(
    (name) => name.toLowerCase() === args.Expand?.toLowerCase(),
  );
  return {
    ...(properties && { properties }),
    ...(args.View && { view: args.View }),
    ...(groupBy && { groupBy }),
    ...(args.ShowError && { showError: true }),
    ...(args.DisplayError && { displayError: true }),
    ...(args.Force && { force: true }),
    ...(expand && { expand }),
  };
}

/** A switch where it was given, so that a view's own setting holds otherwise. */
export function givenSwitch(ctx: CmdletContext, name: string, value: boolean | undefined): boolean | undefined {
  return ctx.bound.has(name) ? value === true : undefined;
}
