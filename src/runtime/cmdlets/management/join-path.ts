import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { expandPath } from '../../providers/globber.ts';
import { driveEnd, joinPath as join } from '../../providers/path-text.ts';
import { displayPath, reporting, scopeOf, step } from './item-paths.ts';

/** The path taken apart, as a step that can fail. */
function* resolved(ctx: CmdletContext, path: string): Flow<ProviderPath> {
  return yield* settle(ctx.engine.drives.resolve(path, scopeOf(ctx)));
}

/** Join-Path: puts a parent path and child paths together. */
export const joinPath = defineCmdlet({
  name: 'Join-Path',
  synopsis: 'Puts a path and child paths together into one path.',
  outputs: ['System.String'],
  effects: ['none'],
  parameters: {
    Path: parameter(type.strings, {
      mandatory: true,
      position: 0,
      pipeline: 'both',
      aliases: ['PSPath'],
      help: 'The parent paths.',
    }),
    ChildPath: parameter(type.strings, {
      mandatory: true,
      position: 1,
      pipeline: 'property',
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
      help: 'What is put after the parent path.',
    }),
    AdditionalChildPath: parameter(type.strings, {
      position: 2,
      pipeline: 'property',
      remaining: true,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
      help: 'Further names, put after one another.',
    }),
    Resolve: parameter(type.switch, { help: 'Gives the existing items that the joined path names.' }),
    Credential: parameter(type.named('System.Management.Automation.PSCredential'), {
      pipeline: 'property',
      help: 'Not supported.',
    }),
  },
  examples: [
    { title: 'Two names', code: 'Join-Path /srv data', output: '/srv/data' },
    { title: 'Several', code: 'Join-Path a b c d', output: 'a/b/c/d' },
  ],
  invoke: (ctx) => ({
    process: (args) => step(writeJoined(ctx, args)),
  }),
});

interface JoinArguments {
  readonly Path: readonly string[];
  readonly ChildPath?: readonly string[] | undefined;
  readonly AdditionalChildPath?: readonly string[] | undefined;
  readonly Resolve?: boolean | undefined;
}

function* writeJoined(ctx: CmdletContext, args: JoinArguments): Flow<void> {
  const separator = ctx.engine.fs.separator;
  const child = [...(args.ChildPath ?? []), ...(args.AdditionalChildPath ?? [])].reduce(
    (left, right) => join(left, right ?? '', separator),
    '',
  );
  for (const parent of args.Path) {
    const colon = driveEnd(parent);
    // A drive must exist for its paths to be joined, as the provider decides how.
    if (colon > 0) {
      const known = yield* reporting(ctx, resolved(ctx, parent));
      if (!known) continue;
    }
    const joined = join(parent, child, separator).replaceAll('\\', separator);
    if (!args.Resolve) {
      yield* settle(ctx.write(joined));
      continue;
    }
    const found = yield* reporting(ctx, expandPath(ctx.engine.drives, scopeOf(ctx), joined, {}));
    for (const item of found ?? []) yield* settle(ctx.write(displayPath(item)));
  }
}
