import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { EngineContext } from '../../engine.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { CsvWriter, type CsvWriterArguments, checkCsvParameters, csvWriterParameters } from './csv-writer.ts';

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
      begin: () => checkCsvParameters(ctx),
      process(args) {
        const object = args.InputObject;
        const head = writer === undefined;
        writer ??= writerFor(ctx.engine, object, args);
        return writer.columns?.length === 0 ? undefined : runFlow(writeRow(ctx, writer, object, head));
      },
    };
  },
});

function writerFor(engine: EngineContext, object: PSValue, args: CsvWriterArguments): CsvWriter {
  const writer = new CsvWriter(engine, args);
  writer.columns = writer.columnsOf(object);
  return writer;
}

function* writeRow(ctx: CmdletContext, writer: CsvWriter, object: PSValue, head: boolean): Flow<void> {
  if (head) for (const line of writer.headLines(object)) yield* settle(ctx.write(line));
  yield* settle(ctx.write(yield* settle(writer.line(object))));
}
