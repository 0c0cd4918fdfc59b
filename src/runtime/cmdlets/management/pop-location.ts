import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { popLocation } from '../../providers/locations.ts';
import { reporting, scopeOf, step } from './item-paths.ts';
import { moving } from './location.ts';

/** Pop-Location: moves back to the location that was pushed last. */
export const popLocationCmdlet = defineCmdlet({
  name: 'Pop-Location',
  aliases: ['popd'],
  synopsis: 'Moves to the location that was put on a stack last.',
  outputs: ['System.Management.Automation.PathInfo'],
  effects: ['state'],
  parameters: {
    PassThru: parameter(type.switch, { help: 'Writes the new location.' }),
    StackName: parameter(type.string, { pipeline: 'property', help: 'The stack; the current one if left out.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        reporting(
          ctx,
          (function* () {
            const info = yield* moving(ctx, popLocation(ctx.engine.drives, scopeOf(ctx), args.StackName));
            if (args.PassThru && info) yield* settle(ctx.write(info));
          })(),
        ),
      ),
  }),
});
