import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { step } from '../management/item-paths.ts';
import { clixmlText } from './clixml-text.ts';

/** ConvertTo-CliXml: objects as one CLIXML text. */
export const convertToClixml = defineCmdlet({
  name: 'ConvertTo-CliXml',
  className: 'Microsoft.PowerShell.Commands.ConvertToClixmlCommand',
  synopsis: 'Makes XML text of objects with their types.',
  outputs: ['System.String'],
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'The objects.',
    }),
    Depth: parameter(type.int, {
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Levels of properties of properties; 2 where left out.',
    }),
  },
  invoke(ctx) {
    const values: PSValue[] = [];
    return {
      process({ InputObject }) {
        values.push(InputObject ?? null);
      },
      end: (args) =>
        step(
          (function* () {
            yield* settle(ctx.write(yield* clixmlText(ctx, values, args.Depth)));
          })(),
        ),
    };
  },
});
