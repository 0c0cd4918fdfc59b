import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { Char } from '../../values/char.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { type CsvState, checkedHeader, csvObjects, DuplicateColumnError } from './csv-reader.ts';
import { delimiterOf } from './csv-writer.ts';

/** ConvertFrom-Csv: objects of lines of CSV. */
export const convertFromCsv = defineCmdlet({
  name: 'ConvertFrom-Csv',
  synopsis: 'Makes objects of lines of CSV.',
  defaultParameterSet: 'Delimiter',
  effects: ['none'],
  parameters: {
    Delimiter: parameter(type.named<Char>('System.Char'), {
      sets: { Delimiter: { position: 1 } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'What stands between fields; a comma where left out.',
    }),
    UseCulture: parameter(type.switch, {
      sets: { UseCulture: { mandatory: true } },
      help: "Takes the culture's list separator.",
    }),
    InputObject: parameter(type.psobjects, {
      mandatory: true,
      position: 0,
      pipeline: 'both',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The lines.',
    }),
    Header: parameter(type.strings, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names of the columns, where no line has them.',
    }),
  },
  examples: [{ title: 'A field', code: "('A,B', '1,2' | ConvertFrom-Csv).B", output: '2' }],
  invoke(ctx) {
    const state: CsvState = { header: undefined, typeName: undefined, warnedOfNames: false };
    return {
      begin({ Header }) {
        if (Header) state.header = withHeader(ctx, Header);
      },
      process: (args) => runFlow(writeEach(ctx, args.InputObject, delimiterOf(ctx.engine, args), state)),
    };
  },
});

function* writeEach(ctx: CmdletContext, items: readonly PSValue[], delimiter: string, state: CsvState): Flow<void> {
  for (const item of items) yield* writeCsvObjects(ctx, typeSystemOf(ctx.engine).toText(item), delimiter, state);
}

/** The names given by -Header, checked. */
export function withHeader(ctx: CmdletContext, names: readonly string[]): readonly string[] {
  try {
    return checkedHeader(names);
  } catch (error) {
    return duplicateColumn(ctx, error);
  }
}

/** Writes the objects of a CSV text. */
export function* writeCsvObjects(ctx: CmdletContext, text: string, delimiter: string, state: CsvState): Flow<void> {
  let warning: Promise<void> | undefined;
  const warn = (): void => {
    const pending = ctx.writeWarning('Columns without a name in the header were given names: H and a number.');
    if (pending instanceof Promise) warning = pending;
  };
  try {
    for (const object of csvObjects(text, delimiter, state, warn)) {
      if (warning) yield* settle(warning);
      yield* settle(ctx.write(object));
    }
  } catch (error) {
    duplicateColumn(ctx, error);
  }
}

function duplicateColumn(ctx: CmdletContext, error: unknown): never {
  if (!(error instanceof DuplicateColumnError)) throw error;
  return ctx.throwTerminating({
    id: 'AlreadyPresentPSMemberInfoInternalCollectionAdd',
    category: 'NotSpecified',
    exceptionType: 'System.Management.Automation.ExtendedTypeSystemException',
    message: error.message,
  });
}
