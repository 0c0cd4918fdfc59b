import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';

/** Write-Output: passes objects on, enumerating collections unless told not to. */
export const writeOutput = defineCmdlet({
  name: 'Write-Output',
  aliases: ['echo'],
  synopsis: 'Writes objects to the output stream.',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      remaining: true,
      allowNull: true,
      allowEmptyCollection: true,
      help: 'What is written.',
    }),
    NoEnumerate: parameter(type.switch, { help: 'Writes a collection as one object.' }),
  },
  examples: [{ title: 'Three objects', code: 'Write-Output 1, 2, 3 | ForEach-Object { $_ * 2 }', output: '2\n4\n6' }],
  invoke: (ctx) => ({
    process: (args) =>
      args.NoEnumerate ? ctx.write(args.InputObject ?? null) : ctx.writeEnumerated(args.InputObject ?? null),
  }),
});
