import { ErrorRecord } from '../../../src/runtime/errors/error-record.ts';
import { TerminatingError } from '../../../src/runtime/errors/terminating-error.ts';
import type { FormatContext } from '../../../src/runtime/formatting/format-context.ts';
import type { FormatRequest } from '../../../src/runtime/formatting/format-request.ts';
import type { ObjectAccess } from '../../../src/runtime/formatting/object-access.ts';
import { OutText, type OutTextOptions } from '../../../src/runtime/formatting/out-text.ts';
import { ShapeFormatter } from '../../../src/runtime/formatting/shape-formatter.ts';
import type { View } from '../../../src/runtime/formatting/view.ts';
import { ViewTable } from '../../../src/runtime/formatting/view-table.ts';
import { formatNumber } from '../../../src/runtime/text/number-format.ts';
import { enUsNumberFormat } from '../../../src/runtime/text/number-format-info.ts';
import { numberToEngineText } from '../../../src/runtime/text/number-text.ts';
import { PSObject } from '../../../src/runtime/values/ps-object.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';

const customNames = ['System.Management.Automation.PSCustomObject', 'System.Object'];
const scalarNames: Readonly<Record<string, string>> = {
  string: 'System.String',
  number: 'System.Int32',
  boolean: 'System.Boolean',
};

/** Objects that are custom objects, arrays and plain scalars, without a type system. */
const plainObjects: ObjectAccess = {
  typeNames(value) {
    if (value instanceof PSObject) return value.typeNames ?? customNames;
    return [scalarNames[typeof value] ?? 'System.Object', 'System.Object'];
  },
  propertyNames: (value) => (value instanceof PSObject ? value.properties.names : []),
  plain: () => undefined,
  resolve(value, pattern) {
    if (!(value instanceof PSObject)) return [];
    const { names } = value.properties;
    if (pattern === '*') return names;
    if (pattern.startsWith('*')) return names.filter((n) => n.toLowerCase().endsWith(pattern.slice(1).toLowerCase()));
    const at = value.properties.indexOf(pattern);
    return at < 0 ? [] : [names[at] ?? ''];
  },
  get: (value, name) => (value instanceof PSObject ? value.properties.get(name) : undefined),
  defaultProperties: () => undefined,
  defaultProperty: () => undefined,
  elements: (value) => (Array.isArray(value) ? value : undefined),
  text(value) {
    if (value instanceof PSObject)
      return `@{${value.properties.names.map((n) => `${n}=${String(value.properties.get(n))}`).join('; ')}}`;
    if (Array.isArray(value)) return value.join(' ');
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    return typeof value === 'number' ? numberToEngineText(value, enUsNumberFormat) : String(value ?? '');
  },
  hasOwnText: () => true,
  format: (value, format) => formatNumber(value, format, enUsNumberFormat),
  sameGroup: (a, b) => a === b,
  isTrue: Boolean,
};

/** A context over plain objects, with a clock that stands still until it is moved. */
export function plainContext(views: readonly View[] = [], changes: Partial<FormatContext> = {}): FormatContext {
  return {
    objects: plainObjects,
    views: new ViewTable(views),
    style: {
      outputRendering: 'PlainText',
      tableHeader: '',
      customTableHeaderLabel: '',
      formatAccent: '',
      errorAccent: '',
      error: '',
    },
    culture: 'en-US',
    monotonic: () => 0,
    invoke: () => null,
    call: () => null,
    enumerationLimit: () => 4,
    errorView: () => 'ConciseView',
    supportsVirtualTerminal: false,
    consoleWidth: 80,
    consoleHeight: undefined,
    commandExists: () => true,
    currentDirectory: '/',
    toErrorRecord: (thrown) =>
      thrown instanceof TerminatingError
        ? thrown.record
        : ErrorRecord.from({ id: 'X', category: 'NotSpecified', message: String(thrown) }),
    ...changes,
  };
}

/** A custom object; `type` becomes its first type name. */
export function object(properties: Readonly<Record<string, PSValue>>, type?: string): PSObject {
  const made = PSObject.fromEntries(Object.entries(properties));
  if (type) made.typeNames = [type, ...customNames];
  return made;
}

/** The lines that a console of 80 columns shows for values. */
export function linesOf(
  values: readonly PSValue[],
  context = plainContext(),
  options: OutTextOptions = { width: 79 },
): string[] {
  const lines: string[] = [];
  const out = new OutText(context, (line) => void lines.push(line), options);
  for (const value of values) out.write(value);
  out.end();
  return lines;
}

/** What a Format-* command writes for values. */
export function packetsOf(values: readonly PSValue[], request: FormatRequest, context = plainContext()): PSValue[] {
  const packets: PSValue[] = [];
  const formatter = new ShapeFormatter(context, request, (packet) => void packets.push(packet));
  for (const value of values) formatter.process(value);
  formatter.end();
  return packets;
}
