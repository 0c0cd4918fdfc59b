import { NetException } from '../../errors/net-exception.ts';
import { defineType } from '../define-type.ts';

const notHere = (): never => {
  throw new NetException(
    'System.PlatformNotSupportedException',
    'Windows accounts exist on Windows only; [Environment]::UserName and IsPrivilegedProcess tell of the user here.',
  );
};

/** What scripts ask of Windows accounts: each answers with a clear error, as .NET does on Unix. */
export const windowsPrincipalTypes = [
  defineType({
    name: 'System.Security.Principal.WindowsBuiltInRole',
    kind: 'enum',
    enumValues: new Map(
      [
        'Administrator',
        'User',
        'Guest',
        'PowerUser',
        'AccountOperator',
        'SystemOperator',
        'PrintOperator',
        'BackupOperator',
        'Replicator',
      ].map((name, i) => [name, 544 + i]),
    ),
  }),
  defineType({
    name: 'System.Security.Principal.WindowsIdentity',
    isAbstract: true,
    members: { 'static GetAnonymous() WindowsIdentity': notHere, 'static GetCurrent() WindowsIdentity': notHere },
  }),
  defineType({
    name: 'System.Security.Principal.WindowsPrincipal',
    members: { 'new(WindowsIdentity ntIdentity)': notHere },
  }),
  defineType({
    name: 'System.Security.Principal.SecurityIdentifier',
    members: { 'new(string sddlForm)': notHere },
  }),
  defineType({
    name: 'System.Security.Principal.NTAccount',
    members: { 'new(string name)': notHere, 'new(string domainName, string accountName)': notHere },
  }),
];
