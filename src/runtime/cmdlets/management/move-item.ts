import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { moveEntry } from '../../providers/file-items.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step, writeItem } from './item-paths.ts';
import { destinationOf, mayTransfer } from './transfer-item.ts';

/** Move-Item: moves items. */
export const moveItem = defineCmdlet({
  name: 'Move-Item',
  aliases: ['mi', 'move'],
  synopsis: 'Moves items to another place of the same provider.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write', 'fs:delete'],
  parameters: {
    ...pathParameters,
    Destination: parameter(type.string, {
      position: 1,
      pipeline: 'property',
      help: 'Where to; the current location if left out.',
    }),
    ...filterParameters,
    PassThru: parameter(type.switch, { help: 'Writes the moved items.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const from of yield* itemsOf(ctx, args)) {
            yield* reporting(
              ctx,
              (function* () {
                const to = yield* destinationOf(ctx, from, args.Destination);
                if (!(yield* mayTransfer(ctx, 'Move File', from.path, to))) return;
                let path = to;
                if (from.provider.isTree) path = yield* moveEntry(ctx.engine.fs, from.path, to, args.Force === true);
                else yield* settle(from.provider.rename?.(from.path, to, args.Force === true));
                if (args.PassThru) yield* writeItem(ctx, { ...from, path });
              })(),
            );
          }
        })(),
      ),
  }),
});
