import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { getVariable } from '../../scope/variable-access.ts';
import { sessionOf } from '../management/item-paths.ts';

/** Get-Host: the program that hosts this session, as `$Host`. */
export const getHost = defineCmdlet({
  name: 'Get-Host',
  synopsis: 'Gets the object of the program that hosts this session.',
  outputs: ['System.Management.Automation.Host.PSHost'],
  effects: ['none'],
  parameters: {},
  invoke: (ctx) => ({
    *process() {
      yield getVariable(sessionOf(ctx).globalScope, 'host');
    },
  }),
});
