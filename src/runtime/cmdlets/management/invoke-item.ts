import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import { environmentEntries } from '../../host/own-environment.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { filterParameters, itemsOf, pathParameters, reporting, step } from './item-paths.ts';
import { startChild } from './started-process.ts';

/** Runs a program, or opens a file or folder with what the desktop has for it. */
function* invoke(ctx: CmdletContext, at: ProviderPath): Flow<void> {
  if (!at.provider.isTree)
    throw fail({
      id: 'NotSupported',
      category: 'NotImplemented',
      exceptionType: 'System.Management.Automation.PSNotSupportedException',
      message: `Items of ${at.info.name} have no default action.`,
    });
  if (!(yield* settle(ctx.shouldProcess(`Item: ${at.path}`, 'Invoke Item')))) return;
  const stat = yield* settle(ctx.engine.fs.stat(at.path));
  const runs = stat?.kind === 'file' && (stat.mode & 0o111) !== 0;
  const opener = ctx.engine.platform.os === 'macos' ? '/usr/bin/open' : '/usr/bin/xdg-open';
  const environment = new Map(environmentEntries(ctx.engine.environment));
  const directory = ctx.engine.workingDirectory;
  const files = {};
  if (runs) yield* startChild(ctx, { file: at.path, text: '', args: [], directory, environment, files });
  else yield* startChild(ctx, { file: opener, text: at.path, args: [at.path], directory, environment, files });
}

/** Invoke-Item: the default action of items. */
export const invokeItem = defineCmdlet({
  name: 'Invoke-Item',
  aliases: ['ii'],
  synopsis: 'Runs programs, and opens files and folders with the program for them.',
  defaultParameterSet: 'Path',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['process:start'],
  parameters: {
    ...pathParameters,
    Filter: filterParameters.Filter,
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          for (const at of yield* itemsOf(ctx, args)) yield* reporting(ctx, invoke(ctx, at));
        })(),
      ),
  }),
});
