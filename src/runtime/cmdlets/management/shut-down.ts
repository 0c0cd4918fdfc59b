import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { findOnPath } from '../../commands/discovery/file-lookup.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { environmentEntries } from '../../host/own-environment.ts';
import { startChild } from './started-process.ts';

/** Runs `shutdown` with a flag, now. Ends the command where there is no such program or it fails. */
export function* shutDown(ctx: CmdletContext, flag: '-P' | '-r'): Flow<void> {
  const program = yield* findOnPath(ctx.caller, 'shutdown');
  if (!program)
    return ctx.throwTerminating({
      id: 'CommandNotFound',
      category: 'ObjectNotFound',
      exceptionType: 'System.InvalidOperationException',
      message: 'This machine has no program "shutdown".',
    });
  const started = yield* startChild(ctx, {
    file: program.definition,
    text: `${flag} now`,
    args: [flag, 'now'],
    directory: ctx.engine.workingDirectory,
    environment: new Map(environmentEntries(ctx.engine.environment)),
    files: {},
  });
  if (started.ended) yield* settle(started.ended);
  if (started.exitCode !== 0)
    ctx.throwTerminating({
      id: 'CommandFailed',
      category: 'OperationStopped',
      exceptionType: 'System.InvalidOperationException',
      message: `"shutdown ${flag} now" ended with exit code ${started.exitCode}.`,
    });
}
