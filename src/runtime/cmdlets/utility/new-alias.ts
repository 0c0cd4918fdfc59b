import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow } from '../../commands/flow.ts';
import { reporting } from '../management/item-paths.ts';
import { aliasParameters, putAlias } from './alias-items.ts';

/** New-Alias: makes an alias. */
export const newAlias = defineCmdlet({
  name: 'New-Alias',
  aliases: ['nal'],
  synopsis: 'Makes an alias.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.Management.Automation.AliasInfo'],
  effects: ['state'],
  parameters: aliasParameters,
  invoke: (ctx) => ({ process: (args) => runFlow(reporting(ctx, putAlias(ctx, args, true))) }),
});
