import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { messageParameters } from './write-message.ts';

/** Write-Debug: a message on the debug stream. */
export const writeDebug = defineCmdlet({
  name: 'Write-Debug',
  synopsis: 'Writes a message to the debug stream.',
  effects: ['none'],
  parameters: messageParameters,
  invoke: (ctx) => ({ process: (args) => ctx.writeDebug(args.Message) }),
});
