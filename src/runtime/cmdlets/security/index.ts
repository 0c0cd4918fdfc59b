import type { CmdletModule } from '../../commands/define-cmdlet.ts';
import { convertFromSecureString } from './convert-from-secure-string.ts';
import { convertToSecureString } from './convert-to-secure-string.ts';
import { getCredential } from './get-credential.ts';
import { getExecutionPolicy } from './get-execution-policy.ts';
import { setExecutionPolicy } from './set-execution-policy.ts';

/** The commands of Microsoft.PowerShell.Security that exist here. */
export const securityModule: CmdletModule = {
  name: 'Microsoft.PowerShell.Security',
  version: '7.0.0.0',
  cmdlets: [convertFromSecureString, convertToSecureString, getCredential, getExecutionPolicy, setExecutionPolicy],
};
