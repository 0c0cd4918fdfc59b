import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { typeDataOf } from '../../members/type-data-of.ts';
import { TypeDefinition } from '../../members/type-definition.ts';

/** Get-TypeData: what is known about type names besides what the types are. */
export const getTypeData = defineCmdlet({
  name: 'Get-TypeData',
  synopsis: 'Gets the members and settings added to types.',
  outputs: ['System.Management.Automation.PSObject'],
  effects: ['none'],
  parameters: {
    TypeName: parameter(type.strings, {
      position: 0,
      pipeline: 'value',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names of types; all if left out.',
    }),
  },
  examples: [
    { title: 'What is added to dates', code: '(Get-TypeData System.DateTime).Members.Keys', output: 'DateTime' },
  ],
  invoke: (ctx) => ({
    process: ({ TypeName }) =>
      runFlow(
        (function* (): Flow<void> {
          const names = (TypeName ?? ['*']).map((name) => ctx.engine.resolveType(name)?.fullName ?? name);
          const patterns = names.map((name) => wildcardMatcher(name));
          for (const entry of typeDataOf(ctx.engine).entries()) {
            if (patterns.some((matches) => matches(entry.typeName))) yield* settle(ctx.write(TypeDefinition.of(entry)));
          }
        })(),
      ),
  }),
});
