import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { PathInfo } from '../../providers/path-info.ts';
import { filterParameters, itemsOf, pathParameters, scopeOf, step } from './item-paths.ts';

/** A path as seen from a folder: `./a`, `../b`. */
export function relativeTo(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  const rest = [...up, ...to.slice(shared)];
  return up.length > 0 ? rest.join('/') : `./${rest.join('/')}`;
}

function baseFolder(ctx: CmdletContext, given: string | undefined, path: ProviderPath): string {
  if (given) return ctx.engine.drives.resolve(given, scopeOf(ctx)).path;
  return path.provider === ctx.engine.drives.current.provider ? ctx.engine.drives.currentPath : '/';
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
          for (const at of yield* itemsOf(ctx, args)) {
            if (args.Relative)
              yield* settle(ctx.write(relativeTo(baseFolder(ctx, args.RelativeBasePath, at), at.path)));
            else yield* settle(ctx.write(PathInfo.of(at)));
          }
        })(),
      ),
  }),
});
