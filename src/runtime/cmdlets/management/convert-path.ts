import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { filterParameters, itemsOf, pathParameters, step } from './item-paths.ts';

/** Convert-Path: the provider's own path. */
export const convertPath = defineCmdlet({
  name: 'Convert-Path',
  aliases: ['cvpa'],
  synopsis: "Turns paths into the provider's own paths.",
  defaultParameterSet: 'Path',
  outputs: ['System.String'],
  effects: ['fs:read'],
  parameters: { ...pathParameters, Force: filterParameters.Force },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const at of yield* itemsOf(ctx, args)) yield* settle(ctx.write(at.path));
        })(),
      ),
  }),
});
