import { SessionState } from '../scope/session-state.ts';
import { ScopedItemOptions, Variable } from '../scope/variable.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { sessionStateOf } from './call-function.ts';
import type { Session } from './session.ts';

const shared = ScopedItemOptions.AllScope | ScopedItemOptions.Constant | ScopedItemOptions.ReadOnly;

/**
 * `GetNewClosure()`: the block in a dynamic module of its own that starts with copies of the running scope's variables.
 * What it assigns with `$script:` stays there from call to call.
 */
export function closureOf(session: Session, block: ScriptBlock): ScriptBlock {
  const outer = sessionStateOf(block);
  const state = new SessionState(session, outer, session.newModule?.(outer) ?? null);
  const from = (session.frame ?? session.root).scope;
  const to = state.topScope;
  for (const key of from.localKeys()) {
    if (skipped.has(key)) continue;
    const held = from.heldOf(key);
    if (held instanceof Variable && (held.options & shared) !== 0) continue;
    const name = held instanceof Variable && held.name !== '' ? held.name : nameIn(from.layout.names, key);
    to.setValue(name, key, held instanceof Variable ? held.value : held);
    const cell = held instanceof Variable ? to.materialize(key) : undefined;
    if (cell && held instanceof Variable) cell.constraints = held.constraints;
  }
  const closure = new ScriptBlock(block.ast, state, block.definition);
  closure.isFilter = block.isFilter;
  closure.file = block.file;
  return closure;
}

const skipped = new Set([
  'args',
  'input',
  'myinvocation',
  'psboundparameters',
  'pscmdlet',
  'psscriptroot',
  'pscommandpath',
  'this',
]);

function nameIn(names: readonly string[], key: string): string {
  return names.find((n) => n.toLowerCase() === key) ?? key;
}
