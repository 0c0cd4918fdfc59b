import { AliasInfo } from '../../commands/command-info.ts';
import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { Scope } from '../../scope/scope.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import { lookupScope, nameTest } from './variable-items.ts';

/** Aliases seen from a scope, or set in this very one, sorted by name. */
export function aliasesFrom(scope: Scope, only: boolean): AliasInfo[] {
  const found = new Map<string, AliasInfo>();
  for (let at: Scope | null = scope; at; at = only ? null : at.parent)
    for (const [key, alias] of at.tables?.aliases ?? [])
      if (!found.has(key) && alias instanceof AliasInfo) found.set(key, alias);
  return [...found.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** Get-Alias: aliases by name or by what they stand for. */
export const getAlias = defineCmdlet({
  name: 'Get-Alias',
  aliases: ['gal'],
  synopsis: 'Gets aliases.',
  defaultParameterSet: 'Default',
  outputs: ['System.Management.Automation.AliasInfo'],
  effects: ['none'],
  parameters: {
    Name: parameter(type.strings, {
      sets: { Default: { position: 0, pipeline: 'both' } },
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names of aliases.',
    }),
    Exclude: parameter(type.strings, { help: 'Wildcards of which a name must match none.' }),
    Scope: parameter(type.string, { help: 'Global, Script, Local or a number of levels up.' }),
    Definition: parameter(type.strings, {
      set: 'Definition',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names of commands whose aliases are wanted.',
    }),
  },
  examples: [{ title: 'What gci means', code: '(Get-Alias gci).Definition', output: 'Get-ChildItem' }],
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        (function* () {
          const { scope, only } = lookupScope(ctx, args.Scope);
          const all = aliasesFrom(scope, only).filter((alias) =>
            nameTest(undefined, undefined, args.Exclude)(alias.name),
          );
          for (const wanted of args.Definition ?? args.Name ?? ['*']) {
            const matches = nameTest([wanted], undefined, undefined);
            const found = all.filter((alias) => matches(args.Definition ? alias.definition : alias.name));
            for (const alias of found) yield* settle(ctx.write(alias));
            if (found.length === 0 && !containsWildcard(wanted))
              yield* settle(
                ctx.writeError({
                  id: 'ItemNotFoundException',
                  category: 'ObjectNotFound',
                  exceptionType: 'System.Management.Automation.ItemNotFoundException',
                  message: args.Definition
                    ? `No alias stands for "${wanted}".`
                    : `There is no alias named "${wanted}".`,
                  target: wanted,
                }),
              );
          }
        })(),
      ),
  }),
});
