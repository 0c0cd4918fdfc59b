import { countSets, everySet } from './bindable-parameters.ts';
import type { BindingState } from './binding-state.ts';

/** Fails with AmbiguousParameterSet. */
export function ambiguousSet(state: BindingState): never {
  return state.fail({
    id: 'AmbiguousParameterSet',
    category: 'InvalidArgument',
    message: 'The parameters given do not select exactly one parameter set of the command.',
  });
}

/** Takes the name of the set in use from the bits. */
export function updateSetName(state: BindingState): void {
  state.parameterSetName = state.parameters.setName(state.currentSets);
}

/**
 * Number of parameter sets still possible. Fails when there is none, or when several are and nothing can decide.
 *
 * @param beforeInput whether input may still decide
 * @param latchDefault whether the default set is taken when it is among several
 */
export function validateSets(state: BindingState, beforeInput: boolean, latchDefault: boolean): number {
  const count = countSets(state.currentSets);
  if (count === 0) ambiguousSet(state);
  if (count > 1) return severalSets(state, count, beforeInput, latchDefault);
  const answer = state.currentSets === everySet ? anySet(state, beforeInput, latchDefault) : 1;
  updateSetName(state);
  return answer;
}

function severalSets(state: BindingState, count: number, beforeInput: boolean, latchDefault: boolean): number {
  const { defaultSet } = state;
  if (defaultSet !== 0 && (state.currentSets & defaultSet) !== 0) {
    state.parameterSetName = state.parameters.setName(defaultSet);
    if (!latchDefault) return count;
    state.currentSets = defaultSet;
    return 1;
  }
  if (beforeInput && takesInput(state)) return count;
  return decideByMandatory(state);
}

/** No parameter has narrowed the sets yet. */
function anySet(state: BindingState, beforeInput: boolean, latchDefault: boolean): number {
  const count = state.parameters.setCount > 0 ? state.parameters.setCount : 1;
  if (beforeInput && takesInput(state)) return count;
  if (state.defaultSet !== 0) {
    if (!latchDefault) return count;
    state.currentSets = state.defaultSet;
    return 1;
  }
  return count > 1 ? decideByMandatory(state) : count;
}

/** Whether any unbound parameter of the possible sets takes pipeline input. */
export function takesInput(state: BindingState): boolean {
  return state.parameters.pipeline.some((one) => !state.isBound(one) && one.takesPipelineInput(state.currentSets));
}

/** The only set that lacks no mandatory parameter wins. */
function decideByMandatory(state: BindingState): number {
  let remaining = (state.currentSets & state.parameters.allFlags) >>> 0;
  for (const one of state.unbound) {
    for (const { flag, data } of one.memberships) if (data.isMandatory) remaining = (remaining & ~flag) >>> 0;
  }
  if (countSets(remaining) !== 1 || remaining === 0) ambiguousSet(state);
  state.currentSets = remaining;
  updateSetName(state);
  return 1;
}

/** With input to come: drops the sets that cannot take any. */
export function keepSetsTakingInput(state: BindingState): number {
  let taking = 0;
  for (const one of state.delayed.keys()) taking |= one.flags;
  for (const one of state.unbound) {
    if (!one.pipelineSomewhere) continue;
    for (const { flag, data } of one.matching(state.currentSets)) {
      if (!data.valueFromPipeline && !data.valueFromPipelineByPropertyName) continue;
      if (flag === 0) return state.currentSets;
      taking |= flag;
    }
  }
  return taking === 0 ? state.currentSets : (state.currentSets & taking) >>> 0;
}

/** Once nothing more can come, one set must be in use. */
export function verifySetSelected(state: BindingState): void {
  if (state.parameters.setCount <= 1 || state.currentSets !== everySet) return;
  if (state.defaultSet === 0) ambiguousSet(state);
  state.currentSets = state.defaultSet;
}
