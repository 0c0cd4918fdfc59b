import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { currentLocation, pushLocation, setLocation } from '../../providers/locations.ts';
import { reporting, scopeOf, step } from './item-paths.ts';
import { moving } from './location.ts';

/** Push-Location: remembers the current location and moves on. */
export const pushLocationCmdlet = defineCmdlet({
  name: 'Push-Location',
  aliases: ['pushd'],
  synopsis: 'Puts the current location on a stack and moves to another.',
  defaultParameterSet: 'Path',
  outputs: ['System.Management.Automation.PathInfo'],
  effects: ['state'],
  parameters: {
    Path: parameter(type.string, { sets: { Path: { position: 0, pipeline: 'both' } }, help: 'The new location.' }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralPath: { pipeline: 'property' } },
      help: 'The new location, literally.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes the new location.' }),
    StackName: parameter(type.string, { pipeline: 'property', help: 'The stack; the current one if left out.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        reporting(
          ctx,
          (function* () {
            const { drives } = ctx.engine;
            pushLocation(drives, args.StackName);
            const path = args.LiteralPath ?? args.Path;
            if (path === undefined) {
              if (args.PassThru) yield* settle(ctx.write(currentLocation(drives)));
              return;
            }
            const info = yield* moving(ctx, setLocation(drives, scopeOf(ctx), path, args.LiteralPath !== undefined));
            if (args.PassThru) yield* settle(ctx.write(info));
          })(),
        ),
      ),
  }),
});
