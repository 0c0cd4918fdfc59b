import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { ProviderPath } from '../../providers/drive-table.ts';
import { expandPath } from '../../providers/globber.ts';
import { PathInfo } from '../../providers/path-info.ts';
import { scopeOf } from './item-paths.ts';

/** Where scripts stand now. */
export function currentLocation(ctx: CmdletContext): PathInfo {
  const { drives } = ctx.engine;
  return new PathInfo(drives.current, drives.current.info, drives.currentPath);
}

/** The one container a path names. @throws TerminatingError when it names none, several, or something else. */
function* containerAt(ctx: CmdletContext, path: string, literal: boolean): Flow<ProviderPath> {
  const found = yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, { literal });
  const [first] = found;
  if (!first || found.length > 1)
    throw fail({
      id: first ? 'Argument' : 'PathNotFound',
      category: first ? 'InvalidArgument' : 'ObjectNotFound',
      exceptionType: first
        ? 'System.Management.Automation.PSArgumentException'
        : 'System.Management.Automation.ItemNotFoundException',
      message: `The path "${path}" names ${found.length} containers; a location is one.`,
      target: path,
    });
  if (!(yield* settle(first.provider.isContainer(first.path))))
    throw fail({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `The path "${path}" is no container, so it cannot be the location.`,
      target: path,
    });
  return first;
}

/** Moves the current location. */
export function* moveTo(ctx: CmdletContext, path: string, literal: boolean): Flow<void> {
  const target = yield* containerAt(ctx, path, literal);
  ctx.engine.drives.moveTo(target);
}

/** Ends the command with what a step throws. */
export function* ending<T>(ctx: CmdletContext, flow: Flow<T>): Flow<T> {
  try {
    return yield* flow;
  } catch (thrown) {
    if (thrown !== null && typeof thrown === 'object' && 'record' in thrown)
      ctx.throwTerminating(ctx.engine.toErrorRecord(thrown));
    throw thrown;
  }
}
