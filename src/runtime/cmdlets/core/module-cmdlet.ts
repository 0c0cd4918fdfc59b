import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import type { Flow } from '../../commands/flow.ts';
import { settle } from '../../commands/flow.ts';
import { type } from '../../commands/parameter.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { ModuleTable } from '../../modules/module-table.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** `ModuleSpecification[]`: names with bounds on the version, as tables. */
export const moduleSpecifications = type.named<readonly PSValue[]>(
  'Microsoft.PowerShell.Commands.ModuleSpecification[]',
);

/** The module table behind a command. */
export function moduleTable(ctx: CmdletContext): ModuleTable {
  const { modules } = ctx.engine;
  if (modules instanceof ModuleTable) return modules;
  return ctx.throwTerminating({
    id: 'Modules_NotSupported',
    category: 'NotImplemented',
    message: 'This engine was made without modules.',
  });
}

/** Runs one step; a module error (`Modules_…`) is reported and the next step may follow, everything else is thrown on. */
export function* reporting(ctx: CmdletContext, step: Flow<void>): Flow<void> {
  try {
    yield* step;
  } catch (error) {
    if (error instanceof ControlFlow || !(error instanceof TerminatingError)) throw error;
    if (!error.record.fullyQualifiedErrorId.startsWith('Modules_')) throw error;
    yield* settle(ctx.writeError(error.record));
  }
}
