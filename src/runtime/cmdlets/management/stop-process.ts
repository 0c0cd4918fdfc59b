import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { NetProcess } from '../../values/net-process.ts';
import { step } from './item-paths.ts';
import { hasEnded, idOf, launcherOf, nameOf, processError, selectProcesses } from './process-selection.ts';

function* stop(ctx: CmdletContext, process: NetProcess): Flow<boolean> {
  if (yield* hasEnded(ctx, process)) return true;
  try {
    if (process.child) process.child.kill('SIGKILL');
    else launcherOf(ctx).signal(idOf(process), 'SIGKILL');
    return true;
  } catch (thrown) {
    if (yield* hasEnded(ctx, process)) return true;
    const reason = ctx.engine.toException(thrown).message;
    const message = `The process "${nameOf(process)}" (${idOf(process)}) could not be stopped: ${reason}`;
    yield* settle(ctx.writeError(processError('CouldNotStopProcess', 'CloseError', message, process, nameOf(process))));
    return false;
  }
}

/** Stop-Process: ends processes at once. */
export const stopProcess = defineCmdlet({
  name: 'Stop-Process',
  aliases: ['spps'],
  synopsis: 'Ends processes.',
  defaultParameterSet: 'Id',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.Diagnostics.Process'],
  effects: ['process:kill'],
  parameters: {
    Name: parameter(type.strings, {
      aliases: ['ProcessName'],
      set: 'Name',
      mandatory: true,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'Names of processes; wildcards are allowed.',
    }),
    Id: parameter(type.ints, {
      set: 'Id',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'Ids of processes.',
    }),
    InputObject: parameter(type.named<readonly object[]>('System.Diagnostics.Process[]'), {
      set: 'InputObject',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'Process objects.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes the processes.' }),
    Force: parameter(type.switch, { help: 'Does not ask about processes of others; nothing is asked here.' }),
  },
  invoke(ctx) {
    let self: NetProcess | undefined;
    return {
      process: (args) =>
        step(
          (function* () {
            for (const process of yield* selectProcesses(ctx, args)) {
              if (!(yield* settle(ctx.shouldProcess(`${nameOf(process)} (${idOf(process)})`)))) continue;
              if (idOf(process) === ctx.engine.platform.processId) self = process;
              else if ((yield* stop(ctx, process)) && args.PassThru) yield* settle(ctx.write(process));
            }
          })(),
        ),
      // This very process comes last, so that the others are stopped too.
      end: () =>
        step(
          (function* () {
            if (self) yield* stop(ctx, self);
          })(),
        ),
    };
  },
});
