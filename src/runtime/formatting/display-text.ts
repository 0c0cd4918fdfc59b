import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { Decimal } from '../values/decimal.ts';
import { asDouble } from '../values/double.ts';
import { EnumValue } from '../values/enum-value.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { baseOf, PSObject } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { Single } from '../values/single.ts';
import { eventuallyAll } from './eventually-all.ts';
import type { FormatContext } from './format-context.ts';
import type { ObjectAccess } from './object-access.ts';
import { ELLIPSIS } from './text-lines.ts';

/** Properties that remoting adds to objects; they do not make an object worth a table. */
export const remotingNames: ReadonlySet<string> = new Set([
  'pscomputername',
  'psshowcomputername',
  'runspaceid',
  'pssourcejobinstanceid',
]);

const scalarTypes = new Set(
  [
    'System.String',
    'System.SByte',
    'System.Byte',
    'System.Int16',
    'System.UInt16',
    'System.Int32',
    'System.UInt32',
    'System.Int64',
    'System.UInt64',
    'System.Char',
    'System.Single',
    'System.Double',
    'System.Boolean',
    'System.Decimal',
    'System.IntPtr',
    'System.Security.SecureString',
    'System.Numerics.BigInteger',
  ].map((name) => name.toLowerCase()),
);

/** Whether objects of these types are shown as bare text (numbers, strings, booleans, enums, ...). */
export function isScalar(value: PSValue, typeNames: () => readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof EnumValue) return true;
  const names = typeNames();
  const [first = '', second] = names;
  if (second === 'System.Enum') return true;
  return scalarTypes.has(first.toLowerCase().replace(/^deserialized\./, ''));
}

/** How {@link displayText} shows a value. */
export interface DisplayOptions {
  /** Format of the column. */
  readonly format?: string | undefined;
  /** In cells of property columns floats get the culture's number of decimals. */
  readonly inTable?: boolean;
  readonly limit: number;
}

/** The text of a cell: collections as `{1, 2…}`, everything else as its own text. */
export function displayText(value: PSValue, options: DisplayOptions, context: FormatContext): Eventually<string> {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' && !options.format) return value;
  const { objects } = context;
  if (options.format) return formatted(value, options.format, options, context);
  const base = baseOf(value);
  if (typeof base === 'object' && base !== null) {
    const elements = objects.elements(value);
    if (elements) return collectionText(elements, options.limit, context);
  }
  if (options.inTable && isFloat(base)) return objects.format(value, 'F');
  return objects.text(value);
}

function formatted(
  value: PSValue,
  format: string,
  options: DisplayOptions,
  context: FormatContext,
): Eventually<string> {
  const fallback = (failure: unknown): Eventually<string> => {
    if (!(failure instanceof TerminatingError || failure instanceof NetException || failure instanceof Error))
      throw failure;
    return displayText(value, { limit: options.limit }, context);
  };
  try {
    const text = context.objects.format(value, format);
    return text instanceof Promise ? text.catch(fallback) : text;
  } catch (failure) {
    return fallback(failure);
  }
}

function isFloat(value: PSValue): boolean {
  return value instanceof Decimal || value instanceof Single || asDouble(value) !== undefined;
}

function collectionText(elements: Iterable<PSValue>, limit: number, context: FormatContext): Eventually<string> {
  const parts: Eventually<string>[] = [];
  let cut = '';
  for (const element of elements) {
    if (limit >= 0 && parts.length === limit) {
      cut = ELLIPSIS;
      break;
    }
    parts.push(elementText(element, context));
  }
  return andThen(eventuallyAll(parts), (texts) => `{${texts.join(', ')}${cut}}`);
}

/** The text of one element in a cell: its own, or that of the property that names it. */
function elementText(element: PSValue, context: FormatContext): Eventually<string> {
  const { objects } = context;
  if (element === null || element === undefined) return '$null';
  if (typeof element !== 'object' || element instanceof PSObject || numberKindOf(element) !== NumberKind.None) {
    return objects.text(element);
  }
  if (objects.hasOwnText(element)) return objects.text(element);
  const name = namingProperty(element, objects);
  if (name === undefined) return objects.text(element);
  return andThen(objects.get(element, name), (value) =>
    value === null || value === undefined ? '' : objects.text(value),
  );
}

/** The property that stands for an object where there is room for one value only. */
export function namingProperty(object: PSValue, objects: ObjectAccess): string | undefined {
  const own = objects.defaultProperty(object);
  if (own !== undefined) return own;
  for (const pattern of ['name', 'id', 'key', '*key', '*name', '*id']) {
    const found = objects.resolve(object, pattern).find((name) => !remotingNames.has(name.toLowerCase()));
    if (found !== undefined) return found;
  }
  return undefined;
}
