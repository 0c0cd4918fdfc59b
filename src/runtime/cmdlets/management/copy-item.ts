import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { copyEntry } from '../../providers/file-items.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step, writeItem } from './item-paths.ts';
import { destinationOf, mayTransfer } from './transfer-item.ts';

/** Copy-Item: copies items. */
export const copyItem = defineCmdlet({
  name: 'Copy-Item',
  aliases: ['cpi', 'copy'],
  synopsis: 'Copies items to another place of the same provider.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    ...pathParameters,
    Destination: parameter(type.string, {
      position: 1,
      pipeline: 'property',
      help: 'Where to; the current location if left out.',
    }),
    Container: parameter(type.switch, { help: 'Keeps containers when copying.' }),
    ...filterParameters,
    Recurse: parameter(type.switch, { help: 'Copies what is in containers too.' }),
    PassThru: parameter(type.switch, { help: 'Writes the copies.' }),
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
                if (!(yield* mayTransfer(ctx, 'Copy File', from.path, to))) return;
                if (!from.provider.isTree) {
                  yield* settle(from.provider.copy?.(from.path, to, args.Recurse === true, args.Force === true));
                  if (args.PassThru) yield* writeItem(ctx, { ...from, path: to });
                  return;
                }
                const made = yield* copyEntry(ctx.engine.fs, from.path, to, args.Recurse === true, args.Force === true);
                if (args.PassThru) for (const path of made) yield* writeItem(ctx, { ...from, path });
              })(),
            );
          }
        })(),
      ),
  }),
});
