import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import type { Flow } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { displayPath, expandPath } from '../../providers/globber.ts';
import { argumentError, invalidOperationError, isCurrentOrAbove } from './file-actions.ts';
import { filterParameters, itemsOf, pathParameters, reporting, scopeOf, step, writeItem } from './item-paths.ts';
import { moveItemTo } from './move-files.ts';

const id = 'System.Management.Automation.PSArgumentException';

/** Where items go: a path that need not exist, or the one match of a wildcard. */
function* destinationOf(ctx: CmdletContext, text: string | undefined): Flow<ProviderPath> {
  const given = text || '.';
  const [found, other] = yield* expandPath(ctx.engine.drives, scopeOf(ctx), given, { allowMissing: true });
  if (other) throw argumentError(`"${given}" names several places; items can be moved to one.`, id, given);
  return found ?? ctx.engine.drives.resolve(given, scopeOf(ctx));
}

function* moveOne(ctx: CmdletContext, from: ProviderPath, to: ProviderPath, force: boolean): Flow<string | undefined> {
  if (isCurrentOrAbove(ctx, from))
    throw invalidOperationError(`"${displayPath(from)}" is in use: it is or contains the current location.`);
  if (from.provider !== to.provider)
    throw argumentError(
      `"${displayPath(from)}" and "${displayPath(to)}" belong to different providers.`,
      id,
      from.path,
    );
  if (from.provider.isTree) return yield* moveItemTo(ctx, from.path, to.path, force);
  return ctx.throwTerminating({
    id: 'GetDynamicParametersException',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.ParameterBindingException',
    message: `Items of ${from.info.name} cannot be moved; Rename-Item gives them another name.`,
  });
}

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
          const to = yield* reporting(ctx, destinationOf(ctx, args.Destination));
          if (!to) return;
          for (const from of yield* itemsOf(ctx, args)) {
            const path = yield* reporting(ctx, moveOne(ctx, from, to, args.Force === true));
            if (args.PassThru && path !== undefined) yield* writeItem(ctx, { ...from, path });
          }
        })(),
      ),
  }),
});
