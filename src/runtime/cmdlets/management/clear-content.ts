import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import { contentItems } from './content.ts';
import { fileStep } from './file-actions.ts';
import { filterParameters, namedPathParameters, reporting, step } from './item-paths.ts';

/** Clear-Content: empties items. */
export const clearContent = defineCmdlet({
  name: 'Clear-Content',
  aliases: ['clc'],
  synopsis: 'Empties items without removing them.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: { ...namedPathParameters, ...filterParameters },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const at of yield* contentItems(ctx, args, false)) {
            yield* reporting(
              ctx,
              (function* () {
                if (!(yield* settle(ctx.shouldProcess(`Item: ${at.path}`, 'Clear Content')))) return;
                if (!at.provider.isTree)
                  throw fail({
                    id: 'NotSupported',
                    category: 'NotImplemented',
                    exceptionType: 'System.Management.Automation.PSNotSupportedException',
                    message: `The content of items of ${at.info.name} cannot be cleared.`,
                  });
                if (yield* settle(at.provider.isContainer(at.path)))
                  throw fail({
                    id: 'ClearDirectoryContent',
                    category: 'InvalidOperation',
                    exceptionType: 'System.NotSupportedException',
                    message: `"${at.path}" is a folder; only files have content to clear.`,
                    target: at.path,
                  });
                else
                  yield* fileStep(
                    'ClearContentIOError',
                    'WriteError',
                    () => ctx.engine.fs.writeFile(at.path, new Uint8Array()),
                    { denied: 'ClearContentUnauthorizedAccessError' },
                  );
              })(),
            );
          }
        })(),
      ),
  }),
});
