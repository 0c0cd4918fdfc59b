import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import { moveEntry } from '../../providers/file-items.ts';
import { isSeparator, joinPath, parentOf } from '../../providers/path-text.ts';
import { filterParameters, itemsOf, reporting, step, writeItem } from './item-paths.ts';
import { mayTransfer } from './transfer-item.ts';

/** Rename-Item: gives an item another name in the same place. */
export const renameItem = defineCmdlet({
  name: 'Rename-Item',
  aliases: ['rni', 'ren'],
  synopsis: 'Renames an item.',
  defaultParameterSet: 'ByPath',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.string, {
      sets: { ByPath: { mandatory: true, position: 0, pipeline: 'both' } },
      help: 'The item.',
    }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      sets: { ByLiteralPath: { mandatory: true, pipeline: 'property' } },
      help: 'The item, literally.',
    }),
    NewName: parameter(type.string, {
      mandatory: true,
      position: 1,
      pipeline: 'property',
      help: 'The new name, or a path in the same container.',
    }),
    Force: filterParameters.Force,
    PassThru: parameter(type.switch, { help: 'Writes the renamed item.' }),
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const paths = {
            Path: args.Path === undefined ? undefined : [args.Path],
            LiteralPath: args.LiteralPath === undefined ? undefined : [args.LiteralPath],
            Force: true,
          };
          for (const from of yield* itemsOf(ctx, paths)) {
            yield* reporting(
              ctx,
              (function* () {
                const folder = parentOf(from.path);
                const bare = args.NewName.startsWith('./') ? args.NewName.slice(2) : args.NewName;
                const target = isSeparator(bare[0]) ? bare : joinPath(folder, bare, '/');
                if (from.provider.isTree && parentOf(target) !== folder)
                  throw fail({
                    id: 'Argument',
                    category: 'InvalidArgument',
                    exceptionType: 'System.Management.Automation.PSArgumentException',
                    message: `"${args.NewName}" lies in another container; Move-Item moves items.`,
                    target: null,
                  });
                if (!(yield* mayTransfer(ctx, 'Rename File', from.path, target))) return;
                let path = bare;
                if (from.provider.isTree)
                  path = yield* moveEntry(ctx.engine.fs, from.path, target, args.Force === true);
                else yield* settle(from.provider.rename?.(from.path, bare, args.Force === true));
                if (args.PassThru) yield* writeItem(ctx, { ...from, path });
              })(),
            );
          }
        })(),
      ),
  }),
});
