import { compileVariableAttributes } from '../commands/compile-parameters.ts';
import type { Scope } from '../scope/scope.ts';
import { Variable, type VariableConstraint } from '../scope/variable.ts';
import { constrain } from '../scope/variable-access.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { evaluateAttributes } from './attributes.ts';
import type { CompiledBlock, CompiledParameter } from './compiled-block.ts';
import { constraintsOf } from './constraints.ts';
import type { Frame } from './frame.ts';

/** Sets a variable of a scope by name, without asking its options. */
export function defineIn(scope: Scope, name: string, value: PSValue): void {
  scope.setValue(name, name.toLowerCase(), value ?? null);
}

/**
 * Gives the parameters of a block their values from host arguments, by position and by name; what is left over becomes
 * `$args`. Constraints convert and check as in any call.
 */
export function bindPlain(
  frame: Frame,
  block: CompiledBlock,
  args: readonly PSValue[],
  named: ReadonlyMap<string, PSValue> | undefined,
): Eventually<void> {
  const { parameters } = block;
  if (named === undefined && parameters.every((p, i) => isGiven(p, i < args.length))) {
    for (let i = 0; i < parameters.length; i++) defineParameter(frame.scope, block, parameters[i], args[i] ?? null);
    frame.scope.args = args.slice(parameters.length);
    return undefined;
  }
  const given = new Map<string, PSValue>();
  if (named) for (const [name, value] of named) given.set(name.toLowerCase(), value);
  let next = 0;
  const values = parameters.map((p) => {
    const byName = given.get(p.key);
    if (byName !== undefined) return byName;
    return next < args.length && !isSwitch(p) ? (args[next++] ?? null) : undefined;
  });
  frame.scope.args = args.slice(next);
  return fillFrom(frame, parameters, values, 0);
}

/** Whether a parameter takes what it gets as it is; without an argument that is `$null`. */
function isGiven({ attributes, defaultValue }: CompiledParameter, hasArgument: boolean): boolean {
  return attributes.length === 0 && (hasArgument || defaultValue === undefined);
}

function defineParameter(
  scope: Scope,
  { layout }: CompiledBlock,
  parameter: CompiledParameter | undefined,
  value: PSValue,
): void {
  if (parameter === undefined) return;
  const { slot, name, key } = parameter;
  // A fresh scope has nothing in its slots yet.
  if (scope.layout === layout && scope.slots[slot] === undefined) scope.slots[slot] = value;
  else scope.setValue(name, key, value);
}

function isSwitch({ attributes }: CompiledParameter): boolean {
  return attributes.some((a) => a.kind === 'TypeConstraintAst' && /^switch$/i.test(a.typeName.name));
}

function fillFrom(
  frame: Frame,
  parameters: readonly CompiledParameter[],
  values: readonly PSValue[],
  start: number,
): Eventually<void> {
  for (let i = start; i < parameters.length; i++) {
    const parameter = parameters[i];
    if (parameter === undefined) break;
    const pending = fill(frame, parameter, values[i]);
    if (pending instanceof Promise) return pending.then(() => fillFrom(frame, parameters, values, i + 1));
  }
  return undefined;
}

function fill(frame: Frame, parameter: CompiledParameter, given: PSValue): Eventually<void> {
  const { scope } = frame;
  if (parameter.attributes.length === 0) {
    if (given !== undefined) return defineIn(scope, parameter.name, given);
    return andThen(parameter.defaultValue?.(frame) ?? null, (v) => defineIn(scope, parameter.name, v));
  }
  return andThen(parameterConstraints(frame, parameter), (constraints) => {
    const cell = new Variable(parameter.name);
    cell.constraints = constraints;
    const isDefault = given === undefined;
    const value = isDefault ? defaultOf(frame, parameter) : given;
    return andThen(value, (v) =>
      andThen(isDefault ? convertOnly(cell, v) : constrain(cell, v), (checked) => {
        cell.value = checked ?? null;
        scope.setCell(cell);
      }),
    );
  });
}

function defaultOf(frame: Frame, parameter: CompiledParameter): Eventually<PSValue> {
  if (parameter.defaultValue !== undefined) return andThen(parameter.defaultValue(frame), (v) => v ?? null);
  return isSwitch(parameter) ? SwitchParameter.absent : null;
}

/** Defaults are converted, but not validated. */
export function convertOnly(cell: Variable, value: PSValue): Eventually<PSValue> {
  let current: Eventually<PSValue> = value;
  for (const constraint of cell.constraints ?? []) {
    const { transform } = constraint;
    if (transform) current = andThen(current, (v) => transform.call(constraint, v));
  }
  return current;
}

/** The constraints a parameter's attributes put on its variable. */
export function parameterConstraints(
  frame: Frame,
  parameter: CompiledParameter,
): Eventually<VariableConstraint[] | undefined> {
  return andThen(evaluateAttributes(frame, parameter.attributes), (attributes) =>
    constraintsOf(frame.session, compileVariableAttributes({ name: parameter.name, attributes, hasDefault: false })),
  );
}
