import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { Scope } from '../../scope/scope.ts';
import { ScopedItemOptions, type Variable } from '../../scope/variable.ts';
import { containsWildcard, unescapeWildcard, WildcardPattern } from '../../text/wildcard.ts';
import { sessionOf } from '../management/item-paths.ts';

/**
 * The scope that `-Scope` names: global, script, local, private, or how many levels up.
 *
 * @throws TerminatingError for a name that is none of these or more levels than there are
 */
export function scopeNamed(ctx: CmdletContext, name: string | undefined): Scope {
  const current = sessionOf(ctx).shared.currentScope;
  if (name === undefined) return current;
  switch (name.toLowerCase()) {
    case 'global':
      return current.sessionState.globalScope;
    case 'script':
      return current.scriptScope;
    case 'local':
    case 'private':
      return current;
  }
  const levels = Number(name);
  if (!/^\d+$/.test(name))
    throw fail({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `"${name}" is no scope: use Global, Script, Local, or a number of levels up.`,
      target: null,
    });
  let scope: Scope | null = current;
  for (let i = 0; i < levels; i++) scope = scope?.parent ?? null;
  if (!scope)
    throw fail({
      id: 'ArgumentOutOfRange',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentOutOfRangeException',
      message: `There are fewer than ${levels} scopes above this one.`,
      target: name,
    });
  return scope;
}

/** The scope named, or undefined to look up the whole chain. */
export function lookupScope(
  ctx: CmdletContext,
  name: string | undefined,
): { readonly scope: Scope; readonly only: boolean } {
  return { scope: scopeNamed(ctx, name), only: name !== undefined };
}

/** A test for names: wildcards and exclusions, ignoring case. */
export function nameTest(
  names: readonly string[] | undefined,
  include: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
): (name: string) => boolean {
  const compile = (patterns: readonly string[]) => patterns.map((text) => new WildcardPattern(text, true));
  const wanted = names ? compile(names) : undefined;
  const included = include?.length ? compile(include) : undefined;
  const excluded = compile(exclude ?? []);
  return (name) =>
    (!wanted || wanted.some((p) => p.isMatch(name))) &&
    (!included || included.some((p) => p.isMatch(name))) &&
    !excluded.some((p) => p.isMatch(name));
}

/** Variables seen from a scope, or set in this very one, by name; sorted by name. */
export function variablesIn(scope: Scope, only: boolean): Variable[] {
  const found = new Map<string, Variable>();
  for (let at: Scope | null = scope; at; at = only ? null : at.parent) {
    for (const key of at.localKeys()) {
      if (found.has(key)) continue;
      const variable = at.materialize(key);
      if (variable && (at === scope || (variable.options & ScopedItemOptions.Private) === 0)) found.set(key, variable);
    }
  }
  return [...found.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** The variables that names and wildcards of a command mean; names without wildcards that are missing are given to `missing`. */
export function matchVariables(
  scope: Scope,
  only: boolean,
  names: readonly string[] | undefined,
  include: readonly string[] | undefined,
  exclude: readonly string[] | undefined,
  missing: (name: string) => void,
): Variable[] {
  const accepts = nameTest(undefined, include, exclude);
  if (!names) return variablesIn(scope, only).filter((variable) => accepts(variable.name));
  const result: Variable[] = [];
  for (const name of names) {
    if (containsWildcard(name)) {
      const pattern = new WildcardPattern(name, true);
      result.push(
        ...variablesIn(scope, only).filter((variable) => pattern.isMatch(variable.name) && accepts(variable.name)),
      );
      continue;
    }
    const found = findNamed(scope, only, unescapeWildcard(name));
    if (found) {
      if (accepts(found.name)) result.push(found);
    } else missing(name);
  }
  return result;
}

/** One variable by name; `global:x` and the like name their scope themselves. */
export function findNamed(scope: Scope, only: boolean, name: string): Variable | undefined {
  const qualified = /^(global|script|local|private|variable):(.+)$/i.exec(name);
  const bare = (qualified?.[2] ?? name).toLowerCase();
  const prefix = qualified?.[1]?.toLowerCase();
  const from = prefix === 'global' ? scope.sessionState.globalScope : prefix === 'script' ? scope.scriptScope : scope;
  for (let at: Scope | null = from; at; at = only || prefix === 'global' ? null : at.parent) {
    const variable = at.materialize(bare);
    if (variable && (at === from || !variable.isPrivate)) return variable;
  }
  return undefined;
}

/** `-Include`, `-Exclude` and `-Scope` as the commands for variables have them. */
export const variableFilters = {
  Include: parameter(type.strings, { help: 'Wildcards of which a name must match one.' }),
  Exclude: parameter(type.strings, { help: 'Wildcards of which a name must match none.' }),
  Scope: parameter(type.string, {
    validate: [{ kind: 'notNullOrEmpty' }],
    help: 'Global, Script, Local or a number of levels up.',
  }),
} as const;

/** What names variables. */
export interface VariableSelection {
  readonly Name?: readonly string[] | undefined;
  readonly Include?: readonly string[] | undefined;
  readonly Exclude?: readonly string[] | undefined;
  readonly Scope?: string | undefined;
}

/** Does something with each variable that a command's parameters mean, then reports the names that are missing. */
export function* eachVariable(
  ctx: CmdletContext,
  args: VariableSelection,
  action: (variable: Variable, scope: Scope) => Flow<void>,
): Flow<void> {
  const { scope, only } = lookupScope(ctx, args.Scope);
  const missing: string[] = [];
  const found = matchVariables(scope, only, args.Name, args.Include, args.Exclude, (name) => missing.push(name));
  for (const variable of found) yield* action(variable, scope);
  for (const name of missing)
    yield* settle(
      ctx.writeError({
        id: 'VariableNotFound',
        category: 'ObjectNotFound',
        exceptionType: 'System.Management.Automation.ItemNotFoundException',
        message: `There is no variable named "${name}".`,
        target: name,
      }),
    );
}
