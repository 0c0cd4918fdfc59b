import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { step } from './item-paths.ts';
import { currentLocation, ending, moveTo } from './location.ts';

/** Pop-Location: moves back to the location that was pushed last. */
export const popLocation = defineCmdlet({
  name: 'Pop-Location',
  aliases: ['popd'],
  synopsis: 'Moves to the location that was put on a stack last.',
  outputs: ['System.Management.Automation.PathInfo'],
  effects: ['state'],
  parameters: {
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
              const stack = drives.stacks.get(name);
              const last = stack?.at(-1);
              if (!stack || !last) {
                if (args.StackName)
                  ctx.throwTerminating({
                    id: 'Argument',
                    category: 'InvalidArgument',
                    exceptionType: 'System.Management.Automation.PSArgumentException',
                    message: `There is no location stack named "${name}".`,
                    target: null,
                  });
                return;
              }
              drives.stacks.set(name, stack.slice(0, -1));
              yield* moveTo(ctx, last.path, true);
              if (args.PassThru) yield* settle(ctx.write(currentLocation(ctx)));
            })(),
          ),
        ),
    };
  },
});
