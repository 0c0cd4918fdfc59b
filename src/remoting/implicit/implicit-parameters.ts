import { parameter, type } from '../../runtime/commands/parameter.ts';
import type { PSSession } from '../sessions/ps-session.ts';

const notNull = [{ kind: 'notNull' }] as const;

/** The parameters that Import-PSSession and Export-PSSession share. */
export const implicitParameters = {
  CommandName: parameter(type.strings, {
    aliases: ['Name'],
    position: 2,
    supportsWildcards: true,
    help: 'Names of the commands; all if left out.',
  }),
  AllowClobber: parameter(type.switch, { help: 'Takes commands too that are known here by the same name.' }),
  ArgumentList: parameter(type.objects, { aliases: ['Args'], help: 'For commands whose parameters depend on it.' }),
  CommandType: parameter(type.enumOf('System.Management.Automation.CommandTypes'), {
    aliases: ['Type'],
    help: 'Kinds of commands.',
  }),
  Module: parameter(type.strings, {
    aliases: ['PSSnapin'],
    validate: notNull,
    help: 'Modules of the far side whose commands are meant.',
  }),
  FullyQualifiedModule: parameter(type.named('Microsoft.PowerShell.Commands.ModuleSpecification[]'), {
    validate: notNull,
    help: 'Modules with their versions.',
  }),
  FormatTypeName: parameter(type.strings, {
    position: 3,
    help: 'Has no effect: objects are shown with the views of here.',
  }),
  Certificate: parameter(type.named('System.Security.Cryptography.X509Certificates.X509Certificate2'), {
    help: 'Has no effect: scripts are not signed here.',
  }),
  Session: parameter(type.named<PSSession>('System.Management.Automation.Runspaces.PSSession'), {
    mandatory: true,
    position: 0,
    validate: notNull,
    help: 'The session whose commands are meant.',
  }),
} as const;
