import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { filterParameters, pathParameters, step } from './item-paths.ts';
import { refuseProperties } from './item-properties.ts';

/** Remove-ItemProperty: none of the providers here lets properties be made or taken away, so this ends in an error that says so. */
export const removeItemProperty = defineCmdlet({
  name: 'Remove-ItemProperty',
  aliases: ['rp'],
  synopsis: 'Removes a property of items.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    ...pathParameters,
    Name: parameter(type.strings, {
      aliases: ['PSProperty'],
      mandatory: true,
      position: 1,
      pipeline: 'property',
      help: 'The properties.',
    }),
    Force: filterParameters.Force,
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({ process: (args) => step(refuseProperties(ctx, args)) }),
});
