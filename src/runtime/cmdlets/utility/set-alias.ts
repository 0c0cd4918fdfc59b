import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow } from '../../commands/flow.ts';
import { reporting } from '../management/item-paths.ts';
import { aliasParameters, putAlias } from './alias-items.ts';

/** Set-Alias: makes or changes an alias. */
export const setAlias = defineCmdlet({
  name: 'Set-Alias',
  aliases: ['sal'],
  synopsis: 'Makes or changes an alias.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.Management.Automation.AliasInfo'],
  effects: ['state'],
  parameters: aliasParameters,
  invoke: (ctx) => ({ process: (args) => runFlow(reporting(ctx, putAlias(ctx, args, false))) }),
});
