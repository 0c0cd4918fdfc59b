import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

/** Get-PSBreakpoint: there are none, since scripts cannot be stepped through here. */
export const getPSBreakpoint = defineCmdlet({
  name: 'Get-PSBreakpoint',
  aliases: ['gbp'],
  synopsis: 'Gets the breakpoints; this engine has none.',
  defaultParameterSet: 'Line',
  outputs: ['System.Management.Automation.Breakpoint'],
  effects: ['none'],
  parameters: {
    Script: parameter(type.strings, {
      sets: { Line: { position: 0, pipeline: 'value' }, Command: {}, Variable: {} },
      help: 'Only those in these files.',
    }),
    Id: parameter(type.ints, { set: 'Id', mandatory: true, position: 0, pipeline: 'value', help: 'Only these.' }),
    Variable: parameter(type.strings, { set: 'Variable', mandatory: true, help: 'Only those on these variables.' }),
    Command: parameter(type.strings, { set: 'Command', mandatory: true, help: 'Only those on these commands.' }),
  },
  examples: [{ title: 'How many there are', code: '@(Get-PSBreakpoint).Count', output: '0' }],
  invoke: () => ({}),
});
