import { type CmdletContext, type CmdletProcessor, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { contentItems, encodingParameter, flatten, withContentNotes } from './content.ts';
import { type ContentWriter, openContent } from './content-writer.ts';
import { filterParameters, type ItemArguments, namedPathParameters, reporting, step } from './item-paths.ts';

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

/** Set-Content empties what it writes to first. */
function* clear(ctx: CmdletContext, at: ProviderPath): Flow<boolean> {
  if (!at.provider.isTree || !(yield* settle(at.provider.isContainer(at.path)))) return true;
  yield* settle(
    ctx.writeError({
      id: 'ClearDirectoryContent',
      category: 'InvalidOperation',
      exceptionType: 'System.NotSupportedException',
      message: `"${at.path}" is a folder; only files have content to clear.`,
      target: at.path,
    }),
  );
  return true;
}

/** Opens all targets; files need not exist yet. */
function* openTargets(ctx: CmdletContext, args: WriteContentArguments, append: boolean): Flow<ContentWriter[]> {
  const writers: ContentWriter[] = [];
  const action = append ? 'Add Content' : 'Set Content';
  if (args.AsByteStream && args.Encoding !== undefined)
    yield* settle(ctx.writeWarning('-Encoding does not count together with -AsByteStream.'));
  for (const at of yield* contentItems(ctx, args, true)) {
    if (!(yield* settle(ctx.shouldProcess(`Path: ${at.path}`, action)))) continue;
    if (!append) yield* clear(ctx, at);
    const writer = yield* reporting(ctx, openContent(ctx, at, args, append));
    if (writer) writers.push(writer);
  }
  return writers;
}

/** The steps of Set-Content and Add-Content: the items are opened with the first value, and closed at the end. */
function writeSteps(ctx: CmdletContext, append: boolean): CmdletProcessor<typeof writeContentParameters> {
  let writers: ContentWriter[] | undefined;
  let passThru = false;
  function* close(): Flow<void> {
    for (const writer of writers ?? []) yield* reporting(ctx, writer.close());
    writers = undefined;
  }
  return {
    process: (args) =>
      step(
        (function* () {
          passThru = args.PassThru === true;
          // Paths that come through the pipeline are closed one by one.
          const isPiped = !ctx.bound.has('Path') && !ctx.bound.has('LiteralPath');
          writers ??= yield* openTargets(ctx, args, append);
          const values = flatten(args.Value);
          for (const writer of writers) {
            yield* reporting(ctx, writer.write(values));
            if (passThru)
              for (const value of values) yield* settle(ctx.write(withContentNotes(value, writer.at, values.length)));
          }
          if (isPiped) yield* close();
        })(),
      ),
    end: () => step(close()),
    dispose: () => step(closeQuietly(close())),
  };
}

/** After an error or stop: what was written so far goes out, further errors have nobody to tell. */
function* closeQuietly(flow: Flow<void>): Flow<void> {
  try {
    yield* flow;
  } catch (thrown) {
    if (!(thrown instanceof TerminatingError)) throw thrown;
  }
}

/** Declares Set-Content or Add-Content. */
export function writeContentCmdlet(name: 'Set-Content' | 'Add-Content', synopsis: string) {
  return defineCmdlet({
    name,
    synopsis,
    defaultParameterSet: 'Path',
    supportsShouldProcess: true,
    confirmImpact: 'Medium',
    effects: ['fs:write'],
    parameters: writeContentParameters,
    invoke: (ctx) => writeSteps(ctx, name === 'Add-Content'),
  });
}
