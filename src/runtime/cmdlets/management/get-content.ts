import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { leafOf, parentOf } from '../../providers/path-text.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { Byte } from '../../values/byte.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { ensureNotes, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { encodingOf, encodingParameter, readFile } from './content.ts';
import { filterParameters, itemsOf, namedPathParameters, reporting, step } from './item-paths.ts';

interface ReadOptions {
  readonly raw: boolean;
  readonly asBytes: boolean;
  readonly encoding: NetEncoding | undefined;
  readonly delimiter: string | undefined;
  readonly head: number | undefined;
  readonly tail: number | undefined;
  readonly readCount: number;
}

/** Lines of a text without their ends; a last end begins no further line. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function pieces(text: string, delimiter: string): string[] {
  if (delimiter === '') return [text];
  const parts = text.split(delimiter);
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

function* valuesAt(ctx: CmdletContext, at: ProviderPath, options: ReadOptions): Flow<readonly PSValue[]> {
  if (!at.provider.isTree) return yield* settle(at.provider.content?.read(at.path) ?? []);
  const bytes = yield* readFile(ctx, at);
  if (options.asBytes) {
    const byteType = ctx.engine.resolveType('System.Byte');
    return options.raw && byteType
      ? [new TypedArray(byteType, bytes.slice())]
      : Array.from(bytes, (byte) => Byte.of(byte));
  }
  const text = decodeText(bytes, encodingOf(options.encoding));
  if (options.raw) return text === '' ? [] : [text];
  return options.delimiter === undefined ? linesOf(text) : pieces(text, options.delimiter);
}

/** A line with the notes that say where it is from: PSPath, PSParentPath, PSChildName, PSDrive, PSProvider, ReadCount. */
function withNotes(value: PSValue, at: ProviderPath, count: number): PSValue {
  const object = typeof value === 'object' && value !== null ? value : new PSObject(value);
  const { properties } = ensureNotes(object);
  const prefix = `${at.info.provider.moduleName}\\${at.info.name}::`;
  properties.set('PSPath', prefix + at.path);
  properties.set('PSParentPath', at.provider.isTree ? prefix + parentOf(at.path) : '');
  properties.set('PSChildName', leafOf(at.path));
  if (at.drive) properties.set('PSDrive', at.drive);
  properties.set('PSProvider', at.info);
  properties.set('ReadCount', BigInt(count));
  return object;
}

function* writeContent(ctx: CmdletContext, at: ProviderPath, options: ReadOptions): Flow<void> {
  let values = yield* valuesAt(ctx, at, options);
  if (options.tail !== undefined) values = options.tail === 0 ? [] : values.slice(-options.tail);
  if (options.head !== undefined) values = values.slice(0, options.head);
  const size = options.readCount === 0 ? Math.max(values.length, 1) : options.readCount;
  for (let i = 0; i < values.length; i += size) {
    if (ctx.stopping) return;
    ctx.engine.budget.charge(1);
    const chunk = size === 1 ? values[i] : values.slice(i, i + size);
    const count = Math.min(i + size, values.length);
    const typed = typeof chunk === 'string' || Array.isArray(chunk) ? withNotes(chunk, at, count) : chunk;
    yield* settle(ctx.write(typed));
  }
}

/** Get-Content: the content of items. */
export const getContent = defineCmdlet({
  name: 'Get-Content',
  aliases: ['gc', 'type'],
  synopsis: 'Gets the content of items, line by line or as a whole.',
  defaultParameterSet: 'Path',
  outputs: ['System.Byte', 'System.String'],
  effects: ['fs:read'],
  parameters: {
    ReadCount: parameter(type.long, { pipeline: 'property', help: 'Lines per object; 0 gives all in one array.' }),
    TotalCount: parameter(type.long, {
      aliases: ['First', 'Head'],
      pipeline: 'property',
      validate: [{ kind: 'range', min: 0, max: 9223372036854775807n }],
      help: 'How many lines from the start.',
    }),
    Tail: parameter(type.int, {
      aliases: ['Last'],
      pipeline: 'property',
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'How many lines from the end.',
    }),
    ...namedPathParameters,
    ...filterParameters,
    Delimiter: parameter(type.string, { help: 'What ends a line instead of a line end.' }),
    Wait: parameter(type.switch, { help: 'Not supported: waiting for further lines.' }),
    Raw: parameter(type.switch, { help: 'Gives the whole content as one object.' }),
    Encoding: encodingParameter,
    AsByteStream: parameter(type.switch, { help: 'Gives bytes instead of text.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          if (args.Wait)
            ctx.throwTerminating({
              id: 'NotSupported',
              category: 'NotImplemented',
              exceptionType: 'System.NotSupportedException',
              message: 'Get-Content -Wait is not supported.',
            });
          if (args.TotalCount !== undefined && args.Tail !== undefined)
            ctx.throwTerminating({
              id: 'TailAndHeadCannotCoexist',
              category: 'InvalidOperation',
              exceptionType: 'System.InvalidOperationException',
              message: '-Tail and -TotalCount cannot be used together.',
            });
          const options: ReadOptions = {
            raw: args.Raw === true,
            asBytes: args.AsByteStream === true,
            encoding: args.Encoding,
            delimiter: args.Delimiter,
            head: args.TotalCount === undefined ? undefined : Number(args.TotalCount),
            tail: args.Tail,
            readCount: args.ReadCount === undefined ? 1 : Math.max(0, Number(args.ReadCount)),
          };
          for (const at of yield* itemsOf(ctx, args)) yield* reporting(ctx, writeContent(ctx, at, options));
        })(),
      ),
  }),
});
