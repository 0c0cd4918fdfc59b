import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { step } from './item-paths.ts';
import { currentLocation, ending, moveTo } from './location.ts';

/** Push-Location: remembers the current location and moves on. */
export const pushLocation = defineCmdlet({
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
  invoke(ctx) {
    const { drives } = ctx.engine;
    return {
      process: (args) =>
        step(
          ending(
            ctx,
            (function* () {
              const name = args.StackName || drives.defaultStack;
              const here = currentLocation(ctx);
              const path = args.LiteralPath ?? args.Path;
              if (path !== undefined) yield* moveTo(ctx, path, args.LiteralPath !== undefined);
              drives.stacks.set(name, [...(drives.stacks.get(name) ?? []), here]);
              if (args.PassThru) yield* settle(ctx.write(currentLocation(ctx)));
            })(),
          ),
        ),
    };
  },
});
