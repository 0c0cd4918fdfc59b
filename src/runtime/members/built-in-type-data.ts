import { extendCommands } from './built-in/command-members.ts';
import { extendDrives } from './built-in/drive-members.ts';
import { extendFiles } from './built-in/file-members.ts';
import { extendSessions } from './built-in/session-members.ts';
import { standardSets } from './built-in/standard-sets.ts';
import { extendValues } from './built-in/value-members.ts';
import type { TypeData } from './type-data.ts';

/** Fills in the extended members and standard sets that PowerShell has from the start. */
export function builtInTypeData(data: TypeData): void {
  extendValues(data);
  extendDrives(data);
  extendFiles(data);
  extendCommands(data);
  extendSessions(data);
  standardSets(data);
}
