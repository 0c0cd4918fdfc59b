import { coreTypes } from '../../types/core-types.ts';
import { numberKindOf } from '../../values/number-kind-of.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { propertyNamed } from '../property-lookup.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import { everySet } from './bindable-parameters.ts';
import type { BindingState } from './binding-state.ts';
import { doesNotFit, fitUncoerced } from './coerce.ts';

/** A parameter that input objects can supply. */
interface Taker {
  readonly one: BindableParameter;
  readonly byValue: boolean;
  /** Names of properties it takes its value from; none where it takes no properties. */
  readonly names: readonly string[];
  readonly isNumber: boolean;
  /** What this object gave; undefined for nothing. */
  value: PSValue;
}

const stuck = Symbol('takes the ordinary way');

/**
 * The straight way for input objects: made once an object was bound the ordinary way, when nothing but the values
 * differs from one object to the next. It knows the usual cases only and gives up on all others.
 */
export class InputPlan {
  readonly #state: BindingState;
  readonly #takers: readonly Taker[];
  #isNoted = true;

  private constructor(state: BindingState, takers: readonly Taker[]) {
    this.#state = state;
    this.#takers = takers;
  }

  static of(state: BindingState): InputPlan | undefined {
    if (state.delayed.size > 0) return undefined;
    if (state.defaults && !state.usedDefaults) return undefined;
    const free = state.parameters.pipeline.filter((one) => !state.isBound(one) || state.fromInput.includes(one));
    const sets = decidedSets(free, state.setsBeforeInput);
    const isOneSet =
      state.prioritizedSet === 0 && (sets === everySet ? state.parameters.setCount === 0 : (sets & (sets - 1)) === 0);
    const takers: Taker[] = [];
    for (const one of free) {
      if (!one.takesPipelineInput(sets)) continue;
      // What is in every set decides on none.
      if (!isPlain(one) || !(isOneSet || one.flags === 0)) return undefined;
      takers.push(takerOf(one, sets));
    }
    return takers.length > 0 ? new InputPlan(state, takers) : undefined;
  }

  /** Binds an object; false when it has to go the ordinary way. */
  bind(input: PSValue): boolean {
    const { target } = this.#state.request;
    let any = false;
    for (const taker of this.#takers) {
      const value = this.#valueOf(taker, input);
      if (value === stuck) return false;
      if (value === undefined) {
        if (taker.one.mandatorySomewhere) return false;
        if (taker.value !== undefined) target.reset(taker.one.parameter);
      } else {
        any = true;
        target.set(taker.one.parameter, value);
      }
      taker.value = value;
    }
    this.#isNoted = false;
    return any;
  }

  #valueOf({ one, byValue, names, isNumber }: Taker, input: PSValue): PSValue | typeof stuck {
    if (byValue) {
      const fitting = fitUncoerced(one, input);
      if (fitting !== doesNotFit) return checked(one, fitting);
    }
    const property = names.length > 0 ? this.#property(names, input) : undefined;
    if (property === stuck) return stuck;
    if (property !== undefined) {
      const fitting = fitUncoerced(one, property);
      if (fitting !== doesNotFit) return checked(one, fitting);
    }
    const given = byValue ? input : property;
    if (given === undefined) return undefined;
    if (!isNumber || given instanceof PSObject || numberKindOf(given) === NumberKind.None) return stuck;
    return this.#number(one, given);
  }

  #number(one: BindableParameter, given: PSValue): PSValue | typeof stuck {
    try {
      const { type } = one.parameter;
      const converted = type ? this.#state.types.convert(given, type) : given;
      return converted instanceof Promise ? stuck : converted;
    } catch {
      return stuck;
    }
  }

  #property(names: readonly string[], input: PSValue): PSValue | typeof stuck {
    const { engine } = this.#state.request.frame;
    for (const name of names) {
      const value = propertyNamed(engine, input, name);
      if (value instanceof Promise) return stuck;
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Enters what the last object gave into the list of bound parameters; what earlier ones gave stays there. */
  note(): void {
    if (this.#isNoted) return;
    this.#isNoted = true;
    for (const { one, value } of this.#takers) if (value !== undefined) this.#state.values.set(one.name, value);
  }

  /** Takes back what the last object gave, before one that goes the ordinary way. */
  forget(): void {
    this.note();
    for (const taker of this.#takers) {
      if (taker.value !== undefined) this.#state.request.target.reset(taker.one.parameter);
      taker.value = undefined;
    }
  }
}

/** The sets that are left once the one parameter that takes every object by value has taken it. */
function decidedSets(free: readonly BindableParameter[], sets: number): number {
  const byValue = free.filter((one) => one.matching(sets).some((m) => m.data.valueFromPipeline));
  const [only] = byValue;
  const takesAll = byValue.length === 1 && (only?.kind === 'psobject' || only?.kind === 'object');
  return takesAll && only.flags !== 0 ? (sets & only.flags) >>> 0 : sets;
}

function isPlain({ parameter }: BindableParameter): boolean {
  return (
    parameter.validators.length === 0 &&
    parameter.psTypeName === undefined &&
    !parameter.isCommon &&
    parameter.transformations.every((step) => step.kind === 'type')
  );
}

function takerOf(one: BindableParameter, sets: number): Taker {
  const memberships = one.matching(sets);
  const byName = memberships.some((m) => m.data.valueFromPipelineByPropertyName);
  const { type } = one.parameter;
  return {
    one,
    byValue: memberships.some((m) => m.data.valueFromPipeline),
    names: byName ? [one.name, ...one.parameter.aliases] : [],
    isNumber: type === coreTypes().int32 || type === coreTypes().int64 || type === coreTypes().double,
    value: undefined,
  };
}

/** What a mandatory parameter may not be is left to the ordinary way. */
function checked(one: BindableParameter, value: PSValue): PSValue | typeof stuck {
  if (!one.mandatorySomewhere) return value ?? stuck;
  if (typeof value === 'string') return value === '' ? stuck : value;
  return typeof value === 'number' || (value instanceof PSObject && value.base === undefined) ? value : stuck;
}
