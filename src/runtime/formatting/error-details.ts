import { type Flow, runFlow, settle } from '../commands/flow.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { FormatContext } from './format-context.ts';
import { ELLIPSIS } from './text-lines.ts';

const MAX_DEPTH = 10;
const NESTING = 4;

interface Level {
  readonly indent: number;
  readonly depth: number;
}

interface Property {
  readonly name: string;
  readonly value: PSValue;
}

/** Everything an error holds, nested errors and positions below it: what Get-Error shows (about Get-Error). */
export function errorDetails(error: PSValue, context: FormatContext): Eventually<string> {
  return runFlow(describe(error, { indent: 0, depth: 1 }, context));
}

function* describe(object: PSValue, level: Level, context: FormatContext): Flow<string> {
  const properties = yield* shownProperties(object, context);
  const width = Math.max(0, ...properties.map(({ name }) => name.length));
  const prefix = ' '.repeat(level.indent);
  const lines: string[] = [];
  for (const { name, value } of properties) {
    lines.push(`${prefix}${name.padEnd(width)} : ${yield* valueText(name, value, level, context)}`);
  }
  return lines.join('\n');
}

/** The properties that say something; exceptions also say their type. */
function* shownProperties(object: PSValue, context: FormatContext): Flow<Property[]> {
  const { objects } = context;
  const properties: Property[] = [];
  const base = baseOf(object);
  if (base instanceof NetException) properties.push({ name: 'Type', value: base.typeName });
  for (const name of objects.propertyNames(object)) {
    const value = yield* settle(objects.get(object, name));
    if (name !== 'PSErrorIndex' && saysSomething(value, context)) properties.push({ name, value });
  }
  return properties;
}

function saysSomething(value: PSValue, { objects }: FormatContext): boolean {
  const base = baseOf(value);
  if (base === null || base === undefined || base === '') return false;
  if (isDictionary(base)) return base.size > 0;
  const elements = typeof base === 'object' ? objects.elements(value) : undefined;
  return !elements || [...elements].length > 0;
}

function* valueText(name: string, value: PSValue, level: Level, context: FormatContext): Flow<string> {
  const { objects } = context;
  const base = baseOf(value);
  if (isExpanded(value, context)) {
    if (level.depth >= MAX_DEPTH) return ELLIPSIS;
    return `\n${yield* describe(value, { indent: level.indent + NESTING, depth: level.depth + 1 }, context)}`;
  }
  if (name === 'StackTrace') return `\n${yield* settle(objects.text(value))}`;
  const pad = ' '.repeat(level.indent + NESTING);
  if (isDictionary(base)) {
    const entries: string[] = [];
    for (const { key, value: entry } of base.entries()) {
      const shown = yield* settle(objects.text(key));
      entries.push(`${pad}${shown} : ${shown === 'Authorization' ? ELLIPSIS : yield* settle(objects.text(entry))}`);
    }
    return `\n${entries.sort().join('\n')}`;
  }
  const elements = typeof base === 'object' && base !== null && name !== 'Data' ? objects.elements(value) : undefined;
  if (!elements) return (yield* settle(objects.text(value))).trim();
  if (level.depth >= MAX_DEPTH) return ELLIPSIS;
  const lines: string[] = [];
  for (const element of elements) lines.push(`${pad}  ${yield* settle(objects.text(element))}`);
  return `\n${lines.join('\n')}`;
}

function isExpanded(value: PSValue, context: FormatContext): boolean {
  const base = baseOf(value);
  if (base instanceof NetException || base instanceof ErrorRecord) return true;
  return context.objects.typeNames(value)[0] === 'System.Management.Automation.InvocationInfo';
}
