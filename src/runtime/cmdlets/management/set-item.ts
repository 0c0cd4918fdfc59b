import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import { itemOptionsOf, itemOptionsParameter } from './item-options.ts';
import { filterParameters, itemsOf, namedPathParameters, reporting, step, writeItem } from './item-paths.ts';

/** Set-Item: gives items of flat stores a value. */
export const setItem = defineCmdlet({
  name: 'Set-Item',
  aliases: ['si'],
  synopsis: 'Gives items a new value.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['state'],
  parameters: {
    ...namedPathParameters,
    Value: parameter(type.object, { position: 1, pipeline: 'both', help: 'The new value.' }),
    ...filterParameters,
    PassThru: parameter(type.switch, { help: 'Writes the items.' }),
  },
  dynamicParameters: (bound, _engine, ctx) => itemOptionsParameter(bound, ctx),
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const at of yield* itemsOf(ctx, args, { allowMissing: true })) {
            yield* reporting(
              ctx,
              (function* () {
                if (!at.provider.set)
                  throw fail({
                    id: 'NotSupported',
                    category: 'NotImplemented',
                    exceptionType: 'System.Management.Automation.PSNotSupportedException',
                    message: `Items of ${at.info.name} have no value of their own to set.`,
                    target: null,
                  });
                if (!(yield* settle(ctx.shouldProcess(`Item: ${at.path} Value: ${String(args.Value)}`, 'Set Item'))))
                  return;
                yield* settle(
                  at.provider.set(
                    at.path,
                    ctx.bound.has('Value') ? args.Value : at.provider.hasOptions ? undefined : null,
                    args.Force === true,
                    itemOptionsOf(ctx),
                  ),
                );
                if (args.PassThru) yield* writeItem(ctx, at);
              })(),
            );
          }
        })(),
      ),
  }),
});
