import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { expandPath } from '../../providers/globber.ts';
import { zoneOf } from '../../types/engine-zone.ts';
import { DateTime } from '../../values/date-time.ts';
import { FileSystemInfo } from '../../values/file-system-info.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { toUniversalTime, unixMillisecondsOf } from '../../values/time-zone.ts';
import { filterParameters, pathParameters, scopeOf, step } from './item-paths.ts';

interface TestArguments {
  readonly Path?: readonly string[] | undefined;
  readonly LiteralPath?: readonly string[] | undefined;
  readonly Filter?: string | undefined;
  readonly Include?: readonly string[] | undefined;
  readonly Exclude?: readonly string[] | undefined;
  readonly PathType?: 'Any' | 'Container' | 'Leaf' | undefined;
  readonly IsValid?: boolean | undefined;
  readonly OlderThan?: PSValue;
  readonly NewerThan?: PSValue;
}

/** Whether a file's last change lies before and after the times that were asked for. */
function* isOfTime(ctx: CmdletContext, at: ProviderPath, args: TestArguments): Flow<boolean> {
  const older = baseOf(args.OlderThan);
  const newer = baseOf(args.NewerThan);
  if (!(older instanceof DateTime || newer instanceof DateTime) || !at.provider.isTree) return true;
  const item = yield* settle(at.provider.get(at.path));
  const modified = item instanceof FileSystemInfo ? (item.targetStat?.modified ?? 0) : 0;
  const instant = (time: DateTime) => unixMillisecondsOf(toUniversalTime(time, zoneOf(ctx.engine)));
  return (
    !(older instanceof DateTime && modified >= instant(older)) &&
    !(newer instanceof DateTime && modified <= instant(newer))
  );
}

function* exists(ctx: CmdletContext, path: string, args: TestArguments): Flow<boolean> {
  const { Filter: filter, Include: include, Exclude: exclude } = args;
  const options = { literal: args.LiteralPath !== undefined, filter, include, exclude };
  try {
    const found = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, options);
    let fits = found.length > 0;
    let areContainers = fits;
    for (const at of found) {
      fits &&= yield* isOfTime(ctx, at, args);
      areContainers &&= yield* settle(at.provider.isContainer(at.path));
    }
    if (args.PathType === 'Container') return fits && areContainers;
    return fits && !(args.PathType === 'Leaf' && areContainers);
  } catch (thrown) {
    if (thrown instanceof TerminatingError) return false;
    throw thrown;
  }
}

/** Whether a path could name something: its drive or provider exists and its characters are fit. */
function isValid(ctx: CmdletContext, path: string): boolean {
  try {
    ctx.engine.drives.resolve(path, scopeOf(ctx));
    return !path.includes('\0');
  } catch (thrown) {
    if (thrown instanceof TerminatingError) return false;
    throw thrown;
  }
}

/** Test-Path: whether paths name something. */
export const testPath = defineCmdlet({
  name: 'Test-Path',
  synopsis: 'Says whether paths name existing items.',
  defaultParameterSet: 'Path',
  outputs: ['System.Boolean'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      set: 'Path',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
      supportsWildcards: true,
      help: 'The paths; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      ...pathParameters.LiteralPath.options,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    }),
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    PathType: parameter(type.enumOf<'Any' | 'Container' | 'Leaf'>('Microsoft.PowerShell.Commands.TestPathType'), {
      aliases: ['Type'],
      help: 'What the item must be.',
    }),
    IsValid: parameter(type.switch, { help: 'Asks for the form of the path only.' }),
    Credential: filterParameters.Credential,
    OlderThan: parameter(type.named<PSValue>('System.Nullable<System.DateTime>'), {
      help: 'The file must have been changed before this time.',
    }),
    NewerThan: parameter(type.named<PSValue>('System.Nullable<System.DateTime>'), {
      help: 'The file must have been changed after this time.',
    }),
  },
  examples: [{ title: 'A folder', code: 'Test-Path / -PathType Container', output: 'True' }],
  invoke: (ctx) => ({
    process: (args) => step(writeTests(ctx, args)),
  }),
});

function* writeTests(ctx: CmdletContext, args: TestArguments): Flow<void> {
  for (const path of args.LiteralPath ?? args.Path ?? [null]) {
    if (path === null || path === undefined)
      yield* settle(
        ctx.writeError({
          id: 'NullPathNotPermitted',
          category: 'InvalidArgument',
          exceptionType: 'System.ArgumentNullException',
          message: 'A path must not be null.',
          target: null,
        }),
      );
    else if (path.trim() === '') yield* settle(ctx.write(false));
    else if (args.IsValid) yield* settle(ctx.write(isValid(ctx, path)));
    else yield* settle(ctx.write(yield* exists(ctx, path, args)));
  }
}
