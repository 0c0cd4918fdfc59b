import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import { zoneOf } from '../../types/engine-zone.ts';
import { OrderedHashtable } from '../../values/ordered-hashtable.ts';
import { PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { type JsonDateKind, jsonDate } from './json-dates.ts';
import { type JsonFactory, JsonReader, JsonSyntaxError } from './json-reader.ts';

interface Options {
  readonly NoEnumerate?: boolean | undefined;
  readonly AsHashtable?: boolean | undefined;
  readonly Depth?: number | undefined;
  readonly DateKind?: JsonDateKind | undefined;
}

/** ConvertFrom-Json: objects of JSON text. */
export const convertFromJson = defineCmdlet({
  name: 'ConvertFrom-Json',
  synopsis: 'Makes objects of JSON text.',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.string, {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      allowEmptyString: true,
      help: 'The text: one document, or one a line.',
    }),
    AsHashtable: parameter(type.switch, { help: 'Gives hashtables in order, with case-sensitive keys.' }),
    Depth: parameter(type.int, {
      validate: [{ kind: 'rangeKind', range: 'Positive' }],
      help: 'How deep the text may be nested; 1024 where left out.',
    }),
    NoEnumerate: parameter(type.switch, { help: 'Writes an array as one object.' }),
    DateKind: parameter(type.enumOf<JsonDateKind>('Microsoft.PowerShell.Commands.JsonDateKind'), {
      help: 'What becomes of dates: Default, Local, Utc, Offset or String.',
    }),
  },
  examples: [{ title: 'A property', code: `('{"a": [1, 2]}' | ConvertFrom-Json).a.Count`, output: '2' }],
  invoke(ctx) {
    const texts: string[] = [];
    return {
      process({ InputObject }) {
        texts.push(InputObject);
      },
      end: (args) => runFlow(writeAll(ctx, texts, args)),
    };
  },
});

function* writeAll(ctx: CmdletContext, texts: readonly string[], args: Options): Flow<void> {
  for (const value of documents(ctx, texts, args)) {
    const each = !args.NoEnumerate && Array.isArray(value) ? (value as readonly PSValue[]) : [value];
    for (const item of each) yield* settle(ctx.write(item));
  }
}

/** The values of texts that are documents each, or one together. */
function documents(ctx: CmdletContext, texts: readonly string[], options: Options): PSValue[] {
  const read = (text: string, allowOpenArray: boolean): PSValue => readJson(ctx, text, options, allowOpenArray);
  const [first, ...others] = texts;
  if (first === undefined) return [];
  if (others.length === 0) return present([reported(ctx, () => read(first, true))]);
  let start: PSValue;
  try {
    start = read(first, false);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
  }
  if (start === undefined || start === null) return present([reported(ctx, () => read(texts.join('\n'), true))]);
  return present([start, ...others.map((text) => reported(ctx, () => read(text, true)))]);
}

const present = (values: readonly PSValue[]): PSValue[] => values.filter((value) => value !== undefined);

function reported(ctx: CmdletContext, read: () => PSValue): PSValue {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return ctx.throwTerminating({
      id: 'System.ArgumentException',
      category: 'NotSpecified',
      exceptionType: 'System.ArgumentException',
      message: `The text is no JSON: ${error.message}`,
    });
  }
}

function readJson(ctx: CmdletContext, text: string, options: Options, allowOpenArray: boolean): PSValue {
  const zone = zoneOf(ctx.engine);
  const kind = options.DateKind ?? 'Default';
  const factory: JsonFactory = {
    object: options.AsHashtable ? hashtableOf : customObjectOf,
    string: (value) => jsonDate(value, kind, zone) ?? value,
  };
  return new JsonReader(text, factory, { maxDepth: options.Depth ?? 1024, allowOpenArray }).read();
}

function hashtableOf(members: ReadonlyMap<string, PSValue>): OrderedHashtable {
  const table = new OrderedHashtable();
  for (const [name, value] of members) table.set(name, value);
  return table;
}

function customObjectOf(members: ReadonlyMap<string, PSValue>): PSObject {
  const object = new PSObject();
  for (const [name, value] of members) {
    if (name === '') throw badKey('EmptyKeyInJsonString', 'A name in the JSON text is empty; use -AsHashtable.');
    if (!object.properties.add(name, value ?? null)) {
      throw badKey(
        'KeysWithDifferentCasingInJsonString',
        `The JSON text has names that differ from '${name}' by case only; use -AsHashtable.`,
      );
    }
  }
  return object;
}

function badKey(id: string, message: string): unknown {
  return fail({ id, category: 'InvalidOperation', exceptionType: 'System.InvalidOperationException', message });
}
