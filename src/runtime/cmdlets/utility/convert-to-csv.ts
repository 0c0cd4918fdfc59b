import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { CsvWriter, csvWriterParameters } from './csv-writer.ts';

/** ConvertTo-Csv: objects as lines of CSV. */
export const convertToCsv = defineCmdlet({
  name: 'ConvertTo-Csv',
  synopsis: 'Makes lines of CSV of objects.',
  defaultParameterSet: 'Delimiter',
  outputs: ['System.String'],
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, {
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The objects; the first one decides on the columns.',
    }),
    ...csvWriterParameters,
  },
  examples: [
    { title: 'One row', code: '[pscustomobject]@{ A = 1; B = 2 } | ConvertTo-Csv', output: '"A","B"\n"1","2"' },
  ],
  invoke(ctx) {
    let writer: CsvWriter | undefined;
    return {
      process: (args) =>
        runFlow(
          (function* (): Flow<void> {
            const { InputObject } = args;
            if (!writer) {
              writer = new CsvWriter(ctx.engine, args);
              writer.columns = writer.columnsOf(InputObject);
              if (writer.columns.length === 0) return;
              for (const line of writer.headLines(InputObject)) yield* settle(ctx.write(line));
            }
            if (writer.columns?.length === 0) return;
            yield* settle(ctx.write(yield* settle(writer.line(InputObject))));
          })(),
        ),
    };
  },
});
