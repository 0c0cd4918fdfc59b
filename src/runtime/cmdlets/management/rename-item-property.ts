import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { filterParameters, step } from './item-paths.ts';
import { refuseProperties } from './item-properties.ts';

/** Rename-ItemProperty: none of the providers here lets properties be made or taken away, so this ends in an error that says so. */
export const renameItemProperty = defineCmdlet({
  name: 'Rename-ItemProperty',
  aliases: ['rnp'],
  synopsis: 'Renames a property of an item.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.string, { set: 'Path', mandatory: true, position: 0, pipeline: 'both', help: 'The item.' }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      set: 'LiteralPath',
      mandatory: true,
      pipeline: 'property',
      help: 'The item; every character stands for itself.',
    }),
    Name: parameter(type.string, {
      aliases: ['PSProperty'],
      mandatory: true,
      position: 1,
      pipeline: 'property',
      help: 'The property.',
    }),
    NewName: parameter(type.string, { mandatory: true, position: 2, pipeline: 'property', help: 'Its new name.' }),
    PassThru: parameter(type.switch, { help: 'Writes the property.' }),
    Force: filterParameters.Force,
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({ process: (args) => step(refuseProperties(ctx, args)) }),
});
