import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { filterParameters, itemsOf, reporting, step } from './item-paths.ts';
import { noteEntries, writeProperties } from './item-properties.ts';

/** Set-ItemProperty: changes properties of items. */
export const setItemProperty = defineCmdlet({
  name: 'Set-ItemProperty',
  aliases: ['sp'],
  synopsis: 'Changes properties of items.',
  defaultParameterSet: 'propertyValuePathSet',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.strings, {
      set: ['propertyPSObjectPathSet', 'propertyValuePathSet'],
      mandatory: true,
      position: 0,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'The items; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      set: ['propertyValueLiteralPathSet', 'propertyPSObjectLiteralPathSet'],
      mandatory: true,
      pipeline: 'property',
      help: 'The items; every character stands for itself.',
    }),
    Name: parameter(type.string, {
      aliases: ['PSProperty'],
      set: ['propertyValuePathSet', 'propertyValueLiteralPathSet'],
      mandatory: true,
      position: 1,
      pipeline: 'property',
      help: 'The property.',
    }),
    Value: parameter(type.object, {
      set: ['propertyValuePathSet', 'propertyValueLiteralPathSet'],
      mandatory: true,
      position: 2,
      pipeline: 'property',
      allowNull: true,
      help: 'Its new value.',
    }),
    InputObject: parameter(type.psobject, {
      set: ['propertyPSObjectPathSet', 'propertyPSObjectLiteralPathSet'],
      mandatory: true,
      pipeline: 'both',
      help: 'An object whose properties are set on the items.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes what was set.' }),
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
          const wanted =
            args.Name === undefined ? noteEntries(args.InputObject) : [[args.Name, args.Value ?? null] as const];
          for (const at of yield* itemsOf(ctx, args, { force: true }))
            yield* reporting(
              ctx,
              (function* (): Flow<void> {
                const set = yield* writeProperties(ctx, at, wanted);
                if (args.PassThru && set !== undefined) yield* settle(ctx.write(set));
              })(),
            );
        })(),
      ),
  }),
});
