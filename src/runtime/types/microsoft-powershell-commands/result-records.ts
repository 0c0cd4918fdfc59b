import type { PSValue } from '../../values/ps-value.ts';
import { ResultRecord } from '../../values/result-record.ts';
import { defineEnum } from '../define-enum.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';

/** Properties of a {@link ResultRecord}: `Name type` each, with `!` for those that scripts can set. */
export function recordMembers(...properties: readonly string[]): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const text of properties) {
    const [name = '', type = 'object'] = text.replace('!', '').split(' ');
    const get = (self: ResultRecord): PSValue => self.fields.get(name) ?? null;
    if (!text.endsWith('!')) members[`prop ${name} ${type} get`] = get;
    else {
      const set = (self: ResultRecord, value: PSValue): void => {
        self.fields.set(name, value);
      };
      members[`prop ${name} ${type} get set`] = { get, set };
    }
  }
  return members;
}

const utility = 'Microsoft.PowerShell.Commands.Utility';

/** Plain objects that commands give, and the enums of their parameters. */
export const resultRecordTypes: readonly TypeSpec[] = [
  defineType({
    name: 'Microsoft.PowerShell.Commands.FileHashInfo',
    jsClass: ResultRecord,
    typeNameOf: (record: ResultRecord) => record.typeName,
    assembly: utility,
    members: recordMembers('Algorithm string!', 'Hash string!', 'Path string!'),
  }),
  defineType({
    name: 'System.Management.Automation.VerbInfo',
    members: recordMembers('Verb string!', 'AliasPrefix string!', 'Group string!', 'Description string!'),
  }),
  defineType({
    name: 'System.Management.Automation.CallStackFrame',
    members: {
      ...recordMembers(
        'ScriptName string',
        'ScriptLineNumber int',
        'InvocationInfo InvocationInfo',
        'Position IScriptExtent',
        'FunctionName string',
      ),
      'GetScriptLocation() string': (self: ResultRecord) => self.fields.get('Location') ?? null,
      'GetFrameVariables() Dictionary<string,PSVariable>': (self: ResultRecord) => self.fields.get('Variables') ?? null,
      'ToString() string': (self: ResultRecord) => self.fields.get('Text') ?? null,
    },
  }),
  defineEnum('Microsoft.PowerShell.Commands.DisplayHintType', 'Date Time DateTime', { assembly: utility }),
  defineEnum(
    'Microsoft.PowerShell.ExecutionPolicy',
    'Unrestricted=0 RemoteSigned=1 AllSigned=2 Restricted=3 Default=3 Bypass=4 Undefined=5',
    { assembly: 'System.Management.Automation' },
  ),
  defineEnum('Microsoft.PowerShell.ExecutionPolicyScope', 'Process CurrentUser LocalMachine UserPolicy MachinePolicy', {
    assembly: 'System.Management.Automation',
  }),
];
