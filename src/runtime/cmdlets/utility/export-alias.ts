import type { AliasInfo } from '../../commands/command-info.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { ScopedItemOptions } from '../../scope/variable.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import { utcOf, zoneOf } from '../../types/engine-zone.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { toLocalTime } from '../../values/time-zone.ts';
import { outFileTarget } from '../formatting/out-file-target.ts';
import { TextFileWriter } from '../formatting/text-file-writer.ts';
import { step } from '../management/item-paths.ts';
import { aliasesFrom } from './get-alias.ts';
import { lookupScope, nameTest } from './variable-items.ts';

type Form = 'Csv' | 'Script';

function optionsText({ options }: AliasInfo): string {
  const names = Object.entries(ScopedItemOptions).filter(([, bit]) => bit !== 0 && (options & bit) !== 0);
  return names.map(([name]) => name).join(', ') || 'None';
}

function lineOf(alias: AliasInfo, form: Form): string {
  const { name, definition, description } = alias;
  const options = optionsText(alias);
  return form === 'Csv'
    ? `"${name}","${definition}","${description}","${options}"`
    : `set-alias -Name:"${name}" -Value:"${definition}" -Description:"${description}" -Option:"${options}"`;
}

/** The comment at the top: who wrote the file, when, where and why. */
function headLines(ctx: CmdletContext, description: string | undefined): string[] {
  const { engine } = ctx;
  const now = toLocalTime(utcOf(engine.clock.now()), zoneOf(engine));
  const lines = [
    '# Alias File',
    `# Exported by : ${engine.platform.userName}`,
    `# Date/Time : ${typeSystemOf(engine).netText(now, 'F', '')}`,
    `# Computer : ${engine.platform.machineName}`,
  ];
  if (description !== undefined) lines.push('#', ...description.split('\n').map((line) => `# ${line}`));
  return lines;
}

function* matching(ctx: CmdletContext, names: readonly string[], scopeName: string | undefined): Flow<AliasInfo[]> {
  const { scope, only } = lookupScope(ctx, scopeName);
  const all = aliasesFrom(scope, only);
  const found: AliasInfo[] = [];
  for (const name of names) {
    const isWanted = nameTest([name], undefined, undefined);
    const matches = all.filter((alias) => isWanted(alias.name));
    found.push(...matches);
    if (matches.length === 0 && !containsWildcard(name))
      yield* settle(
        ctx.writeError({
          id: 'AliasNotFound',
          category: 'ObjectNotFound',
          exceptionType: 'System.Management.Automation.ItemNotFoundException',
          message: `There is no alias named "${name}".`,
          target: name,
        }),
      );
  }
  return found;
}

/** Export-Alias: aliases in a file, as CSV or as a script. */
export const exportAlias = defineCmdlet({
  name: 'Export-Alias',
  aliases: ['epal'],
  synopsis: 'Writes aliases to a file.',
  defaultParameterSet: 'ByPath',
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.AliasInfo'],
  effects: ['fs:write'],
  parameters: {
    Path: parameter(type.string, { set: 'ByPath', mandatory: true, position: 0, help: 'The file.' }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      set: 'ByLiteralPath',
      mandatory: true,
      pipeline: 'property',
      help: 'The file; every character stands for itself.',
    }),
    Name: parameter(type.strings, { position: 1, pipeline: 'property', help: 'The aliases; all where left out.' }),
    PassThru: parameter(type.switch, { help: 'Writes the aliases too.' }),
    As: parameter(type.enumOf<Form>('Microsoft.PowerShell.Commands.ExportAliasFormat'), {
      help: 'Csv, or Script: lines with Set-Alias.',
    }),
    Append: parameter(type.switch, { help: 'Adds to the file.' }),
    Force: parameter(type.switch, { help: 'Writes to a read-only file too.' }),
    NoClobber: parameter(type.switch, { aliases: ['NoOverwrite'], help: 'Fails where the file exists.' }),
    Description: parameter(type.string, { help: 'A comment at the top.' }),
    Scope: parameter(type.string, { help: 'Global, Script, Local or a number of levels up.' }),
  },
  invoke(ctx) {
    const aliases: AliasInfo[] = [];
    return {
      process: (args) =>
        step(
          (function* () {
            aliases.push(...(yield* matching(ctx, args.Name ?? ['*'], args.Scope)));
          })(),
        ),
      end: (args) =>
        step(
          (function* () {
            const { Path, LiteralPath, Append, Force, NoClobber } = args;
            let file: TextFileWriter | undefined;
            if (yield* settle(ctx.shouldProcess(LiteralPath ?? Path ?? ''))) {
              const target = yield* outFileTarget(ctx, { FilePath: Path, LiteralPath });
              file = new TextFileWriter(ctx.engine.fs, target, textEncodings.unicode, '\n');
              yield* file.open({ append: Append === true, force: Force === true, createNew: NoClobber === true });
              for (const line of headLines(ctx, args.Description)) yield* settle(file.line(line));
            }
            for (const alias of aliases) {
              if (file) yield* settle(file.line(lineOf(alias, args.As ?? 'Csv')));
              if (args.PassThru) yield* settle(ctx.write(alias));
            }
            if (file) yield* settle(file.flush());
          })(),
        ),
    };
  },
});
