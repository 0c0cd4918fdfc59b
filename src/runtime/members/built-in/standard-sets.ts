import type { TypeData } from '../type-data.ts';

/** The properties that are shown of a type that has no view of its own. */
const displaySets: Readonly<Record<string, readonly string[]>> = {
  'System.Diagnostics.Process': ['Id', 'Handles', 'CPU', 'SI', 'Name'],
  'Deserialized.System.Diagnostics.Process': ['Id', 'Handles', 'CPU', 'Name'],
  'System.IO.FileInfo': ['LastWriteTime', 'Length', 'Name'],
  'System.Management.Automation.ExtendedTypeDefinition': ['TypeNames', 'FormatViewDefinition'],
  'System.Management.Automation.ListControlEntry': ['Items', 'EntrySelectedBy'],
  'System.Management.Automation.PSModuleInfo': [
    'Name',
    'Path',
    'Description',
    'Guid',
    'Version',
    'ModuleBase',
    'ModuleType',
    'PrivateData',
    'AccessMode',
    'ExportedAliases',
    'ExportedCmdlets',
    'ExportedFunctions',
    'ExportedVariables',
    'NestedModules',
  ],
};

const displayProperties: Readonly<Record<string, string>> = {
  'System.IO.DirectoryInfo': 'Name',
  'System.Net.IPAddress': 'IPAddressToString',
};

/** The properties that are serialized of a type, where not all are. */
const serializedProperties: Readonly<Record<string, readonly string[]>> = {
  'System.Globalization.CultureInfo': [
    'LCID',
    'Name',
    'DisplayName',
    'IetfLanguageTag',
    'ThreeLetterISOLanguageName',
    'ThreeLetterWindowsLanguageName',
    'TwoLetterISOLanguageName',
  ],
  'System.Management.Automation.Job': [
    'HasMoreData',
    'StatusMessage',
    'Location',
    'Command',
    'JobStateInfo',
    'InstanceId',
    'Id',
    'Name',
    'State',
    'ChildJobs',
    'PSJobTypeName',
    'PSBeginTime',
    'PSEndTime',
  ],
  'System.Management.Automation.ParameterMetadata': [
    'Name',
    'ParameterType',
    'Aliases',
    'IsDynamic',
    'SwitchParameter',
  ],
  'System.Management.Automation.ParameterSetMetadata': ['Position', 'Flags', 'HelpMessage'],
  'System.Management.Automation.ExtendedTypeDefinition': ['TypeName', 'TypeNames', 'FormatViewDefinition'],
  'System.Management.Automation.ListControlEntry': ['Items', 'SelectedBy', 'EntrySelectedBy'],
  'System.Security.Cryptography.X509Certificates.X500DistinguishedName': ['RawData'],
  'System.Security.Cryptography.X509Certificates.X509Certificate2': ['RawData'],
};

const automation = (...names: readonly string[]): string[] =>
  names.map((name) => `System.Management.Automation.${name}`);

/** How deep serialization goes into a type, where that is settled. */
const serializationDepths: readonly (readonly [number, readonly string[]])[] = [
  [
    1,
    [
      'HelpInfo',
      'Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData',
      'Deserialized.Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData',
      'Microsoft.PowerShell.Commands.ModuleSpecification',
      'System.Exception',
      'System.Globalization.CultureInfo',
      'System.Net.IPAddress',
      'System.Net.Mail.MailAddress',
      'System.Security.Cryptography.X509Certificates.X500DistinguishedName',
      'System.Security.Cryptography.X509Certificates.X509Certificate2',
      ...automation(
        'Breakpoint',
        'CommandCompletion',
        'CompletionResult',
        'CustomControlEntry',
        'CustomItemBase',
        'DebuggerCommand',
        'DebuggerCommandResults',
        'DisplayEntry',
        'EntrySelectedBy',
        'ExtendedTypeDefinition',
        'FormatViewDefinition',
        'JobStateInfo',
        'ListControlEntry',
        'ListControlEntryItem',
        'PSControl',
        'PSCredential',
        'PSPrimitiveDictionary',
        'Remoting.PSSessionOption',
        'SwitchParameter',
        'TableControlColumn',
        'TableControlColumnHeader',
        'TableControlRow',
        'WideControlEntryItem',
      ),
    ],
  ],
  [
    2,
    automation(
      'BreakpointUpdatedEventArgs',
      'DebuggerStopEventArgs',
      'Job',
      'JobStateEventArgs',
      'PSControlGroupBy',
      'PSListModifier',
      'Signature',
    ),
  ],
];

/** PSStandardMembers of the built-in types: what is shown and what is serialized. */
export function standardSets(data: TypeData): void {
  for (const [name, properties] of Object.entries(displaySets))
    data.ensure(name).defaultDisplayPropertySet = properties;
  for (const [name, property] of Object.entries(displayProperties)) data.ensure(name).defaultDisplayProperty = property;
  data.ensure('Microsoft.PowerShell.Commands.HistoryInfo').defaultKeyPropertySet = ['Id'];
  for (const [depth, names] of serializationDepths) {
    for (const name of names) data.ensure(name).serializationDepth = depth;
  }
  for (const [name, properties] of Object.entries(serializedProperties)) {
    const entry = data.ensure(name);
    entry.serializationMethod = 'SpecificProperties';
    entry.propertySerializationSet = properties;
  }
  const typeName = data.ensure('System.Management.Automation.PSTypeName');
  typeName.serializationMethod = 'String';
  typeName.stringSerializationSource = 'Name';
}
