import { displayTypeName } from '../../types/type-names.ts';
import { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { AttributeObject } from '../attribute-object.ts';
import { blockText } from '../command-info.ts';
import { allParameterSets, type CommandMetadata, type CommandParameter } from '../parameter-metadata.ts';

const quoted = (text: PSValue): string => `'${String(text).replace(/['\u2018-\u201b]/g, '$&$&')}'`;

/** A value as an attribute's argument. */
function argument(value: PSValue): string {
  if (value instanceof EnumValue) return `[${value.netType.fullName}]::${value.toString()}`;
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** Both ends of a range in one type: where only one is an enum value, as numbers. */
function range([low, high]: readonly PSValue[]): string {
  if (high === undefined && low instanceof EnumValue)
    return `[System.Management.Automation.ValidateRangeKind]::${low.toString()}`;
  if (high === undefined) return `[System.Management.Automation.ValidateRangeKind]::${String(low)}`;
  const areBoth = low instanceof EnumValue && high instanceof EnumValue;
  const end = (value: PSValue) => (value instanceof EnumValue && !areBoth ? String(value.value) : argument(value));
  return `${end(low)}, ${end(high)}`;
}

type Write = (positional: readonly PSValue[]) => string;
const listed: Write = (values) => values.map(argument).join(', ');
const none: Write = () => '';

/** The attributes that a proxy repeats, by their short name, with what stands in the brackets. */
const repeated: Readonly<Record<string, Write>> = {
  ValidateLength: listed,
  ValidateRange: range,
  AllowNull: none,
  AllowEmptyString: none,
  AllowEmptyCollection: none,
  ValidatePattern: ([pattern]) => quoted(pattern),
  ValidateCount: listed,
  ValidateNotNull: none,
  ValidateNotNullOrEmpty: none,
  ValidateNotNullOrWhiteSpace: none,
  ValidateSet: (values) => values.map(quoted).join(','),
  ValidateScript: ([block]) => (block instanceof ScriptBlock ? `{ ${blockText(block)} }` : '{ }'),
  PSTypeName: ([name]) => quoted(name),
};

function attributeLine(attribute: PSValue): string | undefined {
  if (!(attribute instanceof AttributeObject)) return undefined;
  const name = attribute.typeName.replace(/^System\.Management\.Automation\./, '').replace(/Attribute$/, '');
  const write = repeated[name];
  return write && `[${name}(${write(attribute.positional)})]`;
}

function membershipLines({ sets }: CommandParameter): string[] {
  const lines: string[] = [];
  for (const [set, data] of sets) {
    const parts = [
      set === allParameterSets ? '' : `ParameterSetName=${quoted(set)}`,
      data.isMandatory ? 'Mandatory=$true' : '',
      data.position === undefined ? '' : `Position=${data.position}`,
      data.valueFromPipeline ? 'ValueFromPipeline=$true' : '',
      data.valueFromPipelineByPropertyName ? 'ValueFromPipelineByPropertyName=$true' : '',
      data.valueFromRemainingArguments ? 'ValueFromRemainingArguments=$true' : '',
      data.helpMessage ? `HelpMessage=${quoted(data.helpMessage)}` : '',
    ].filter((part) => part !== '');
    if (parts.length > 0) lines.push(`[Parameter(${parts.join(', ')})]`);
  }
  return lines;
}

function parameterLines(parameter: CommandParameter, isAdvanced: boolean): string[] {
  const { name, aliases, attributes, isSwitch, type } = parameter;
  return [
    ...(isAdvanced ? membershipLines(parameter) : []),
    ...(aliases.length > 0 ? [`[Alias(${aliases.map(quoted).join(',')})]`] : []),
    ...attributes.map(attributeLine).filter((line) => line !== undefined),
    ...(isSwitch ? ['[switch]'] : type ? [`[${displayTypeName(type)}]`] : []),
    ['$', '{', name.replace(/[`{}]/g, '`$&'), '}'].join(''),
  ];
}

/** The inside of a param block that takes what a command takes. */
export function proxyParameters({ parameters, isAdvanced }: CommandMetadata): string {
  return parameters
    .filter((parameter) => !parameter.isCommon && !parameter.isDynamic)
    .map((parameter) =>
      parameterLines(parameter, isAdvanced)
        .map((line) => `\n    ${line}`)
        .join(''),
    )
    .join(',\n');
}

/** `[CmdletBinding(…)]` as the command has it; empty for simple functions. */
export function proxyBinding(metadata: CommandMetadata): string {
  if (!metadata.isAdvanced) return '';
  const { defaultSet, supportsShouldProcess, confirmImpact, supportsPaging, positionalBinding, helpUri } = metadata;
  const parts = [
    defaultSet ? `DefaultParameterSetName=${quoted(defaultSet)}` : '',
    supportsShouldProcess ? `SupportsShouldProcess=$true, ConfirmImpact=${quoted(confirmImpact)}` : '',
    supportsPaging ? 'SupportsPaging=$true' : '',
    positionalBinding ? '' : 'PositionalBinding=$false',
    helpUri ? `HelpUri=${quoted(helpUri)}` : '',
    metadata.remotingCapability === 'PowerShell' ? '' : `RemotingCapability=${quoted(metadata.remotingCapability)}`,
  ];
  return `[CmdletBinding(${parts.filter((part) => part !== '').join(', ')})]`;
}

/** What a proxy calls. */
export interface ProxyTarget {
  readonly name: string;
  /** CommandTypes by name. */
  readonly kind: string;
  readonly metadata: CommandMetadata;
}

const guarded = (code: string): string => `\n    try {\n${code}\n    } catch {\n        throw\n    }\n`;

const lookUp = ({ name, kind }: ProxyTarget, rest = ''): string =>
  `$ExecutionContext.InvokeCommand.GetCommand(${quoted(name)}, [System.Management.Automation.CommandTypes]::${kind}${rest})`;

/** The blocks of a proxy, by name. */
export const proxyBlocks = {
  begin(target: ProxyTarget): string {
    const origin = target.kind === 'Function' ? '' : '$MyInvocation.CommandOrigin';
    const [before, start] = target.metadata.isAdvanced
      ? [
          "        $outBuffer = $null\n        if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer)) { $PSBoundParameters['OutBuffer'] = 1 }",
          '$PSCmdlet',
        ]
      : ["        $PSBoundParameters.Add('$args', $args)", '$MyInvocation.ExpectingInput, $ExecutionContext'];
    return guarded(`${before}
        $wrappedCmd = ${lookUp(target)}
        $scriptCmd = { & $wrappedCmd @PSBoundParameters }
        $steppablePipeline = $scriptCmd.GetSteppablePipeline(${origin})
        $steppablePipeline.Begin(${start})`);
  },
  process: (): string => guarded('        $steppablePipeline.Process($_)'),
  end: (): string => guarded('        $steppablePipeline.End()'),
  clean: (): string => '\n    if ($null -ne $steppablePipeline) { $steppablePipeline.Clean() }\n',
  dynamicparam(target: ProxyTarget): string {
    const prefix = 'System.Management.Automation.RuntimeDefinedParameter';
    return guarded(`        $known = $MyInvocation.MyCommand.Parameters
        $found = [${prefix}Dictionary]::new()
        foreach ($one in ${lookUp(target, ', $PSBoundParameters')}.Parameters.Values) {
            if ($one.IsDynamic -and -not $known.ContainsKey($one.Name)) {
                $found.Add($one.Name, [${prefix}]::new($one.Name, $one.ParameterType, $one.Attributes))
            }
        }
        if ($found.Count -gt 0) { return $found }`);
  },
} as const;

/** The text of a function that passes everything on to a command. */
export function proxyText(target: ProxyTarget, help: string | null, hasDynamic: boolean): string {
  const { metadata, name, kind } = target;
  const comment = help || `\n.ForwardHelpTargetName ${name}\n.ForwardHelpCategory ${kind}\n`;
  const dynamic =
    hasDynamic && metadata.hasDynamicParameters ? `dynamicparam\n{${proxyBlocks.dynamicparam(target)}}\n\n` : '';
  return `${proxyBinding(metadata)}
param(${proxyParameters(metadata)})

${dynamic}begin
{${proxyBlocks.begin(target)}}

process
{${proxyBlocks.process()}}

end
{${proxyBlocks.end()}}

clean
{${proxyBlocks.clean()}}
<#
${comment.replace(/#>/g, '# >')}
#>
`;
}
