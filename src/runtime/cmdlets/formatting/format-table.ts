import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
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
  readonly Property?: readonly PSValue[] | undefined;
  readonly AutoSize?: boolean | undefined;
  readonly RepeatHeader?: boolean | undefined;
  readonly HideTableHeaders?: boolean | undefined;
  readonly Wrap?: boolean | undefined;
  readonly InputObject?: PSValue;
}

/** Format-Table: objects as rows of a table. */
export const formatTable = defineCmdlet({
  name: 'Format-Table',
  aliases: ['ft'],
  synopsis: 'Shows objects as rows of a table.',
  outputs: formatOutputs,
  effects: ['none'],
  parameters: {
    AutoSize: parameter(type.switch, { help: 'Waits for all objects and makes each column as wide as its content.' }),
    RepeatHeader: parameter(type.switch, { help: 'Repeats the header on every screen.' }),
    HideTableHeaders: parameter(type.switch, { help: 'Leaves out the header.' }),
    Wrap: parameter(type.switch, { help: 'Breaks long values instead of cutting them.' }),
    Property: parameter(type.objects, {
      position: 0,
      supportsWildcards: true,
      help: 'The columns: names, blocks, or tables with Expression, Label, Width, Alignment and FormatString.',
    }),
    ...formatParameters,
  },
  examples: [
    {
      title: 'Chosen columns',
      code: "[pscustomobject]@{ Name = 'a'; Size = 12; Rest = 0 } | Format-Table Size, Name",
      output: '\nSize Name\n---- ----\n  12 a\n',
    },
  ],
  invoke: (ctx) =>
    formatProcessor(ctx, (args: Arguments) => {
      const properties = args.Property && propertyRequests(args.Property, formatKeys.table);
      const autoSize = givenSwitch(ctx, 'AutoSize', args.AutoSize);
      const hideHeader = givenSwitch(ctx, 'HideTableHeaders', args.HideTableHeaders);
      const wrap = givenSwitch(ctx, 'Wrap', args.Wrap);
      return {
        ...sharedRequest(args, properties),
        shape: 'table',
        ...(autoSize !== undefined && { autoSize }),
        ...(hideHeader !== undefined && { hideHeader }),
        ...(wrap !== undefined && { wrap }),
        ...(args.RepeatHeader && { repeatHeader: true }),
      };
    }),
});
