import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { notesOf } from '../../values/ps-object.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step } from './item-paths.ts';
import { readProperties } from './item-properties.ts';

/** Get-ItemPropertyValue: the bare values of properties of items. */
export const getItemPropertyValue = defineCmdlet({
  name: 'Get-ItemPropertyValue',
  aliases: ['gpv'],
  synopsis: 'Gets the values of properties of items.',
  defaultParameterSet: 'Path',
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      set: 'Path',
      position: 0,
      pipeline: 'both',
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'The items; the current location if left out.',
    }),
    LiteralPath: pathParameters.LiteralPath,
    Name: parameter(type.strings, {
      aliases: ['PSProperty'],
      mandatory: true,
      position: 1,
      help: 'The properties.',
    }),
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const paths = args.LiteralPath || args.Path ? args : { ...args, Path: ['.'] };
          for (const at of yield* itemsOf(ctx, paths, { force: true }))
            yield* reporting(
              ctx,
              (function* (): Flow<void> {
                const found = notesOf(yield* readProperties(ctx, at, args.Name))?.properties;
                for (const name of args.Name) {
                  const value = found?.get(name);
                  if (value !== undefined && value !== null) yield* settle(ctx.write(value));
                }
              })(),
            );
        })(),
      ),
  }),
});
