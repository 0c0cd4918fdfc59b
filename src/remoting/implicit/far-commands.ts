import { namedArgument } from '../../runtime/commands/argument.ts';
import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import { ErrorRecord } from '../../runtime/errors/error-record.ts';
import { elementsOf } from '../../runtime/members/enumerate.ts';
import { CollectSink, quietStreams } from '../../runtime/pipeline/sink.ts';
import { baseOf, notesOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { PSSession } from '../sessions/ps-session.ts';

/** How a parameter stands in one parameter set. */
export interface FarSet {
  readonly name: string;
  /** Undefined where it has no position. */
  readonly position: number | undefined;
  readonly mandatory: boolean;
  readonly byValue: boolean;
  readonly byName: boolean;
  readonly rest: boolean;
}

/** A parameter of a command of the far side. */
export interface FarParameter {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly isSwitch: boolean;
  readonly sets: readonly FarSet[];
}

/** A command of the far side, as much of it as a stand-in here needs. */
export interface FarCommand {
  readonly name: string;
  /** The command that it is an alias of. */
  readonly target: string | undefined;
  /** Has the common parameters: a cmdlet, or a function that asks for them. */
  readonly isAdvanced: boolean;
  readonly defaultSet: string;
  readonly parameters: readonly FarParameter[];
}

/** Which commands are wanted. */
export interface FarCommandQuery {
  readonly names: readonly string[] | undefined;
  readonly modules: readonly string[] | undefined;
  /** A number of CommandTypes. */
  readonly types: number | undefined;
  readonly args: readonly PSValue[] | undefined;
}

// One statement a property, so that what one engine lacks is only missing there.
const script = `param([object[]] $Name, [object[]] $Module, $CommandType, [object[]] $ArgumentList)
$query = @{ ErrorAction = 'SilentlyContinue' }
foreach ($key in $PSBoundParameters.Keys) { if ($null -ne $PSBoundParameters[$key]) { $query[$key] = $PSBoundParameters[$key] } }
foreach ($command in Get-Command @query) {
  $kind = "$($command.CommandType)"
  $target = if ($kind -eq 'Alias') { $command.ResolvedCommand } else { $command }
  if ($null -eq $target) { continue }
  [pscustomobject]@{
    Name = $command.Name
    Target = if ($kind -eq 'Alias') { $target.Name }
    IsAdvanced = "$($target.CommandType)" -eq 'Cmdlet' -or [bool]$target.CmdletBinding
    DefaultSet = "$($target.DefaultParameterSet)"
    Parameters = @(if ($target.Parameters) { foreach ($parameter in $target.Parameters.Values) {
      [pscustomobject]@{
        Name = $parameter.Name
        Aliases = @($parameter.Aliases)
        IsSwitch = $parameter.SwitchParameter
        Sets = @(foreach ($entry in $parameter.ParameterSets.GetEnumerator()) {
          $in = $entry.Value
          [pscustomobject]@{ Name = $entry.Key; Position = $in.Position; Mandatory = $in.IsMandatory; ByValue = $in.ValueFromPipeline; ByName = $in.ValueFromPipelineByPropertyName; Rest = $in.ValueFromRemainingArguments }
        })
      }
    } })
  }
}`;

/** The commands of a session that a query finds. Errors of the far side are reported here. */
export async function farCommands(
  ctx: CmdletContext,
  session: PSSession,
  query: FarCommandQuery,
): Promise<readonly FarCommand[]> {
  const output = new CollectSink();
  const errors: ErrorRecord[] = [];
  const given: readonly (readonly [string, PSValue])[] = [
    ['Name', query.names && [...query.names]],
    ['Module', query.modules && [...query.modules]],
    ['CommandType', query.types],
    ['ArgumentList', query.args && [...query.args]],
  ];
  const args = given.filter(([, value]) => value !== undefined).map(([name, value]) => namedArgument(name, value));
  const ended = await session.runspaceObject.begin({
    statements: [[{ kind: 'script', text: script, command: undefined, useLocalScope: true, args }]],
    input: undefined,
    streams: {
      output,
      error: { write: (record) => void (record instanceof ErrorRecord && errors.push(record)) },
      ...quietStreams,
    },
  }).done;
  if (ended.error) errors.push(ended.error);
  for (const record of errors)
    await ctx.writeError({
      id: 'ErrorFromRemoteCommand',
      category: 'InvalidResult',
      exceptionType: 'System.InvalidOperationException',
      message: `${session.computerName} could not list its commands: ${record.exception.message}`,
      target: session,
    });
  return output.items.map(commandOf);
}

type Read = (name: string) => PSValue;

function reader(value: PSValue): Read {
  const properties = notesOf(value)?.properties;
  return (name) => baseOf(properties?.get(name)) ?? null;
}

const textOf = (value: PSValue): string => (typeof value === 'string' ? value : '');
const listOf = (value: PSValue): readonly PSValue[] => elementsOf(value) ?? [];

function commandOf(value: PSValue): FarCommand {
  const read = reader(value);
  return {
    name: textOf(read('Name')),
    target: textOf(read('Target')) || undefined,
    isAdvanced: read('IsAdvanced') === true,
    defaultSet: textOf(read('DefaultSet')),
    parameters: listOf(read('Parameters')).map(parameterOf),
  };
}

function parameterOf(value: PSValue): FarParameter {
  const read = reader(value);
  return {
    name: textOf(read('Name')),
    aliases: listOf(read('Aliases')).map((it) => textOf(baseOf(it))),
    isSwitch: read('IsSwitch') === true,
    sets: listOf(read('Sets')).map(setOf),
  };
}

function setOf(value: PSValue): FarSet {
  const read = reader(value);
  const position = read('Position');
  return {
    name: textOf(read('Name')),
    position: typeof position === 'number' && position >= 0 ? position : undefined,
    mandatory: read('Mandatory') === true,
    byValue: read('ByValue') === true,
    byName: read('ByName') === true,
    rest: read('Rest') === true,
  };
}
