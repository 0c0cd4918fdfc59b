import { type BindableParameter, countSets, everySet, type Membership } from './bindable-parameters.ts';
import type { BindingState } from './binding-state.ts';
import { ambiguousSet, updateSetName } from './parameter-sets.ts';

/** What one parameter set still lacks. */
class SetNeeds {
  readonly flag: number;
  readonly isDefault: boolean;
  /** Mandatory parameters that input cannot supply. */
  readonly fromCaller = new Set<BindableParameter>();
  readonly fromInput = new Set<BindableParameter>();
  readonly byValue = new Set<BindableParameter>();
  readonly byName = new Set<BindableParameter>();

  constructor(flag: number, isDefault: boolean) {
    this.flag = flag;
    this.isDefault = isDefault;
  }

  get isEverySet(): boolean {
    return this.flag === everySet;
  }

  isIn(sets: number): boolean {
    return this.isEverySet || (this.flag & sets) !== 0;
  }
}

/**
 * The mandatory parameters that must be asked for, given what input can still supply. May narrow the possible sets:
 * with input expected the sets compete, and the default set or the only one that input can fill wins.
 */
export function missingMandatory(state: BindingState, validSets: number, expectingInput: boolean): BindableParameter[] {
  if (!state.parameters.mandatory.some((one) => !state.isBound(one))) return [];
  const needs = new Map<number, SetNeeds>();
  const missing: BindableParameter[] = [];
  let lackingSets = 0;
  let lackingInAll = false;
  for (const one of state.unbound) {
    if (!one.mandatorySomewhere) continue;
    const lacking = one.matching(state.currentSets).filter((m) => noteNeed(state, needs, one, m, expectingInput));
    if (lacking.length === 0) continue;
    for (const { flag } of lacking) {
      if (flag === 0) lackingInAll = true;
      else lackingSets = (lackingSets | (state.currentSets & flag)) >>> 0;
    }
    missing.push(one);
  }
  if (missing.length === 0 || !expectingInput) return missing;
  if (lackingSets === 0) lackingSets = state.currentSets;
  if (lackingInAll) lackingSets = (state.currentSets & (state.parameters.allFlags || everySet)) >>> 0;
  return new InputCompetition(state, [...needs.values()], validSets).decide(lackingSets);
}

function noteNeed(
  state: BindingState,
  needs: Map<number, SetNeeds>,
  one: BindableParameter,
  membership: Membership,
  expectingInput: boolean,
): boolean {
  const { data } = membership;
  if (!data.isMandatory) return false;
  const flag = membership.flag === 0 ? everySet : membership.flag;
  let need = needs.get(flag);
  if (!need) {
    need = new SetNeeds(flag, state.defaultSet !== 0 && (state.defaultSet & flag) !== 0);
    needs.set(flag, need);
  }
  const pipelineable = expectingInput && (data.valueFromPipeline || data.valueFromPipelineByPropertyName);
  if (!pipelineable) need.fromCaller.add(one);
  else {
    need.fromInput.add(one);
    if (data.valueFromPipeline) need.byValue.add(one);
    if (data.valueFromPipelineByPropertyName) need.byName.add(one);
  }
  return true;
}

/** Chooses among parameter sets that all lack something while input is expected. */
class InputCompetition {
  readonly #state: BindingState;
  readonly #needs: readonly SetNeeds[];
  readonly #validSets: number;

  constructor(state: BindingState, needs: readonly SetNeeds[], validSets: number) {
    this.#state = state;
    this.#needs = needs;
    this.#validSets = validSets;
  }

  decide(lackingSets: number): BindableParameter[] {
    const state = this.#state;
    const lacking = this.#preferComplete(lackingSets);
    const count = countSets(lacking);
    if (count === 0 || lacking === 0) ambiguousSet(state);
    if (count === 1) return this.#callerNeeds(lacking);
    if (state.prioritizedSet !== 0) return [];
    if (state.defaultSet !== 0 && (lacking & state.defaultSet) !== 0 && this.#defaultWins()) {
      state.currentSets = state.defaultSet;
      updateSetName(state);
      return this.#callerNeeds(state.defaultSet);
    }
    return this.#chooseByInput(lacking);
  }

