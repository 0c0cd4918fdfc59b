import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { FormatXmlError, loadFormatXml } from '../../formatting/load-format-xml.ts';
import type { View } from '../../formatting/view.ts';
import { ClixmlError } from '../../xml/clixml-error.ts';
import { reporting } from '../management/item-paths.ts';
import { blockCompiler, type Ps1xmlFile, ps1xmlFiles } from './ps1xml-files.ts';

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
  const files = yield* ps1xmlFiles(ctx, path, 'Update FormatData');
  return files.flatMap((file) => readViews(ctx, file));
}

function readViews(ctx: CmdletContext, { path, text }: Ps1xmlFile): View[] {
  try {
    return loadFormatXml(text, blockCompiler(ctx));
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
