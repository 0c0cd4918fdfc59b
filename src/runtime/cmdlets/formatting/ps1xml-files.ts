import { parse } from '../../../parser/index.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import { expandPath } from '../../providers/globber.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { scopeOf, sessionOf } from '../management/item-paths.ts';

/** The text of one .ps1xml file. */
export interface Ps1xmlFile {
  readonly path: string;
  readonly text: string;
}

/** Reads the .ps1xml files that a path names, asking ShouldProcess for each. */
export function* ps1xmlFiles(ctx: CmdletContext, path: string, action: string): Flow<Ps1xmlFile[]> {
  const files: Ps1xmlFile[] = [];
  for (const at of yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, {})) {
    if (!at.path.toLowerCase().endsWith('.ps1xml')) {
      throw fail({
        id: 'WrongExtension',
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSInvalidOperationException',
        message: `The name of "${at.path}" does not end with .ps1xml.`,
        target: at.path,
      });
    }
    if (!(yield* settle(ctx.shouldProcess(at.path, action)))) continue;
    files.push({ path: at.path, text: decodeText(yield* settle(ctx.engine.fs.readFile(at.path))) });
  }
  return files;
}

/** Makes blocks of the text in such files. */
export function blockCompiler(ctx: CmdletContext): (code: string) => ScriptBlock {
  return (code) => new ScriptBlock(parse(code).ast, sessionOf(ctx));
}
