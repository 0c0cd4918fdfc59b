import { AliasInfo } from '../../commands/command-info.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { expandPath } from '../../providers/globber.ts';
import { sessionStateError } from '../../scope/scope-error.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { reporting, scopeOf, step } from '../management/item-paths.ts';
import { putAlias } from './alias-items.ts';
import { optionBits } from './change-variable.ts';
import { CsvReader } from './csv-reader.ts';
import { aliasesFrom } from './get-alias.ts';
import { lookupScope, scopeNamed } from './variable-items.ts';

function* textOf(ctx: CmdletContext, path: string, literal: boolean): Flow<string> {
  const found = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, { literal, allowMissing: literal });
  const [file] = found;
  if (found.length !== 1 || file?.info.name !== 'FileSystem')
    return ctx.throwTerminating({
      id: 'NotSupported',
      category: 'NotImplemented',
      exceptionType: 'System.Management.Automation.PSNotSupportedException',
      message: `'${path}' must name one file of the file system.`,
      target: null,
    });
  try {
    return decodeText(yield* settle(ctx.engine.fs.readFile(file.path)));
  } catch (thrown) {
    throw fileFailure(thrown, 'FileOpenFailure', 'OpenError');
  }
}

/** The aliases of a file; lines that are empty or comments are passed over. */
function aliasesIn(ctx: CmdletContext, text: string, path: string): AliasInfo[] {
  const aliases: AliasInfo[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const fields = new CsvReader(`${line}\n`, ',').record() ?? [];
    const [name = '', definition = '', description = '', options = ''] = fields;
    if (fields.length !== 4)
      ctx.throwTerminating({
        id: 'ImportAliasFileFormatError',
        category: 'ReadError',
        exceptionType: 'System.FormatException',
        message: `Line ${i + 1} of "${path}" does not have four values.`,
        target: path,
      });
    const alias = new AliasInfo(name, definition);
    alias.description = description;
    alias.options = optionBits(ctx, options) ?? 0;
    aliases.push(alias);
  }
  return aliases;
}

/** What keeps a name from becoming an alias. */
function taken(ctx: CmdletContext, name: string, scopeName: string | undefined): string | undefined {
  const { scope, only } = lookupScope(ctx, scopeName);
  const key = name.toLowerCase();
  if (aliasesFrom(scope, only).some((alias) => alias.name.toLowerCase() === key))
    return `There is already an alias "${name}".`;
  for (let at: typeof scope | null = scope; at; at = at.parent) {
    if (at.tables?.functions.has(key) || at.tables?.cmdlets.has(key)) return `There is already a command "${name}".`;
  }
  return undefined;
}

/** Import-Alias: the aliases of a file that Export-Alias wrote. */
export const importAlias = defineCmdlet({
  name: 'Import-Alias',
  aliases: ['ipal'],
  synopsis: 'Reads aliases from a file.',
  defaultParameterSet: 'ByPath',
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.AliasInfo'],
  effects: ['fs:read', 'state'],
  parameters: {
    Path: parameter(type.string, { set: 'ByPath', mandatory: true, position: 0, pipeline: 'both', help: 'The file.' }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      set: 'ByLiteralPath',
      mandatory: true,
      pipeline: 'both',
      help: 'The file; every character stands for itself.',
    }),
    Scope: parameter(type.string, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Global, Script, Local or a number of levels up.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes the aliases.' }),
    Force: parameter(type.switch, { help: 'Replaces aliases that exist.' }),
  },
  invoke: (ctx) => ({
    process: ({ Path, LiteralPath, Scope, PassThru, Force }) =>
      step(
        (function* () {
          const path = LiteralPath ?? Path ?? '';
          scopeNamed(ctx, Scope);
          for (const alias of aliasesIn(ctx, yield* textOf(ctx, path, LiteralPath !== undefined), path)) {
            const reason = Force ? undefined : taken(ctx, alias.name, Scope);
            const { name: Name, definition: Value, description: Description, options } = alias;
            const change = { Name, Value, Description, Option: options || undefined, Scope, PassThru, Force };
            yield* reporting(
              ctx,
              (function* () {
                if (reason === undefined) return yield* putAlias(ctx, change, false);
                throw sessionStateError(
                  'System.Management.Automation.SessionStateException',
                  'AliasAlreadyExists',
                  'ResourceExists',
                  Name,
                  reason,
                );
              })(),
            );
          }
        })(),
      ),
  }),
});
