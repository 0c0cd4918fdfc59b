import type { AnyCmdlet } from '../../commands/define-cmdlet.ts';
import { addType } from './add-type.ts';
import { convertFromClixml } from './convert-from-clixml.ts';
import { convertFromStringData } from './convert-from-string-data.ts';
import { convertToClixml } from './convert-to-clixml.ts';
import { exportAlias } from './export-alias.ts';
import { exportClixml } from './export-clixml.ts';
import { getCulture } from './get-culture.ts';
import { getFileHash } from './get-file-hash.ts';
import { getHost } from './get-host.ts';
import { getPSBreakpoint } from './get-ps-breakpoint.ts';
import { getPSCallStack } from './get-ps-call-stack.ts';
import { getSecureRandom } from './get-secure-random.ts';
import { getUICulture } from './get-ui-culture.ts';
import { getUptime } from './get-uptime.ts';
import { getVerb } from './get-verb.ts';
import { importAlias } from './import-alias.ts';
import { importClixml } from './import-clixml.ts';
import { importLocalizedData } from './import-localized-data.ts';
import { importPowerShellDataFile } from './import-power-shell-data-file.ts';
import { newTemporaryFile } from './new-temporary-file.ts';
import { readHost } from './read-host.ts';
import { setDate } from './set-date.ts';
import { unblockFile } from './unblock-file.ts';
import { updateList } from './update-list.ts';

/** Commands about files, data, secrets of chance, cultures and the host. */
export const everydayCmdlets: readonly AnyCmdlet[] = [
  addType,
  convertFromClixml,
  convertFromStringData,
  convertToClixml,
  exportAlias,
  exportClixml,
  getCulture,
  getFileHash,
  getHost,
  getSecureRandom,
  getUICulture,
  getUptime,
  getVerb,
  importAlias,
  importClixml,
  importLocalizedData,
  importPowerShellDataFile,
  newTemporaryFile,
  readHost,
  unblockFile,
  updateList,
  setDate,
  getPSBreakpoint,
  getPSCallStack,
];
