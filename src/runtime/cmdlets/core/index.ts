import type { CmdletModule } from '../../commands/define-cmdlet.ts';
import { addHistory } from './add-history.ts';
import { clearHistory } from './clear-history.ts';
import { exportModuleMember } from './export-module-member.ts';
import { forEachObject } from './for-each-object.ts';
import { getCommand } from './get-command.ts';
import { getExperimentalFeature } from './get-experimental-feature.ts';
import { getHelp } from './get-help.ts';
import { getHistory } from './get-history.ts';
import { getModule } from './get-module.ts';
import { importModule } from './import-module.ts';
import { invokeHistory } from './invoke-history.ts';
import { getJob } from './jobs/get-job.ts';
import { receiveJob } from './jobs/receive-job.ts';
import { removeJob } from './jobs/remove-job.ts';
import { startJob } from './jobs/start-job.ts';
import { startThreadJobCommand } from './jobs/start-thread-job.ts';
import { stopJob } from './jobs/stop-job.ts';
import { waitJob } from './jobs/wait-job.ts';
import { newModule } from './new-module.ts';
import { newModuleManifest } from './new-module-manifest.ts';
import { outNull } from './out-null.ts';
import { registerArgumentCompleter } from './register-argument-completer.ts';
import { removeModule } from './remove-module.ts';
import { setPSDebug } from './set-ps-debug.ts';
import { setStrictMode } from './set-strict-mode.ts';
import { testModuleManifest } from './test-module-manifest.ts';
import { whereObject } from './where-object.ts';

/** The commands of Microsoft.PowerShell.Core that exist here; Out-Default and Out-Host come with formatting. */
export const coreModule: CmdletModule = {
  name: 'Microsoft.PowerShell.Core',
  version: '7.6.5.0',
  cmdlets: [
    addHistory,
    clearHistory,
    exportModuleMember,
    forEachObject,
    getCommand,
    getExperimentalFeature,
    getHelp,
    getHistory,
    getJob,
    getModule,
    importModule,
    invokeHistory,
    newModule,
    newModuleManifest,
    outNull,
    receiveJob,
    registerArgumentCompleter,
    removeJob,
    removeModule,
    setPSDebug,
    setStrictMode,
    startJob,
    stopJob,
    testModuleManifest,
    waitJob,
    whereObject,
  ],
};

/** The commands of Microsoft.PowerShell.ThreadJob. */
export const threadJobModule: CmdletModule = {
  name: 'Microsoft.PowerShell.ThreadJob',
  version: '2.2.0',
  cmdlets: [startThreadJobCommand],
};
