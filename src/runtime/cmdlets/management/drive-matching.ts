import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { fail, type TerminatingError } from '../../errors/terminating-error.ts';
import type { DriveInfo, ProviderInfo } from '../../providers/provider.ts';
import type { Scope } from '../../scope/scope.ts';
import { containsWildcard, WildcardPattern } from '../../text/wildcard.ts';
import { scopeNamed } from '../utility/variable-items.ts';
import { scopeOf } from './item-paths.ts';

/** Which drives Get-PSDrive, Remove-PSDrive and Get-Location mean. */
export interface DriveQuery {
  /** A name or a wildcard; all where left out. */
  readonly name?: string | undefined;
  /** The name is no wildcard, whatever is in it. */
  readonly literal?: boolean;
  readonly providers?: readonly string[] | undefined;
  readonly scope?: string | undefined;
}

/** The error for a drive that does not exist. */
export function driveNotFound(id: string, name: string): TerminatingError {
  return fail({
    id,
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.DriveNotFoundException',
    message: `There is no drive named "${name}".`,
    target: name,
  });
}

/**
 * The providers of a name, with or without its module, or all that match a wildcard.
 *
 * @throws TerminatingError ProviderNotFound for a name without wildcards that no provider has
 */
export function providersNamed(ctx: CmdletContext, name: string): ProviderInfo[] {
  const bare = name.slice(name.lastIndexOf('\\') + 1);
  const module = name.slice(0, Math.max(0, name.length - bare.length - 1));
  const pattern = new WildcardPattern(bare, true);
  const found = ctx.engine.drives.providers.filter(
    (info) =>
      pattern.isMatch(info.name) &&
      (module === '' || new WildcardPattern(module, true).isMatch(info.provider.moduleName)),
  );
  if (found.length === 0 && !containsWildcard(name))
    throw fail({
      id: 'ProviderNotFound',
      category: 'ObjectNotFound',
      exceptionType: 'System.Management.Automation.ProviderNotFoundException',
      message: `There is no provider named "${name}".`,
      target: name,
    });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where the drives of a scope are kept: the global ones in the table of drives, others in the scope's tables. */
export function drivesOfScope(ctx: CmdletContext, scope: Scope): Map<string, unknown> {
  if (scope === scope.sessionState.shared.currentScope.sessionState.globalScope || !scope.parent)
    return ctx.engine.drives.globalDrives;
  return scope.ensureTables().drives;
}

/** The drives a query means, by name. @throws TerminatingError ProviderNotFound, and errors of the scope */
export function matchingDrives(ctx: CmdletContext, query: DriveQuery): DriveInfo[] {
  const { drives } = ctx.engine;
  const all =
    query.scope === undefined
      ? drives.drivesFrom(scopeOf(ctx))
      : drives.drivesOf(drivesOfScope(ctx, scopeNamed(ctx, query.scope)));
  const providers = new Set(
    (query.providers?.length ? query.providers : ['*']).flatMap((name) => providersNamed(ctx, name)),
  );
  const { name } = query;
  const wanted = name?.toLowerCase();
  const pattern = name !== undefined && !query.literal ? new WildcardPattern(name, true) : undefined;
  return all
    .filter((drive) => providers.has(drive.info))
    .filter(
      (drive) => name === undefined || (pattern ? pattern.isMatch(drive.name) : drive.name.toLowerCase() === wanted),
    )
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
