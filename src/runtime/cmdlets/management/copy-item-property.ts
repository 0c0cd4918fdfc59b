import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { filterParameters, pathParameters, step } from './item-paths.ts';
import { refuseProperties } from './item-properties.ts';

/** Copy-ItemProperty: none of the providers here lets properties be made or taken away, so this ends in an error that says so. */
export const copyItemProperty = defineCmdlet({
  name: 'Copy-ItemProperty',
  synopsis: 'Copies a property to another item.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    ...pathParameters,
    Name: parameter(type.string, {
      aliases: ['PSProperty'],
      mandatory: true,
      position: 2,
      pipeline: 'property',
      help: 'The property.',
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
