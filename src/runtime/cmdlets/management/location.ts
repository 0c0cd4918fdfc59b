import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import type { Flow } from '../../commands/flow.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';

/** Makes a stack the one that is used where none is named. @throws TerminatingError for a stack that does not exist */
export function setDefaultStack(ctx: CmdletContext, name: string): void {
  const { drives } = ctx.engine;
  if (name !== '' && name !== 'default' && !drives.stacks.has(name))
    throw fail({
      id: 'StackNotFound',
      category: 'ObjectNotFound',
      exceptionType: 'System.Management.Automation.ItemNotFoundException',
      message: `There is no location stack named "${name}".`,
      target: name,
    });
  drives.defaultStack = name || 'default';
}

/** Runs a move; what is no ordinary failure of a path, such as going back at the first place, ends the command. */
export function* moving<T>(ctx: CmdletContext, flow: Flow<T>): Flow<T> {
  try {
    return yield* flow;
  } catch (thrown) {
    if (
      thrown instanceof TerminatingError &&
      thrown.record.fullyQualifiedErrorId === 'System.InvalidOperationException'
    )
      ctx.throwTerminating(thrown.record);
    throw thrown;
  }
}
