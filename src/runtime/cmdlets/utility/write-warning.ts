import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { messageParameters } from './write-message.ts';

/** Write-Warning: a message on the warning stream. */
export const writeWarning = defineCmdlet({
  name: 'Write-Warning',
  synopsis: 'Writes a message to the warning stream.',
  effects: ['none'],
  parameters: messageParameters,
  invoke: (ctx) => ({ process: (args) => ctx.writeWarning(args.Message) }),
});
