import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { step } from '../management/item-paths.ts';

/** Set-Date: the clock of the machine belongs to its administrator, so this ends in an error that says so. */
export const setDate = defineCmdlet({
  name: 'Set-Date',
  synopsis: 'Sets the clock of the machine, which is not supported here.',
  defaultParameterSet: 'Date',
  supportsShouldProcess: true,
  outputs: ['System.DateTime'],
  effects: ['state'],
  parameters: {
    Date: parameter(type.named('System.DateTime'), {
      set: 'Date',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The new date and time.',
    }),
    Adjust: parameter(type.named('System.TimeSpan'), {
      set: 'Adjust',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      allowNull: true,
      help: 'How far the clock is moved.',
    }),
    DisplayHint: parameter(type.enumOf('Microsoft.PowerShell.Commands.DisplayHintType'), {
      help: 'Shows the date, the time, or both.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          if (!(yield* settle(ctx.shouldProcess(String(args.Date ?? args.Adjust))))) return;
          ctx.throwTerminating({
            id: 'System.ComponentModel.Win32Exception',
            category: 'NotSpecified',
            exceptionType: 'System.ComponentModel.Win32Exception',
            message: 'The clock of this machine cannot be set from here; use the command date as its administrator.',
          });
        })(),
      ),
  }),
});
