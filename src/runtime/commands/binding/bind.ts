import type { InvocationInfo } from '../../errors/invocation-info.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { coreTypes } from '../../types/core-types.ts';
import { typeOf } from '../../types/type-of.ts';
import { typeTable } from '../../types/type-table.ts';
import { NetList } from '../../values/net-list.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { type Argument, namedArgument } from '../argument.ts';
import type { CallFrame } from '../call-frame.ts';
import { type Flow, runFlow, settle } from '../flow.ts';
import type { CommandMetadata, CommandParameter } from '../parameter-metadata.ts';
import { matchParameter, orderArguments, pairArguments } from './argument-list.ts';
import { bindParameter, bindsAtOnce } from './bind-parameter.ts';
import { type BindableParameter, BindableParameters, countSets, everySet } from './bindable-parameters.ts';
import type { BindingError } from './binding-error.ts';
import { BindingState } from './binding-state.ts';
import type { CommonParameters } from './common-parameters.ts';
import { applyDefaultValues, hasDefaultValues } from './default-values.ts';
import { InputPlan } from './input-plan.ts';
import { missingMandatory } from './mandatory.ts';
import { keepSetsTakingInput, validateSets, verifySetSelected } from './parameter-sets.ts';
import { bindInputObject, restoreInput } from './pipeline-binding.ts';
import { bindPositional } from './positional.ts';
import { promptForMissing } from './prompt.ts';

/** Where bound values go: a cmdlet's argument object, or the slots of a function's parameters. */
export interface BindTarget {
  set(parameter: CommandParameter, value: PSValue): void;
  /** Puts back what stood before the pipeline bound this parameter (the default, before the next input object). */
  reset(parameter: CommandParameter): void;
}

/** What binding happens for. */
export interface BindRequest {
  readonly frame: CallFrame;
  readonly metadata: CommandMetadata;
  readonly args: readonly Argument[];
  readonly target: BindTarget;
  /** Invocation of the command that is called; errors point at it. */
  readonly invocation: InvocationInfo;
  readonly expectingInput: boolean;
  /** Asks for the parameters of a `dynamicparam` block, after the static ones are bound. */
  readonly dynamicParameters?: (() => Eventually<readonly CommandParameter[] | undefined>) | undefined;
}

/** Contract. Binding of one call; made by {@link createBinding}. */
export interface Binding {
  /**
   * Everything that is known before input arrives: named, positional, dynamic, `$PSDefaultParameterValues`, remaining
   * arguments, and, where no input can supply them, the mandatory check with its prompt. Throws the binder's errors.
   */
  bindArguments(): Eventually<void>;
  /**
   * One input object, by value then by property name. False when it fits no parameter: the caller reports
   * {@link inputObjectError} and goes on with the next. A command that takes no pipeline input accepts nothing.
   */
  bindInput(input: PSValue): Eventually<boolean>;
  /** Whether any parameter takes pipeline input. */
  readonly takesInput: boolean;
  /** Bound parameters by declared name, in order of binding (`$PSBoundParameters`). */
  readonly bound: ReadonlyMap<string, PSValue>;
  /** What a simple function finds in `$args`: names as `-name` texts that remember that they are names. */
  readonly leftovers: readonly Argument[];
  /** The set in use, `__AllParameterSets` when it does not matter. */
  readonly parameterSetName: string;
  readonly common: Readonly<CommonParameters>;
  /** What a `dynamicparam` block or the argument of another parameter has brought in. */
  readonly dynamic: readonly CommandParameter[];
  /** Mandatory parameters that the input object at hand did not supply either; empty when all are there. */
  missingAfterInput(): readonly string[];
}

/** Starts the binding of a call; nothing happens before `bindArguments`. */
export function createBinding(request: BindRequest): Binding {
  return new CallBinding(request);
}

class CallBinding implements Binding {
  readonly #state: BindingState;
  /** The one parameter that takes every input object as it is, once that is sure. */
  #direct: BindableParameter | undefined;
  #pendingInput: PSValue = undefined;
  #plan: InputPlan | undefined;
  #wasPlanned = false;
  #followedPlan = false;

  constructor(request: BindRequest) {
    this.#state = new BindingState(request);
  }

  get takesInput(): boolean {
    return this.#state.parameters.pipeline.length > 0 || this.#state.delayed.size > 0;
  }

  get bound(): ReadonlyMap<string, PSValue> {
    this.#noteInput();
    return this.#state.values;
  }

  get leftovers(): readonly Argument[] {
    return this.#state.args;
  }

  get parameterSetName(): string {
    return this.#state.parameterSetName;
  }

  get common(): Readonly<CommonParameters> {
    return this.#state.commonOrNone;
  }

  get dynamic(): readonly CommandParameter[] {
    return this.#state.parameters.all.map((one) => one.parameter).filter((parameter) => parameter.isDynamic);
  }

