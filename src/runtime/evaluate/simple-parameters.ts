import { unboundValue as valueWithoutArgument } from '../commands/unbound-value.ts';
import type { SlotConstraints } from '../scope/scope.ts';
import type { VariableConstraint } from '../scope/variable.ts';
import { typeSystemOf } from '../types/type-system.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { CompiledBlock } from './compiled-block.ts';
import { typeConstraint } from './constraints.ts';
import type { Frame } from './frame.ts';
import { findTypeName } from './type-names.ts';

/** A parameter that needs no binder: untyped, or with one type constraint and nothing else. */
export interface SimpleParameter {
  readonly name: string;
  readonly key: string;
  readonly type: NetType | undefined;
  readonly isSwitch: boolean;
  readonly constraints: readonly VariableConstraint[] | undefined;
  readonly defaultValue: Evaluate | undefined;
}

/** The parameters of a block that can be called without the binder; undefined for every other block. */
export function simpleParameters(frame: Frame, block: CompiledBlock): readonly SimpleParameter[] | undefined {
  const { simpleBlocks } = frame.session;
  let known = simpleBlocks.get(block);
  if (known === undefined) {
    known = analyse(frame, block) ?? null;
    simpleBlocks.set(block, known);
  }
  return known ?? undefined;
}

function analyse(frame: Frame, block: CompiledBlock): readonly SimpleParameter[] | undefined {
  if (block.isAdvanced || block.hasNamedBlocks || block.types.length > 0) return undefined;
  const simple: SimpleParameter[] = [];
  for (const { name, key, attributes, defaultValue } of block.parameters) {
    const [attribute] = attributes;
    if (attributes.length > 1 || attribute?.kind === 'AttributeAst') return undefined;
    const type = attribute && findTypeName(frame, attribute.typeName);
    if (attribute && type === undefined) return undefined;
    // Only the binder knows that [ref] takes nothing but references.
    if (type?.fullName === 'System.Management.Automation.PSReference') return undefined;
    const isSwitch = type?.fullName === 'System.Management.Automation.SwitchParameter';
    const constraints =
      type && type.fullName !== 'System.Object' ? [typeConstraint(frame.session, type, true)] : undefined;
    simple.push({ name, key, type: constraints && type, isSwitch, constraints, defaultValue });
  }
  return simple;
}

/** The constraints of the parameters by slot; undefined when none has a type. */
export function slotConstraintsOf(parameters: readonly SimpleParameter[]): SlotConstraints | undefined {
  return parameters.some((p) => p.constraints !== undefined) ? parameters.map((p) => p.constraints) : undefined;
}

/** The value of a parameter that got no argument: its default, or what its type gives. */
export function unboundValue(frame: Frame, parameter: SimpleParameter): Eventually<PSValue> {
  const { type, defaultValue } = parameter;
  if (defaultValue === undefined) {
    return valueWithoutArgument(typeSystemOf(frame.engine), type);
  }
  const value = defaultValue(frame);
  if (type === undefined) return value;
  const types = typeSystemOf(frame.engine);
  return value instanceof Promise
    ? value.then((v) => types.convert(v ?? null, type))
    : types.convert(value ?? null, type);
}
