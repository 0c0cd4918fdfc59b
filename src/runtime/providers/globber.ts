import { type Flow, settle } from '../commands/flow.ts';
import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import { containsWildcard, unescapeWildcard, WildcardPattern } from '../text/wildcard.ts';
import { childrenAt } from './child-names.ts';
import { type DriveTable, type ProviderPath, pathOnDrive } from './drive-table.ts';
import { anyMatcher } from './name-filter.ts';
import { joinPath } from './path-text.ts';

/** How paths of a command are taken. */
export interface GlobOptions {
  /** `-LiteralPath`: wildcards are ordinary characters, and include and exclude do not count. */
  readonly literal?: boolean;
  /** `-Filter`: a wildcard on the last name. */
  readonly filter?: string | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Hidden items count too. */
  readonly force?: boolean;
  /** A path without wildcards need not name anything (for what creates items). */
  readonly allowMissing?: boolean;
}

/** The error for a path that names nothing. */
export function pathNotFound(path: string): TerminatingError {
  return fail({
    id: 'PathNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.ItemNotFoundException',
    message: `There is nothing at the path "${path}".`,
    target: path,
  });
}

/** The path of an item as messages and `Path` properties show it. */
export function displayPath(path: ProviderPath): string {
  return path.drive
    ? pathOnDrive(path.drive, path.path)
    : `${path.info.provider.moduleName}\\${path.info.name}::${path.path}`;
}

/** Whether a path stands for what matches it: it has wildcards, or include or exclude choose among its siblings. */
export function isGlobbed(path: string, options: GlobOptions): boolean {
  if (options.literal) return false;
  return containsWildcard(path) || (options.include?.length ?? 0) > 0 || (options.exclude?.length ?? 0) > 0;
}

/**
 * The items a path stands for: one for a path without wildcards, all matches for one with them.
 *
 * @throws TerminatingError PathNotFound for a path without wildcards that names nothing; DriveNotFound; ProviderNotFound
 */
export function* expandPath(
  table: DriveTable,
  scope: Scope | null,
  path: string,
  options: GlobOptions,
): Flow<ProviderPath[]> {
  if (isGlobbed(path, options)) return yield* matches(table.resolve(path, scope), options);
  const given = table.resolve(options.literal ? path : unescapeWildcard(path), scope);
  if (options.allowMissing || (yield* settle(given.provider.exists(given.path)))) return [given];
  throw pathNotFound(path);
}

/** Goes down a path name by name, from the first that has wildcards on. */
function* matches(given: ProviderPath, options: GlobOptions): Flow<ProviderPath[]> {
  const { provider } = given;
  const names = provider.isTree ? given.path.split('/').slice(1) : [given.path];
  const firstWild = names.findIndex((name) => containsWildcard(name));
  const start = firstWild < 0 ? names.length - 1 : firstWild;
  const base = provider.isTree ? `/${names.slice(0, start).map(unescapeWildcard).join('/')}` : '';
  let found: ProviderPath[] = [{ ...given, path: base }];
  for (let i = start; i < names.length; i++) {
    const isLast = i === names.length - 1;
    found = yield* nextLevel(found, names[i] ?? '', isLast, options);
    if (!isLast) found = yield* onlyContainers(found);
  }
  return found;
}

function* onlyContainers(paths: readonly ProviderPath[]): Flow<ProviderPath[]> {
  const containers: ProviderPath[] = [];
  for (const at of paths) if (yield* settle(at.provider.isContainer(at.path))) containers.push(at);
  return containers;
}

/** Everything below some containers that fits one name of a path. */
function* nextLevel(
  parents: readonly ProviderPath[],
  name: string,
  isLast: boolean,
  options: GlobOptions,
): Flow<ProviderPath[]> {
  const result: ProviderPath[] = [];
  if (name === '' || !(containsWildcard(name) || isLast)) {
    for (const parent of parents) {
      const plain = unescapeWildcard(name);
      const path = parent.provider.isTree ? (plain === '' ? parent.path : joinPath(parent.path, plain, '/')) : plain;
      if (yield* settle(parent.provider.exists(path))) result.push({ ...parent, path });
    }
    return result;
  }
  const accepts = leafMatcher(name, options);
  const query = { filter: options.filter, force: options.force === true, allContainers: !isLast };
  for (const parent of parents) {
    if (!(yield* settle(parent.provider.isContainer(parent.path)))) continue;
    for (const child of yield* childrenAt(parent, query))
      if (accepts(child.name)) result.push({ ...parent, path: child.path });
  }
  return result;
}

/** A name must fit the pattern, or `-Include` where the pattern has wildcards, and never `-Exclude`. */
function leafMatcher(name: string, options: GlobOptions): (child: string) => boolean {
  const pattern = new WildcardPattern(name, true);
  const hasInclude = (options.include?.length ?? 0) > 0;
  const included = anyMatcher(options.include, true);
  const excluded = anyMatcher(options.exclude, false);
  const isWild = containsWildcard(name);
  return (child) => {
    if (!pattern.isMatch(child) && !(isWild && hasInclude && included(child))) return false;
    return included(child) && !excluded(child);
  };
}
