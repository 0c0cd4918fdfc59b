import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { expandPath, nameFilter, pathNotFound } from '../../providers/globber.ts';
import { leafOf, parentOf } from '../../providers/path-text.ts';
import type { ProviderChild } from '../../providers/provider.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import { FileSystemInfo } from '../../values/file-system-info.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { filterParameters, itemWithNotes, reporting, scopeOf, step } from './item-paths.ts';

interface ListOptions {
  readonly accepts: (name: string) => boolean;
  readonly force: boolean;
  readonly hiddenOnly: boolean;
  readonly namesOnly: boolean;
  readonly directories: boolean;
  readonly files: boolean;
  readonly readOnly: boolean;
  /** Levels to go down; 0 is this container only. */
  readonly depth: number;
}

const byName = (a: ProviderChild, b: ProviderChild) =>
  a.name.localeCompare(b.name, 'en', { sensitivity: 'base', ignorePunctuation: false }) || (a.name < b.name ? -1 : 1);

const isHidden = (name: string) => name.startsWith('.');

function wanted(child: ProviderChild, item: PSValue, options: ListOptions): boolean {
  if (!options.accepts(child.name)) return false;
  if (options.directories !== options.files && child.isContainer !== options.directories) return false;
  if (options.readOnly && !(item instanceof FileSystemInfo && ((item.stat?.mode ?? 0o200) & 0o200) === 0)) return false;
  return true;
}

/** One container's children: folders before files, each by name; then, when asked, what is in the folders. */
function* list(ctx: CmdletContext, at: ProviderPath, options: ListOptions, level: number, top: string): Flow<void> {
  const { provider } = at;
  let children: readonly ProviderChild[];
  try {
    children = yield* settle(provider.children(at.path));
  } catch (thrown) {
    throw fileFailure(thrown, 'DirUnauthorizedAccessError', 'PermissionDenied');
  }
  const seen = children.filter(
    (child) => !provider.isTree || (options.hiddenOnly ? isHidden(child.name) : options.force || !isHidden(child.name)),
  );
  const folders = seen.filter((child) => child.isContainer).sort(byName);
  const files = seen.filter((child) => !child.isContainer).sort(byName);
  for (const child of [...folders, ...files]) {
    const item = yield* settle(provider.get(child.path));
    if (item === undefined || !wanted(child, item, options)) continue;
    if (options.namesOnly)
      yield* settle(ctx.write(provider.isTree ? child.path.slice(top === '/' ? 1 : top.length + 1) : child.name));
    else yield* settle(ctx.write(itemWithNotes(item, { ...at, path: child.path }, child.isContainer)));
  }
  if (level >= options.depth) return;
  const below =
    options.hiddenOnly && !options.force ? children.filter((child) => child.isContainer).sort(byName) : folders;
  for (const child of below) {
    const link = yield* settle(provider.get(child.path));
    if (link instanceof FileSystemInfo && link.stat?.kind === 'link') continue;
    yield* reporting(ctx, list(ctx, { ...at, path: child.path }, options, level + 1, top));
  }
}

