import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { expandPath } from '../../providers/globber.ts';
import { joinPath, namesOf } from '../../providers/path-text.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { itemOptionsOf, itemOptionsParameter } from './item-options.ts';
import { filterParameters, reporting, scopeOf, step, writeItem } from './item-paths.ts';
import { makeFileItem } from './new-files.ts';

/** Where the items are made: with -Name below each container, which may have wildcards then. */
function* placesOf(ctx: CmdletContext, path: string, name: string | undefined): Flow<ProviderPath[]> {
  const { drives } = ctx.engine;
  const scope = scopeOf(ctx);
  if (!name) return [drives.resolve(path, scope)];
  const found = yield* expandPath(drives, scope, path === '' ? '.' : path, { allowMissing: true });
  const below = name.replaceAll('\\', '/');
  return found.map((at) => ({
    ...at,
    path: at.provider.isTree ? `/${namesOf(joinPath(at.path, below, '/')).join('/')}` : below,
  }));
}

function* make(ctx: CmdletContext, at: ProviderPath, itemType: string, value: PSValue, force: boolean): Flow<void> {
  if (at.provider.isTree) {
    if (yield* makeFileItem(ctx, at, itemType, value, force)) yield* writeItem(ctx, at);
    return;
  }
  const target = `Name: ${at.path} Value: ${value === undefined || value === null ? '' : String(value)}`;
  if (!(yield* settle(ctx.shouldProcess(target, 'New Item')))) return;
  yield* settle(at.provider.create?.(at.path, itemType, value ?? null, force, itemOptionsOf(ctx)));
  yield* writeItem(ctx, at);
}

/** New-Item: makes a file, folder, link, variable, function or alias. */
export const newItem = defineCmdlet({
  name: 'New-Item',
  aliases: ['ni'],
  synopsis: 'Makes a new item.',
  defaultParameterSet: 'pathSet',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.String', 'System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.strings, {
      sets: {
        pathSet: { mandatory: true, position: 0, pipeline: 'property' },
        nameSet: { position: 0, pipeline: 'property' },
      },
      help: 'Where the item is made; with -Name, the container.',
    }),
    Name: parameter(type.string, {
      sets: { nameSet: { mandatory: true, pipeline: 'property' } },
      allowNull: true,
      allowEmptyString: true,
      help: 'The name below -Path.',
    }),
    ItemType: parameter(type.string, {
      aliases: ['Type'],
      pipeline: 'property',
      help: 'File (the default), Directory, SymbolicLink or HardLink among files.',
    }),
    Value: parameter(type.object, {
      aliases: ['Target'],
      pipeline: 'both',
      help: 'The content, or the target of a link.',
    }),
    Force: filterParameters.Force,
    Credential: filterParameters.Credential,
  },
  dynamicParameters: (bound, _engine, ctx) => itemOptionsParameter(bound, ctx),
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const path of args.Path?.length ? args.Path : [''])
            yield* reporting(
              ctx,
              (function* () {
                for (const at of yield* placesOf(ctx, path, args.Name))
                  yield* reporting(ctx, make(ctx, at, args.ItemType ?? '', args.Value, args.Force === true));
              })(),
            );
        })(),
      ),
  }),
});
