import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { Scope } from '../../scope/scope.ts';
import { ScopedItemOptions } from '../../scope/variable.ts';
import { containsWildcard } from '../../text/wildcard.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { reporting } from '../management/item-paths.ts';
import { changeVariable, makeVariable, optionBits, type VariableChange } from './change-variable.ts';
import { findNamed, matchVariables, nameTest, scopeNamed, variableFilters, variablesIn } from './variable-items.ts';

/** Set-Variable: gives variables a value and options; makes those that are missing. */
export const setVariable = defineCmdlet({
  name: 'Set-Variable',
  aliases: ['sv', 'set'],
  synopsis: 'Sets variables, and makes those that do not exist.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.Management.Automation.PSVariable'],
  effects: ['state'],
  parameters: {
    Name: parameter(type.strings, {
      mandatory: true,
      position: 0,
      pipeline: 'property',
      supportsWildcards: true,
      help: 'Names; wildcards mean existing variables.',
    }),
    Value: parameter(type.object, {
      position: 1,
      pipeline: 'both',
      help: 'The value; several from the pipeline make an array.',
    }),
    Include: variableFilters.Include,
    Exclude: variableFilters.Exclude,
    Description: parameter(type.string, { help: 'A text about the variable.' }),
    Option: parameter(type.named<PSValue>('System.Management.Automation.ScopedItemOptions'), {
      help: 'None, ReadOnly, Constant, Private, AllScope.',
    }),
    Force: parameter(type.switch, { help: 'Changes read-only variables too.' }),
    Visibility: parameter(
      type.enumOf<'Public' | 'Private'>('System.Management.Automation.SessionStateEntryVisibility'),
      { help: 'Public or Private.' },
    ),
    PassThru: parameter(type.switch, { help: 'Writes the variables.' }),
    Append: parameter(type.switch, { help: 'Adds to the values there are.' }),
    Scope: variableFilters.Scope,
  },
  invoke(ctx) {
    const piped: PSValue[] = [];
    // Whether the call itself names the variables and their value; what input supplies comes object by object.
    let named = false;
    let valued = false;
    return {
      begin(args) {
        named = args.Name !== undefined;
        valued = args.Value !== undefined;
      },
      process(args) {
        if (!named) return runFlow(setAll(ctx, args, args.Value, args.Value !== undefined));
        if (!valued && ctx.bound.has('Value')) piped.push(args.Value ?? null);
        return undefined;
      },
      end(args) {
        if (!named) return undefined;
        if (valued || piped.length === 0) return runFlow(setAll(ctx, args, args.Value, ctx.bound.has('Value')));
        return runFlow(setAll(ctx, args, piped.length === 1 ? piped[0] : piped, true, piped));
      },
    };
  },
});

interface SetVariableArguments {
  readonly Name?: readonly string[] | undefined;
  readonly Include?: readonly string[] | undefined;
  readonly Exclude?: readonly string[] | undefined;
  readonly Description?: string | undefined;
  readonly Option?: PSValue;
  readonly Force?: boolean | undefined;
  readonly Visibility?: 'Public' | 'Private' | undefined;
  readonly PassThru?: boolean | undefined;
  readonly Append?: boolean | undefined;
  readonly Scope?: string | undefined;
}

/** A value that the attributes of a variable refuse ends the command. */
function* refusing(ctx: CmdletContext, flow: Flow<void>): Flow<void> {
  try {
    yield* flow;
  } catch (thrown) {
    if (thrown instanceof TerminatingError && thrown.record.category === 'MetadataError')
      ctx.throwTerminating(thrown.record);
    throw thrown;
  }
}

interface NewValue extends VariableChange {
  /** What -Append adds. */
  readonly added: readonly PSValue[];
}

function* setAll(
  ctx: CmdletContext,
  args: SetVariableArguments,
  given: PSValue,
  hasValue: boolean,
  added: readonly PSValue[] = [given ?? null],
): Flow<void> {
  const scope = scopeNamed(ctx, args.Scope);
  const change: NewValue = {
    added,
    value: given ?? null,
    hasValue,
    description: args.Description,
    options: privateBits(args.Scope, optionBits(ctx, args.Option)),
    visibility: args.Visibility,
    force: args.Force === true,
  };
  for (const name of args.Name ?? []) {
    if (!(yield* settle(ctx.shouldProcess(`Name: ${name} Value: ${String(given ?? '')}`, 'Set variable')))) continue;
    yield* reporting(ctx, refusing(ctx, setOne(ctx, args, scope, name, change)));
  }
}

function* setOne(
  ctx: CmdletContext,
  args: SetVariableArguments,
  scope: Scope,
  name: string,
  change: NewValue,
): Flow<void> {
  const isPattern = containsWildcard(name);
  const findAllScope = () =>
    variablesIn(scope, false).find((v) => v.isAllScope && v.name.toLowerCase() === name.toLowerCase());
  const existing = isPattern
    ? matchVariables(scope, true, [name], args.Include, args.Exclude, () => {})
    : [findNamed(scope, true, name) ?? findAllScope()].filter((found) => found !== undefined);
  for (const variable of existing) {
    const value = args.Append ? [...elements(variable.value), ...change.added] : change.value;
    yield* changeVariable(variable, { ...change, value });
    if (args.PassThru) yield* settle(ctx.write(variable.object));
  }
  if (existing.length > 0 || isPattern || !nameTest(undefined, args.Include, args.Exclude)(name)) return;
  const bare = name.replace(/^(?:global|script|local|private|variable):/i, '');
  const where = /^global:/i.test(name)
    ? scope.sessionState.globalScope
    : /^script:/i.test(name)
      ? scope.scriptScope
      : scope;
  const made = yield* makeVariable(where, bare, change);
  if (args.PassThru) yield* settle(ctx.write(made.object));
}

/** Variables of `-Scope private` are private, whatever else they are. */
function privateBits(scope: string | undefined, bits: number | undefined): number | undefined {
  return scope?.toLowerCase() === 'private' ? (bits ?? 0) | ScopedItemOptions.Private : bits;
}

const elements = (value: PSValue): readonly PSValue[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
