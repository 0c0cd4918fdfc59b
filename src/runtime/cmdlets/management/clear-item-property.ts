import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step } from './item-paths.ts';
import { propertyHolder, writeProperties } from './item-properties.ts';

/** Clear-ItemProperty: takes a property of items back to nothing; of files, only Attributes. */
export const clearItemProperty = defineCmdlet({
  name: 'Clear-ItemProperty',
  aliases: ['clp'],
  synopsis: 'Clears a property of items.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  effects: ['fs:write'],
  parameters: {
    ...pathParameters,
    Name: parameter(type.string, { mandatory: true, position: 1, pipeline: 'property', help: 'The property.' }),
    PassThru: parameter(type.switch, { help: 'Writes what was cleared.' }),
    Force: filterParameters.Force,
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const at of yield* itemsOf(ctx, args, { force: true }))
            yield* reporting(
              ctx,
              (function* (): Flow<void> {
                yield* propertyHolder(at);
                if (args.Name.toLowerCase() !== 'attributes')
                  throw fail({
                    id: 'Argument',
                    category: 'InvalidArgument',
                    exceptionType: 'System.Management.Automation.PSArgumentException',
                    message: `Of files and folders only the property Attributes can be cleared, not "${args.Name}".`,
                    target: null,
                  });
                const cleared = yield* writeProperties(ctx, at, [[args.Name, 'Normal']]);
                if (args.PassThru && cleared !== undefined) yield* settle(ctx.write(cleared));
              })(),
            );
        })(),
      ),
  }),
});
