import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { lookupScope, matchVariables } from './variable-items.ts';

/** Get-Variable: variables as objects. */
export const getVariable = defineCmdlet({
  name: 'Get-Variable',
  aliases: ['gv'],
  synopsis: 'Gets variables as objects, or their values.',
  outputs: ['System.Management.Automation.PSVariable'],
  effects: ['none'],
  parameters: {
    Name: parameter(type.strings, {
      position: 0,
      pipeline: 'both',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'Names; all variables if left out.',
    }),
    ValueOnly: parameter(type.switch, { help: 'Gives the values.' }),
    Include: parameter(type.strings, { help: 'Wildcards of which a name must match one.' }),
    Exclude: parameter(type.strings, { help: 'Wildcards of which a name must match none.' }),
    Scope: parameter(type.string, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Global, Script, Local or a number of levels up; only variables set there.',
    }),
  },
  examples: [{ title: 'The value alone', code: '$answer = 42; Get-Variable answer -ValueOnly', output: '42' }],
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        (function* () {
          const { scope, only } = lookupScope(ctx, args.Scope);
          const missing: string[] = [];
          const found = matchVariables(scope, only, args.Name, args.Include, args.Exclude, (name) =>
            missing.push(name),
          );
          for (const variable of found)
            yield* settle(args.ValueOnly ? ctx.write(variable.value) : ctx.write(variable.object));
          for (const name of missing)
            yield* settle(
              ctx.writeError({
                id: 'VariableNotFound',
                category: 'ObjectNotFound',
                exceptionType: 'System.Management.Automation.ItemNotFoundException',
                message: `There is no variable named "${name}".`,
                target: name,
              }),
            );
        })(),
      ),
  }),
});
