import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { displayPath } from '../../providers/globber.ts';
import { containerAt } from '../../providers/locations.ts';
import { PathInfo } from '../../providers/path-info.ts';
import {
  filterParameters,
  type ItemArguments,
  itemsOf,
  pathParameters,
  reporting,
  scopeOf,
  step,
} from './item-paths.ts';

/** A path as seen from a folder: `./a`, `../b`. */
export function relativeTo(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  const rest = [...up, ...to.slice(shared)];
  if (up.length > 0) return rest.join('/');
  return `./${rest.join('/')}`;
}

/** What -Relative gives: text relative to the base where it lies on the base's drive, else the full path. */
function relativeText(base: ProviderPath, at: ProviderPath): string {
  if (at.provider !== base.provider || !at.provider.isTree) return displayPath(at);
  const root = base.drive?.root ?? '/';
  const isOnBase = at.drive === base.drive || root === '/' || `${at.path}/`.startsWith(`${root}/`);
  return isOnBase ? relativeTo(base.path, at.path) : displayPath(at);
}

/** The items of the paths as seen from another container, which is the location for that long. */
function* itemsFrom(ctx: CmdletContext, base: ProviderPath | undefined, args: ItemArguments): Flow<ProviderPath[]> {
  if (!base) return yield* itemsOf(ctx, args);
  const { drives } = ctx.engine;
  const drive = base.drive ?? base.info.hiddenDrive;
  const before = drives.current;
  const location = drive.currentLocation;
  try {
    drives.moveTo(yield* containerAt(drives, scopeOf(ctx), displayPath(base), true));
    return yield* itemsOf(ctx, args);
  } finally {
    drive.currentLocation = location;
    drives.current = before;
  }
}

/** Resolve-Path: the full paths that wildcards and relative paths stand for. */
export const resolvePath = defineCmdlet({
  name: 'Resolve-Path',
  aliases: ['rvpa'],
  synopsis: 'Resolves wildcards and relative paths to the paths of existing items.',
  defaultParameterSet: 'Path',
  outputs: ['System.String', 'System.Management.Automation.PathInfo'],
  effects: ['fs:read'],
  parameters: {
    ...pathParameters,
    Relative: parameter(type.switch, {
      set: ['Path', 'LiteralPath'],
      help: 'Gives text relative to the current location.',
    }),
    RelativeBasePath: parameter(type.string, {
      help: 'What -Relative is relative to, and where relative paths start.',
    }),
    Force: filterParameters.Force,
    Credential: filterParameters.Credential,
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const { drives } = ctx.engine;
          const base = args.RelativeBasePath ? drives.resolve(args.RelativeBasePath, scopeOf(ctx)) : undefined;
          const here = base ?? drives.resolve('.', scopeOf(ctx));
          const found = yield* reporting(ctx, itemsFrom(ctx, base, args));
          for (const at of found ?? [])
            yield* settle(ctx.write(args.Relative ? relativeText(here, at) : PathInfo.of(at)));
        })(),
      ),
  }),
});
