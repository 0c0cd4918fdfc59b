import { SwitchParameter } from '../../values/switch-parameter.ts';
import type { Argument } from '../argument.ts';
import { commonParameterNames } from '../common-parameter-list.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import type { BindingState } from './binding-state.ts';

/** The parameter an argument's name means: exact name or alias, else a prefix; throws AmbiguousParameter. */
export function matchParameter(state: BindingState, argument: Argument): BindableParameter | undefined {
  const name = argument.name ?? '';
  if (name === '') return undefined;
  const exact = state.parameters.find(name);
  if (exact) return exact;
  const candidates = state.parameters.startingWith(name);
  if (candidates.length < 2) return candidates[0];
  const own = candidates.filter((one) => !commonParameterNames.has(one.name.toLowerCase()));
  if (own.length === 1) return own[0];
  return state.fail({
    id: 'AmbiguousParameter',
    category: 'InvalidArgument',
    message: `'${name}' could mean any of these parameters: ${candidates.map((one) => `-${one.name}`).join(', ')}.`,
    parameterName: name,
    extent: argument.extent,
  });
}

/**
 * Gives each `-Name` its value: switches are set, others take the argument behind them. Names that match no parameter
 * stay alone, for dynamic parameters or `$args`.
 */
export function pairArguments(state: BindingState, args: readonly Argument[]): Argument[] {
  const result: Argument[] = [];
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (!argument) continue;
    const match = argument.name === undefined || argument.hasValue ? undefined : matchParameter(state, argument);
    if (!match) {
      result.push(argument);
      continue;
    }
    if (match.parameter.isSwitch) {
      result.push({ ...argument, value: SwitchParameter.present, hasValue: true });
      continue;
    }
    const next = args[i + 1];
    if (!next || isParameter(state, next)) throw missingArgument(state, match, argument);
    i++;
    const value = next.name === undefined ? next.value : `-${next.name}`;
    result.push({ ...argument, name: match.name, value, hasValue: true, extent: next.extent, ast: next.ast });
  }
  return result;
}

function isParameter(state: BindingState, next: Argument): boolean {
  if (next.name === undefined) return false;
  return next.hasValue || matchParameter(state, next) !== undefined;
}

function missingArgument(state: BindingState, match: BindableParameter, argument: Argument): unknown {
  return state.fail({
    id: 'MissingArgument',
    category: 'InvalidArgument',
    message: `Parameter '${match.name}' needs an argument of type ${match.parameter.typeName}.`,
    parameterName: match.name,
    parameterType: match.parameter.type,
    extent: argument.extent,
  });
}

/** Splatted names come after those written out; `--` is dropped. */
export function orderArguments(args: readonly Argument[]): Argument[] {
  const fromTables: Argument[] = [];
  const rest: Argument[] = [];
  for (const argument of args) {
    if (argument.name === '-' && !argument.hasValue) continue;
    if (argument.splatted && argument.name !== undefined && argument.colon) fromTables.push(argument);
    else rest.push(argument);
  }
  if (fromTables.length > 0) rest.push(...fromTables);
  return rest;
}
