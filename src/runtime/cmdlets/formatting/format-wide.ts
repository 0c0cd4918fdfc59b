import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { PSValue } from '../../values/ps-value.ts';
import {
  type FormatArguments,
  formatKeys,
  formatOutputs,
  formatParameters,
  givenSwitch,
  propertyRequests,
  sharedRequest,
} from './format-parameters.ts';
import { formatProcessor } from './format-processor.ts';

interface Arguments extends FormatArguments {
  readonly Property?: PSValue;
  readonly AutoSize?: boolean | undefined;
  readonly Column?: number | undefined;
  readonly InputObject?: PSValue;
}

/** Format-Wide: one value of each object, side by side. */
export const formatWide = defineCmdlet({
  name: 'Format-Wide',
  aliases: ['fw'],
  synopsis: 'Shows one value of each object, side by side.',
  outputs: formatOutputs,
  effects: ['none'],
  parameters: {
    Property: parameter(type.object, {
      position: 0,
      help: 'The value to show; the name of the object where left out.',
    }),
    AutoSize: parameter(type.switch, { help: 'As many columns as the content leaves room for.' }),
    Column: parameter(type.int, {
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'The number of columns.',
    }),
    ...formatParameters,
  },
  examples: [
    {
      title: 'Three columns',
      code: "'a', 'b', 'c' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | Format-Wide -Column 3",
    },
  ],
  invoke: (ctx) =>
    formatProcessor(ctx, (args: Arguments) => {
      const asked = args.Property === undefined || args.Property === null ? undefined : [args.Property];
      if (args.AutoSize && args.Column !== undefined) {
        throw fail({
          id: 'FormatCannotSpecifyAutosizeAndColumns',
          category: 'InvalidArgument',
          exceptionType: 'System.IO.InvalidDataException',
          message: '-AutoSize decides the number of columns itself; leave out -Column.',
        });
      }
      const autoSize = givenSwitch(ctx, 'AutoSize', args.AutoSize);
      return {
        ...sharedRequest(args, asked && propertyRequests(asked, formatKeys.wide)),
        shape: 'wide',
        ...(autoSize !== undefined && { autoSize }),
        ...(args.Column !== undefined && { columns: args.Column }),
      };
    }),
});
