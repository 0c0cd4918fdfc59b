import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { removeEntry } from '../../providers/file-items.ts';
import { nameFilter } from '../../providers/globber.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step } from './item-paths.ts';

function* removeOne(ctx: CmdletContext, at: ProviderPath, recurse: boolean, force: boolean): Flow<void> {
  const { provider } = at;
  const isContainer = yield* settle(provider.isContainer(at.path));
  if (provider.isTree && isContainer && !recurse) {
    const children = yield* settle(provider.children(at.path));
    const question = `The container "${at.path}" has items in it and -Recurse was not given. Everything in it will be removed.`;
    if (children.length > 0 && !(yield* settle(ctx.shouldContinue(question, 'Remove-Item')))) return;
  }
  const current = ctx.engine.drives.currentPath;
  if (provider.isTree && (current === at.path || current.startsWith(`${at.path === '/' ? '' : at.path}/`)))
    throw fail({
      id: 'InvalidOperation',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: `"${at.path}" is in use: it is or contains the current location.`,
      target: at.path,
    });
  if (!(yield* settle(ctx.shouldProcess(at.path, isContainer ? 'Remove Directory' : 'Remove File')))) return;
  if (provider.isTree) yield* removeEntry(ctx.engine.fs, at.path, isContainer, force);
  else yield* settle(provider.remove?.(at.path, recurse, force));
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
          if (args.Recurse && args.Include?.length) {
            for (const at of yield* itemsOf(ctx, args, { include: undefined, exclude: undefined }))
              yield* removeMatching(ctx, at, args.Include, args.Exclude ?? [], args.Force === true);
            return;
          }
          for (const at of yield* itemsOf(ctx, args))
            yield* reporting(ctx, removeOne(ctx, at, args.Recurse === true, args.Force === true));
        })(),
      ),
  }),
});

/** `-Recurse -Include`: only what matches, at every level, deepest first. */
function* removeMatching(
  ctx: CmdletContext,
  at: ProviderPath,
  include: readonly string[],
  exclude: readonly string[],
  force: boolean,
): Flow<void> {
  if (!(yield* settle(at.provider.isContainer(at.path)))) return;
  for (const child of yield* settle(at.provider.children(at.path))) {
    const there = { ...at, path: child.path };
    yield* removeMatching(ctx, there, include, exclude, force);
    if (nameFilter({ include, exclude })(child.name)) yield* reporting(ctx, removeOne(ctx, there, true, force));
  }
}
