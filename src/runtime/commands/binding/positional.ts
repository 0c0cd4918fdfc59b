import { ControlFlow } from '../../errors/control-flow.ts';
import type { Argument } from '../argument.ts';
import type { Flow } from '../flow.ts';
import { bindParameter, bindsAtOnce } from './bind-parameter.ts';
import type { BindableParameter, Membership } from './bindable-parameters.ts';
import { BindingError } from './binding-error.ts';
import type { BindingState } from './binding-state.ts';

/** Parameters that want one position, each with the memberships that say so. */
type Slot = Map<BindableParameter, Membership[]>;

/** What remains after positional binding: the arguments, and the error that explains why one did not fit. */
export interface PositionalResult {
  readonly rest: Argument[];
  readonly error: BindingError | undefined;
}

/**
 * Binds unnamed arguments by position: for each position first to the default set and without conversion, then to any
 * set, then both again with conversion.
 */
export function* bindPositional(
  state: BindingState,
  args: readonly Argument[],
  validSets: number,
  defaultSet: number,
): Flow<PositionalResult> {
  if (args.length === 0) return { rest: [], error: undefined };
  const { positional } = state.parameters;
  if (positional !== undefined) return yield* bindInOrder(state, args, positional);
  const positions = positionsOf(state);
  if (positions.length === 0) return { rest: [...args], error: undefined };
  const queue = new PositionalQueue(args);
  const attempt: Attempt = { sets: validSets, defaultSet, error: undefined };
  for (const slot of positions) {
    if (slot.size === 0) continue;
    const argument = queue.next();
    if (!argument) break;
    if (!(yield* bindAtPosition(state, slot, argument, attempt))) queue.passed.push(argument);
    else if (attempt.sets !== state.currentSets) {
      attempt.sets = state.currentSets;
      prune(positions, attempt.sets);
    }
  }
  return { rest: queue.rest(), error: attempt.error };
}

/** Where there is but one set: the unbound parameters take the arguments in turn. */
function* bindInOrder(
  state: BindingState,
  args: readonly Argument[],
  positional: readonly BindableParameter[],
): Flow<PositionalResult> {
  const queue = new PositionalQueue(args);
  const attempt: Attempt = { sets: state.currentSets, defaultSet: 0, error: undefined };
  for (const one of positional) {
    if (state.isBound(one)) continue;
    const argument = queue.next();
    if (!argument) break;
    if (bindsAtOnce(state, one, argument)) continue;
    const slot: Slot = new Map([[one, [...one.memberships]]]);
    if (!(yield* bindAtPosition(state, slot, argument, attempt))) queue.passed.push(argument);
  }
  return { rest: queue.rest(), error: attempt.error };
}

interface Attempt {
  sets: number;
  readonly defaultSet: number;
  error: BindingError | undefined;
}

const rounds = [
  { useDefault: true, coerce: false },
  { useDefault: false, coerce: false },
  { useDefault: true, coerce: true },
  { useDefault: false, coerce: true },
] as const;

function* bindAtPosition(state: BindingState, slot: Slot, argument: Argument, attempt: Attempt): Flow<boolean> {
  const hasDefault = attempt.defaultSet !== 0 && (attempt.sets & attempt.defaultSet) !== 0;
  for (const { useDefault, coerce } of rounds) {
    if (useDefault && !hasDefault) continue;
    if (yield* bindInSet(state, slot, argument, useDefault ? attempt.defaultSet : attempt.sets, coerce, attempt))
      return true;
  }
  return false;
}

function* bindInSet(
  state: BindingState,
  slot: Slot,
  argument: Argument,
  sets: number,
  coerce: boolean,
  attempt: Attempt,
): Flow<boolean> {
  let bound = false;
  attempt.error = undefined;
  for (const [one, memberships] of slot) {
    for (const { flag } of memberships) {
      if (flag !== 0 && (flag & sets) === 0) continue;
      try {
        const done =
          bindsAtOnce(state, one, argument) || (yield* bindParameter(state, one, argument, { coerce, delay: true }));
        if (!done) continue;
      } catch (error) {
        if (error instanceof ControlFlow || !(error instanceof BindingError)) throw error;
        if (error.kind !== 'binding' && !error.passOver) throw error;
        attempt.error = error;
        continue;
      }
      bound = true;
      break;
    }
  }
  return bound;
}

/** The unbound positional parameters by position. */
function positionsOf(state: BindingState): Slot[] {
  const byPosition = new Map<number, Slot>();
  for (const one of state.unbound) {
    if (!one.isIn(state.currentSets)) continue;
    for (const membership of one.matching(state.currentSets)) {
      const { position, valueFromRemainingArguments } = membership.data;
      if (position === undefined || valueFromRemainingArguments) continue;
      let slot = byPosition.get(position);
      if (!slot) byPosition.set(position, (slot = new Map()));
      if (clashes(slot, one, membership.flag)) throw ambiguousPosition(state);
      const known = slot.get(one);
      if (known) known.push(membership);
      else slot.set(one, [membership]);
    }
  }
  return [...byPosition].sort(([a], [b]) => a - b).map(([, slot]) => slot);
}

function clashes(slot: Slot, one: BindableParameter, flag: number): boolean {
  for (const [other, memberships] of slot) {
    if (other !== one && memberships.some((m) => (m.flag & flag) !== 0 || m.flag === flag)) return true;
  }
  return false;
}

function ambiguousPosition(state: BindingState): unknown {
  return state.fail({
    id: 'AmbiguousPositionalParameterNoName',
    category: 'InvalidArgument',
    message: 'Two parameters of one parameter set have the same position.',
  });
}

/** Takes out what the sets still possible rule out. */
function prune(positions: readonly Slot[], sets: number): void {
  for (const slot of positions) {
    for (const [one, memberships] of slot) {
      const kept = memberships.filter((m) => m.flag === 0 || (m.flag & sets) !== 0);
      if (kept.length === 0) slot.delete(one);
      else if (kept.length < memberships.length) slot.set(one, kept);
    }
  }
}

/** Unnamed arguments in order; unknown `-Name value` pairs are passed over together. */
class PositionalQueue {
  readonly passed: Argument[] = [];
  readonly #args: readonly Argument[];
  #at = 0;

  constructor(args: readonly Argument[]) {
    this.#args = args;
  }

  next(): Argument | undefined {
    while (this.#at < this.#args.length) {
      const argument = this.#args[this.#at++];
      if (!argument) return undefined;
      if (argument.name === undefined) return argument;
      this.passed.push(argument);
      const following = this.#args[this.#at];
      if (following && following.name === undefined) {
        this.passed.push(following);
        this.#at++;
      }
    }
    return undefined;
  }

  rest(): Argument[] {
    return [...this.passed, ...this.#args.slice(this.#at)];
  }
}
