import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step, writeFoundItem } from './item-paths.ts';

/** Get-Item: the item at a path. */
export const getItem = defineCmdlet({
  name: 'Get-Item',
  aliases: ['gi'],
  synopsis: 'Gets the items that paths name.',
  defaultParameterSet: 'Path',
  outputs: ['System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  effects: ['fs:read'],
  parameters: { ...pathParameters, ...filterParameters },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const at of yield* itemsOf(ctx, args))
            yield* reporting(ctx, writeFoundItem(ctx, at, args.Force === true));
        })(),
      ),
  }),
});
