import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { hostOutput } from '../../formatting/host-output.ts';

/** Out-Default: what the engine sends the output of a script to; shows objects on the host. */
export const outDefault = defineCmdlet({
  name: 'Out-Default',
  synopsis: 'Shows objects in the default way.',
  className: 'Microsoft.PowerShell.Commands.OutDefaultCommand',
  effects: ['host'],
  parameters: {
    Transcript: parameter(type.switch, { help: 'Writes to transcripts only.' }),
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to show.' }),
  },
  examples: [{ title: 'A text', code: "'shown' | Out-Default", output: 'shown' }],
  invoke(ctx) {
    const out = hostOutput(ctx.engine);
    return {
      process: ({ InputObject, Transcript }) => (Transcript ? undefined : out.write(InputObject)),
      end: () => out.end(),
    };
  },
});