  /** A default set that lacks nothing beats the others unless one of those takes its mandatory value from input. */
  #preferComplete(lackingSets: number): number {
    const state = this.#state;
    const { defaultSet } = state;
    if (this.#validSets <= 1 || defaultSet === 0) return lackingSets;
    if ((defaultSet & lackingSets) !== 0 || (defaultSet & state.currentSets) === 0) return lackingSets;
    const rival = this.#needs.some(
      (n) => (n.flag & state.currentSets) !== 0 && (n.flag & defaultSet) === 0 && !n.isEverySet && n.fromInput.size > 0,
    );
    if (rival) return lackingSets;
    const complete = (state.currentSets & ~lackingSets) >>> 0;
    state.currentSets = complete;
    if (complete === defaultSet) updateSetName(state);
    else state.prioritizedSet = defaultSet;
    return complete;
  }

  #callerNeeds(sets: number): BindableParameter[] {
    return this.#needs.filter((n) => n.isIn(sets)).flatMap((n) => [...n.fromCaller]);
  }

  #defaultWins(): boolean {
    const others = this.#needs.filter((n) => !n.isEverySet && !n.isDefault);
    const otherFilled = others.some((n) => n.fromInput.size > 0 && n.fromCaller.size === 0);
    const otherByName = others.some((n) => n.byName.size > 0);
    const own = this.#needs.find((n) => n.flag === this.#state.defaultSet);
    if (own && own.byName.size > 0 && !otherByName) return true;
    if (own && own.fromInput.size > 0 && !otherFilled) return true;
    if (!otherFilled) return true;
    const every = this.#needs.find((n) => n.isEverySet);
    return every !== undefined && every.fromCaller.size > 0;
  }

  #chooseByInput(lacking: number): BindableParameter[] {
    const inPlay = this.#needs.filter((n) => (n.flag & lacking) !== 0 && !n.isEverySet);
    const byValue = inPlay.filter((n) => n.byValue.size > 0);
    const byName = inPlay.filter((n) => n.byName.size > 0);
    const value = byValue.length === 1 ? byValue[0] : undefined;
    const name = byName.length === 1 ? byName[0] : undefined;
    const found = byValue.length > 0;
    const foundName = byName.length > 0;
    const unique = found && foundName ? (value === name ? value : undefined) : (value ?? name);
    if (unique) return this.#settleOn(unique);
    if (!this.#needs.some((n) => n.isIn(lacking) && n.fromCaller.size > 0)) return [];
    if (value) return this.#settleOn(value);
    return this.#dropIncomplete(lacking, byValue.length > 1 || byName.length > 1);
  }

  #settleOn(chosen: SetNeeds): BindableParameter[] {
    const state = this.#state;
    const others = this.#needs.filter((n) => !n.isEverySet && (n.flag & chosen.flag) === 0);
    if (chosen.fromCaller.size > 0) state.currentSets = chosen.flag;
    else {
      this.#ignore(others.reduce((sets, n) => sets | n.flag, 0));
      if (state.currentSets !== chosen.flag) state.prioritizedSet = chosen.flag;
    }
    updateSetName(state);
    return this.#callerNeeds(chosen.flag);
  }

  #dropIncomplete(lacking: number, severalTakeInput: boolean): BindableParameter[] {
    const state = this.#state;
    if (!severalTakeInput) ambiguousSet(state);
    const incomplete = this.#needs.filter((n) => !n.isEverySet && (n.flag & lacking) !== 0 && n.fromCaller.size > 0);
    if (incomplete.length === 0) return [];
    this.#ignore(incomplete.reduce((sets, n) => sets | n.flag, 0));
    if (state.currentSets === 0) ambiguousSet(state);
    if (countSets(state.currentSets) === 1) updateSetName(state);
    return [];
  }

  #ignore(sets: number): void {
    if (sets === 0) return;
    const state = this.#state;
    const from = state.currentSets === everySet ? state.parameters.allFlags : state.currentSets;
    state.currentSets = (from & ~sets) >>> 0;
  }
}
