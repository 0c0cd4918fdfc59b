import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { step } from './item-paths.ts';
import { shutDown } from './shut-down.ts';

/** Restart-Computer: the machine's own shutdown program does it. */
export const restartComputer = defineCmdlet({
  name: 'Restart-Computer',
  synopsis: 'Restarts this machine.',
  supportsShouldProcess: true,
  effects: ['process:start'],
  parameters: {},
  invoke: (ctx) => ({
    begin: () =>
      step(
        (function* () {
          if (yield* settle(ctx.shouldProcess(ctx.engine.platform.machineName))) yield* shutDown(ctx, '-r');
        })(),
      ),
  }),
});
