import { metadataOfCommand, parameterSetsOf } from '../../commands/command-description.ts';
import type { CommandInfo } from '../../commands/command-info.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { notFound } from '../../commands/discovery/resolve.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { matchParameterName } from '../../commands/parameter-name.ts';
import { syntaxOf } from '../../commands/syntax.ts';
import { hasWildcards, wildcardMatcher } from '../../commands/wildcard-name.ts';
import { typeOf } from '../../types/type-of.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { NetType } from '../../values/net-type.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { CommandSearch } from './command-search.ts';
import { withDynamicParameters } from './dynamic-command.ts';

interface GetCommandArguments {
  readonly Name?: readonly string[] | undefined;
  readonly Verb?: readonly string[] | undefined;
  readonly Noun?: readonly string[] | undefined;
  readonly Module?: readonly string[] | undefined;
  readonly ExcludeModule?: readonly string[] | undefined;
  readonly CommandType?: PSValue;
  readonly ArgumentList?: readonly PSValue[] | undefined;
  readonly TotalCount?: number | undefined;
  readonly Syntax?: boolean | undefined;
  readonly All?: boolean | undefined;
  readonly ListImported?: boolean | undefined;
  readonly ParameterName?: readonly string[] | undefined;
  readonly ParameterType?: readonly PSValue[] | undefined;
}

const byName = { pipeline: 'property' } as const;

/** Get-Command: finds commands. */
export const getCommand = defineCmdlet({
  name: 'Get-Command',
  aliases: ['gcm'],
  synopsis: 'Finds commands of every kind.',
  defaultParameterSet: 'CmdletSet',
  effects: ['fs:read'],
  outputs: [
    'System.Management.Automation.AliasInfo',
    'System.Management.Automation.ApplicationInfo',
    'System.Management.Automation.FunctionInfo',
    'System.Management.Automation.CmdletInfo',
    'System.Management.Automation.ExternalScriptInfo',
    'System.Management.Automation.FilterInfo',
    'System.String',
  ],
  parameters: {
    Name: parameter(type.strings, {
      set: 'AllCommandSet',
      position: 0,
      pipeline: 'both',
      supportsWildcards: true,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names, name patterns or paths.',
    }),
    Verb: parameter(type.strings, { set: 'CmdletSet', ...byName, supportsWildcards: true, help: 'Only these verbs.' }),
    Noun: parameter(type.strings, { set: 'CmdletSet', ...byName, supportsWildcards: true, help: 'Only these nouns.' }),
    Module: parameter(type.strings, { ...byName, aliases: ['PSSnapin'], help: 'Only commands of these modules.' }),
    ExcludeModule: parameter(type.strings, { supportsWildcards: true, help: 'No commands of these modules.' }),
    CommandType: parameter(type.named<PSValue>('System.Management.Automation.CommandTypes'), {
      set: 'AllCommandSet',
      ...byName,
      aliases: ['Type'],
      help: 'Only these kinds of commands.',
    }),
    TotalCount: parameter(type.int, { ...byName, help: 'At most so many.' }),
    Syntax: parameter(type.switch, { ...byName, help: 'Writes how each is called.' }),
    ArgumentList: parameter(type.objects, {
      position: 1,
      remaining: true,
      aliases: ['Args'],
      allowNull: true,
      allowEmptyCollection: true,
      help: 'Arguments that bring in dynamic parameters.',
    }),
    All: parameter(type.switch, { ...byName, help: 'Also commands that others of the same name hide.' }),
    ListImported: parameter(type.switch, { ...byName, help: 'Only what the session has already.' }),
    ParameterName: parameter(type.strings, {
      supportsWildcards: true,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Only commands with such a parameter.',
    }),
    ParameterType: parameter(type.objects, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Only commands with a parameter of such a type.',
    }),
  },
  examples: [
    { title: 'The kind of a command', code: '(Get-Command ForEach-Object).CommandType', output: 'Cmdlet' },
    {
      title: 'How a function is called',
      code: 'function f([int]$n) { }; (Get-Command f -Syntax).Trim()',
      output: 'f [[-n] <int>]',
    },
  ],
  invoke(ctx) {
    const seen = new Set<CommandInfo>();
    const sorted: CommandInfo[] = [];
    return {
      process(args) {
        const pending = runFlow(find(ctx, args, seen, sorted));
        return pending instanceof Promise ? pending : undefined;
      },
      end(args) {
        const pending = runFlow(writeAll(ctx, args, sorted.sort(inListOrder)));
        return pending instanceof Promise ? pending : undefined;
      },
    };
  },
});

