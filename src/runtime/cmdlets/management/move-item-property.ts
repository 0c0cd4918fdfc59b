import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { filterParameters, pathParameters, step } from './item-paths.ts';
import { refuseProperties } from './item-properties.ts';

/** Move-ItemProperty: none of the providers here lets properties be made or taken away, so this ends in an error that says so. */
export const moveItemProperty = defineCmdlet({
  name: 'Move-ItemProperty',
  aliases: ['mp'],
  synopsis: 'Moves properties to another item.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    ...pathParameters,
    Name: parameter(type.strings, {
      aliases: ['PSProperty'],
      mandatory: true,
      position: 2,
      pipeline: 'property',
      help: 'The properties.',
    }),
    Destination: parameter(type.string, { mandatory: true, position: 1, pipeline: 'property', help: 'Where to.' }),
    PassThru: parameter(type.switch, { help: 'Writes the property.' }),
    Force: filterParameters.Force,
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({ process: (args) => step(refuseProperties(ctx, args)) }),
});
