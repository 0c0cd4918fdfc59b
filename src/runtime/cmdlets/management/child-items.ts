import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { type ChildQuery, childrenAt, isHiddenName, rawChildren, seesHidden } from '../../providers/child-names.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { expandPath, type GlobOptions, isGlobbed, pathNotFound } from '../../providers/globber.ts';
import { includeExclude, type NameMatcher } from '../../providers/name-filter.ts';
import { isSeparator, joinPath, leafOf } from '../../providers/path-text.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import { FileSystemInfo } from '../../values/file-system-info.ts';
import { checkFolder, itemWithNotes, reporting, scopeOf, setProviderNotes, writeFoundItem } from './item-paths.ts';

/** What Get-ChildItem is asked for. */
export interface ListOptions extends Required<Pick<ChildQuery, 'attributes'>> {
  readonly literal: boolean;
  readonly force: boolean;
  readonly filter: string | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly recurse: boolean;
  /** Levels to go down below the first. */
  readonly depth: number;
  readonly followLinks: boolean;
  /** `-File` or `-Directory` was given. */
  readonly hasKind: boolean;
}

const queryOf = (options: ListOptions): ChildQuery => ({
  filter: options.filter,
  force: options.force,
  attributes: options.attributes,
});

/** Whether all items of a path are containers; a path that names nothing is none. */
function* isContainerPath(ctx: CmdletContext, path: string): Flow<boolean> {
  try {
    const found = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, {});
    for (const at of found) if (!(yield* settle(at.provider.isContainer(at.path)))) return false;
    return found.length > 0;
  } catch (thrown) {
    if (thrown instanceof TerminatingError) return false;
    throw thrown;
  }
}

/**
 * With -Recurse a last name that is no container is looked for at every level: it becomes an `-Include` below its parent.
 */
function* recursionStart(
  ctx: CmdletContext,
  path: string,
  options: ListOptions,
): Flow<{ readonly path: string; readonly include: readonly string[] }> {
  const { include } = options;
  if (!options.recurse || isSeparator(path.at(-1))) return { path, include };
  let start = path;
  const name = leafOf(path);
  if (name === '*' && options.hasKind) start = path.slice(0, -1);
  if (include.length > 0 || start === '' || (yield* isContainerPath(ctx, start))) return { path: start, include };
  const parent = start.slice(0, start.length - name.length);
  return { path: start === path ? parent : start, include: name === '*' ? include : [name] };
}

/** Get-ChildItem for one path. @throws TerminatingError PathNotFound and what a container's reading fails with */
export function* listPath(ctx: CmdletContext, given: string, options: ListOptions): Flow<void> {
  const { drives } = ctx.engine;
  const scope = scopeOf(ctx);
  const globOptions: GlobOptions = { ...options, attributes: undefined } as GlobOptions;
  if (!((options.recurse && !options.literal) || isGlobbed(given, globOptions))) {
    const [at] = yield* expandPath(drives, scope, given, { ...globOptions, include: [], exclude: [] });
    if (!at) throw pathNotFound(given);
    if (options.include.length + options.exclude.length > 0) yield* listMatching(ctx, at, options, options.depth);
    else {
      yield* checkFolder(at, given);
      yield* listOne(ctx, at, options);
    }
    return;
  }
  const { path, include } = yield* recursionStart(ctx, given, options);
  const filters = options.recurse ? { include: [], exclude: [], filter: undefined } : { include };
  const found = yield* expandPath(drives, scope, path, { ...globOptions, ...filters });
  const isWild = containsWildcard(path);
  const byHand =
    (options.recurse && isWild && include.length === 0) || include.length > 0 || options.exclude.length > 0;
  const settings = { ...options, include };
  for (const at of found) {
    if (ctx.stopping) return;
    if (!isWild) yield* checkFolder(at, path);
    if (byHand) yield* reporting(ctx, listMatching(ctx, at, settings, options.depth));
    else if (!isWild || options.recurse) yield* listOne(ctx, at, settings);
    else yield* writeFoundItem(ctx, at, seesHidden(queryOf(options)));
  }
}

/** What is in a container, or the item itself. */
function* listOne(ctx: CmdletContext, at: ProviderPath, options: ListOptions): Flow<void> {
  if (!(yield* settle(at.provider.isContainer(at.path)))) {
    yield* writeFoundItem(ctx, at, seesHidden(queryOf(options)));
    return;
  }
  yield* listContainer(ctx, at, options, options.recurse ? options.depth : -1, new Set([at.path]));
}

