import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { step } from './item-paths.ts';
import { idOf, nameOf, processError, selectProcesses } from './process-selection.ts';

/** Debug-Process: attaches the debugger of Windows; elsewhere there is none, which the error says. */
export const debugProcess = defineCmdlet({
  name: 'Debug-Process',
  synopsis: 'Attaches a debugger to processes; there is none outside of Windows.',
  defaultParameterSet: 'Name',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['none'],
  parameters: {
    Id: parameter(type.ints, {
      aliases: ['PID', 'ProcessId'],
      set: 'Id',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Ids of processes.',
    }),
    Name: parameter(type.strings, {
      aliases: ['ProcessName'],
      set: 'Name',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'Names of processes; wildcards are allowed.',
    }),
    InputObject: parameter(type.named<readonly object[]>('System.Diagnostics.Process[]'), {
      set: 'InputObject',
      mandatory: true,
      pipeline: 'value',
      help: 'Process objects.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const process of yield* selectProcesses(ctx, args)) {
            const name = nameOf(process);
            if (!(yield* settle(ctx.shouldProcess(`${name} (${idOf(process)})`)))) continue;
            const message = 'There is no debugger to attach to processes here.';
            yield* settle(ctx.writeError(processError('NoDebuggerFound', 'ObjectNotFound', message, process, name)));
          }
        })(),
      ),
  }),
});
