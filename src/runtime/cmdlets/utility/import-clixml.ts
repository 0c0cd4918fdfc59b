import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { expandPath } from '../../providers/globber.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { baseOf, ensureNotes, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { UInt64 } from '../../values/uint64.ts';
import { scopeOf, step } from '../management/item-paths.ts';
import { clixmlValues } from './clixml-text.ts';

function countOf(value: PSValue): number | undefined {
  const base = baseOf(value);
  return base instanceof UInt64 ? Number(base.value) : undefined;
}

function* textOf(ctx: CmdletContext, path: string, literal: boolean): Flow<string> {
  const [found, other] = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, { literal, allowMissing: true });
  if (other)
    ctx.throwTerminating({
      id: 'ReadWriteMultipleFilesNotSupported',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: `'${path}' names several files; only one can be read at a time.`,
    });
  if (found?.info.name !== 'FileSystem')
    ctx.throwTerminating({
      id: 'ReadWriteFileNotFileSystemProvider',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: `'${path}' is no path of the file system.`,
    });
  try {
    return decodeText(yield* settle(ctx.engine.fs.readFile(found.path)));
  } catch (thrown) {
    throw fileFailure(thrown, 'FileOpenFailure', 'OpenError');
  }
}

/** The number of objects, with how far it is to be trusted (PagingParameters.NewTotalCount). */
function totalCount(count: number): PSValue {
  const total = new PSObject(UInt64.of(BigInt(count)));
  ensureNotes(total).properties.set('Accuracy', 1);
  return total;
}

/** Import-Clixml: the objects of a CLIXML file. */
export const importClixml = defineCmdlet({
  name: 'Import-Clixml',
  synopsis: 'Reads objects from an XML file that Export-Clixml wrote.',
  defaultParameterSet: 'ByPath',
  supportsPaging: true,
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      set: 'ByPath',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The files.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      set: 'ByLiteralPath',
      mandatory: true,
      pipeline: 'property',
      help: 'The files; every character stands for itself.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const { first, skip, includeTotalCount } = ctx.common;
          const from = countOf(skip) ?? 0;
          const most = countOf(first);
          for (const path of args.LiteralPath ?? args.Path ?? []) {
            const text = yield* textOf(ctx, path, args.LiteralPath !== undefined);
            const values = clixmlValues(ctx, text);
            if (includeTotalCount) yield* settle(ctx.write(totalCount(values.length)));
            const wanted = values.slice(from, most === undefined ? undefined : from + most);
            for (const value of wanted) yield* settle(ctx.write(value));
          }
        })(),
      ),
  }),
});
