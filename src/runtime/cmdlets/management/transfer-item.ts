import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { displayPath, expandPath } from '../../providers/globber.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import { scopeOf } from './item-paths.ts';

/** Where a copy or move goes; `.` when it was left out. @throws TerminatingError for several matches or another provider */
export function* destinationOf(ctx: CmdletContext, from: ProviderPath, text: string | undefined): Flow<string> {
  const given = text === undefined || text === '' ? '.' : text;
  const scope = scopeOf(ctx);
  const [found] = containsWildcard(given)
    ? yield* expandPath(ctx.engine.drives, scope, given, {})
    : [ctx.engine.drives.resolve(given, scope)];
  const to = found ?? ctx.engine.drives.resolve(given, scope);
  if (to.provider !== from.provider)
    throw fail({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `"${displayPath(from)}" and "${displayPath(to)}" belong to different providers.`,
      target: null,
    });
  return to.path;
}

/** Asks -WhatIf and -Confirm about a transfer. */
export function* mayTransfer(ctx: CmdletContext, action: string, from: string, to: string): Flow<boolean> {
  return yield* settle(ctx.shouldProcess(`Item: ${from} Destination: ${to}`, action));
}