  bindArguments(): Eventually<void> {
    const state = this.#state;
    if (!state.request.metadata.isAdvanced) return runFlow(bindSimple(state));
    const bound = runFlow(bindAdvanced(state));
    return bound instanceof Promise ? bound.then(() => this.#chooseDirect()) : this.#chooseDirect();
  }

  #chooseDirect(): void {
    if (this.#state.request.expectingInput) this.#direct = directParameter(this.#state);
  }

  bindInput(input: PSValue): Eventually<boolean> {
    if (this.#direct) {
      this.#pendingInput = input;
      this.#state.request.target.set(this.#direct.parameter, input);
      return true;
    }
    if (this.#plan) {
      if (this.#state.fromInput.length > 0) restoreInput(this.#state);
      this.#followedPlan = this.#plan.bind(input);
      if (this.#followedPlan) return true;
      this.#plan.forget();
    }
    const bound = runFlow(bindInputObject(this.#state, input));
    return bound instanceof Promise ? bound : this.#boundOnce(bound);
  }

  /** After the first object, the way for the ones that follow is known. */
  #boundOnce(bound: boolean): boolean {
    if (bound && !this.#wasPlanned) {
      this.#wasPlanned = true;
      this.#plan = InputPlan.of(this.#state);
    }
    return bound;
  }

  /** The direct path leaves the bookkeeping to whoever asks. */
  #noteInput(): void {
    this.#plan?.note();
    if (!this.#direct || this.#pendingInput === undefined) return;
    this.#state.values.set(this.#direct.name, this.#pendingInput);
    this.#pendingInput = undefined;
  }

  missingAfterInput(): readonly string[] {
    const state = this.#state;
    if (this.#direct || this.#followedPlan) return nothing;
    if (!state.parameters.mandatory.some((one) => !state.isBound(one) && one.isIn(state.currentSets))) return nothing;
    return missingMandatory(state, countSets(state.currentSets), false)
      .filter((one) => one.isIn(state.currentSets))
      .map((one) => one.name);
  }
}

const nothing: readonly string[] = [];

/** A simple function: no sets, no checks; what is left becomes `$args`. */
function* bindSimple(state: BindingState): Flow<void> {
  state.args = pairArguments(state, orderArguments(state.request.args));
  state.args = yield* bindNamed(state, state.args);
  state.args = (yield* bindPositional(state, state.args, everySet, everySet)).rest;
}

function* bindAdvanced(state: BindingState): Flow<void> {
  const { expectingInput } = state.request;
  yield* bindKnown(state);
  let sets = expectingInput ? validateSets(state, true, false) : validateSets(state, false, true);
  if (sets === 1 && !state.usedDefaults && hasDefaultValues(state)) yield* applyDefaultValues(state);
  if (sets > 1 && expectingInput) {
    const kept = keepSetsTakingInput(state);
    if (kept !== state.currentSets) {
      state.currentSets = kept;
      sets = validateSets(state, true, false);
    }
  }
  const missing = missingMandatory(state, sets, expectingInput);
  if (missing.length > 0) yield* promptForMissing(state, missing);
  if (!expectingInput) verifySetSelected(state);
  state.setsBeforeInput = state.currentSets;
}

function* bindKnown(state: BindingState): Flow<void> {
  const { metadata } = state.request;
  if (state.request.args.length > 0) {
    state.args = pairArguments(state, orderArguments(state.request.args));
    state.args = yield* bindNamed(state, state.args);
  }
  let error: BindingError | undefined;
  if (state.args.length > 0) {
    const positional = yield* bindPositional(state, state.args, state.currentSets, state.defaultSet);
    state.args = positional.rest;
    error = positional.error;
  }
  if (hasDefaultValues(state)) yield* applyDefaultValues(state);
  validateSets(state, true, false);
  if (metadata.hasDynamicParameters) {
    error = (yield* bindDynamic(state)) ?? error;
    if (hasDefaultValues(state)) yield* applyDefaultValues(state);
  }
  if (state.args.length === 0) return;
  yield* bindRemaining(state);
  if (state.args.length > 0) rejectLeftover(state, error);
}

/** Named arguments; explicit ones win over those of splatted tables. Answers what matched no parameter. */
function* bindNamed(state: BindingState, args: readonly Argument[]): Flow<Argument[]> {
  const rest: Argument[] = [];
  let explicit: Set<string> | undefined;
  for (const argument of args) {
    const one = argument.name === undefined ? undefined : matchParameter(state, argument);
    if (!one) {
      rest.push(argument);
      continue;
    }
    if (argument.splatted && argument.colon) {
      explicit ??= new Set(state.boundNames);
      if (explicit.has(one.name.toLowerCase())) continue;
    }
    if (state.isBound(one)) {
      state.fail({
        id: 'ParameterAlreadyBound',
        category: 'InvalidArgument',
        message: `Parameter '${argument.name}' is given more than once.`,
        parameterName: argument.name ?? '',
        extent: argument.extent,
      });
    }
    if (!bindsAtOnce(state, one, argument)) yield* bindParameter(state, one, argument, { coerce: true, delay: true });
  }
  return rest;
}

function* bindDynamic(state: BindingState): Flow<BindingError | undefined> {
  const made = yield* settle(state.request.dynamicParameters?.());
  if (!made || made.length === 0) return undefined;
  const { metadata } = state.request;
  const known = state.parameters;
  state.parameters = new BindableParameters([...metadata.parameters, ...made], metadata.defaultSet);
  state.currentSets = remap(state, known);
  if (state.args.length === 0) return undefined;
  state.args = pairArguments(state, state.args);
  state.args = yield* bindNamed(state, state.args);
  const positional = yield* bindPositional(state, state.args, state.currentSets, state.defaultSet);
  state.args = positional.rest;
  return positional.error;
}

/** Dynamic parameters may bring new sets: bits are given anew, and what is bound narrows them again. */
function remap(state: BindingState, known: BindableParameters): number {
  const delayed = new Map([...state.delayed].map(([one, argument]) => [one.name, argument] as const));
  let sets = everySet;
  const unbound: BindableParameter[] = [];
  for (const one of state.parameters.all) {
    if (!state.isBound(one)) unbound.push(one);
    else if (one.flags !== 0) sets = (sets & one.flags) >>> 0;
  }
  state.unbound = unbound;
  state.delayed.clear();
  for (const one of state.parameters.all) {
    const argument = delayed.get(one.name);
    if (argument) state.delayed.set(one, argument);
  }
  if (sets === everySet && state.currentSets !== everySet && state.currentSets === known.defaultFlag)
    return state.defaultSet;
  return sets;
}

/** ValueFromRemainingArguments takes everything that is left. */
function* bindRemaining(state: BindingState): Flow<void> {
  const takers = state.unbound.filter((one) =>
    one.matching(state.currentSets).some((m) => m.data.valueFromRemainingArguments),
  );
  const [taker] = takers;
  if (!taker) return;
  if (takers.length > 1) {
    state.fail({
      id: 'AmbiguousParameterSet',
      category: 'MetadataError',
      message: 'Two parameters of one set take the remaining arguments.',
      parameterName: taker.name,
    });
  }
  const values: PSValue[] = [];
  for (const argument of state.args) {
    if (argument.name !== undefined) values.push(`-${argument.name}${argument.colon ? ':' : ''}`);
    if (argument.hasValue && argument.value !== undefined) values.push(argument.value);
  }
  const [only] = values;
  const single = values.length === 1 && elementsOf(only) !== undefined;
  const extent = state.args.length === 1 ? (state.args[0]?.extent ?? null) : null;
  const argument = namedArgument(taker.name, single ? only : objectList(values), extent);
  yield* bindParameter(state, taker, argument, { coerce: true, delay: false });
  state.args = [];
}

/** `List[object]`, which is what several remaining arguments arrive as. */
function objectList(values: PSValue[]): NetList {
  const list = new NetList(values);
  list.netType = typeTable().instantiate(coreTypes().genericList, [coreTypes().object]);
  return list;
}

function rejectLeftover(state: BindingState, error: BindingError | undefined): never {
  const [first] = state.args;
  if (first?.name !== undefined) {
    state.fail({
      id: 'NamedParameterNotFound',
      category: 'InvalidArgument',
      message: `The command has no parameter named '${first.name}'.`,
      parameterName: first.name,
      typeSpecified: first.value === undefined || first.value === null ? undefined : typeOf(first.value),
      extent: first.extent,
    });
  }
  if (error) throw error;
  const text = first?.value === null || first?.value === undefined ? '$null' : state.types.toText(first.value);
  return state.fail({
    id: 'PositionalParameterNotFound',
    category: 'InvalidArgument',
    message: `The command takes no further positional argument; '${text}' has no place.`,
    parameterName: text,
    extent: null,
  });
}

/**
 * The parameter for the direct path: one object parameter takes all input by value, nothing is to check, and no other
 * parameter or set can come into play any more.
 */
function directParameter(state: BindingState): BindableParameter | undefined {
  if (state.delayed.size > 0 || state.prioritizedSet !== 0) return undefined;
  const sets = state.setsBeforeInput;
  if (sets === everySet ? state.parameters.setCount > 0 : (sets & (sets - 1)) !== 0) return undefined;
  let taker: BindableParameter | undefined;
  for (const one of state.parameters.pipeline) {
    if (state.isBound(one) || !one.takesPipelineInput(sets)) continue;
    if (taker) return undefined;
    taker = one;
  }
  if (!taker || (taker.kind !== 'object' && taker.kind !== 'psobject')) return undefined;
  const { parameter } = taker;
  if (taker.mandatorySomewhere || parameter.psTypeName !== undefined || parameter.validators.length > 0)
    return undefined;
  if (parameter.transformations.some((t) => t.kind !== 'type')) return undefined;
  return taker.matching(sets).some((m) => m.data.valueFromPipelineByPropertyName) ? undefined : taker;
}
