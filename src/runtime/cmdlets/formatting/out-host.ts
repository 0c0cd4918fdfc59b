import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { hostOutput } from '../../formatting/host-output.ts';

/** Out-Host: shows objects on the host. */
export const outHost = defineCmdlet({
  name: 'Out-Host',
  aliases: ['oh'],
  synopsis: 'Shows objects on the host.',
  className: 'Microsoft.PowerShell.Commands.OutHostCommand',
  effects: ['host'],
  parameters: {
    Paging: parameter(type.switch, { help: 'Stops after each screen; only where a person can be asked.' }),
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to show.' }),
  },
  examples: [{ title: 'A text', code: "'shown' | Out-Host", output: 'shown' }],
  invoke(ctx) {
    const out = hostOutput(ctx.engine);
    return {
      process: ({ InputObject }) => out.write(InputObject),
      end: () => out.end(),
    };
  },
});
