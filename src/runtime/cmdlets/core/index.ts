import type { CmdletModule } from '../../commands/define-cmdlet.ts';
import { formattingCoreCmdlets } from '../formatting/index.ts';
import { forEachObject } from './for-each-object.ts';
import { whereObject } from './where-object.ts';

/** The commands of Microsoft.PowerShell.Core that exist here. */
export const coreModule: CmdletModule = {
  name: 'Microsoft.PowerShell.Core',
  version: '7.6.5.0',
  cmdlets: [...formattingCoreCmdlets, forEachObject, whereObject],
};
