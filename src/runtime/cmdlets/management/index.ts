import type { CmdletModule } from '../../commands/define-cmdlet.ts';
import { addContent } from './add-content.ts';
import { clearContent } from './clear-content.ts';
import { clearItem } from './clear-item.ts';
import { convertPath } from './convert-path.ts';
import { copyItem } from './copy-item.ts';
import { getChildItem } from './get-child-item.ts';
import { getContent } from './get-content.ts';
import { getItem } from './get-item.ts';
import { getLocation } from './get-location.ts';
import { joinPath } from './join-path.ts';
import { moveItem } from './move-item.ts';
import { newItem } from './new-item.ts';
import { popLocation } from './pop-location.ts';
import { pushLocation } from './push-location.ts';
import { removeItem } from './remove-item.ts';
import { renameItem } from './rename-item.ts';
import { resolvePath } from './resolve-path.ts';
import { setContent } from './set-content.ts';
import { setItem } from './set-item.ts';
import { setLocation } from './set-location.ts';
import { splitPath } from './split-path.ts';
import { testPath } from './test-path.ts';

/** The commands of Microsoft.PowerShell.Management that exist here. */
export const managementModule: CmdletModule = {
  name: 'Microsoft.PowerShell.Management',
  version: '7.0.0.0',
  cmdlets: [
    addContent,
    clearContent,
    clearItem,
    convertPath,
    copyItem,
    getChildItem,
    getContent,
    getItem,
    getLocation,
    joinPath,
    moveItem,
    newItem,
    popLocation,
    pushLocation,
    removeItem,
    renameItem,
    resolvePath,
    setContent,
    setItem,
    setLocation,
    splitPath,
    testPath,
  ],
};
