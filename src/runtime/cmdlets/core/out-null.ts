import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

/** Out-Null: takes everything and shows nothing. */
export const outNull = defineCmdlet({
  name: 'Out-Null',
  synopsis: 'Drops its input.',
  effects: ['none'],
  parameters: { InputObject: parameter(type.psobject, { pipeline: 'value', help: 'What is dropped.' }) },
  examples: [{ title: 'Quiet', code: '1..3 | Out-Null', output: '' }],
  invoke: () => ({}),
});
