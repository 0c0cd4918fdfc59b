import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { sessionStateError, unwritable } from '../../scope/scope-error.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { reporting } from '../management/item-paths.ts';
import { makeVariable, optionBits } from './change-variable.ts';
import { scopeNamed, variableFilters } from './variable-items.ts';

/** New-Variable: makes a variable. */
export const newVariable = defineCmdlet({
  name: 'New-Variable',
  aliases: ['nv'],
  synopsis: 'Makes a variable.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.Management.Automation.PSVariable'],
  effects: ['state'],
  parameters: {
    Name: parameter(type.string, { mandatory: true, position: 0, pipeline: 'property', help: 'The name.' }),
    Value: parameter(type.object, { position: 1, pipeline: 'both', help: 'The value.' }),
    Description: parameter(type.string, { help: 'A text about the variable.' }),
    Option: parameter(type.named<PSValue>('System.Management.Automation.ScopedItemOptions'), {
      help: 'None, ReadOnly, Constant, Private, AllScope.',
    }),
    Visibility: parameter(
      type.enumOf<'Public' | 'Private'>('System.Management.Automation.SessionStateEntryVisibility'),
      { help: 'Public or Private.' },
    ),
    Force: parameter(type.switch, { help: 'Replaces a variable that is there.' }),
    PassThru: parameter(type.switch, { help: 'Writes the variable.' }),
    Scope: variableFilters.Scope,
  },
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        reporting(
          ctx,
          (function* () {
            const scope = scopeNamed(ctx, args.Scope);
            const existing = scope.materialize(args.Name.toLowerCase());
            if (existing && !args.Force)
              throw sessionStateError(
                'System.Management.Automation.SessionStateException',
                'VariableAlreadyExists',
                'ResourceExists',
                args.Name,
                `There is already a variable named "${args.Name}".`,
              );
            if (existing?.isConstant)
              throw unwritable(
                'VariableNotWritable',
                args.Name,
                `The variable ${args.Name} is constant and cannot be replaced.`,
              );
            if (
              !(yield* settle(
                ctx.shouldProcess(`Name: ${args.Name} Value: ${String(args.Value ?? '')}`, 'New variable'),
              ))
            )
              return;
            if (existing) scope.removeLocal(args.Name.toLowerCase());
            const isPrivate = args.Scope?.toLowerCase() === 'private' ? 4 : 0;
            const options = optionBits(ctx, args.Option);
            const made = yield* makeVariable(scope, args.Name, {
              value: args.Value ?? null,
              hasValue: true,
              description: args.Description ?? '',
              options: (options ?? 0) | isPrivate,
              visibility: args.Visibility,
              force: args.Force === true,
            });
            if (args.PassThru) yield* settle(ctx.write(made.object));
          })(),
        ),
      ),
  }),
});
