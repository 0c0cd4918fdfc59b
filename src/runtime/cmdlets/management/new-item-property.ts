import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { filterParameters, step } from './item-paths.ts';
import { refuseProperties } from './item-properties.ts';

/** New-ItemProperty: none of the providers here lets properties be made or taken away, so this ends in an error that says so. */
export const newItemProperty = defineCmdlet({
  name: 'New-ItemProperty',
  synopsis: 'Makes a property of items.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.strings, { set: 'Path', mandatory: true, position: 0, help: 'The items.' }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      set: 'LiteralPath',
      mandatory: true,
      pipeline: 'property',
      help: 'The items; every character stands for itself.',
    }),
    Name: parameter(type.string, {
      aliases: ['PSProperty'],
      mandatory: true,
      position: 1,
      pipeline: 'property',
      help: 'Its name.',
    }),
    PropertyType: parameter(type.string, { aliases: ['Type'], pipeline: 'property', help: 'Its type.' }),
    Value: parameter(type.object, { pipeline: 'property', help: 'Its value.' }),
    Force: filterParameters.Force,
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({ process: (args) => step(refuseProperties(ctx, args)) }),
});
