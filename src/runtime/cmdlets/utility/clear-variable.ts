import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { reporting } from '../management/item-paths.ts';
import { changeVariable, makeVariable } from './change-variable.ts';
import { eachVariable, variableFilters } from './variable-items.ts';

/** Clear-Variable: sets variables to nothing. */
export const clearVariable = defineCmdlet({
  name: 'Clear-Variable',
  aliases: ['clv'],
  synopsis: 'Takes the values of variables away; the variables stay.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.Management.Automation.PSVariable'],
  effects: ['state'],
  parameters: {
    Name: parameter(type.strings, {
      mandatory: true,
      position: 0,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'Names.',
    }),
    Include: variableFilters.Include,
    Exclude: variableFilters.Exclude,
    Force: parameter(type.switch, { help: 'Clears read-only variables too.' }),
    PassThru: parameter(type.switch, { help: 'Writes the variables.' }),
    Scope: variableFilters.Scope,
  },
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        eachVariable(ctx, args, (variable, scope) =>
          reporting(
            ctx,
            (function* () {
              if (!(yield* settle(ctx.shouldProcess(`Name: ${variable.name}`, 'Clear variable')))) return;
              const change = { value: null, hasValue: true, force: args.Force === true };
              const isElsewhere = args.Scope === undefined && !scope.materialize(variable.name.toLowerCase());
              const isPlain = !variable.isReadOnly && !variable.isConstant && !variable.isAllScope;
              // Without -Scope an outer variable is hidden by a cleared one, as an assignment would do it.
              const cleared = isElsewhere && isPlain ? yield* makeVariable(scope, variable.name, change) : variable;
              if (cleared === variable) yield* changeVariable(variable, change);
              if (args.PassThru) yield* settle(ctx.write(cleared.object));
            })(),
          ),
        ),
      ),
  }),
});
