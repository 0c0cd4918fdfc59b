import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { eachVariable, variableFilters } from './variable-items.ts';

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
    Include: variableFilters.Include,
    Exclude: variableFilters.Exclude,
    Scope: parameter(type.string, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Global, Script, Local or a number of levels up; only variables set there.',
    }),
  },
  examples: [{ title: 'The value alone', code: '$answer = 42; Get-Variable answer -ValueOnly', output: '42' }],
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        eachVariable(ctx, args, (variable) => settle(ctx.write(args.ValueOnly ? variable.value : variable.object))),
      ),
  }),
});
