import type { CmdletModule } from '../../commands/define-cmdlet.ts';
import { eventCmdlets } from '../events/index.ts';
import { formattingUtilityCmdlets } from '../formatting/index.ts';
import { addMember } from './add-member.ts';
import { clearVariable } from './clear-variable.ts';
import { everydayCmdlets } from './everyday-cmdlets.ts';
import { getAlias } from './get-alias.ts';
import { getDate } from './get-date.ts';
import { getRandom } from './get-random.ts';
import { getVariable } from './get-variable.ts';
import { invokeExpression } from './invoke-expression.ts';
import { measureCommand } from './measure-command.ts';
import { newAlias } from './new-alias.ts';
import { newGuid } from './new-guid.ts';
import { newObject } from './new-object.ts';
import { newTimeSpan } from './new-time-span.ts';
import { newVariable } from './new-variable.ts';
import { objectCmdlets } from './object-cmdlets.ts';
import { removeAlias } from './remove-alias.ts';
import { removeVariable } from './remove-variable.ts';
import { setAlias } from './set-alias.ts';
import { setVariable } from './set-variable.ts';
import { startSleep } from './start-sleep.ts';
import { writeDebug } from './write-debug.ts';
import { writeError } from './write-error.ts';
import { writeHost } from './write-host.ts';
import { writeInformation } from './write-information.ts';
import { writeOutput } from './write-output.ts';
import { writeProgress } from './write-progress.ts';
import { writeVerbose } from './write-verbose.ts';
import { writeWarning } from './write-warning.ts';

/** The commands of Microsoft.PowerShell.Utility that exist here. */
export const utilityModule: CmdletModule = {
  name: 'Microsoft.PowerShell.Utility',
  version: '7.0.0.0',
  cmdlets: [
    ...formattingUtilityCmdlets,
    ...objectCmdlets,
    ...everydayCmdlets,
    ...eventCmdlets,
    addMember,
    invokeExpression,
    measureCommand,
    newGuid,
    newObject,
    getDate,
    getRandom,
    newTimeSpan,
    clearVariable,
    getAlias,
    getVariable,
    newAlias,
    newVariable,
    removeAlias,
    removeVariable,
    setAlias,
    setVariable,
    startSleep,
    writeDebug,
    writeError,
    writeHost,
    writeInformation,
    writeOutput,
    writeProgress,
    writeVerbose,
    writeWarning,
  ],
};
