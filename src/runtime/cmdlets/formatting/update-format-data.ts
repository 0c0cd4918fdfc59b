import { parse } from '../../../parser/index.ts';
import { ClixmlError } from '../../clixml/clixml-error.ts';
import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { FormatXmlError, loadFormatXml } from '../../formatting/load-format-xml.ts';
import type { View } from '../../formatting/view.ts';
import { expandPath } from '../../providers/globber.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { reporting, scopeOf, sessionOf } from '../management/item-paths.ts';

/** Update-FormatData: adds the views of format files. */
export const updateFormatData = defineCmdlet({
  name: 'Update-FormatData',
  synopsis: 'Adds the views of format files.',
  defaultParameterSet: 'FileSet',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:read', 'state'],
  parameters: {
    AppendPath: parameter(type.strings, {
      aliases: ['PSPath', 'Path'],
      sets: { FileSet: { position: 0, pipeline: 'both' } },
      validate: [{ kind: 'notNull' }],
      help: 'Files whose views come after those that exist.',
    }),
    PrependPath: parameter(type.strings, {
      set: 'FileSet',
      validate: [{ kind: 'notNull' }],
      help: 'Files whose views come before those that exist.',
    }),
  },
  examples: [{ title: 'Own views', code: 'Update-FormatData -PrependPath ./my.format.ps1xml' }],
  invoke(ctx) {
    const { views } = formatContextOf(ctx.engine);
    return {
      process: ({ AppendPath, PrependPath }) =>
        runFlow(
          (function* (): Flow<void> {
            for (const path of PrependPath ?? []) views.prepend((yield* reporting(ctx, viewsOfFiles(ctx, path))) ?? []);
            for (const path of AppendPath ?? []) views.append((yield* reporting(ctx, viewsOfFiles(ctx, path))) ?? []);
          })(),
        ),
    };
  },
});

/** The views of the files a path names. */
function* viewsOfFiles(ctx: CmdletContext, path: string): Flow<View[]> {
  const views: View[] = [];
  for (const at of yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, {})) {
    if (!at.path.toLowerCase().endsWith('.ps1xml')) {
      throw fail({
        id: 'WrongExtension',
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSInvalidOperationException',
        message: `"${at.path}" is no format file: its name must end with .ps1xml.`,
        target: at.path,
      });
    }
    if (!(yield* settle(ctx.shouldProcess(at.path, 'Update FormatData')))) continue;
    const bytes = yield* settle(ctx.engine.fs.readFile(at.path));
    views.push(...readViews(ctx, decodeText(bytes), at.path));
  }
  return views;
}

function readViews(ctx: CmdletContext, text: string, path: string): View[] {
  try {
    return loadFormatXml(text, (code) => new ScriptBlock(parse(code).ast, sessionOf(ctx)));
  } catch (error) {
    if (!(error instanceof FormatXmlError || error instanceof ClixmlError)) throw error;
    throw fail({
      id: 'FormatXmlUpdateException',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.Runspaces.FormatTableLoadException',
      message: `The views of "${path}" could not be read: ${error.message}`,
      target: path,
    });
  }
}
