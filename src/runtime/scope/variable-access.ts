import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Scope } from './scope.ts';
import { unwritable } from './scope-error.ts';
import { emptyCell, ScopedItemOptions, Variable } from './variable.ts';

/**
 * What a name stands for as seen from a scope: a bare value, a {@link Variable}, or undefined when no scope up the
 * chain has it. Private variables of outer scopes are passed over (about_Scopes). `key` is the name in lower case.
 */
export function findHeld(from: Scope | null, key: string): PSValue {
  for (let scope = from; scope; scope = scope.parent) {
    const held = scope.heldOf(key);
    if (held === undefined) continue;
    if (scope !== from && held instanceof Variable && (held.options & ScopedItemOptions.Private) !== 0) continue;
    return held;
  }
  return undefined;
}

/** The value of a name as seen from a scope; undefined when it is not set anywhere. Never AutomationNull. */
export function getVariable(from: Scope, key: string): PSValue {
  const held = findHeld(from, key);
  return held instanceof Variable ? (held.value ?? null) : held;
}

/** The scope up the chain that has the name. */
export function scopeHolding(from: Scope, key: string): Scope | undefined {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const held = scope.heldOf(key);
    if (held === undefined) continue;
    if (scope !== from && held instanceof Variable && (held.options & ScopedItemOptions.Private) !== 0) continue;
    return scope;
  }
  return undefined;
}

/** The variable of a name as an object, from the nearest scope that has it. */
export function findVariable(from: Scope, key: string): Variable | undefined {
  return scopeHolding(from, key)?.materialize(key);
}

/** An AllScope variable of that name: assignments in every scope go to it. */
function allScopeCell(scope: Scope, key: string): Variable | undefined {
  if (scope.sessionState.shared.allScopeNames.has(key)) {
    const held = findHeld(scope, key);
    if (held instanceof Variable && (held.options & ScopedItemOptions.AllScope) !== 0) return held;
  }
  return undefined;
}

/** Assigns to the variable of this very scope as a script does: options and constraints are respected. */
export function assignIn(scope: Scope, name: string, key: string, value: PSValue): Eventually<void> {
  const held = scope.heldOf(key);
  if (held instanceof Variable && held !== emptyCell) return assignVariable(held, value);
  if (scope.constraintsOf(key) !== undefined) return assignConstrained(scope, key, value);
  if (held === undefined) {
    const shared = allScopeCell(scope, key);
    if (shared) return assignVariable(shared, value);
  }
  scope.setValue(name, key, value);
  return undefined;
}

/** Assigns to a bare value of a typed parameter. */
export function assignConstrained(scope: Scope, key: string, value: PSValue): Eventually<void> {
  const cell = new Variable(key, null);
  cell.constraints = scope.constraintsOf(key);
  const checked = constrain(cell, value ?? null);
  if (checked instanceof Promise) return checked.then((v) => scope.setValue(key, key, v));
  scope.setValue(key, key, checked);
  return undefined;
}

/** Assigns to a variable: read-only ones refuse, constraints convert and check the value first. */
export function assignVariable(cell: Variable, value: PSValue): Eventually<void> {
  if ((cell.options & (ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant)) !== 0)
    throw unwritable(
      'VariableNotWritable',
      cell.name,
      `The variable ${cell.name} is read-only or constant and cannot be assigned.`,
    );
  if (cell.constraints === undefined) {
    cell.value = value ?? null;
    return undefined;
  }
  const checked = constrain(cell, value ?? null);
  if (checked instanceof Promise)
    return checked.then((v) => {
      cell.value = v;
    });
  cell.value = checked;
  return undefined;
}

/** The value after a variable's conversions and checks. */
export function constrain(cell: Variable, value: PSValue): Eventually<PSValue> {
  const constraints = cell.constraints ?? [];
  let current: Eventually<PSValue> = value;
  for (const constraint of constraints) {
    if (!constraint.transform) continue;
    const transform = constraint.transform.bind(constraint);
    current = current instanceof Promise ? current.then(transform) : transform(current);
  }
  let checked: Eventually<void> | null = null;
  for (const constraint of constraints) {
    if (!constraint.validate) continue;
    const validate = constraint.validate.bind(constraint);
    const subject = current;
    if (checked instanceof Promise || subject instanceof Promise)
      checked = Promise.resolve(checked).then(async () => validate(await subject));
    else checked = validate(subject);
  }
  const result = current;
  return checked instanceof Promise ? checked.then(() => result) : result;
}
