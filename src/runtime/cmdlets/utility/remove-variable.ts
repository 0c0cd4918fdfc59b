import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { Scope } from '../../scope/scope.ts';
import { unwritable } from '../../scope/scope-error.ts';
import type { Variable } from '../../scope/variable.ts';
import { reporting } from '../management/item-paths.ts';
import { eachVariable, variableFilters } from './variable-items.ts';

/** Takes a variable out of the nearest scope that has it. */
function take(from: Scope, variable: Variable): void {
  const key = variable.name.toLowerCase();
  for (let scope: Scope | null = from; scope; scope = scope.parent) if (scope.removeLocal(key)) return;
}

/** Remove-Variable: takes variables away. */
export const removeVariable = defineCmdlet({
  name: 'Remove-Variable',
  aliases: ['rv'],
  synopsis: 'Removes variables.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
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
    Force: parameter(type.switch, { help: 'Removes read-only variables too.' }),
    Scope: variableFilters.Scope,
  },
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        eachVariable(ctx, args, (variable, scope) =>
          reporting(
            ctx,
            (function* () {
              if (!(yield* settle(ctx.shouldProcess(`Name: ${variable.name}`, 'Remove variable')))) return;
              if (variable.isConstant || (variable.isReadOnly && !args.Force))
                throw unwritable(
                  'VariableNotRemovable',
                  variable.name,
                  `The variable ${variable.name} is read-only or constant and cannot be removed.`,
                );
              take(scope, variable);
            })(),
          ),
        ),
      ),
  }),
});
