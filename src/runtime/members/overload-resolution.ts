import { conversionRank } from '../types/conversion-rank.ts';
import type { MethodOverload, Parameter } from '../types/member.ts';
import { typeOf } from '../types/type-of.ts';
import type { TypeSystem } from '../types/type-system.ts';
import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';
import { baseOf } from '../values/ps-object.ts';
import { PSReference } from '../values/ps-reference.ts';
import type { PSValue } from '../values/ps-value.ts';
import { inferTypeArguments } from './type-inference.ts';

/** Which overload is called, and whether the last arguments go into its `params` array. */
export interface ChosenOverload {
  readonly overload: MethodOverload;
  readonly expandParams: boolean;
  /** Known to take the arguments as they are: nothing has to be converted, filled in or handed back. */
  readonly direct?: boolean;
}

/** Why there is none. */
export type NoOverload = 'none' | 'ambiguous';

/** What narrows the choice: `[T]$x.M()`, `$x.M[int]()`, casts on arguments. */
export interface CallConstraints {
  readonly typeArguments?: readonly NetType[];
  /** Types the arguments were cast to in the call, by position. */
  readonly argumentTypes?: readonly (NetType | undefined)[];
}

interface Candidate {
  readonly overload: MethodOverload;
  /** Parameter per argument, with the `params` array spread where it is. */
  readonly types: readonly NetType[];
  readonly expanded: boolean;
  readonly ranks: readonly number[];
}

/**
 * Chooses the overload for arguments as PowerShell does: every argument gets a conversion rank, earlier arguments
 * weigh more, ties go to the more specific types where nothing is lost and to the more general where something is.
 */
export function chooseOverload(
  types: TypeSystem,
  overloads: readonly MethodOverload[],
  args: readonly PSValue[],
  constraints?: CallConstraints,
): ChosenOverload | NoOverload {
  const only = overloads.length === 1 ? overloads[0] : undefined;
  if (only && isPlain(only) && only.parameters.length === args.length && !constraints?.typeArguments) {
    return { overload: only, expandParams: false };
  }
  const argTypes = args.map((a) => argumentType(a));
  const candidates: Candidate[] = [];
  for (const open of overloads) {
    const overload = closed(open, args, constraints);
    const candidate = overload && candidateFor(types, overload, argTypes, args);
    if (candidate) candidates.push(candidate);
  }
  if (candidates.length === 0) return 'none';
  const best = bestOf(types, narrowed(candidates, constraints), args);
  return best ? { overload: best.overload, expandParams: best.expanded } : 'ambiguous';
}

function isPlain(overload: MethodOverload): boolean {
  return overload.genericParameters.length === 0 && !overload.parameters.some((p) => p.isParams);
}

function argumentType(arg: PSValue): NetType | null {
  const value = baseOf(arg);
  return value === null || value === undefined ? null : typeOf(value);
}

function narrowed(candidates: Candidate[], constraints: CallConstraints | undefined): Candidate[] {
  const wanted = constraints?.argumentTypes;
  if (!wanted?.some((t) => t !== undefined)) return candidates;
  const exact = candidates.filter((c) => wanted.every((t, i) => !t || c.overload.parameters[i]?.type === t));
  return exact.length > 0 ? exact : candidates;
}

function closed(
  open: MethodOverload,
  args: readonly PSValue[],
  constraints: CallConstraints | undefined,
): MethodOverload | undefined {
  const given = constraints?.typeArguments;
  if (open.genericParameters.length === 0) return given ? undefined : open;
  const found = given ?? inferTypeArguments(open, args, constraints?.argumentTypes);
  return found && open.close?.(found);
}

function countFits({ parameters }: MethodOverload, count: number): boolean {
  const last = parameters.at(-1);
  if (count > parameters.length) return last?.isParams === true;
  let required = parameters.length;
  while (required > 0 && (parameters[required - 1]?.isOptional || parameters[required - 1]?.isParams)) required--;
  return count >= required;
}

function candidateFor(
  types: TypeSystem,
  overload: MethodOverload,
  argTypes: readonly (NetType | null)[],
  args: readonly PSValue[],
): Candidate | undefined {
  if (!countFits(overload, args.length)) return undefined;
  const { parameters } = overload;
  const ranks: number[] = [];
  const spread: NetType[] = [];
  let expanded =
    args.length > parameters.length || (args.length < parameters.length && parameters.at(-1)?.isParams === true);
  for (let i = 0; i < args.length; i++) {
    const parameter = parameters[Math.min(i, parameters.length - 1)];
    if (!parameter) return undefined;
    let { type } = parameter;
    let rank: number;
    if (parameter.isParams) {
      const element = type.elementType ?? type;
      rank = rankOf(types, argTypes[i] ?? null, element);
      const whole = args.length === parameters.length ? rankOf(types, argTypes[i] ?? null, type) : 0;
      if (args.length > parameters.length || rank > whole) {
        expanded = true;
        type = element;
      } else rank = whole;
    } else rank = argumentRank(types, parameter, argTypes[i] ?? null, args[i]);
    if (rank === conversionRank.none) return undefined;
    ranks.push(rank);
    spread.push(type);
  }
  return { overload, types: spread, expanded, ranks };
}