/** A container's children, whole before going down; `depth` below 0 stays at this level. */
function* listContainer(
  ctx: CmdletContext,
  at: ProviderPath,
  options: ListOptions,
  depth: number,
  visited: Set<string>,
): Flow<void> {
  const query = queryOf(options);
  for (const child of yield* childrenAt(at, query)) {
    if (ctx.stopping) return;
    ctx.engine.budget.charge(1);
    const item = yield* settle(at.provider.get(child.path));
    if (item !== undefined)
      yield* settle(ctx.write(itemWithNotes(item, { ...at, path: child.path }, child.isContainer)));
  }
  if (depth <= 0) return;
  for (const child of yield* rawChildren(at)) {
    if (!child.isContainer || (!seesHidden(query) && isHiddenName(at.provider, child.name))) continue;
    if (yield* mayEnter(ctx, at, child.path, options, visited))
      yield* reporting(ctx, listContainer(ctx, { ...at, path: child.path }, options, depth - 1, visited));
  }
}

/** Links to folders are entered with -FollowSymlink only, and every folder once. */
function* mayEnter(
  ctx: CmdletContext,
  at: ProviderPath,
  path: string,
  options: ListOptions,
  visited: Set<string>,
): Flow<boolean> {
  const item = yield* settle(at.provider.get(path));
  const isLink = item instanceof FileSystemInfo && item.stat?.kind === 'link';
  if (!options.followLinks) return !isLink;
  const real = at.provider.isTree ? yield* settle(ctx.engine.fs.realPath(path)) : path;
  if (visited.has(real)) {
    yield* settle(ctx.writeWarning(`"${path}" was listed already and is left out.`));
    return false;
  }
  visited.add(real);
  return true;
}

/** Children that -Include, -Exclude and -Filter let through, item by item, going down with -Recurse. */
function* listMatching(ctx: CmdletContext, at: ProviderPath, options: ListOptions, depth: number): Flow<void> {
  const accepts = includeExclude(options.include, options.exclude);
  const query = queryOf(options);
  if (!(yield* settle(at.provider.isContainer(at.path)))) {
    if (accepts(leafOf(at.path))) yield* writeFoundItem(ctx, at, seesHidden(query));
    return;
  }
  const filtered =
    options.recurse && options.filter ? new Set((yield* childrenAt(at, query)).map((child) => child.name)) : undefined;
  for (const child of yield* childrenAt(at, { ...query, allContainers: options.recurse })) {
    if (ctx.stopping) return;
    ctx.engine.budget.charge(1);
    const there = { ...at, path: child.path };
    if (accepts(child.name) && filtered?.has(child.name) !== false)
      yield* writeFoundItem(ctx, there, seesHidden(query));
    if (options.recurse && depth > 0 && child.isContainer)
      yield* reporting(ctx, listMatching(ctx, there, options, depth - 1));
  }
}

/** Get-ChildItem -Name for one path: names below it, with the folders on the way. */
export function* listNames(ctx: CmdletContext, given: string, options: ListOptions): Flow<void> {
  const { drives } = ctx.engine;
  const accepts = includeExclude(options.include, options.exclude);
  const base = { literal: options.literal, force: options.force };
  const found = yield* expandPath(drives, scopeOf(ctx), given, base);
  const globbed = isGlobbed(given, { ...options, attributes: undefined } as GlobOptions);
  const isWild = globbed && containsWildcard(given);
  for (const at of found) {
    if ((!isWild || options.recurse) && (yield* settle(at.provider.isContainer(at.path)))) {
      if (globbed || options.recurse)
        yield* namesBelow(ctx, at, '', options, accepts, options.recurse ? options.depth : -1);
      else
        for (const child of yield* childrenAt(at, queryOf(options)))
          yield* settle(ctx.write(setProviderNotes(child.name, { ...at, path: child.path })));
      continue;
    }
    const name = at.provider.isTree ? leafOf(at.path) : at.path;
    if (accepts(name)) yield* settle(ctx.write(name));
  }
}

function* namesBelow(
  ctx: CmdletContext,
  top: ProviderPath,
  relative: string,
  options: ListOptions,
  accepts: NameMatcher,
  depth: number,
): Flow<void> {
  const at = { ...top, path: relative === '' ? top.path : joinPath(top.path, relative, '/') };
  const query = queryOf(options);
  for (const child of yield* childrenAt(at, query))
    if (accepts(child.name)) yield* settle(ctx.write(joinPath(relative, child.name, '/')));
  if (depth <= 0) return;
  for (const child of yield* childrenAt(at, { ...query, allContainers: true }))
    if (child.isContainer)
      yield* reporting(ctx, namesBelow(ctx, top, joinPath(relative, child.name, '/'), options, accepts, depth - 1));
}
