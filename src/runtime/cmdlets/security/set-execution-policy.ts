import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { step } from '../management/item-paths.ts';

/** Set-ExecutionPolicy: only Windows has execution policies; elsewhere it ends in an error that says so. */
export const setExecutionPolicy = defineCmdlet({
  name: 'Set-ExecutionPolicy',
  synopsis: 'Sets which scripts may run; only Windows has such a policy.',
  supportsShouldProcess: true,
  effects: ['state'],
  parameters: {
    ExecutionPolicy: parameter(type.enumOf('Microsoft.PowerShell.ExecutionPolicy'), {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'The policy.',
    }),
    Scope: parameter(type.enumOf('Microsoft.PowerShell.ExecutionPolicyScope'), {
      position: 1,
      pipeline: 'property',
      help: 'For whom it is set.',
    }),
    Force: parameter(type.switch, { help: 'Asks nothing.' }),
  },
  invoke: (ctx) => ({
    begin({ Scope }) {
      if (Scope === 'UserPolicy' || Scope === 'MachinePolicy')
        ctx.throwTerminating({
          id: 'CantSetGroupPolicy',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
          message: `The scope ${Scope} is set by group policy only.`,
        });
    },
    process: ({ ExecutionPolicy }) =>
      step(
        (function* () {
          if (!(yield* settle(ctx.shouldProcess(ExecutionPolicy)))) return;
          ctx.throwTerminating({
            id: 'System.PlatformNotSupportedException',
            category: 'NotSpecified',
            exceptionType: 'System.PlatformNotSupportedException',
            message: 'Only Windows has execution policies.',
          });
        })(),
      ),
  }),
});
