import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import type { Scope } from '../../scope/scope.ts';
import { unwritable } from '../../scope/scope-error.ts';
import { ScopedItemOptions, Variable } from '../../scope/variable.ts';
import { assignIn, assignVariable } from '../../scope/variable-access.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** What Set-Variable and New-Variable can change besides the value. */
export interface VariableChange {
  readonly value?: PSValue;
  readonly hasValue: boolean;
  readonly description?: string | undefined;
  readonly options?: number | undefined;
  readonly visibility?: 'Public' | 'Private' | undefined;
  readonly force: boolean;
}

/** Options by name, as `-Option` takes them: one name, several with commas, or a ScopedItemOptions value. */
export function optionBits(ctx: CmdletContext, value: PSValue): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && 'value' in value && typeof value.value === 'number') return value.value;
  const names = typeSystemOf(ctx.engine)
    .toText(value)
    .split(/[\s,]+/);
  const table: Readonly<Record<string, number>> = Object.fromEntries(
    Object.entries(ScopedItemOptions).map(([name, bits]) => [name.toLowerCase(), bits]),
  );
  return names.reduce((bits, name) => bits | (table[name.toLowerCase()] ?? 0), 0);
}

/** Changes a variable that exists. Constant ones never change, read-only ones with `force` only. */
export function* changeVariable(variable: Variable, change: VariableChange): Flow<void> {
  if (variable.isConstant || (variable.isReadOnly && !change.force))
    throw unwritable(
      'VariableNotWritable',
      variable.name,
      `The variable ${variable.name} is read-only or constant and cannot be changed.`,
    );
  if (change.options !== undefined && (change.options & ScopedItemOptions.Constant) !== 0 && !variable.isConstant)
    throw unwritable(
      'VariableCannotBeMadeConstant',
      variable.name,
      `The existing variable ${variable.name} cannot be made constant; make a new one.`,
    );
  const kept = variable.options;
  variable.options = kept & ~ScopedItemOptions.ReadOnly;
  if (change.hasValue) yield* settle(assignVariable(variable, change.value ?? null));
  variable.options = change.options ?? kept;
  if (change.description !== undefined) variable.description = change.description;
  if (change.visibility) variable.visibility = change.visibility;
}

/** Makes a variable in a scope. */
export function* makeVariable(scope: Scope, name: string, change: VariableChange): Flow<Variable> {
  const plain = change.options === undefined && change.description === undefined && change.visibility === undefined;
  if (plain) {
    yield* settle(assignIn(scope, name, name.toLowerCase(), change.value ?? null));
    return scope.materialize(name.toLowerCase()) ?? new Variable(name, change.value);
  }
  const made = new Variable(name, change.value ?? null, change.options ?? 0);
  made.description = change.description ?? '';
  made.visibility = change.visibility ?? 'Public';
  scope.setCell(made);
  if ((made.options & ScopedItemOptions.AllScope) !== 0)
    scope.sessionState.shared.allScopeNames?.add(name.toLowerCase());
  return made;
}
