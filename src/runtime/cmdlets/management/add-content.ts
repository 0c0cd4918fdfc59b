import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { flatten } from './content.ts';
import { step } from './item-paths.ts';
import { contentTargets, putAll, type WriteContentArguments, writeContentParameters } from './write-content.ts';

/** Add-Content: adds to the content of items. */
export const addContent = defineCmdlet({
  name: 'Add-Content',
  synopsis: 'Adds to the content of items.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: writeContentParameters,
  invoke(ctx) {
    const values: PSValue[] = [];
    let targets: ProviderPath[] | undefined;
    let last: WriteContentArguments = {};
    return {
      process: (args) =>
        step(
          (function* () {
            last = args;
            if (!targets) {
              targets = [];
              for (const at of yield* contentTargets(ctx, args))
                if (yield* settle(ctx.shouldProcess(`Path: ${at.path}`, 'Add Content'))) targets.push(at);
            }
            const given = flatten(args.Value);
            values.push(...given);
            if (args.PassThru) for (const value of given) yield* settle(ctx.write(value));
          })(),
        ),
      end: () => step(putAll(ctx, targets ?? [], values, last, true)),
    };
  },
});
