import { coreModule, threadJobModule } from '../cmdlets/core/index.ts';
import { formattingCoreCmdlets } from '../cmdlets/formatting/index.ts';
import { managementModule } from '../cmdlets/management/index.ts';
import { securityModule } from '../cmdlets/security/index.ts';
import { utilityModule } from '../cmdlets/utility/index.ts';
import type { CmdletModule } from '../commands/define-cmdlet.ts';
import { getRunspace } from './power-shell/get-runspace.ts';

/** The command modules that every runspace has. */
export const builtInModules: readonly CmdletModule[] = [
  { ...coreModule, cmdlets: [...coreModule.cmdlets, ...formattingCoreCmdlets] },
  managementModule,
  securityModule,
  { ...utilityModule, cmdlets: [...utilityModule.cmdlets, getRunspace] },
  threadJobModule,
];
