import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step } from './item-paths.ts';

/** Clear-Item: takes the value of items of flat stores away. */
export const clearItem = defineCmdlet({
  name: 'Clear-Item',
  aliases: ['cli'],
  synopsis: 'Takes away the value of items, not the items.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['state'],
  parameters: { ...pathParameters, ...filterParameters },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const at of yield* itemsOf(ctx, args)) {
            yield* reporting(
              ctx,
              (function* () {
                if (!at.provider.clear)
                  throw fail({
                    id: 'NotSupported',
                    category: 'NotImplemented',
                    exceptionType: 'System.Management.Automation.PSNotSupportedException',
                    message: `Items of ${at.info.name} cannot be cleared.`,
                    target: null,
                  });
                if (yield* settle(ctx.shouldProcess(`Item: ${at.path}`, 'Clear Item')))
                  yield* settle(at.provider.clear(at.path));
              })(),
            );
          }
        })(),
      ),
  }),
});
