import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { markedEncoding } from '../../text/text-encoding.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { contentBytes, contentText, encodingOf, encodingParameter } from './content.ts';
import { fileStep } from './file-actions.ts';
import { filterParameters, type ItemArguments, itemsOf, namedPathParameters, reporting } from './item-paths.ts';

const failure = {
  denied: 'GetContentWriterUnauthorizedAccessError',
  noFolder: 'GetContentWriterDirectoryNotFoundError',
  creates: true,
} as const;

/** Parameters that Set-Content and Add-Content share. */
export const writeContentParameters = {
  Value: parameter(type.objects, {
    mandatory: true,
    position: 1,
    pipeline: 'both',
    allowNull: true,
    allowEmptyCollection: true,
    help: 'The content.',
  }),
  PassThru: parameter(type.switch, { help: 'Writes the content on.' }),
  ...namedPathParameters,
  ...filterParameters,
  NoNewline: parameter(type.switch, { help: 'Puts no line end after each value.' }),
  Encoding: encodingParameter,
  AsByteStream: parameter(type.switch, { help: 'Writes bytes instead of text.' }),
} as const;

/** What they bind to. */
export interface WriteContentArguments extends ItemArguments {
  readonly NoNewline?: boolean | undefined;
  readonly Encoding?: NetEncoding | undefined;
  readonly AsByteStream?: boolean | undefined;
}

/** Where content goes; files need not exist yet. */
export function* contentTargets(ctx: CmdletContext, args: ItemArguments): Flow<ProviderPath[]> {
  return yield* itemsOf(ctx, args, { allowMissing: true, force: true });
}

/** Writes or appends values to one item. */
export function* putContent(
  ctx: CmdletContext,
  at: ProviderPath,
  values: readonly PSValue[],
  args: WriteContentArguments,
  append: boolean,
): Flow<void> {
  if (!at.provider.isTree) {
    const before = append ? yield* settle(at.provider.content?.read(at.path) ?? []) : [];
    yield* settle(at.provider.content?.write(at.path, [...before, ...values]));
    return;
  }
  const { fs } = ctx.engine;
  const stat = yield* settle(fs.stat(at.path));
  if (stat && args.Force && (stat.mode & 0o200) === 0)
    yield* fileStep('GetContentWriterIOError', 'WriteError', () => fs.setMode(at.path, stat.mode | 0o200), failure);
  if (args.AsByteStream) {
    const bytes = contentBytes(values);
    yield* fileStep('GetContentWriterIOError', 'WriteError', () => fs.writeFile(at.path, bytes, { append }), failure);
    return;
  }
  const existing =
    append && stat
      ? yield* fileStep('GetContentWriterIOError', 'ReadError', () => fs.readFile(at.path), failure)
      : undefined;
  // Appended text takes the encoding that the file announces, unless one is asked for.
  const marked = existing && args.Encoding === undefined ? markedEncoding(existing) : undefined;
  const encoding = marked ?? encodingOf(args.Encoding);
  const body = encoding.encode(contentText(ctx, values, args.NoNewline === true));
  const mark = existing && existing.length > 0 ? new Uint8Array() : encoding.preamble;
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  yield* fileStep('GetContentWriterIOError', 'WriteError', () => fs.writeFile(at.path, bytes, { append }), failure);
}

/** The whole of Set-Content and Add-Content once all values are there. */
export function* putAll(
  ctx: CmdletContext,
  targets: readonly ProviderPath[],
  values: readonly PSValue[],
  args: WriteContentArguments,
  append: boolean,
): Flow<void> {
  for (const at of targets) yield* reporting(ctx, putContent(ctx, at, values, args, append));
}
