import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { decodeText } from '../../text/text-encoding.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { outFileTarget } from '../formatting/out-file-target.ts';
import { TextFileWriter } from '../formatting/text-file-writer.ts';
import { encodingOf, encodingParameter } from '../management/content.ts';
import { CsvReader } from './csv-reader.ts';
import { CsvWriter, checkCsvParameters, csvWriterParameters, delimiterOf } from './csv-writer.ts';

/** Export-Csv: objects as a CSV file. */
export const exportCsv = defineCmdlet({
  name: 'Export-Csv',
  aliases: ['epcsv'],
  synopsis: 'Writes objects to a CSV file.',
  defaultParameterSet: 'Delimiter',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    InputObject: parameter(type.psobject, {
      mandatory: true,
      pipeline: 'both',
      help: 'The objects; the first one decides on the columns.',
    }),
    Path: parameter(type.string, { position: 0, validate: [{ kind: 'notNullOrEmpty' }], help: 'The file.' }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The file; every character stands for itself.',
    }),
    Force: parameter(type.switch, { help: 'Writes to read-only files, and appends where columns are missing.' }),
    NoClobber: parameter(type.switch, { aliases: ['NoOverwrite'], help: 'Fails where the file exists.' }),
    Encoding: parameter(encodingParameter.type, {
      ...encodingParameter.options,
      help: 'The encoding; utf8 without mark where left out.',
    }),
    Append: parameter(type.switch, { help: 'Adds to the end of the file, in its columns.' }),
    ...csvWriterParameters,
  },
  examples: [{ title: 'A file', code: 'Get-ChildItem | Select-Object Name, Length | Export-Csv files.csv' }],
  invoke(ctx) {
    let file: TextFileWriter | undefined;
    let writer: CsvWriter | undefined;
    let existing: readonly string[] | undefined;
    let started = false;

    function* row(object: PSValue, force: boolean): Flow<void> {
      if (!writer || !file) return;
      if (!started) {
        started = true;
        writer.columns = existing ?? writer.columnsOf(object);
        if (!existing) for (const line of writer.headLines(object)) yield* settle(file.line(line));
      }
      if (existing && !force) checkColumns(ctx, existing, writer.columnsOf(object));
      yield* settle(file.line(yield* settle(writer.line(object))));
    }

    return {
      begin: (args) =>
        runFlow(
          (function* (): Flow<void> {
            checkCsvParameters(ctx);
            const { Path, LiteralPath } = args;
            if ((Path === undefined) === (LiteralPath === undefined)) {
              ctx.throwTerminating({
                id: 'CannotSpecifyPathAndLiteralPath',
                category: 'InvalidData',
                exceptionType: 'System.InvalidOperationException',
                message: 'Give the file by -Path or by -LiteralPath, one of them.',
              });
            }
            const target = yield* outFileTarget(ctx, { FilePath: Path, LiteralPath });
            if (!(yield* settle(ctx.shouldProcess(target, 'Export-Csv')))) return;
            if (args.Append) existing = yield* headerOf(ctx, target, delimiterOf(ctx.engine, args));
            const opened = new TextFileWriter(ctx.engine.fs, target, encodingOf(args.Encoding), '\n');
            yield* opened.open({
              append: args.Append === true,
              force: args.Force === true,
              createNew: args.NoClobber === true,
            });
            file = opened;
            writer = new CsvWriter(ctx.engine, args);
          })(),
        ),
      process: ({ InputObject, Force }) => runFlow(row(InputObject, Force === true)),
      end: () => file?.flush(),
      dispose: () => file?.flush(),
    };
  },
});

/** The columns of a file that exists and is not empty. */
function* headerOf(ctx: CmdletContext, path: string, delimiter: string): Flow<readonly string[] | undefined> {
  const stat = yield* settle(ctx.engine.fs.stat(path));
  if (!stat || stat.size === 0) return undefined;
  const reader = new CsvReader(decodeText(yield* settle(ctx.engine.fs.readFile(path))), delimiter);
  reader.typeLine();
  return reader.record();
}

function checkColumns(ctx: CmdletContext, columns: readonly string[], own: readonly string[]): void {
  const names = new Set(own.map((name) => name.toLowerCase()));
  const missing = columns.find((name) => !names.has(name.toLowerCase()));
  if (missing === undefined) return;
  ctx.throwTerminating({
    id: 'CannotAppendCsvWithMismatchedPropertyNames',
    category: 'InvalidData',
    exceptionType: 'System.InvalidOperationException',
    message: `The object has no property '${missing}', which the file has a column for; -Force leaves the field empty.`,
    target: missing,
  });
}
