import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { clixmlValues } from './clixml-text.ts';

/** ConvertFrom-CliXml: the objects of CLIXML text. */
export const convertFromClixml = defineCmdlet({
  name: 'ConvertFrom-CliXml',
  className: 'Microsoft.PowerShell.Commands.ConvertFromClixmlCommand',
  synopsis: 'Makes objects of XML text that ConvertTo-CliXml made.',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.string, { mandatory: true, position: 0, pipeline: 'value', help: 'The text.' }),
  },
  invoke: (ctx) => ({
    *process({ InputObject }) {
      const values = clixmlValues(ctx, InputObject);
      yield values.length === 1 ? (values[0] ?? null) : [...values];
    },
  }),
});
