import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail, type TerminatingError } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { Byte } from '../../values/byte.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { ensureNotes, notesOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { contentItems, encodingOf, encodingParameter, readFile } from './content.ts';
import { filterParameters, namedPathParameters, reporting, setProviderNotes, step } from './item-paths.ts';

interface ReadOptions {
  readonly raw: boolean;
  readonly asBytes: boolean;
  readonly encoding: NetEncoding | undefined;
  readonly delimiter: string | undefined;
  readonly head: number | undefined;
  readonly tail: number | undefined;
  readonly readCount: number;
  /** Goes on with what is written to the file later. */
  readonly wait: boolean;
}

const waitMilliseconds = 100;

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

/** What bytes of a file are as content: bytes, the whole text, or its lines. */
function valuesOf(ctx: CmdletContext, bytes: Uint8Array, options: ReadOptions): readonly PSValue[] {
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

function bytesHaveNoDelimiter(at: ProviderPath): TerminatingError {
  return fail({
    id: 'GetContentReaderArgumentError',
    category: 'InvalidArgument',
    exceptionType: 'System.ArgumentException',
    message: 'Bytes have no delimiter: -Delimiter and -AsByteStream cannot be used together.',
    target: at.path,
  });
}

/** Puts the notes on pieces of content that say where they are from: a copy of one set for all, and their number. */
function notesFor(at: ProviderPath): (value: PSValue, count: number) => PSValue {
  const model = notesOf(setProviderNotes(new PSObject(), at))?.properties;
  return (value, count) => {
    if (!model || !(typeof value === 'string' || Array.isArray(value))) return value;
    const properties = model.clone();
    properties.set('ReadCount', BigInt(count));
    if (typeof value === 'string') return new PSObject(value, properties);
    const own = ensureNotes(value).properties;
    for (const name of properties.names) own.set(name, properties.get(name));
    return value;
  };
}

/** Writes values in chunks; `before` of them came earlier. */
function* writeValues(
  ctx: CmdletContext,
  values: readonly PSValue[],
  size: number,
  before: number,
  note: (value: PSValue, count: number) => PSValue,
): Flow<void> {
  for (let i = 0; i < values.length; i += size) {
    if (ctx.stopping) return;
    ctx.engine.budget.charge(1);
    const chunk = size === 1 ? values[i] : values.slice(i, i + size);
    yield* settle(ctx.write(note(chunk, before + Math.min(i + size, values.length))));
  }
}

function* writeContent(ctx: CmdletContext, at: ProviderPath, options: ReadOptions): Flow<void> {
  if (options.tail !== undefined && !at.provider.isTree)
    throw fail({
      id: 'TailNotSupported',
      category: 'InvalidOperation',
      exceptionType: 'System.InvalidOperationException',
      message: 'Only files can be read from their end.',
      target: options.tail,
    });
  let values: readonly PSValue[];
  let end = 0;
  if (!at.provider.isTree) values = yield* settle(at.provider.content?.read(at.path) ?? []);
  else {
    const bytes = yield* readFile(ctx, at);
    if (options.asBytes && options.delimiter !== undefined) throw bytesHaveNoDelimiter(at);
    end = bytes.length;
    values = valuesOf(ctx, bytes, options);
  }
  if (options.tail !== undefined) values = options.tail === 0 ? [] : values.slice(-options.tail);
  if (options.head !== undefined) values = values.slice(0, options.head);
  const size = options.readCount === 0 ? Math.max(values.length, 1) : options.readCount;
  const note = notesFor(at);
  yield* writeValues(ctx, values, size, 0, note);
  if (options.wait && at.provider.isTree) yield* follow(ctx, at, options, end, note);
}

/** -Wait: looks again and again at the file and writes what has come; a file that got shorter is read anew. */
function* follow(
  ctx: CmdletContext,
  at: ProviderPath,
  options: ReadOptions,
  seen: number,
  note: (value: PSValue, count: number) => PSValue,
): Flow<void> {
  let offset = seen;
  let count = 0;
  while (!ctx.stopping) {
    yield* settle(ctx.engine.clock.sleep(waitMilliseconds, ctx.whenStopping));
    if (ctx.stopping || !(yield* settle(at.provider.exists(at.path)))) return;
    const bytes = yield* readFile(ctx, at);
    if (bytes.length < offset) offset = 0;
    if (bytes.length === offset) continue;
    const values = valuesOf(ctx, bytes.subarray(offset), options);
    offset = bytes.length;
    yield* writeValues(ctx, values, Math.max(options.readCount, 1), count, note);
    count += values.length;
  }
}

/** Parameters that cannot be used together. Ends the command, or reports, as PowerShell does for each. */
function* checkArguments(ctx: CmdletContext, bound: ReadonlyMap<string, PSValue>): Flow<boolean> {
  const clash = bound.has('Raw') && ['TotalCount', 'Tail', 'Wait', 'Delimiter'].find((name) => bound.has(name));
  if (clash)
    ctx.throwTerminating({
      id: 'InvalidOperation',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: `-Raw and -${clash} cannot be used together.`,
    });
  if (bound.has('TotalCount') && bound.has('Tail')) {
    yield* settle(
      ctx.writeError({
        id: 'TailAndHeadCannotCoexist',
        category: 'InvalidOperation',
        exceptionType: 'System.InvalidOperationException',
        message: '-Tail and -TotalCount cannot be used together.',
        target: null,
      }),
    );
    return false;
  }
  if (bound.has('AsByteStream') && bound.has('Encoding'))
    yield* settle(ctx.writeWarning('-Encoding does not count together with -AsByteStream.'));
  return true;
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
    Wait: parameter(type.switch, { help: 'Stays and gives what is added to the file, until it is stopped.' }),
    Raw: parameter(type.switch, { help: 'Gives the whole content as one object.' }),
    Encoding: encodingParameter,
    AsByteStream: parameter(type.switch, { help: 'Gives bytes instead of text.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          if (!(yield* checkArguments(ctx, ctx.bound))) return;
          const options: ReadOptions = {
            raw: args.Raw === true,
            asBytes: args.AsByteStream === true,
            encoding: args.Encoding,
            delimiter: args.Delimiter,
            head: args.TotalCount === undefined ? undefined : Number(args.TotalCount),
            tail: args.Tail,
            readCount: args.ReadCount === undefined ? 1 : Math.max(0, Number(args.ReadCount)),
            wait: args.Wait === true,
          };
          for (const at of yield* contentItems(ctx, args, false)) yield* reporting(ctx, writeContent(ctx, at, options));
        })(),
      ),
  }),
});
