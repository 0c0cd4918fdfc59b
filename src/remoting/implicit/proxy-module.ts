import type { PSSession } from '../sessions/ps-session.ts';
import type { FarCommand, FarParameter, FarSet } from './far-commands.ts';

/** The files of a module whose functions stand in for the commands of a session. */
export interface ProxyModule {
  readonly script: string;
  readonly manifest: string;
  readonly formats: string;
}

const ALL_SETS = '__AllParameterSets';
/** Parameters that every advanced function has by itself. */
const common: ReadonlySet<string> = new Set(
  'verbose debug erroraction warningaction informationaction progressaction errorvariable warningvariable informationvariable outvariable outbuffer pipelinevariable'.split(
    ' ',
  ),
);

// a stand-in may have the name of any command that the module itself runs
const core = 'Microsoft.PowerShell.Core\\';
const utility = 'Microsoft.PowerShell.Utility\\';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const braced = (name: string): string => `\${${name.replace(/[{}`]/g, '`$&')}}`;

/** Makes the module: one function a command, one alias an alias, and how to reach the session again. */
export function proxyModule(
  name: string,
  session: PSSession,
  commands: readonly FarCommand[],
  guid: string,
): ProxyModule {
  const functions = commands.filter((it) => it.target === undefined);
  const aliases = commands.filter((it) => it.target !== undefined);
  const script = [
    head(session),
    ...functions.map(functionText),
    ...aliases.map(
      ({ name: alias, target }) => `${utility}Set-Alias -Name ${quoted(alias)} -Value ${quoted(target ?? '')} -Force`,
    ),
    `${core}Export-ModuleMember -Function ${listText(functions)} -Alias ${listText(aliases)}`,
    '',
  ].join('\n');
  const manifest = `@{
  GUID = ${quoted(guid)}
  ModuleVersion = '1.0'
  Description = ${quoted(`Commands of a session on ${session.computerName}`)}
  RootModule = ${quoted(`${name}.psm1`)}
  FormatsToProcess = ${quoted(`${name}.format.ps1xml`)}
  FunctionsToExport = ${listText(functions)}
  AliasesToExport = ${listText(aliases)}
  CmdletsToExport = @()
  VariablesToExport = @()
  PrivateData = @{ ImplicitRemoting = $true; ImplicitSessionId = ${quoted(session.instanceId)} }
}
`;
  const formats = '<?xml version="1.0" encoding="utf-8"?>\n<Configuration>\n  <ViewDefinitions />\n</Configuration>\n';
  return { script, manifest, formats };
}

function listText(commands: readonly FarCommand[]): string {
  return `@(${commands.map((it) => quoted(it.name)).join(', ')})`;
}

/** What comes before the functions: the session, given or found or opened again. */
function head(session: PSSession): string {
  const { connection } = session;
  const place =
    session.transport === 'Process'
      ? "@{ ComputerName = 'localhost' }"
      : `@{ HostName = ${quoted(connection.computerName)}; UserName = ${quoted(connection.userName)}; Port = ${connection.port}; Subsystem = ${quoted(connection.subsystem)}${connection.keyFilePath === '' ? '' : `; KeyFilePath = ${quoted(connection.keyFilePath)}`} }`;
  return `param($Session)
$script:farSession = $Session
$script:farPlace = ${place}

# The open session that the commands below run in.
function Get-FarSession {
  if ($null -eq $script:farSession) {
    $script:farSession = ${core}Get-PSSession | ${core}Where-Object { "$($_.InstanceId)" -eq ${quoted(session.instanceId)} }
  }
  if ($null -eq $script:farSession -or "$($script:farSession.State)" -ne 'Opened') {
    $place = $script:farPlace
    $script:farSession = ${core}New-PSSession @place -Name ${quoted(`Session for implicit remoting module at ${connection.computerName}`)} -ErrorAction Stop
  }
  $script:farSession
}

# Runs one command there. Input comes through the pipeline.
$script:farCall = {
  param($name, $bound, $unbound)
  & $name @bound @unbound
}
`;
}

function functionText(command: FarCommand): string {
  const { name, isAdvanced, defaultSet } = command;
  const own = command.parameters.filter(({ name: it }) => !isAdvanced || !common.has(it.toLowerCase()));
  const hasJob = own.some((it) => it.name.toLowerCase() === 'asjob');
  const parameters = own.map((it) => parameterText(it, isAdvanced));
  // a function without parameters of its own takes whatever it is given
  if (!hasJob && (isAdvanced || own.length > 0)) parameters.push('    [switch] $AsJob');
  const binding = isAdvanced
    ? `  [CmdletBinding(${defaultSet && defaultSet !== ALL_SETS ? `DefaultParameterSetName = ${quoted(defaultSet)}, ` : ''}PositionalBinding = $false)]\n`
    : '';
  const job = hasJob || parameters.length === 0 ? '$false' : '$AsJob';
  return `function ${name} {
${binding}  param(
${parameters.join(',\n')}
  )
  begin {
    $call = @{ Session = Get-FarSession; HideComputerName = $true; ScriptBlock = $script:farCall }
    if (${job}) { $call.AsJob = $true; $null = $PSBoundParameters.Remove('AsJob') }
    $bound = @{}
    foreach ($key in $PSBoundParameters.Keys) { $bound[$key] = $PSBoundParameters[$key] }
    $call.ArgumentList = ${quoted(name)}, $bound, ${isAdvanced ? '@()' : '$args'}
    $pipeline = { ${core}Invoke-Command @call }.GetSteppablePipeline($MyInvocation.CommandOrigin)
    $pipeline.Begin($MyInvocation.ExpectingInput, $ExecutionContext)
  }
  process {
    if ($MyInvocation.ExpectingInput) { $pipeline.Process($_) } else { $pipeline.Process() }
  }
  end {
    $pipeline.End()
  }
}
`;
}

function parameterText(parameter: FarParameter, isAdvanced: boolean): string {
  const { name, aliases, isSwitch, sets } = parameter;
  const attributes = isAdvanced ? sets.map(setText) : [];
  if (aliases.length > 0) attributes.push(`    [Alias(${aliases.map(quoted).join(', ')})]`);
  return [...attributes, `    ${isSwitch ? '[switch] ' : ''}${braced(name)}`].join('\n');
}

function setText({ name, position, mandatory, byValue, byName, rest }: FarSet): string {
  const parts = [
    ...(name === ALL_SETS ? [] : [`ParameterSetName = ${quoted(name)}`]),
    ...(position === undefined ? [] : [`Position = ${position}`]),
    ...(mandatory ? ['Mandatory = $true'] : []),
    ...(byValue ? ['ValueFromPipeline = $true'] : []),
    ...(byName ? ['ValueFromPipelineByPropertyName = $true'] : []),
    ...(rest ? ['ValueFromRemainingArguments = $true'] : []),
  ];
  return `    [Parameter(${parts.join(', ')})]`;
}
