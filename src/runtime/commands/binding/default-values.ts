import { isDictionary } from '../../members/dictionary-access.ts';
import { getVariable } from '../../scope/variable-access.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { namedArgument } from '../argument.ts';
import { splitDefaultKey } from '../default-parameters.ts';
import { type Flow, settle } from '../flow.ts';
import { wildcardMatcher } from '../wildcard-name.ts';
import { bindParameter } from './bind-parameter.ts';
import type { BindableParameter } from './bindable-parameters.ts';
import { BindingError } from './binding-error.ts';
import type { BindingState } from './binding-state.ts';

/**
 * Binds what `$PSDefaultParameterValues` says about this command to parameters that are still unbound
 * (about_Parameters_Default_Values). Values that do not fit are passed over.
 */
export function* applyDefaultValues(state: BindingState): Flow<void> {
  const table = state.defaults;
  if (!table) return;
  for (const [one, value] of matchingDefaults(state, table)) {
    if (!one.isIn(state.currentSets) || state.isBound(one)) continue;
    const given = yield* defaultValue(state, value);
    if (given === undefined) continue;
    try {
      yield* bindParameter(state, one, namedArgument(one.name, given), { coerce: true, delay: true });
      state.usedDefaults = true;
    } catch (error) {
      if (!(error instanceof BindingError)) throw error;
    }
  }
}

/** Whether `$PSDefaultParameterValues` has anything; it is looked up once a call. */
export function hasDefaultValues(state: BindingState): boolean {
  if (state.defaults === undefined) state.defaults = defaultsTable(state) ?? null;
  return state.defaults !== null;
}

function defaultsTable(state: BindingState): Hashtable | OrderedDictionary | undefined {
  if (!state.request.metadata.isAdvanced) return undefined;
  const table = baseOf(getVariable(state.request.frame.scope, 'psdefaultparametervalues'));
  if (!isDictionary(table) || !(table instanceof Hashtable || table instanceof OrderedDictionary)) return undefined;
  if (table.size === 0) return undefined;
  return baseOf(table.get('Disabled')) === true ? undefined : table;
}

function* defaultValue(state: BindingState, value: PSValue): Flow<PSValue> {
  const base = baseOf(value);
  if (!(base instanceof ScriptBlock)) return value;
  return yield* settle(state.request.frame.engine.invokeBlock(base, { args: [null] }));
}

/** Entries for this command: keys without wildcards win; entries that contradict each other count for nothing. */
function matchingDefaults(
  state: BindingState,
  table: Hashtable | OrderedDictionary,
): ReadonlyMap<BindableParameter, PSValue> {
  const exact = new Map<BindableParameter, PSValue>();
  const byPattern = new Map<BindableParameter, PSValue>();
  const contradicted = new Set<BindableParameter>();
  for (const { key, value } of table.entries()) {
    const parts = splitDefaultKey(String(baseOf(key)));
    if (!parts || !namesCommand(state, parts.command)) continue;
    const isExact = !/[*?[]/.test(parts.command + parts.parameter);
    const into = isExact ? exact : byPattern;
    for (const one of parametersNamed(state, parts.parameter)) {
      if (into.has(one) && into.get(one) !== value) contradicted.add(one);
      into.set(one, value);
    }
  }
  const all = new Map([...byPattern, ...exact]);
  for (const one of contradicted) if (!exact.has(one)) all.delete(one);
  return all;
}

function namesCommand(state: BindingState, pattern: string): boolean {
  const { name } = state.request.metadata;
  if (wildcardMatcher(pattern)(name)) return true;
  return (
    state.request.invocation.invocationName !== name &&
    wildcardMatcher(pattern)(state.request.invocation.invocationName)
  );
}

function parametersNamed(state: BindingState, pattern: string): readonly BindableParameter[] {
  if (/[*?[]/.test(pattern)) {
    const matches = wildcardMatcher(pattern);
    return state.parameters.all.filter((one) => matches(one.name) || one.parameter.aliases.some(matches));
  }
  const exact = state.parameters.find(pattern);
  if (exact) return [exact];
  const candidates = state.parameters.startingWith(pattern);
  return candidates.length === 1 ? candidates : [];
}
