import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { Scope } from '../../scope/scope.ts';
import { unwritable } from '../../scope/scope-error.ts';
import { ScopedItemOptions } from '../../scope/variable.ts';
import { reporting } from '../management/item-paths.ts';
import { lookupScope } from './variable-items.ts';

function holderOf(from: Scope, only: boolean, key: string): Scope | undefined {
  for (let scope: Scope | null = from; scope; scope = only ? null : scope.parent)
    if (scope.tables?.aliases.has(key)) return scope;
  return undefined;
}

/** Remove-Alias: takes aliases away. */
export const removeAlias = defineCmdlet({
  name: 'Remove-Alias',
  synopsis: 'Removes aliases.',
  defaultParameterSet: 'Default',
  effects: ['state'],
  parameters: {
    Name: parameter(type.strings, { mandatory: true, position: 0, pipeline: 'both', help: 'Names of aliases.' }),
    Scope: parameter(type.string, { help: 'Global, Script, Local or a number of levels up.' }),
    Force: parameter(type.switch, { help: 'Removes read-only aliases too.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        (function* () {
          const { scope, only } = lookupScope(ctx, args.Scope);
          for (const name of args.Name) {
            const key = name.toLowerCase();
            const holder = holderOf(scope, only, key);
            const alias = holder?.tables?.aliases.get(key);
            if (!holder || !alias) {
              yield* settle(
                ctx.writeError({
                  id: 'AliasNotFound',
                  category: 'ObjectNotFound',
                  exceptionType: 'System.Management.Automation.ItemNotFoundException',
                  message: `There is no alias named "${name}".`,
                  target: name,
                }),
              );
              continue;
            }
            yield* reporting(
              ctx,
              (function* () {
                if (
                  (alias.options & ScopedItemOptions.Constant) !== 0 ||
                  ((alias.options & ScopedItemOptions.ReadOnly) !== 0 && !args.Force)
                )
                  throw unwritable(
                    'AliasNotRemovable',
                    name,
                    `The alias ${name} is read-only or constant and cannot be removed.`,
                  );
                yield* settle(undefined);
                holder.tables?.aliases.delete(key);
                holder.sessionState.shared.commandVersion++;
              })(),
            );
          }
        })(),
      ),
  }),
});
