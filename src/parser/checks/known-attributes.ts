/** Where an attribute may stand, and the properties that named arguments can set. */
export interface KnownAttribute {
  readonly fullName: string;
  readonly validOn: readonly AttributeTarget[];
  /** Properties by name; false for those that can only be read. */
  readonly properties: ReadonlyMap<string, boolean>;
}

/** Declarations of classes and enums that attributes can be put on, under .NET's names. */
export type AttributeTarget = 'Class' | 'Enum' | 'Interface' | 'Constructor' | 'Method' | 'Property' | 'Field';

const onValues: readonly AttributeTarget[] = ['Property', 'Field'];
const onMembers: readonly AttributeTarget[] = ['Constructor', 'Method', 'Property', 'Field'];
const onClasses: readonly AttributeTarget[] = ['Class'];

/** Attributes of the engine: where they may stand and, `!` for read-only, their properties. */
const automation: readonly (readonly [name: string, validOn: readonly AttributeTarget[], properties: string])[] = [
  [
    'Parameter',
    onValues,
    'ExperimentName! ExperimentAction! Position ParameterSetName Mandatory ValueFromPipeline ' +
      'ValueFromPipelineByPropertyName ValueFromRemainingArguments HelpMessage HelpMessageBaseName ' +
      'HelpMessageResourceId DontShow',
  ],
  ['Alias', ['Class', ...onValues], 'AliasNames!'],
  ['ValidateSet', onValues, 'ErrorMessage IgnoreCase ValidValues!'],
  ['ValidateRange', onValues, 'MinRange! MaxRange!'],
  ['ValidatePattern', onValues, 'RegexPattern! Options ErrorMessage'],
  ['ValidateScript', onValues, 'ErrorMessage ScriptBlock!'],
  ['ValidateLength', onValues, 'MinLength! MaxLength!'],
  ['ValidateCount', onValues, 'MinLength! MaxLength!'],
  ['ValidateNotNull', onValues, ''],
  ['ValidateNotNullOrEmpty', onValues, ''],
  ['ValidateNotNullOrWhiteSpace', onValues, ''],
  ['AllowNull', onValues, ''],
  ['AllowEmptyString', onValues, ''],
  ['AllowEmptyCollection', onValues, ''],
  ['ValidateDrive', onValues, 'ValidRootDrives!'],
  ['ValidateUserDrive', onValues, 'ValidRootDrives!'],
  ['ValidateTrustedData', onValues, ''],
  [
    'CmdletBinding',
    onClasses,
    'PositionalBinding DefaultParameterSetName SupportsShouldProcess SupportsPaging ' +
      'SupportsTransactions ConfirmImpact HelpUri RemotingCapability',
  ],
  ['OutputType', onClasses, 'Type! ProviderCmdlet ParameterSetName'],
  ['PSDefaultValue', onValues, 'Value Help'],
  ['SupportsWildcards', onValues, ''],
  ['Credential', onValues, 'TransformNullOptionalParameters!'],
  ['ArgumentCompleter', onValues, 'Type! ScriptBlock!'],
  ['ArgumentCompletions', onValues, ''],
  ['PSTypeName', onValues, 'PSTypeName!'],
  ['DscResource', onClasses, 'RunAsCredential'],
  ['DscLocalConfigurationManager', onClasses, ''],
  ['DscProperty', onValues, 'Key Mandatory NotConfigurable'],
  ['Experimental', ['Class', ...onValues], 'ExperimentName! ExperimentAction!'],
  ['Hidden', onMembers, ''],
];

/** The same for attributes of .NET itself. */
const system: typeof automation = [
  ['Flags', ['Enum'], ''],
  ['Serializable', ['Class', 'Enum'], ''],
  ['Obsolete', ['Class', 'Enum', 'Interface', ...onMembers], 'Message! IsError! DiagnosticId UrlFormat'],
];

function tableOf(entries: typeof automation, namespace: string): [string, KnownAttribute][] {
  return entries.map(([name, validOn, properties]) => {
    const names = `${properties} TypeId!`.split(' ').filter((property) => property !== '');
    const settable = new Map(names.map((text) => [text.replace('!', '').toLowerCase(), !text.endsWith('!')]));
    return [name.toLowerCase(), { fullName: `${namespace}.${name}Attribute`, validOn, properties: settable }];
  });
}

const known: ReadonlyMap<string, KnownAttribute> = new Map([
  ...tableOf(automation, 'System.Management.Automation'),
  ...tableOf(system, 'System'),
]);

/** The attribute that a name means, when it is one that ships with the engine. */
export function knownAttribute(typeName: string): KnownAttribute | undefined {
  const key = typeName.toLowerCase().replace(/attribute$/, '');
  const short = key.replace(/^(?:(?:system\.)?management\.automation|system)\./, '');
  const attribute = known.get(short);
  if (attribute === undefined || short === key) return attribute;
  const full = attribute.fullName.toLowerCase();
  return full === `${key}attribute` || full === `system.${key}attribute` ? attribute : undefined;
}
