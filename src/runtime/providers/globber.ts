import { type Flow, settle } from '../commands/flow.ts';
import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import { containsWildcard, unescapeWildcard, WildcardPattern } from '../text/wildcard.ts';
import { type DriveTable, type ProviderPath, pathOnDrive } from './drive-table.ts';
import { joinPath } from './path-text.ts';

/** How paths of a command are taken. */
export interface GlobOptions {
  /** `-LiteralPath`: wildcards are ordinary characters. */
  readonly literal?: boolean;
  /** `-Filter`: a wildcard on the last name. */
  readonly filter?: string | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Hidden items count too. */
  readonly force?: boolean;
  /** Paths that name nothing are left out instead of being an error (for what creates items). */
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

/** Whether a name passes `-Filter`, `-Include` and `-Exclude`. */
export function nameFilter(options: GlobOptions): (name: string) => boolean {
  const compile = (patterns: readonly string[] | undefined) => patterns?.map((text) => new WildcardPattern(text, true));
  const filter = options.filter ? new WildcardPattern(options.filter, true) : undefined;
  const include = compile(options.include?.length ? options.include : undefined);
  const exclude = compile(options.exclude);
  return (name) =>
    (!filter || filter.isMatch(name)) &&
    (!include || include.some((pattern) => pattern.isMatch(name))) &&
    !exclude?.some((pattern) => pattern.isMatch(name));
}

/** The path of an item as messages and `Path` properties show it. */
export function displayPath(path: ProviderPath): string {
  return path.drive
    ? pathOnDrive(path.drive, path.path)
    : `${path.info.provider.moduleName}\\${path.info.name}::${path.path}`;
}

/**
 * The items a path stands for: one for a literal path, all matches for one with wildcards.
 *
 * @throws TerminatingError PathNotFound for a path without wildcards that names nothing; DriveNotFound; ProviderNotFound
 */
export function* expandPath(
  table: DriveTable,
  scope: Scope | null,
  path: string,
  options: GlobOptions,
): Flow<ProviderPath[]> {
  const literal = options.literal === true || !containsWildcard(path);
  const given = table.resolve(literal && !options.literal ? unescapeWildcard(path) : path, scope);
  const accepts = nameFilter(options);
  if (literal) {
    const there = yield* settle(given.provider.exists(given.path));
    if (!there) {
      if (options.allowMissing) return [given];
      throw pathNotFound(path);
    }
    return accepts(lastName(given.path)) ? [given] : [];
  }
  const names = given.provider.isTree ? given.path.split('/').slice(1) : [given.path];
  let found: string[] = [given.provider.isTree ? '/' : ''];
  for (const name of names) found = yield* matchLevel(given, found, name, options.force === true);
  return found.filter((at) => accepts(lastName(at))).map((at) => ({ ...given, path: at }));
}

const lastName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Everything below some containers that fits one name of a pattern. */
function* matchLevel(given: ProviderPath, parents: readonly string[], name: string, force: boolean): Flow<string[]> {
  const { provider } = given;
  const result: string[] = [];
  if (!containsWildcard(name)) {
    for (const parent of parents) {
      const at = provider.isTree ? joinPath(parent, unescapeWildcard(name), '/') : name;
      if (yield* settle(provider.exists(at))) result.push(at);
    }
    return result;
  }
  const pattern = new WildcardPattern(name, true);
  for (const parent of parents) {
    if (!(yield* settle(provider.isContainer(parent)))) continue;
    for (const child of yield* settle(provider.children(parent))) {
      const hidden = provider.isTree && child.name.startsWith('.') && !name.startsWith('.');
      if (pattern.isMatch(child.name) && (force || !hidden)) result.push(child.path);
    }
  }
  return result;
}
