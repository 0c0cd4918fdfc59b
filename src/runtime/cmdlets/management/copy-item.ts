import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { childrenAt } from '../../providers/child-names.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { anyMatcher } from '../../providers/name-filter.ts';
import { type CopyOptions, copyItemTo } from './copy-files.ts';
import { copyFromSession, copyToSession } from './copy-session.ts';
import { argumentError } from './file-actions.ts';
import { filterParameters, itemsOf, pathParameters, reporting, scopeOf, step, writeItem } from './item-paths.ts';
import type { CopySession } from './session-files.ts';

/** Copies the leaves below a container into one container (-Recurse -Container:$false). */
function* copyLeaves(ctx: CmdletContext, from: ProviderPath, to: string, options: CopyOptions): Flow<void> {
  for (const child of yield* childrenAt(from, {})) {
    const there = { ...from, path: child.path };
    yield* reporting(ctx, copyItemTo(ctx, child.path, to, { ...options, recurse: false }));
    if (child.isContainer) yield* copyLeaves(ctx, there, to, options);
  }
}

function* copyOne(
  ctx: CmdletContext,
  from: ProviderPath,
  to: ProviderPath,
  options: CopyOptions,
  keepsContainers: boolean,
): Flow<void> {
  if (from.provider !== to.provider)
    throw argumentError(
      `"${from.path}" and "${to.path}" belong to different providers.`,
      'CopyItemSourceAndDestinationNotSameProvider',
      from.path,
    );
  if (!from.provider.isTree) {
    if (yield* settle(ctx.shouldProcess(`Item: ${from.path} Destination: ${to.path}`, 'Copy Item'))) {
      yield* settle(from.provider.copy?.(from.path, to.path, options.recurse, options.force));
      yield* options.made(to.path);
    }
    return;
  }
  if (yield* settle(from.provider.isContainer(from.path))) {
    const isContainer = yield* settle(to.provider.isContainer(to.path));
    if (!isContainer && (yield* settle(to.provider.exists(to.path))))
      throw argumentError(
        `The folder "${from.path}" cannot be copied onto the file "${to.path}".`,
        'CopyContainerItemToLeafError',
        from.path,
      );
    if (isContainer && !keepsContainers) {
      if (options.recurse) yield* copyLeaves(ctx, from, to.path, options);
      else
        throw argumentError(
          'To copy a container into another, -Recurse or -Container is needed.',
          'CopyContainerToContainerWithoutRecurseOrContainer',
          from.path,
        );
      return;
    }
  }
  yield* copyItemTo(ctx, from.path, to.path, options);
}

/** Work with a session whose failure is reported. */
function reported(ctx: CmdletContext, work: Promise<void>) {
  return step(
    reporting(
      ctx,
      (function* () {
        yield* settle(work);
      })(),
    ),
  );
}

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
    Container: parameter(type.switch, { help: 'Keeps containers when copying; :$false puts all in one.' }),
    ...filterParameters,
    Recurse: parameter(type.switch, { help: 'Copies what is in containers too.' }),
    PassThru: parameter(type.switch, { help: 'Writes the copies.' }),
    FromSession: parameter(type.named<CopySession>('System.Management.Automation.Runspaces.PSSession'), {
      help: 'The session whose computer the items are on.',
      validate: [{ kind: 'notNullOrEmpty' }],
    }),
    ToSession: parameter(type.named<CopySession>('System.Management.Automation.Runspaces.PSSession'), {
      help: 'The session whose computer the items go to.',
      validate: [{ kind: 'notNullOrEmpty' }],
    }),
  },
  invoke: (ctx) => ({
    process: (args) => {
      if (args.FromSession && args.ToSession)
        return ctx.writeError({
          id: 'InvalidInput',
          category: 'InvalidArgument',
          exceptionType: 'System.ArgumentException',
          message: 'Items are copied from a session or to one: -FromSession and -ToSession exclude each other.',
        });
      if (args.ToSession) return reported(ctx, copyToSession(ctx, args.ToSession, args));
      if (args.FromSession) return reported(ctx, copyFromSession(ctx, args.FromSession, args));
      return step(
        (function* () {
          const keepsContainers = args.Container !== false || !ctx.bound.has('Container');
          const to = yield* reporting(
            ctx,
            // biome-ignore lint/correctness/useYield: resolving needs no waiting, reporting takes a flow
            (function* () {
              return ctx.engine.drives.resolve(args.Destination || '.', scopeOf(ctx));
            })(),
          );
          if (!to) return;
          for (const from of yield* itemsOf(ctx, args)) {
            const options: CopyOptions = {
              recurse: args.Recurse === true,
              force: args.Force === true,
              filter: args.Filter,
              isExcluded: anyMatcher(args.Exclude, false),
              *made(path) {
                if (args.PassThru) yield* writeItem(ctx, { ...to, path });
              },
            };
            yield* reporting(ctx, copyOne(ctx, from, to, options, keepsContainers));
          }
        })(),
      );
    },
  }),
});
