import { addCompleter } from '../../commands/argument-completers.ts';
import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

const block = parameter(type.scriptBlock, { mandatory: true, allowNull: true, help: 'What makes the completions.' });

/** Register-ArgumentCompleter: gives a command's arguments completions of their own. */
export const registerArgumentCompleter = defineCmdlet({
  name: 'Register-ArgumentCompleter',
  className: 'System.Management.Automation.RegisterArgumentCompleterCommand',
  synopsis: 'Registers code that completes arguments of commands.',
  defaultParameterSet: 'NativeCommandSet',
  effects: ['state'],
  parameters: {
    CommandName: parameter(type.strings, {
      sets: { NativeCommandSet: { mandatory: true }, PowerShellSet: {} },
      help: 'The commands.',
    }),
    ParameterName: parameter(type.string, { set: 'PowerShellSet', mandatory: true, help: 'The parameter.' }),
    ScriptBlock: block,
    Native: parameter(type.switch, { set: 'NativeCommandSet', help: 'The command is a native program.' }),
    NativeFallback: parameter(type.switch, {
      set: 'NativeFallbackSet',
      help: 'For all native programs without a completer.',
    }),
  },
  examples: [
    {
      title: 'Completing a parameter',
      code: "Register-ArgumentCompleter -CommandName git -Native -ScriptBlock { 'status', 'commit' }",
      output: '',
    },
  ],
  invoke: (ctx) => ({
    end(args) {
      for (const command of args.CommandName ?? [undefined])
        addCompleter(ctx.engine, { command, parameter: args.ParameterName, block: args.ScriptBlock });
    },
  }),
});
