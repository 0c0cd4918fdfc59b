import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import type { Flow } from '../../commands/flow.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';
import { expandPath } from '../../providers/globber.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import { scopeOf } from '../management/item-paths.ts';

/** The files a path names; a missing one is reported by its own id, wildcards may match nothing. */
export function* filesAt(ctx: CmdletContext, path: string, literal: boolean, allowMissing = literal): Flow<string[]> {
  const options = { literal, allowMissing };
  try {
    return (yield* expandPath(ctx.engine.drives, scopeOf(ctx), path, options)).map((at) => at.path);
  } catch (thrown) {
    if (!(thrown instanceof TerminatingError) || thrown.record.fullyQualifiedErrorId !== 'PathNotFound') throw thrown;
    if (!literal && containsWildcard(path)) return [];
    throw fail({
      id: 'FileNotFound',
      category: 'ObjectNotFound',
      exceptionType: 'System.Management.Automation.ItemNotFoundException',
      message: `There is no file "${path}".`,
      target: path,
    });
  }
}
