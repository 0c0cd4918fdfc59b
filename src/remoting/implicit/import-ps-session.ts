import { defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import { parseScript } from '../../runtime/evaluate/parse-script.ts';
import { joinPath } from '../../runtime/providers/path-text.ts';
import { SessionState } from '../../runtime/scope/session-state.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { chosenCommands } from './chosen-commands.ts';
import { implicitParameters } from './implicit-parameters.ts';
import { writeModule } from './write-module.ts';

// the folder goes with the module
const importing = `param($Path, $Session, $Options)
$module = Import-Module -Name $Path -ArgumentList $Session -PassThru -Global -Force @Options
$module.OnRemove = { Remove-Item -LiteralPath (Split-Path $Path) -Recurse -Force -ErrorAction Ignore }.GetNewClosure()
$module`;

/** Import-PSSession: commands of a session as functions of here, whose calls run there (about_Remote, implicit remoting). */
export const importPSSession = defineCmdlet({
  name: 'Import-PSSession',
  aliases: ['ipsn'],
  synopsis: 'Makes functions here that run commands of a session there.',
  outputs: ['System.Management.Automation.PSModuleInfo'],
  effects: ['net', 'fs:write', 'state'],
  parameters: {
    Prefix: parameter(type.string, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'What the nouns of the functions begin with.',
    }),
    DisableNameChecking: parameter(type.switch, { help: 'Says nothing about unusual verbs.' }),
    ...implicitParameters,
  },
  examples: [
    {
      title: 'A command of another computer as if it were of this one',
      code: '$s = New-PSSession localhost\nInvoke-Command -Session $s { function Get-Far { "far away" } }\n$m = Import-PSSession $s -CommandName Get-Far\nGet-Far\nRemove-Module $m; Remove-PSSession $s',
      output: 'far away',
    },
  ],
  invoke(ctx) {
    return {
      async end(args) {
        const { Session: session } = args;
        const commands = await chosenCommands(ctx, args, args.Prefix);
        const { platform, random } = ctx.engine;
        const bytes = Array.from(random.bytes(6), (byte) => (byte % 36).toString(36)).join('');
        const name = `tmp_${bytes}.${bytes.slice(0, 3)}`;
        const folder = joinPath(platform.tempDirectory, name, '/');
        await writeModule(ctx, folder, session, commands);
        const state = ctx.sessionState;
        if (!(state instanceof SessionState)) throw new Error('a command is called from a session state');
        const options = new Map<string, string | boolean>([
          ['DisableNameChecking', args.DisableNameChecking === true],
          ...(args.Prefix === undefined ? [] : [['Prefix', args.Prefix] as const]),
        ]);
        const module = await ctx.engine.invokeBlock(parseScript(importing, state), {
          args: [joinPath(folder, `${name}.psd1`, '/'), session, Hashtable.from(options)],
        });
        await ctx.write(module);
      },
    };
  },
});
