import type { CmdletModule } from '../../runtime/commands/define-cmdlet.ts';
import { typeTable } from '../../runtime/types/type-table.ts';
import { exportPSSession } from '../implicit/export-ps-session.ts';
import { importPSSession } from '../implicit/import-ps-session.ts';
import { connectionOpener } from '../sessions/connection-opener.ts';
import { PSSessionOption, sessionOptionTypes } from '../sessions/session-option.ts';
import { sessionTypes } from '../sessions/session-types.ts';
import { connectRunspace } from './connect-runspace.ts';
import { getPSSession } from './get-ps-session.ts';
import { enterPSSession, exitPSSession } from './interactive-sessions.ts';
import { invokeCommand } from './invoke-command.ts';
import { newPSSession } from './new-ps-session.ts';
import { newPSSessionOption } from './new-ps-session-option.ts';
import { removePSSession } from './remove-ps-session.ts';
import { peerModules } from './session-context.ts';

/** The commands of remoting, which belong to Microsoft.PowerShell.Core. */
const commands: CmdletModule = {
  name: 'Microsoft.PowerShell.Core',
  version: '7.6.0.0',
  cmdlets: [
    newPSSession,
    newPSSessionOption,
    getPSSession,
    removePSSession,
    invokeCommand,
    enterPSSession,
    exitPSSession,
  ],
  variables: () => [
    ['PSSessionOption', new PSSessionOption()],
    ['PSSessionApplicationName', 'wsman'],
    ['PSSessionConfigurationName', 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell'],
  ],
};

/** Stand-ins for commands of a session, which belong to Microsoft.PowerShell.Utility. */
const implicit: CmdletModule = {
  name: 'Microsoft.PowerShell.Utility',
  version: '7.0.0.0',
  cmdlets: [importPSSession, exportPSSession],
};

/** The remoting commands by module, for `RunspaceOptions.modules`; the first call also declares their types. */
export function remotingModules(): readonly CmdletModule[] {
  typeTable().declare(sessionOptionTypes);
  typeTable().declare(sessionTypes);
  peerModules.list = [commands, implicit];
  connectionOpener.open = (engine, connection) => connectRunspace(engine, connection);
  return peerModules.list;
}