/** Exact names are written as they are found; patterns and lists come sorted at the end. */
function* find(
  ctx: CmdletContext,
  args: GetCommandArguments,
  seen: Set<CommandInfo>,
  sorted: CommandInfo[],
): Flow<void> {
  const search = new CommandSearch(ctx, typesOf(args.CommandType));
  const exact: CommandInfo[] = [];
  for (const name of args.Name ?? ['*']) {
    const isList = args.Name === undefined || hasWildcards(name);
    const found = isList
      ? yield* search.matching(name, { files: args.Name !== undefined, imported: args.ListImported === true })
      : yield* search.named(name, { all: args.All === true, imported: args.ListImported === true });
    const kept: CommandInfo[] = [];
    for (const command of found) if (yield* isWanted(ctx, args, command)) kept.push(command);
    if (kept.length === 0 && !isList) yield* settle(ctx.writeError(notFound(name).record));
    for (const command of kept) {
      if (seen.has(command)) continue;
      seen.add(command);
      (isList ? sorted : exact).push(command);
    }
  }
  yield* writeAll(ctx, args, exact);
}

function* writeAll(ctx: CmdletContext, args: GetCommandArguments, commands: readonly CommandInfo[]): Flow<void> {
  const limit = args.TotalCount === undefined || args.TotalCount < 0 ? commands.length : args.TotalCount;
  if (args.ArgumentList && commands.length > 1) {
    ctx.throwTerminating({
      id: 'CommandArgsOnlyForSingleCmdlet',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: '-ArgumentList needs the name of one command.',
    });
  }
  for (const found of commands.slice(0, limit)) {
    const command = args.ArgumentList ? yield* withDynamicParameters(ctx, found, args.ArgumentList) : found;
    if (!args.Syntax) {
      yield* settle(ctx.write(command));
      continue;
    }
    const text = yield* syntaxText(ctx, command);
    if (text !== '') yield* settle(ctx.write(text));
  }
}

function* syntaxText(ctx: CmdletContext, command: CommandInfo): Flow<string> {
  const metadata = yield* settle(metadataOfCommand(ctx.engine, command));
  if (!metadata) return command.definition;
  return parameterSetsOf(metadata)
    .map((set) => `\n${syntaxOf(command.name, set)}\n`)
    .join('');
}

const typeOrder = ['Alias', 'Function', 'Filter', 'Cmdlet', 'ExternalScript', 'Application', 'Script'];

function inListOrder(a: CommandInfo, b: CommandInfo): number {
  const byType = typeOrder.indexOf(a.commandType) - typeOrder.indexOf(b.commandType);
  return byType !== 0 ? byType : a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
}

/** Bits of CommandTypes; undefined for all. */
function typesOf(value: PSValue): number | undefined {
  const base = baseOf(value);
  return base instanceof EnumValue ? Number(base.value) : undefined;
}

function* isWanted(ctx: CmdletContext, args: GetCommandArguments, command: CommandInfo): Flow<boolean> {
  if (!anyMatches(args.Module, command.moduleName)) return false;
  if (args.ExcludeModule && anyMatches(args.ExcludeModule, command.moduleName)) return false;
  const dash = command.name.indexOf('-');
  if (args.Verb && (dash < 1 || !anyMatches(args.Verb, command.name.slice(0, dash)))) return false;
  if (args.Noun && (dash < 1 || !anyMatches(args.Noun, command.name.slice(dash + 1)))) return false;
  if (args.Name === undefined && !listed.has(command.commandType)) return false;
  if (!args.ParameterName && !args.ParameterType) return true;
  return yield* hasParameter(ctx, args, command);
}

/** What a list without names shows. */
const listed = new Set(['Alias', 'Function', 'Filter', 'Cmdlet']);

function anyMatches(patterns: readonly string[] | undefined, name: string): boolean {
  return !patterns || patterns.some((pattern) => wildcardMatcher(pattern)(name));
}

function* hasParameter(ctx: CmdletContext, args: GetCommandArguments, command: CommandInfo): Flow<boolean> {
  const metadata = yield* settle(metadataOfCommand(ctx.engine, command));
  if (!metadata) return false;
  const names = args.ParameterName?.map((name) => {
    if (!hasWildcards(name)) return matchParameterName(metadata, name);
    const matches = wildcardMatcher(name);
    return metadata.parameters.find((p) => matches(p.name) || p.aliases.some(matches));
  });
  const candidates = names ? names.filter((p) => p !== undefined) : metadata.parameters;
  if (candidates.length === 0) return false;
  const types = args.ParameterType?.map((one) => typeNamed(ctx, one));
  if (!types) return true;
  return candidates.some((p) =>
    types.some((t) => t !== undefined && (p.type === t || p.typeName.toLowerCase() === t.fullName.toLowerCase())),
  );
}

function typeNamed(ctx: CmdletContext, value: PSValue): NetType | undefined {
  const base = baseOf(value);
  if (base instanceof NetType) return base;
  return typeof base === 'string' ? ctx.engine.resolveType(base) : typeOf(base);
}
