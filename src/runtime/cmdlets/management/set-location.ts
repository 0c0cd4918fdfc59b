import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { setLocation } from '../../providers/locations.ts';
import { reporting, scopeOf, step } from './item-paths.ts';
import { moving, setDefaultStack } from './location.ts';

/** Set-Location: moves the current location. */
export const setLocationCmdlet = defineCmdlet({
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
  invoke: (ctx) => ({
    process: (args) =>
      step(
        reporting(
          ctx,
          (function* () {
            const { drives } = ctx.engine;
            if (ctx.parameterSetName === 'Stack') {
              setDefaultStack(ctx, args.StackName ?? '');
              return;
            }
            const path = args.LiteralPath || args.Path || ctx.engine.platform.homeDirectory;
            const info = yield* moving(ctx, setLocation(drives, scopeOf(ctx), path, args.LiteralPath !== undefined));
            if (args.PassThru) yield* settle(ctx.write(info));
          })(),
        ),
      ),
  }),
});
