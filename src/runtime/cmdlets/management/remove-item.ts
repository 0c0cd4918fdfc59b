import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { childrenAt } from '../../providers/child-names.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { displayPath } from '../../providers/globber.ts';
import { includeExclude, type NameMatcher } from '../../providers/name-filter.ts';
import { leafOf } from '../../providers/path-text.ts';
import { FileSystemInfo } from '../../values/file-system-info.ts';
import { invalidOperationError, isCurrentOrAbove } from './file-actions.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step } from './item-paths.ts';
import { type RemoveOptions, removePath } from './remove-files.ts';

interface RemoveArguments extends RemoveOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

function* removeOne(ctx: CmdletContext, at: ProviderPath, options: RemoveOptions): Flow<void> {
  if (at.provider.isTree) yield* removePath(ctx, at.path, options);
  else if (yield* settle(ctx.shouldProcess(`Item: ${at.path}`, 'Remove Item')))
    yield* settle(at.provider.remove?.(at.path, options.recurse, options.force));
}

/** Whether items in a container may be removed too; a person is asked without -Recurse. */
function* mayRecurse(ctx: CmdletContext, at: ProviderPath, recurse: boolean): Flow<boolean | undefined> {
  const item = at.provider.isTree ? yield* settle(at.provider.get(at.path)) : undefined;
  if (item instanceof FileSystemInfo && item.stat?.kind === 'link') return false;
  if (recurse) return true;
  if (!(yield* settle(at.provider.isContainer(at.path)))) return false;
  if ((yield* settle(at.provider.children(at.path))).length === 0) return false;
  const question = `"${displayPath(at)}" has items in it and -Recurse was not given. Everything in it will be removed.`;
  return (yield* settle(ctx.shouldContinue(question, 'Confirm'))) || undefined;
}

function* removeFound(ctx: CmdletContext, at: ProviderPath, args: RemoveArguments): Flow<void> {
  if (isCurrentOrAbove(ctx, at))
    throw invalidOperationError(`"${displayPath(at)}" is in use: it is or contains the current location.`);
  const recurse = yield* mayRecurse(ctx, at, args.recurse);
  if (recurse === undefined) return;
  const options = { ...args, recurse };
  if (args.include.length + args.exclude.length > 0) yield* removeFiltered(ctx, at, options);
  else yield* removeOne(ctx, at, options);
}

/** What -Include and -Exclude let through in an item, and the item itself when they leave nothing else in it. */
function* removeFiltered(ctx: CmdletContext, at: ProviderPath, args: RemoveArguments): Flow<void> {
  const accepts = includeExclude(args.include, args.exclude);
  const kept = { count: 0 };
  yield* removeMatching(ctx, at, args, accepts, kept);
  if (!(yield* settle(at.provider.isContainer(at.path)))) return;
  if (accepts(leafOf(at.path)) && kept.count === 0) yield* removeOne(ctx, at, { ...args, recurse: false });
}

/** Counts in `kept` the items of the container that was looked at last. */
function* removeMatching(
  ctx: CmdletContext,
  at: ProviderPath,
  args: RemoveArguments,
  accepts: NameMatcher,
  kept: { count: number },
): Flow<void> {
  kept.count = 0;
  if (!(yield* settle(at.provider.isContainer(at.path)))) {
    if (accepts(leafOf(at.path))) yield* removeOne(ctx, at, args);
    return;
  }
  const query = { filter: args.filter, force: args.force, allContainers: args.recurse };
  for (const child of yield* childrenAt(at, query)) {
    if (ctx.stopping) return;
    const there = { ...at, path: child.path };
    if (accepts(child.name)) yield* reporting(ctx, removeOne(ctx, there, { ...args, recurse: false }));
    else kept.count++;
    if (args.recurse && child.isContainer && (yield* settle(at.provider.exists(child.path))))
      yield* reporting(ctx, removeMatching(ctx, there, args, accepts, kept));
  }
}

/** Remove-Item: removes items. */
export const removeItem = defineCmdlet({
  name: 'Remove-Item',
  aliases: ['ri', 'del', 'erase', 'rd'],
  synopsis: 'Removes items.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:delete'],
  parameters: {
    ...pathParameters,
    ...filterParameters,
    Recurse: parameter(type.switch, { help: 'Removes what is in containers too, without asking.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const options: RemoveArguments = {
            recurse: args.Recurse === true,
            force: args.Force === true,
            filter: args.Filter,
            include: args.Include ?? [],
            exclude: args.Exclude ?? [],
          };
          const unfiltered = { filter: undefined, include: undefined, exclude: undefined };
          for (const at of yield* itemsOf(ctx, args, args.Recurse ? unfiltered : {}))
            yield* reporting(ctx, removeFound(ctx, at, options));
        })(),
      ),
  }),
});
