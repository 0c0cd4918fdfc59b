import { checkRestricted, parse, Reporter } from '../../../parser/index.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { parseErrorOf } from '../../evaluate/parse-error.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import { joinPath, leafOf, parentOf } from '../../providers/path-text.ts';
import { assignIn, assignVariable, findVariable } from '../../scope/variable-access.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { canonicalCultureName, parentCultureName } from '../../types/system-globalization/culture-names.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { scopeOf, sessionOf, step } from '../management/item-paths.ts';

interface DataFileArguments {
  readonly UICulture?: string | undefined;
  readonly BaseDirectory?: string | undefined;
  readonly FileName?: string | undefined;
}

function invalidOperation(ctx: CmdletContext, message: string): never {
  return ctx.throwTerminating({
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    message,
  });
}

/** The cultures to try, most special first. */
function culturesFrom(ctx: CmdletContext, asked: string | undefined): string[] {
  const first = canonicalCultureName(asked ?? ctx.engine.uiCulture);
  const starts = asked === undefined && first !== 'en-US' ? [first, 'en-US'] : [first];
  return starts.flatMap((start) => {
    const chain: string[] = [];
    for (let name = start; name !== ''; name = parentCultureName(name)) chain.push(name);
    return chain;
  });
}

/** The data file for a script: in the folder of the first culture that has one, else beside it. */
function* dataFile(ctx: CmdletContext, args: DataFileArguments): Flow<string | undefined> {
  const script = ctx.invocation.extent?.file ?? '';
  if (!args.FileName && script === '')
    invalidOperation(ctx, 'Outside of script files Import-LocalizedData needs -FileName.');
  if (args.FileName && parentOf(args.FileName) !== '')
    invalidOperation(ctx, `-FileName "${args.FileName}" must be a bare name; -BaseDirectory says where it is.`);
  const folder = args.BaseDirectory || (script === '' ? '.' : parentOf(script));
  const base = ctx.engine.drives.resolve(folder, scopeOf(ctx)).path;
  const name = `${leafOf(args.FileName || script).replace(/\.[^.]*$/, '')}.psd1`;
  const cultures = culturesFrom(ctx, args.UICulture);
  for (const culture of [...cultures, '']) {
    const path = joinPath(culture === '' ? base : joinPath(base, culture, '/'), name, '/');
    if ((yield* settle(ctx.engine.fs.stat(path)))?.kind === 'file') return path;
  }
  const first = joinPath(base, cultures[0] ?? '', '/');
  yield* settle(
    ctx.writeError({
      id: 'ImportLocalizedData',
      category: 'ObjectNotFound',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: `There is no data file "${name}" in "${first}" or the folders above it.`,
      target: joinPath(first, name, '/'),
    }),
  );
  return undefined;
}

/** Runs a data file, which may use the allowed commands only. */
function* valueOf(ctx: CmdletContext, path: string, commands: readonly string[]): Flow<PSValue> {
  let text: string;
  try {
    text = decodeText(yield* settle(ctx.engine.fs.readFile(path)));
  } catch (thrown) {
    throw fileFailure(thrown, 'ImportLocalizedData', 'OpenError');
  }
  try {
    const { ast, errors } = parse(text, { file: path });
    const reporter = new Reporter(text);
    const body = ast.endBlock;
    if (errors.length === 0 && body)
      checkRestricted(body, { commands, variables: [], environment: false }, reporter, undefined);
    const all = [...errors, ...reporter.errors];
    if (all.length > 0) throw parseErrorOf(all);
    return (yield* settle(ctx.engine.invokeBlock(parseScript(text, sessionOf(ctx), path)))) ?? null;
  } catch (thrown) {
    if (!(thrown instanceof TerminatingError)) throw thrown;
    return invalidOperation(ctx, `The data file "${path}" cannot be used: ${thrown.record.exception.message}`);
  }
}

function* bind(ctx: CmdletContext, name: string, value: PSValue): Flow<void> {
  const [, prefix, bare = ''] = /^(?:(global|script|local|private|variable):)?(.*)$/is.exec(name) ?? [];
  if (bare === '') {
    yield* settle(
      ctx.writeError({
        id: 'ImportLocalizedData',
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSInvalidOperationException',
        message: `"${name}" is no name of a variable.`,
        target: name,
      }),
    );
    return;
  }
  const current = scopeOf(ctx);
  const kind = prefix?.toLowerCase();
  const scope =
    kind === 'global' ? current.sessionState.globalScope : kind === 'script' ? current.scriptScope : current;
  const known = scope.heldOf(bare.toLowerCase()) === undefined ? undefined : findVariable(scope, bare.toLowerCase());
  yield* settle(known ? assignVariable(known, value) : assignIn(scope, bare, bare.toLowerCase(), value));
}

/** Import-LocalizedData: texts of a script in the language of the session. */
export const importLocalizedData = defineCmdlet({
  name: 'Import-LocalizedData',
  className: 'Microsoft.PowerShell.Commands.ImportLocalizedData',
  synopsis: 'Reads the texts of a script from the data file for a language.',
  effects: ['fs:read', 'state'],
  parameters: {
    BindingVariable: parameter(type.string, {
      aliases: ['Variable'],
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The variable that takes the texts; without it they are written on.',
    }),
    UICulture: parameter(type.string, { position: 1, help: "The language; the session's where left out." }),
    BaseDirectory: parameter(type.string, { help: "Where the folders of the languages are; the script's folder." }),
    FileName: parameter(type.string, { help: "Name of the data file; the script's where left out." }),
    SupportedCommand: parameter(type.strings, { help: 'Commands that the data file may call.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const path = yield* dataFile(ctx, args);
          if (path === undefined) return;
          const value = yield* valueOf(ctx, path, args.SupportedCommand ?? ['ConvertFrom-StringData']);
          if (args.BindingVariable === undefined) yield* settle(ctx.write(value));
          else yield* bind(ctx, args.BindingVariable, value);
        })(),
      ),
  }),
});
