import { type Ast, defaultSafeRules, find, findAll, isSafeValue, parse } from '../../../parser/index.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import { expandPath } from '../../providers/globber.ts';
import { decodeText } from '../../text/text-encoding.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { reporting, scopeOf, sessionOf, step } from '../management/item-paths.ts';

function* fileAt(ctx: CmdletContext, path: string, literal: boolean): Flow<string> {
  const missing = () =>
    fail({
      id: 'PathNotFound',
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
      message: `There is no file "${path}".`,
      target: path,
    });
  try {
    const [found] = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, { literal });
    const stat = found && (yield* settle(ctx.engine.fs.stat(found.path)));
    if (!found || stat?.kind !== 'file') throw missing();
    return found.path;
  } catch (thrown) {
    if (thrown instanceof TerminatingError && thrown.record.category === 'ObjectNotFound') throw missing();
    throw thrown;
  }
}

function invalid(id: string, path: string, why: string): TerminatingError {
  return fail({
    id,
    category: 'InvalidData',
    exceptionType: 'System.InvalidOperationException',
    message: `"${path}" is no PowerShell data file: ${why}.`,
    target: path,
  });
}

/** The text of a table; a script block in it becomes one whose text has the braces too, as in PowerShell. */
function dataText(table: Ast): string {
  const { text, startOffset } = table.extent;
  let done = '';
  let at = 0;
  for (const { extent } of findAll(table, (node) => node.kind === 'ScriptBlockExpressionAst', false)) {
    done += `${text.slice(at, extent.startOffset - startOffset)}{${extent.text}}`;
    at = extent.endOffset - startOffset;
  }
  return done + text.slice(at);
}

/** The first hashtable of a file that says nothing but constants. */
function* dataOf(ctx: CmdletContext, path: string, unlimited: boolean): Flow<PSValue> {
  const text = decodeText(yield* settle(ctx.engine.fs.readFile(path)));
  const { ast, errors } = parse(text, { file: path });
  if (errors.length > 0) throw invalid('CouldNotParseAsPowerShellDataFile', path, 'it does not parse');
  const table = find(ast, (node) => node.kind === 'HashtableAst', false);
  if (!table) throw invalid('CouldNotParseAsPowerShellDataFileNoHashtableRoot', path, 'it has no hashtable');
  const rules = unlimited
    ? { ...defaultSafeRules, maxEntries: Number.MAX_SAFE_INTEGER, maxNodes: Number.MAX_SAFE_INTEGER }
    : defaultSafeRules;
  if (!isSafeValue(table, rules))
    ctx.throwTerminating({
      id: 'System.InvalidOperationException',
      category: 'NotSpecified',
      exceptionType: 'System.InvalidOperationException',
      message: `The hashtable in "${path}" has parts that would have to be run to know their values.`,
    });
  return yield* settle(ctx.engine.invokeBlock(parseScript(dataText(table), sessionOf(ctx))));
}

/** Import-PowerShellDataFile: the hashtable in a .psd1 file. */
export const importPowerShellDataFile = defineCmdlet({
  name: 'Import-PowerShellDataFile',
  synopsis: 'Reads the hashtable of a data file without running what is in it.',
  defaultParameterSet: 'ByPath',
  outputs: ['System.Collections.Hashtable'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      set: 'ByPath',
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'The files; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      set: 'ByLiteralPath',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The files; every character stands for itself.',
    }),
    SkipLimitCheck: parameter(type.switch, { help: 'Allows more than 500 keys in a hashtable.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const literal = args.LiteralPath !== undefined;
          for (const path of args.LiteralPath ?? args.Path ?? []) {
            const file = yield* reporting(ctx, fileAt(ctx, path, literal));
            if (file === undefined) continue;
            const read = dataOf(ctx, file, args.SkipLimitCheck === true);
            try {
              yield* settle(ctx.write(yield* read));
            } catch (thrown) {
              if (!(thrown instanceof TerminatingError) || thrown.record.category !== 'InvalidData') throw thrown;
              yield* settle(ctx.writeError(thrown.record));
            }
          }
        })(),
      ),
  }),
});
