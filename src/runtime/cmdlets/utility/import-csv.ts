import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { expandPath } from '../../providers/globber.ts';
import { decodeText } from '../../text/text-encoding.ts';
import type { Char } from '../../values/char.ts';
import { encodingOf, encodingParameter } from '../management/content.ts';
import { reporting, scopeOf } from '../management/item-paths.ts';
import { withHeader, writeCsvObjects } from './convert-from-csv.ts';
import type { CsvState } from './csv-reader.ts';
import { delimiterOf } from './csv-writer.ts';

const byPath = { mandatory: true, position: 0, pipeline: 'both' } as const;
const byLiteral = { mandatory: true, pipeline: 'property' } as const;

/** Import-Csv: objects of CSV files. */
export const importCsv = defineCmdlet({
  name: 'Import-Csv',
  aliases: ['ipcsv'],
  synopsis: 'Makes objects of CSV files.',
  defaultParameterSet: 'DelimiterPath',
  effects: ['fs:read'],
  parameters: {
    Delimiter: parameter(type.named<Char>('System.Char'), {
      sets: { DelimiterPath: { position: 1 }, DelimiterLiteralPath: { position: 1 } },
      validate: [{ kind: 'notNull' }],
      help: 'What stands between fields; a comma where left out.',
    }),
    Path: parameter(type.strings, {
      sets: { DelimiterPath: byPath, CulturePath: byPath },
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'The files; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      sets: { DelimiterLiteralPath: byLiteral, CultureLiteralPath: byLiteral },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The files; every character stands for itself.',
    }),
    UseCulture: parameter(type.switch, {
      sets: { CulturePath: { mandatory: true }, CultureLiteralPath: { mandatory: true } },
      help: "Takes the culture's list separator.",
    }),
    Header: parameter(type.strings, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names of the columns, where no line has them.',
    }),
    Encoding: parameter(encodingParameter.type, {
      ...encodingParameter.options,
      help: 'The encoding; a mark in the file counts more.',
    }),
  },
  examples: [{ title: 'The rows of a file', code: 'Import-Csv files.csv | Sort-Object Name' }],
  invoke: (ctx) => ({
    process: (args) =>
      runFlow(
        (function* (): Flow<void> {
          const delimiter = delimiterOf(ctx.engine, args);
          const literal = args.LiteralPath !== undefined;
          for (const path of args.LiteralPath ?? args.Path ?? []) {
            const state: CsvState = {
              header: args.Header && withHeader(ctx, args.Header),
              typeName: undefined,
              warnedOfNames: false,
            };
            const text = yield* reporting(
              ctx,
              (function* (): Flow<string> {
                const [at] = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, {
                  literal,
                  allowMissing: true,
                  force: true,
                });
                try {
                  const bytes = yield* settle(ctx.engine.fs.readFile(at?.path ?? path));
                  return decodeText(bytes, encodingOf(args.Encoding));
                } catch (thrown) {
                  throw fileFailure(thrown, 'FileOpenFailure', 'OpenError');
                }
              })(),
            );
            if (text !== undefined) yield* writeCsvObjects(ctx, text, delimiter, state);
          }
        })(),
      ),
  }),
});
