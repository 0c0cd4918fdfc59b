import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { currentLocation } from '../../providers/locations.ts';
import { PathInfo, PathInfoStack } from '../../providers/path-info.ts';
import { scopeOf, step } from './item-paths.ts';

/** Get-Location: where scripts stand, or a stack of locations. */
export const getLocation = defineCmdlet({
  name: 'Get-Location',
  aliases: ['gl', 'pwd'],
  synopsis: 'Gets the current location, that of a drive, or a stack of locations.',
  defaultParameterSet: 'Location',
  outputs: ['System.Management.Automation.PathInfo', 'System.Management.Automation.PathInfoStack'],
  effects: ['none'],
  parameters: {
    PSProvider: parameter(type.strings, {
      sets: { Location: { pipeline: 'property' } },
      help: 'Providers whose current location is wanted.',
    }),
    PSDrive: parameter(type.strings, {
      sets: { Location: { pipeline: 'property' } },
      help: 'Drives whose current location is wanted.',
    }),
    Stack: parameter(type.switch, { set: 'Stack', help: 'Gives the locations of the current stack.' }),
    StackName: parameter(type.strings, { sets: { Stack: { pipeline: 'property' } }, help: 'Names of stacks.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const { drives } = ctx.engine;
          if (ctx.parameterSetName === 'Stack') {
            for (const name of args.StackName ?? [drives.defaultStack]) {
              const stack = new PathInfoStack(name);
              stack.locations.push(...[...(drives.stacks.get(name) ?? [])].reverse());
              yield* settle(ctx.write(stack));
            }
            return;
          }
          const names =
            args.PSDrive ??
            drives.providers
              .filter((info) => args.PSProvider?.includes(info.name))
              .flatMap((info) => drives.drivesFrom(scopeOf(ctx)).find((drive) => drive.info === info)?.name ?? []);
          if (!args.PSDrive && !args.PSProvider) yield* settle(ctx.write(currentLocation(drives)));
          for (const name of names) {
            const at = drives.resolve(`${name}:`, scopeOf(ctx));
            yield* settle(ctx.write(PathInfo.of(at)));
          }
        })(),
      ),
  }),
});
