import { realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Version of this program. */
export const version = process.env['NACRE_VERSION'] ?? '0.0.0';

/** Folder that this program is installed in: `$PSHOME`. The launcher names it; else it is found from this file. */
export function installDirectory(): string {
  const named = process.env['NACRE_HOME'];
  // The launcher's own variables are not for scripts and the programs they start.
  delete process.env['NACRE_HOME'];
  delete process.env['NACRE_DIST'];
  return named ?? join(dirname(fileURLToPath(import.meta.url)), '..');
}

/** Folder of the shell itself (`$PSHOME`), put first on PATH: `pwsh` within a script starts this very shell. */
export function shellFolder(home: string): string {
  const folder = join(realpathSync(home), 'bin');
  const path = process.env['PATH'];
  if (path === undefined) process.env['PATH'] = folder;
  else if (path.split(delimiter)[0] !== folder) process.env['PATH'] = folder + delimiter + path;
  return folder;
}
