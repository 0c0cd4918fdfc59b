import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { PSValue } from '../../values/ps-value.ts';
import {
  type FormatArguments,
  formatKeys,
  formatOutputs,
  formatParameters,
  propertyRequests,
  sharedRequest,
} from './format-parameters.ts';
import { formatProcessor } from './format-processor.ts';

interface Arguments extends FormatArguments {
  readonly Property?: readonly PSValue[] | undefined;
  readonly InputObject?: PSValue;
}

/** Format-List: objects as lists of their properties. */
export const formatList = defineCmdlet({
  name: 'Format-List',
  aliases: ['fl'],
  synopsis: 'Shows objects as lists of their properties.',
  outputs: formatOutputs,
  effects: ['none'],
  parameters: {
    Property: parameter(type.objects, {
      position: 0,
      supportsWildcards: true,
      help: 'The lines: names, blocks, or tables with Expression, Label and FormatString.',
    }),
    ...formatParameters,
  },
  examples: [
    {
      title: 'All properties',
      code: "[pscustomobject]@{ Name = 'a'; Size = 12 } | Format-List",
      output: '\nName : a\nSize : 12\n',
    },
  ],
  invoke: (ctx) =>
    formatProcessor(ctx, (args: Arguments) => ({
      ...sharedRequest(args, args.Property && propertyRequests(args.Property, formatKeys.list)),
      shape: 'list',
    })),
});
