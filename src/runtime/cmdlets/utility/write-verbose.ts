import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { messageParameters } from './write-message.ts';

/** Write-Verbose: a message on the verbose stream. */
export const writeVerbose = defineCmdlet({
  name: 'Write-Verbose',
  synopsis: 'Writes a message to the verbose stream.',
  effects: ['none'],
  parameters: messageParameters,
  invoke: (ctx) => ({ process: (args) => ctx.writeVerbose(args.Message) }),
});
