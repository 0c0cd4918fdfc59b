import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { reporting } from '../management/item-paths.ts';
import { changeVariable } from './change-variable.ts';
import { lookupScope, matchVariables } from './variable-items.ts';

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
    Include: parameter(type.strings, { help: 'Wildcards of which a name must match one.' }),
    Exclude: parameter(type.strings, { help: 'Wildcards of which a name must match none.' }),
    Force: parameter(type.switch, { help: 'Clears read-only variables too.' }),
    PassThru: parameter(type.switch, { help: 'Writes the variables.' }),
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
                if (!(yield* settle(ctx.shouldProcess(`Name: ${variable.name}`, 'Clear variable')))) return;
                yield* changeVariable(variable, { value: null, hasValue: true, force: args.Force === true });
                if (args.PassThru) yield* settle(ctx.write(variable.object));
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
