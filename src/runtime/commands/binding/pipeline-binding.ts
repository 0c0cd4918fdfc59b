import { TerminatingError } from '../../errors/terminating-error.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { namedArgument } from '../argument.ts';
import { type Flow, settle } from '../flow.ts';
import { propertyNamed } from '../property-lookup.ts';
import { bindParameter } from './bind-parameter.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import { BindingError } from './binding-error.ts';
import type { BindingState } from './binding-state.ts';
import { applyDefaultValues, hasDefaultValues } from './default-values.ts';
import { validateSets, verifySetSelected } from './parameter-sets.ts';

/** The four rounds in which an input object is tried. */
const rounds = [
  { byName: false, coerce: false },
  { byName: true, coerce: false },
  { byName: false, coerce: true },
  { byName: true, coerce: true },
] as const;

/** Binds one input object; false when no parameter takes it. */
export function* bindInputObject(state: BindingState, input: PSValue): Flow<boolean> {
  restoreInput(state);
  try {
    const delayed = yield* bindDelayed(state, input);
    const bound = delayed === 'failed' ? false : yield* bindRounds(state, input);
    verifySetSelected(state);
    const result = delayed === 'bound' || bound;
    if (!result) restoreInput(state);
    return result;
  } catch (error) {
    restoreInput(state);
    throw error;
  }
}

/** Takes back what the object before this one bound. */
export function restoreInput(state: BindingState): void {
  for (const one of state.fromInput) {
    state.request.target.reset(one.parameter);
    state.boundNames.delete(one.key);
    state.unbound.push(one);
  }
  state.fromInput.length = 0;
}

function* bindRounds(state: BindingState, input: PSValue): Flow<boolean> {
  state.currentSets = state.setsBeforeInput;
  const prioritized = state.prioritizedSet;
  let result = false;
  let validSets = prioritized !== 0 ? prioritized : state.currentSets;
  const passes = prioritized !== 0 ? 2 : 1;
  for (let pass = 0; pass < passes; pass++) {
    for (const round of rounds) {
      if (!(yield* bindRound(state, input, round, validSets))) continue;
      result = true;
      if (prioritized !== 0 && pass === 0) continue;
      validateSets(state, true, true);
      validSets = state.currentSets;
    }
    if (prioritized === 0 || pass > 0) continue;
    if (state.currentSets === prioritized) break;
    validSets = (state.currentSets & ~prioritized) >>> 0;
  }
  validateSets(state, false, true);
  if (!state.usedDefaults && hasDefaultValues(state)) yield* applyDefaultValues(state);
  return result;
}

type Round = (typeof rounds)[number];

/** One round: the default set first, then whatever else is possible. */
function* bindRound(state: BindingState, input: PSValue, round: Round, validSets: number): Flow<boolean> {
  const { defaultSet } = state;
  let sets = validSets;
  if (defaultSet !== 0 && (sets & defaultSet) !== 0) {
    if (yield* bindRoundIn(state, input, round, defaultSet)) return true;
    sets = (sets & ~defaultSet) >>> 0;
  }
  return yield* bindRoundIn(state, input, round, sets);
}

function* bindRoundIn(state: BindingState, input: PSValue, round: Round, sets: number): Flow<boolean> {
  let bound = false;
  for (let i = state.unbound.length - 1; i >= 0; i--) {
    const one = state.unbound[i];
    if (!one?.pipelineSomewhere || !one.isIn(sets)) continue;
    for (const { data } of one.matching(sets)) {
      if (round.byName ? !data.valueFromPipelineByPropertyName : !data.valueFromPipeline) continue;
      const done = round.byName
        ? yield* bindByName(state, one, input, round.coerce)
        : yield* bindByValue(state, one, input, round.coerce);
      if (!done) continue;
      bound = true;
      break;
    }
  }
  return bound;
}

function* bindByValue(state: BindingState, one: BindableParameter, input: PSValue, coerce: boolean): Flow<boolean> {
  try {
    return yield* bindFromInput(state, one, input, coerce);
  } catch (error) {
    if (!(error instanceof BindingError)) throw error;
    if (error.kind === 'binding') return false;
    if (error.kind === 'transformation' && isCast(error)) return false;
    throw error;
  }
}

/** A conversion that failed only means that this parameter is not the one. */
function isCast(error: BindingError): boolean {
  for (let cause = error.record.exception.innerException; cause; cause = cause.innerException)
    if (cause.typeName === 'System.Management.Automation.PSInvalidCastException') return true;
  return false;
}

function* bindByName(state: BindingState, one: BindableParameter, input: PSValue, coerce: boolean): Flow<boolean> {
  if (input === null || input === undefined) return false;
  const value = yield* readProperty(state, one, input);
  if (value === undefined) return false;
  try {
    return yield* bindFromInput(state, one, value, coerce);
  } catch (error) {
    if (error instanceof BindingError && error.kind === 'binding') return false;
    throw error;
  }
}

function* readProperty(state: BindingState, one: BindableParameter, input: PSValue): Flow<PSValue> {
  const { engine } = state.request.frame;
  for (const name of [one.name, ...one.parameter.aliases]) {
    const value = yield* settle(propertyNamed(engine, input, name));
    if (value !== undefined) return value;
  }
  return undefined;
}

function* bindFromInput(state: BindingState, one: BindableParameter, value: PSValue, coerce: boolean): Flow<boolean> {
  const argument = namedArgument(one.name, value);
  if (!(yield* bindParameter(state, one, argument, { coerce, delay: false }))) return false;
  state.fromInput.push(one);
  return true;
}

/** Runs the put-off script blocks for this object. */
function* bindDelayed(state: BindingState, input: PSValue): Flow<'none' | 'bound' | 'failed'> {
  let failed = false;
  for (const [one, argument] of state.delayed) {
    const block = baseOf(argument.value);
    if (!(block instanceof ScriptBlock)) continue;
    const output = yield* runDelayed(state, one, block, input);
    const bound = yield* bindParameter(state, one, { ...argument, value: output }, { coerce: true, delay: false });
    if (!bound) failed = true;
  }
  if (state.delayed.size === 0) return 'none';
  return failed ? 'failed' : 'bound';
}

function* runDelayed(state: BindingState, one: BindableParameter, block: ScriptBlock, input: PSValue): Flow<PSValue> {
  let output: PSValue;
  try {
    output = yield* settle(
      state.request.frame.engine.invokeBlock(block, { dollarUnder: input, input: elementsOf(input) ?? [input] }),
    );
  } catch (error) {
    if (!(error instanceof TerminatingError)) throw error;
    return state.fail({
      id: 'ScriptBlockArgumentInvocationFailed',
      category: 'InvalidArgument',
      message: `The script block for parameter '${one.name}' failed: ${error.record.exception.message}`,
      parameterName: one.name,
      inner: error.record.exception,
    });
  }
  if (output !== undefined) return output;
  return state.fail({
    id: 'ScriptBlockArgumentNoOutput',
    category: 'InvalidArgument',
    message: `The script block for parameter '${one.name}' gave no value.`,
    parameterName: one.name,
  });
}