/** Get-ChildItem: what is in containers. */
export const getChildItem = defineCmdlet({
  name: 'Get-ChildItem',
  aliases: ['gci', 'dir'],
  synopsis: 'Gets the items in containers, and on request in the containers below.',
  defaultParameterSet: 'Items',
  outputs: ['System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      sets: { Items: { position: 0, pipeline: 'both' } },
      supportsWildcards: true,
      help: 'The containers; the current location if left out.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralItems: { mandatory: true, pipeline: 'property' } },
      help: 'The containers, literally.',
    }),
    Filter: parameter(type.string, { position: 1, help: filterParameters.Filter.options.help }),
    Include: filterParameters.Include,
    Exclude: filterParameters.Exclude,
    Recurse: parameter(type.switch, { aliases: ['s', 'r'], help: 'Goes down into all containers.' }),
    Depth: parameter(type.named<{ readonly value: number }>('System.UInt32'), { help: 'Goes down this many levels.' }),
    Force: filterParameters.Force,
    Name: parameter(type.switch, { help: 'Gives names only.' }),
    FollowSymlink: parameter(type.switch, { help: 'Not supported: links to folders are not followed.' }),
    Directory: parameter(type.switch, { aliases: ['ad'], help: 'Containers only.' }),
    File: parameter(type.switch, { aliases: ['af'], help: 'No containers.' }),
    Hidden: parameter(type.switch, { aliases: ['ah', 'h'], help: 'Hidden items only.' }),
    ReadOnly: parameter(type.switch, { aliases: ['ar'], help: 'Read-only items only.' }),
    System: parameter(type.switch, { aliases: ['as'], help: 'System items only: there are none on Unix.' }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          if (args.System) return;
          if (args.FollowSymlink)
            ctx.throwTerminating({
              id: 'NotSupported',
              category: 'NotImplemented',
              exceptionType: 'System.NotSupportedException',
              message: 'Get-ChildItem -FollowSymlink is not supported.',
            });
          const literal = args.LiteralPath !== undefined;
          const recurse = args.Recurse === true || args.Depth !== undefined;
          const base = { force: args.Force === true || args.Hidden === true };
          const options: ListOptions = {
            accepts: nameFilter({ filter: args.Filter, include: args.Include, exclude: args.Exclude }),
            force: args.Force === true,
            hiddenOnly: args.Hidden === true,
            namesOnly: args.Name === true,
            directories: args.Directory === true,
            files: args.File === true,
            readOnly: args.ReadOnly === true,
            depth: recurse ? (args.Depth?.value ?? Number.MAX_SAFE_INTEGER) : 0,
          };
          for (const path of args.LiteralPath ?? args.Path ?? ['']) {
            yield* reporting(ctx, listPath(ctx, path === '' ? '.' : path, literal, recurse, base, options));
          }
        })(),
      ),
  }),
});

function* listPath(
  ctx: CmdletContext,
  path: string,
  literal: boolean,
  recurse: boolean,
  base: { force: boolean },
  options: ListOptions,
): Flow<void> {
  const { drives } = ctx.engine;
  const scope = scopeOf(ctx);
  const pattern = !literal && containsWildcard(path);
  let found = yield* expandPath(drives, scope, path, { literal, force: base.force, allowMissing: recurse });
  if (recurse) {
    // With -Recurse a last name that is no container is looked for at every level.
    const [only] = found;
    const missing = only && !pattern && !(yield* settle(only.provider.exists(only.path)));
    if (missing) {
      const parent = { ...only, path: parentOf(only.path) || '/' };
      if (!only.provider.isTree || !(yield* settle(only.provider.isContainer(parent.path)))) throw pathNotFound(path);
      const name = leafOf(only.path).toLowerCase();
      yield* list(
        ctx,
        parent,
        { ...options, accepts: (leaf) => leaf.toLowerCase() === name && options.accepts(leaf) },
        0,
        parent.path,
      );
      return;
    }
    if (pattern && found.length === 0) found = [];
  }
  for (const at of found) {
    const isContainer = yield* settle(at.provider.isContainer(at.path));
    if (isContainer && (!pattern || at.provider.isTree)) {
      const asItem = pattern && !recurse && found.length > 0 && containsWildcard(leafOf(path));
      if (asItem) yield* writeOne(ctx, at, true, options);
      else yield* list(ctx, at, options, 0, at.path);
      if (asItem) continue;
    } else yield* writeOne(ctx, at, isContainer, options);
  }
}

function* writeOne(ctx: CmdletContext, at: ProviderPath, isContainer: boolean, options: ListOptions): Flow<void> {
  const item = yield* settle(at.provider.get(at.path));
  const child = { name: leafOf(at.path), path: at.path, isContainer };
  if (item === undefined || !wanted(child, item, options)) return;
  yield* settle(ctx.write(options.namesOnly ? child.name : itemWithNotes(item, at, isContainer)));
}
