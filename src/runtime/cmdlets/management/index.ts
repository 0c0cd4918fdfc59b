import type { CmdletModule } from '../../commands/define-cmdlet.ts';
import { addContent } from './add-content.ts';
import { clearContent } from './clear-content.ts';
import { clearItem } from './clear-item.ts';
import { clearItemProperty } from './clear-item-property.ts';
import { convertPath } from './convert-path.ts';
import { copyItem } from './copy-item.ts';
import { copyItemProperty } from './copy-item-property.ts';
import { debugProcess } from './debug-process.ts';
import { getChildItem } from './get-child-item.ts';
import { getClipboard } from './get-clipboard.ts';
import { getContent } from './get-content.ts';
import { getItem } from './get-item.ts';
import { getItemProperty } from './get-item-property.ts';
import { getItemPropertyValue } from './get-item-property-value.ts';
import { getLocation } from './get-location.ts';
import { getProcess } from './get-process.ts';
import { getPSDrive } from './get-ps-drive.ts';
import { getPSProvider } from './get-ps-provider.ts';
import { getTimeZone } from './get-time-zone.ts';
import { invokeItem } from './invoke-item.ts';
import { joinPath } from './join-path.ts';
import { moveItem } from './move-item.ts';
import { moveItemProperty } from './move-item-property.ts';
import { newItem } from './new-item.ts';
import { newItemProperty } from './new-item-property.ts';
import { newPSDrive } from './new-ps-drive.ts';
import { popLocationCmdlet } from './pop-location.ts';
import { pushLocationCmdlet } from './push-location.ts';
import { removeItem } from './remove-item.ts';
import { removeItemProperty } from './remove-item-property.ts';
import { removePSDrive } from './remove-ps-drive.ts';
import { renameItem } from './rename-item.ts';
import { renameItemProperty } from './rename-item-property.ts';
import { resolvePath } from './resolve-path.ts';
import { restartComputer } from './restart-computer.ts';
import { setClipboard } from './set-clipboard.ts';
import { setContent } from './set-content.ts';
import { setItem } from './set-item.ts';
import { setItemProperty } from './set-item-property.ts';
import { setLocationCmdlet } from './set-location.ts';
import { splitPath } from './split-path.ts';
import { startProcess } from './start-process.ts';
import { stopComputer } from './stop-computer.ts';
import { stopProcess } from './stop-process.ts';
import { testPath } from './test-path.ts';
import { waitProcess } from './wait-process.ts';

/** The commands of Microsoft.PowerShell.Management that exist here. */
export const managementModule: CmdletModule = {
  name: 'Microsoft.PowerShell.Management',
  version: '7.0.0.0',
  cmdlets: [
    addContent,
    clearContent,
    clearItemProperty,
    clearItem,
    convertPath,
    copyItemProperty,
    copyItem,
    debugProcess,
    getChildItem,
    getClipboard,
    getContent,
    getItemPropertyValue,
    getItemProperty,
    getItem,
    getLocation,
    getProcess,
    getPSDrive,
    getPSProvider,
    getTimeZone,
    invokeItem,
    joinPath,
    moveItemProperty,
    moveItem,
    newItemProperty,
    newItem,
    newPSDrive,
    popLocationCmdlet,
    pushLocationCmdlet,
    removeItemProperty,
    removeItem,
    removePSDrive,
    renameItemProperty,
    renameItem,
    resolvePath,
    restartComputer,
    setClipboard,
    setContent,
    setItemProperty,
    setItem,
    setLocationCmdlet,
    splitPath,
    startProcess,
    stopComputer,
    stopProcess,
    testPath,
    waitProcess,
  ],
};
