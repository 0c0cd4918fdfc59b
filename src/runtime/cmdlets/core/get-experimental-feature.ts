import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

/** Get-ExperimentalFeature: there are none. */
export const getExperimentalFeature = defineCmdlet({
  name: 'Get-ExperimentalFeature',
  synopsis: 'Lists experimental features; this engine has none.',
  outputs: ['System.Management.Automation.ExperimentalFeature'],
  effects: ['none'],
  parameters: { Name: parameter(type.strings, { position: 0, pipeline: 'both', help: 'Only these.' }) },
  examples: [{ title: 'How many there are', code: '@(Get-ExperimentalFeature).Count', output: '0' }],
  invoke: () => ({}),
});
