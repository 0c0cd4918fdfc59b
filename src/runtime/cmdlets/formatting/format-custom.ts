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
  readonly Depth?: number | undefined;
  readonly InputObject?: PSValue;
}

/** Format-Custom: objects through a custom view, or as a tree of their properties. */
export const formatCustom = defineCmdlet({
  name: 'Format-Custom',
  aliases: ['fc'],
  synopsis: 'Shows objects through a custom view, or as a tree of their properties.',
  outputs: formatOutputs,
  effects: ['none'],
  parameters: {
    Property: parameter(type.objects, {
      position: 0,
      supportsWildcards: true,
      help: 'The properties: names, blocks, or tables with Expression and Depth.',
    }),
    Depth: parameter(type.int, {
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'How deep the tree goes.',
    }),
    ...formatParameters,
  },
  examples: [
    {
      title: 'A tree of properties',
      code: '[pscustomobject]@{ A = 1 } | Format-Custom',
      output: '\nclass PSCustomObject\n{\n  A = 1\n}\n\n',
    },
  ],
  invoke: (ctx) =>
    formatProcessor(ctx, (args: Arguments) => ({
      ...sharedRequest(args, args.Property && propertyRequests(args.Property, formatKeys.custom)),
      shape: 'custom',
      ...(args.Depth !== undefined && { depth: args.Depth }),
    })),
});
