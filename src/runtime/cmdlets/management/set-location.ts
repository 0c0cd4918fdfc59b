import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { step } from './item-paths.ts';
import { currentLocation, ending, moveTo } from './location.ts';

/** Set-Location: moves the current location. */
export const setLocation = defineCmdlet({
  name: 'Set-Location',
  aliases: ['sl', 'cd', 'chdir'],
  synopsis: 'Moves the current location.',
  defaultParameterSet: 'Path',
  outputs: ['System.Management.Automation.PathInfo', 'System.Management.Automation.PathInfoStack'],
  effects: ['state'],
  parameters: {
    Path: parameter(type.string, {
      sets: { Path: { position: 0, pipeline: 'both' } },
      help: 'The new location; $HOME if left out, - the one before.',
    }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralPath: { mandatory: true, pipeline: 'property' } },
      help: 'The new location, literally.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes the new location.' }),
    StackName: parameter(type.string, {
      sets: { Stack: { pipeline: 'property' } },
      help: 'Makes this stack the current one.',
    }),
  },
  invoke(ctx) {
    const { drives } = ctx.engine;
    return {
      process: (args) =>
        step(
          ending(
            ctx,
            (function* () {
              if (ctx.parameterSetName === 'Stack') {
                drives.defaultStack = args.StackName || 'default';
                return;
              }
              const path = args.LiteralPath ?? args.Path ?? '~';
              const before = currentLocation(ctx);
              const back = path === '-' ? drives.previous : undefined;
              yield* moveTo(ctx, back ?? path, args.LiteralPath !== undefined || back !== undefined);
              drives.previous = before.path;
              if (args.PassThru) yield* settle(ctx.write(currentLocation(ctx)));
            })(),
          ),
        ),
    };
  },
});
