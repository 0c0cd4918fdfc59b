import { metadataOfCommand, resolvedAlias } from '../../commands/command-description.ts';
import {
  AliasInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
} from '../../commands/command-info.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { aliasHelp, helpObject, inShort, inView, parametersOf } from '../../commands/help/help-object.ts';
import { cmdletHelp, commentHelp, type HelpText } from '../../commands/help/help-text.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { hasWildcards, wildcardMatcher } from '../../commands/wildcard-name.ts';
import type { PSObject } from '../../values/ps-object.ts';
import { CommandSearch } from './command-search.ts';

interface GetHelpArguments {
  readonly Name?: string | undefined;
  readonly Category?: readonly string[] | undefined;
  readonly Component?: readonly string[] | undefined;
  readonly Functionality?: readonly string[] | undefined;
  readonly Role?: readonly string[] | undefined;
  readonly Detailed?: boolean | undefined;
  readonly Full?: boolean | undefined;
  readonly Examples?: boolean | undefined;
  readonly Parameter?: readonly string[] | undefined;
}

const categories = [
  'Alias',
  'Cmdlet',
  'Provider',
  'General',
  'FAQ',
  'Glossary',
  'HelpFile',
  'ScriptCommand',
  'Function',
  'Filter',
  'ExternalScript',
  'All',
  'DefaultHelp',
  'DscResource',
  'Class',
  'Configuration',
];

/** Get-Help: what a command is for and how it is called. */
export const getHelp = defineCmdlet({
  name: 'Get-Help',
  synopsis: 'Shows help about commands: what they are for, their syntax, parameters and examples.',
  defaultParameterSet: 'AllUsersView',
  outputs: ['ExtendedCmdletHelpInfo', 'System.String', 'MamlCommandHelpInfo'],
  effects: ['fs:read'],
  parameters: {
    Name: parameter(type.string, {
      position: 0,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'The command, or a pattern of names.',
    }),
    Path: parameter(type.string, { help: 'Taken for compatibility.' }),
    Category: parameter(type.strings, {
      validate: [{ kind: 'set', values: categories }],
      help: 'Only commands of these kinds.',
    }),
    Full: parameter(type.switch, { set: 'AllUsersView', help: 'Everything there is.' }),
    Detailed: parameter(type.switch, {
      set: 'DetailedView',
      mandatory: true,
      help: 'Also parameters and examples.',
    }),
    Examples: parameter(type.switch, { set: 'Examples', mandatory: true, help: 'Only the examples.' }),
    Parameter: parameter(type.strings, {
      set: 'Parameters',
      mandatory: true,
      supportsWildcards: true,
      help: 'Only these parameters.',
    }),
    Component: parameter(type.strings, { help: 'Only commands that name one of these components.' }),
    Functionality: parameter(type.strings, { help: 'Only commands with one of these functions.' }),
    Role: parameter(type.strings, { help: 'Only commands for one of these roles.' }),
    Online: parameter(type.switch, { set: 'Online', mandatory: true, help: 'Writes the address of the help online.' }),
  },
  examples: [
    {
      title: 'What a command does',
      code: '(Get-Help Out-Null).Synopsis',
      output: 'Drops its input.',
    },
    {
      title: 'Help written in comments',
      code: 'function f { <#\n.SYNOPSIS\nSays hello.\n#> }; (Get-Help f).Synopsis',
      output: 'Says hello.',
    },
  ],
  invoke: (ctx) => ({
    process(args) {
      const pending = runFlow(showHelp(ctx, args));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* showHelp(ctx: CmdletContext, args: GetHelpArguments): Flow<void> {
  const name = args.Name ?? 'Get-Help';
  const found: PSObject[] = [];
  for (const command of yield* commandsNamed(ctx, name)) {
    const help = yield* helpOfCommand(ctx, command);
    if (fits(help, args)) found.push(help);
  }
  if (found.length === 0) {
    if (hasWildcards(name)) return;
    yield* settle(
      ctx.writeError({
        id: 'HelpNotFound',
        message: `There is no help about '${name}'.`,
        category: 'ResourceUnavailable',
        exceptionType: 'Microsoft.PowerShell.Commands.HelpNotFoundException',
      }),
    );
    return;
  }
  const [only] = found;
  if (args.Parameter) {
    for (const help of found) yield* writeParameters(ctx, help, args.Parameter);
  } else if (found.length === 1 && only) {
    yield* settle(ctx.write(shown(only, args)));
  } else {
    for (const help of found) yield* settle(ctx.write(inShort(help)));
  }
}

function shown(help: PSObject, { Detailed, Full, Examples }: GetHelpArguments): PSObject {
  const view = Full ? 'Full' : Detailed ? 'Detailed' : Examples ? 'Examples' : undefined;
  return view ? inView(help, view) : help;
}

function* commandsNamed(ctx: CmdletContext, name: string): Flow<readonly CommandInfo[]> {
  const search = new CommandSearch(ctx, undefined);
  if (!hasWildcards(name)) return yield* search.named(name, { all: false, imported: false });
  return yield* search.matching(name, { files: false, imported: false });
}

function* helpOfCommand(ctx: CmdletContext, command: CommandInfo, depth = 0): Flow<PSObject> {
  if (command instanceof AliasInfo) {
    const target = yield* settle(resolvedAlias(ctx.engine, command));
    return target ? yield* helpOfCommand(ctx, target, depth) : aliasHelp(command);
  }
  const metadata = yield* settle(metadataOfCommand(ctx.engine, command));
  const text = textOf(command);
  if (text?.forwardTo && depth < 10) {
    const [target] = yield* commandsNamed(ctx, text.forwardTo);
    if (target) return yield* helpOfCommand(ctx, target, depth + 1);
  }
  return helpObject(command, metadata, text);
}

function textOf(command: CommandInfo): HelpText | undefined {
  if (command instanceof CmdletInfo) return cmdletHelp(command.spec);
  if (command instanceof FunctionInfo) return commentHelp(command.scriptBlock);
  if (command instanceof ExternalScriptInfo && command.scriptBlock) return commentHelp(command.scriptBlock);
  return undefined;
}

function fits(help: PSObject, args: GetHelpArguments): boolean {
  const category = String(help.properties.get('Category'));
  const wanted = args.Category?.filter((one) => one !== 'All') ?? [];
  if (wanted.length > 0 && !wanted.some((one) => one.toLowerCase() === category.toLowerCase())) return false;
  return [
    ['Component', args.Component] as const,
    ['Role', args.Role] as const,
    ['Functionality', args.Functionality] as const,
  ].every(([key, patterns]) => !patterns || matchesAny(String(help.properties.get(key) ?? ''), patterns));
}

function matchesAny(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => wildcardMatcher(pattern)(text));
}

function* writeParameters(ctx: CmdletContext, help: PSObject, names: readonly string[]): Flow<void> {
  const list = parametersOf(help);
  for (const name of names) {
    const found = list.filter((one) => wildcardMatcher(name)(String(one.properties.get('name'))));
    for (const one of found) yield* settle(ctx.write(one));
    if (found.length > 0 || hasWildcards(name)) continue;
    yield* settle(
      ctx.writeError({
        id: 'NoParmsFound',
        message: `The command has no parameter '${name}'.`,
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSArgumentException',
        target: help,
      }),
    );
  }
}
