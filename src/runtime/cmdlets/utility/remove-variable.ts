import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { Scope } from '../../scope/scope.ts';
import { unwritable } from '../../scope/scope-error.ts';
import type { Variable } from '../../scope/variable.ts';
import { reporting } from '../management/item-paths.ts';
import { lookupScope, matchVariables } from './variable-items.ts';

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
    Include: parameter(type.strings, { help: 'Wildcards of which a name must match one.' }),
    Exclude: parameter(type.strings, { help: 'Wildcards of which a name must match none.' }),
    Force: parameter(type.switch, { help: 'Removes read-only variables too.' }),
    Scope: parameter(type.string, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Global, Script, Local or a number of levels up.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        (function* () {
          const { scope, only } = lookupScope(ctx, args.Scope);
          const missing: string[] = [];
          const found = matchVariables(scope, only, args.Name, args.Include, args.Exclude, (name) =>
            missing.push(name),
          );
          for (const variable of found) {
            yield* reporting(
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
            );
          }
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
