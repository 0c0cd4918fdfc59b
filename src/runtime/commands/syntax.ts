import type { NetType } from '../values/net-type.ts';
import type { CommandSetDescription, SetParameterDescription } from './command-description.ts';

/** The syntax line of one parameter set, as `Get-Command -Syntax` writes it. */
export function syntaxOf(name: string, set: CommandSetDescription): string {
  const parts = inSyntaxOrder(set).map(parameterText);
  const isAdvanced = set.parameters.some((p) => p.parameter.isCommon);
  if (isAdvanced) parts.push('[<CommonParameters>]');
  return [name, ...parts].join(' ');
}

/** The parameters of a set in the order in which its syntax names them. */
export function inSyntaxOrder(set: CommandSetDescription): readonly SetParameterDescription[] {
  const own = set.parameters.filter((p) => !p.parameter.isCommon && !p.parameter.dontShow);
  const extra = set.parameters.filter((p) => p.parameter.isCommon && !isAlwaysThere(p));
  return [...inOrder(own), ...extra];
}

/** -WhatIf and -Confirm are written out; the common parameters of every command are one word. */
function isAlwaysThere({ parameter }: SetParameterDescription): boolean {
  return parameter.name !== 'WhatIf' && parameter.name !== 'Confirm' && !paging.has(parameter.name);
}

const paging = new Set(['IncludeTotalCount', 'Skip', 'First']);

/** Positional parameters by position, then mandatory ones, then the rest as declared. */
function inOrder(parameters: readonly SetParameterDescription[]): SetParameterDescription[] {
  const positional = parameters
    .filter((p) => p.data.position !== undefined)
    .sort((a, b) => (a.data.position ?? 0) - (b.data.position ?? 0));
  const named = parameters.filter((p) => p.data.position === undefined);
  return [...positional, ...named.filter((p) => p.data.isMandatory), ...named.filter((p) => !p.data.isMandatory)];
}

function parameterText({ parameter, data }: SetParameterDescription): string {
  const name = `-${parameter.name}`;
  if (parameter.isSwitch) return data.isMandatory ? name : `[${name}]`;
  const value = `<${typeText(parameter.type, parameter.typeName)}>`;
  const positional = data.position !== undefined;
  const text = positional ? `[${name}] ${value}` : `${name} ${value}`;
  return data.isMandatory ? text : `[${text}]`;
}

const shortNames: Readonly<Record<string, string>> = {
  'System.String': 'string',
  'System.Int32': 'int',
  'System.Int64': 'long',
  'System.Boolean': 'bool',
  'System.Double': 'double',
  'System.Single': 'float',
  'System.Decimal': 'decimal',
  'System.Char': 'char',
  'System.Byte': 'byte',
  'System.SByte': 'sbyte',
  'System.Int16': 'short',
  'System.UInt16': 'ushort',
  'System.UInt32': 'uint',
  'System.UInt64': 'ulong',
  'System.Numerics.BigInteger': 'bigint',
  'System.DateTime': 'datetime',
  'System.Guid': 'guid',
  'System.TimeSpan': 'timespan',
  'System.Version': 'version',
  'System.Uri': 'uri',
  'System.Text.RegularExpressions.Regex': 'regex',
  'System.Collections.Hashtable': 'hashtable',
  'System.Management.Automation.ScriptBlock': 'scriptblock',
  'System.Management.Automation.PSObject': 'psobject',
  'System.Management.Automation.PSCredential': 'pscredential',
  'System.Management.Automation.SwitchParameter': 'switch',
  'System.Management.Automation.PSReference': 'ref',
  'System.Type': 'type',
  'System.Xml.XmlDocument': 'xml',
  'System.Globalization.CultureInfo': 'cultureinfo',
  'System.Security.SecureString': 'securestring',
  'System.Management.Automation.PSModuleInfo': 'psmoduleinfo',
  'System.Array': 'array',
};

function typeText(type: NetType | undefined, typeName: string): string {
  const full = type?.fullName ?? typeName;
  if (full.endsWith('[]')) return `${typeText(type?.elementType, full.slice(0, -2))}[]`;
  return shortNames[full] ?? type?.name ?? full.slice(full.lastIndexOf('.') + 1);
}
