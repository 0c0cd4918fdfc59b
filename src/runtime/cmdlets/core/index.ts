import type { CmdletModule } from '../../commands/define-cmdlet.ts';
import { forEachObject } from './for-each-object.ts';
import { outNull } from './out-null.ts';
import { whereObject } from './where-object.ts';

/** The commands of Microsoft.PowerShell.Core that exist here; Out-Default and Out-Host come with formatting. */
export const coreModule: CmdletModule = {
  name: 'Microsoft.PowerShell.Core',
  version: '7.6.5.0',
  cmdlets: [forEachObject, outNull, whereObject],
};
