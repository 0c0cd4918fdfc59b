import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step } from './item-paths.ts';
import { readProperties } from './item-properties.ts';

/** Get-ItemProperty: properties of items. */
export const getItemProperty = defineCmdlet({
  name: 'Get-ItemProperty',
  aliases: ['gp'],
  synopsis: 'Gets properties of items.',
  defaultParameterSet: 'Path',
  outputs: ['System.Boolean', 'System.String', 'System.DateTime', 'System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  effects: ['fs:read'],
  parameters: {
    ...pathParameters,
    Name: parameter(type.strings, { aliases: ['PSProperty'], position: 1, help: 'The properties; all if left out.' }),
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
                const found = yield* readProperties(ctx, at, args.Name);
                if (found !== undefined) yield* settle(ctx.write(found));
              })(),
            );
        })(),
      ),
  }),
});
