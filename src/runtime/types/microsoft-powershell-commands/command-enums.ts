import { defineEnum } from '../define-enum.ts';
import type { TypeSpec } from '../define-type.ts';

const utility = { assembly: 'Microsoft.PowerShell.Commands.Utility' };
const automation = { assembly: 'System.Management.Automation', flags: true };

const memberTypes =
  'AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 Properties=31 PropertySet=32 Method=64 ' +
  'CodeMethod=128 ScriptMethod=256 Methods=448 ParameterizedProperty=512 MemberSet=1024 Event=2048 Dynamic=4096 ' +
  'InferredProperty=8192 All=16383';

/** Enums of parameters of object and data commands. */
export const commandEnumTypes: readonly TypeSpec[] = [
  defineEnum('Microsoft.PowerShell.Commands.ExportAliasFormat', 'Csv Script', utility),
  defineEnum('Microsoft.PowerShell.Commands.Language', 'CSharp', utility),
  defineEnum(
    'Microsoft.PowerShell.Commands.OutputAssemblyType',
    'Library ConsoleApplication WindowsApplication',
    utility,
  ),
  defineEnum('Microsoft.PowerShell.Commands.JsonDateKind', 'Default Local Utc Offset String', utility),
  defineEnum('Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind', 'Never Always AsNeeded', utility),
  defineEnum('Newtonsoft.Json.StringEscapeHandling', 'Default EscapeNonAscii EscapeHtml', {
    assembly: 'Newtonsoft.Json',
  }),
  defineEnum('System.Management.Automation.PSMemberTypes', memberTypes, automation),
  defineEnum('System.Management.Automation.PSMemberViewTypes', 'Extended=1 Adapted=2 Base=4 All=7', automation),
];
