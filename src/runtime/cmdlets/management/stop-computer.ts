import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { step } from './item-paths.ts';
import { shutDown } from './shut-down.ts';

/** Stop-Computer: the machine's own shutdown program does it. */
export const stopComputer = defineCmdlet({
  name: 'Stop-Computer',
  synopsis: 'Shuts this machine down.',
  supportsShouldProcess: true,
  effects: ['process:start'],
  parameters: {},
  invoke: (ctx) => ({
    begin: () =>
      step(
        (function* () {
          if (yield* settle(ctx.shouldProcess(ctx.engine.platform.machineName))) yield* shutDown(ctx, '-P');
        })(),
      ),
  }),
});
