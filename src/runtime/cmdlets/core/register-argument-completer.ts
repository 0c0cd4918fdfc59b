import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

const block = parameter(type.scriptBlock, { mandatory: true, allowNull: true, help: 'What makes the completions.' });

/** Register-ArgumentCompleter: takes completers, so that modules and profiles load; nothing here completes arguments. */
export const registerArgumentCompleter = defineCmdlet({
  name: 'Register-ArgumentCompleter',
  className: 'System.Management.Automation.RegisterArgumentCompleterCommand',
  synopsis: 'Takes code that completes arguments of commands; no prompt here asks it.',
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
  invoke: () => ({}),
});
