import { AliasInfo, CmdletInfo, CommandInfo, commandTypeBits } from '../../runtime/commands/command-info.ts';
import { findAlias, findCmdlet, findFunction } from '../../runtime/commands/discovery/lookup.ts';
import { hasWildcards, wildcardMatcher } from '../../runtime/commands/wildcard-name.ts';
import type { Runspace } from '../../runtime/runspace/runspace.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { PSObject } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { GetCommandMetadata } from '../psrp/messages/pipeline.ts';
import { enumValue } from '../psrp/property-bag.ts';

const typeNames = Object.fromEntries(Object.entries(commandTypeBits).map(([name, number]) => [number, name]));

/** The answer to GetCommandMetadata: how many there are, then each command (MS-PSRP 2.2.3.21 and 2.2.3.22). */
export function commandMetadata(runspace: Runspace, request: GetCommandMetadata): readonly PSValue[] {
  const names = request.names.length === 0 ? ['*'] : request.names;
  const found = [...new Set(names.flatMap((name) => commandsNamed(runspace, name)))].filter(
    (command) => ((commandTypeBits[command.commandType] ?? 0) & request.commandType) !== 0,
  );
  const count = PSObject.fromEntries([['Count', found.length]]);
  count.typeNames = [
    'Selected.Microsoft.PowerShell.Commands.GenericMeasureInfo',
    'System.Management.Automation.PSCustomObject',
    'System.Object',
  ];
  return [count, ...found.map(describe)];
}

function commandsNamed(runspace: Runspace, name: string): CommandInfo[] {
  const scope = runspace.session.main.globalScope;
  const key = name.toLowerCase();
  if (!hasWildcards(name)) {
    const command = findAlias(scope, key) ?? findFunction(scope, key) ?? findCmdlet(scope, key);
    return command ? [command] : [];
  }
  const matches = wildcardMatcher(name);
  const { cmdlets, aliases } = scope.ensureTables();
  return [...aliases.values(), ...cmdlets.values()]
    .filter((it) => it instanceof CommandInfo)
    .filter((it) => matches(it.name));
}

function describe(command: CommandInfo): PSValue {
  const object = PSObject.fromEntries([
    ['Name', command.name],
    ['Namespace', command.moduleName],
    ['HelpUri', ''],
    [
      'CommandType',
      enumValue('System.Management.Automation.CommandTypes', typeNames, commandTypeBits[command.commandType] ?? 0),
    ],
    ['ResolvedCommandName', command instanceof AliasInfo ? command.definition : null],
    [
      'OutputType',
      command instanceof CmdletInfo
        ? (command.spec.outputs ?? []).map((name) => PSObject.fromEntries([['Name', name]]))
        : [],
    ],
    ['Parameters', parametersOf(command)],
  ]);
  const kind =
    command instanceof AliasInfo ? 'AliasInfo' : command instanceof CmdletInfo ? 'CmdletInfo' : 'FunctionInfo';
  object.typeNames = [
    `Selected.System.Management.Automation.${kind}`,
    'System.Management.Automation.PSCustomObject',
    'System.Object',
  ];
  return object;
}

/** Names and types of a cmdlet's parameters; those of functions are not described. */
function parametersOf(command: CommandInfo): Hashtable {
  const table = new Hashtable();
  if (!(command instanceof CmdletInfo)) return table;
  for (const [name, parameter] of Object.entries(command.spec.parameters)) {
    const described = PSObject.fromEntries([
      ['Name', name],
      ['ParameterType', parameter.type.net],
      ['Aliases', [...(parameter.options.aliases ?? [])]],
      ['IsDynamic', false],
      ['SwitchParameter', parameter.type.net === 'System.Management.Automation.SwitchParameter'],
    ]);
    table.set(name, described);
  }
  return table;
}