function argumentRank(types: TypeSystem, parameter: Parameter, argType: NetType | null, arg: PSValue): number {
  const base = baseOf(arg);
  if (parameter.isByRef && base instanceof PSReference) return rankOf(types, argumentType(base.value), parameter.type);
  return rankOf(types, argType, parameter.type);
}

function rankOf(types: TypeSystem, from: NetType | null, to: NetType): number {
  return from === to ? conversionRank.identity : types.rank(from, to);
}

function bestOf(types: TypeSystem, candidates: readonly Candidate[], args: readonly PSValue[]): Candidate | undefined {
  let best = candidates[0];
  let tied = false;
  for (const next of candidates.slice(1)) {
    if (!best) return undefined;
    const order = compare(types, best, next, args);
    if (order === 0) tied = true;
    else if (order < 0) {
      best = next;
      tied = false;
    }
  }
  return tied ? undefined : best;
}

/** Positive when `a` is better. */
function compare(types: TypeSystem, a: Candidate, b: Candidate, args: readonly PSValue[]): number {
  return byRanks(types, a, b, args) || byParameterTypes(types, a, b) || byShape(a, b) || fewerParameters(a, b);
}

function byRanks(types: TypeSystem, a: Candidate, b: Candidate, args: readonly PSValue[]): number {
  let better = 0;
  let weight = a.ranks.length;
  for (let i = 0; i < a.ranks.length; i++, weight--) {
    const [rankA, rankB] = [a.ranks[i] ?? 0, b.ranks[i] ?? 0];
    if (rankA !== rankB) better += rankA < rankB ? -weight : weight;
    else if (rankA === conversionRank.unrelatedArrays) {
      const element = effectiveType(args[i])?.elementType;
      const [toA, toB] = [a.types[i]?.elementType, b.types[i]?.elementType];
      if (element && toA && toB) better += Math.sign(types.rank(element, toA) - types.rank(element, toB)) * weight;
    }
  }
  return better;
}

function byParameterTypes(types: TypeSystem, a: Candidate, b: Candidate): number {
  let better = 0;
  let weight = a.ranks.length;
  for (let i = 0; i < a.ranks.length; i++, weight = Math.abs(weight) - 1) {
    const [rankA, rankB] = [a.ranks[i] ?? 0, b.ranks[i] ?? 0];
    const [typeA, typeB] = [a.types[i], b.types[i]];
    if (!typeA || !typeB || rankA < conversionRank.nullToValue || rankB < conversionRank.nullToValue) continue;
    const implicitA = rankA >= conversionRank.numericImplicit;
    if (implicitA !== rankB >= conversionRank.numericImplicit) continue;
    if (implicitA) weight = -weight;
    better += Math.sign(rankOf(types, typeB, typeA) - rankOf(types, typeA, typeB)) * weight;
  }
  return better;
}

/** Of two with the same parameter types: unexpanded before expanded, concrete before generic. */
function byShape(a: Candidate, b: Candidate): number {
  if (a.types.some((t, i) => t !== b.types[i])) return 0;
  if (a.expanded && b.expanded) return a.overload.parameters.length > b.overload.parameters.length ? 1 : -1;
  if (a.expanded !== b.expanded) return a.expanded ? -1 : 1;
  return (b.overload.genericDepth ?? 0) - (a.overload.genericDepth ?? 0);
}

function fewerParameters(a: Candidate, b: Candidate): number {
  if (a.types.some((t, i) => t !== b.types[i])) return 0;
  return Math.sign(b.overload.parameters.length - a.overload.parameters.length);
}

/** The type that counts for type inference and array conversions: an object[] of one element type counts as that. */
export function effectiveType(arg: PSValue): NetType | null {
  const value = baseOf(arg);
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value) || value.length === 0) return typeOf(value);
  const first = argumentType(value[0]);
  const isUniform = first !== null && value.every((v) => argumentType(v) === first);
  return isUniform ? typeTable().arrayOf(first) : typeOf(value);
}
