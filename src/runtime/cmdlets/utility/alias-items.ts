import { AliasInfo } from '../../commands/command-info.ts';
import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { Scope } from '../../scope/scope.ts';
import { sessionStateError, unwritable } from '../../scope/scope-error.ts';
import { ScopedItemOptions } from '../../scope/variable.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { optionBits } from './change-variable.ts';
import { scopeNamed } from './variable-items.ts';

/** Parameters of Set-Alias and New-Alias. */
export const aliasParameters = {
  Name: parameter(type.string, { mandatory: true, position: 0, pipeline: 'property', help: 'The alias.' }),
  Value: parameter(type.string, {
    mandatory: true,
    position: 1,
    pipeline: 'property',
    help: 'The command it stands for.',
  }),
  Description: parameter(type.string, { help: 'A text about the alias.' }),
  Option: parameter(type.named<PSValue>('System.Management.Automation.ScopedItemOptions'), {
    help: 'None, ReadOnly, Constant, Private, AllScope.',
  }),
  PassThru: parameter(type.switch, { help: 'Writes the alias.' }),
  Scope: parameter(type.string, { help: 'Global, Script, Local or a number of levels up.' }),
  Force: parameter(type.switch, { help: 'Replaces read-only aliases too.' }),
} as const;

interface AliasArguments {
  readonly Name: string;
  readonly Value: string;
  readonly Description?: string | undefined;
  readonly Option?: PSValue;
  readonly PassThru?: boolean | undefined;
  readonly Scope?: string | undefined;
  readonly Force?: boolean | undefined;
}

const fixed = ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant;

/** Makes or replaces an alias. @throws TerminatingError where one exists and may not change */
export function* putAlias(ctx: CmdletContext, args: AliasArguments, mustBeNew: boolean): Flow<void> {
  const scope = scopeNamed(ctx, args.Scope);
  const key = args.Name.toLowerCase();
  const old = scope.tables?.aliases.get(key) ?? inherited(scope, key);
  if (old && mustBeNew && !args.Force && scope.tables?.aliases.has(key))
    throw sessionStateError(
      'System.Management.Automation.SessionStateException',
      'AliasAlreadyExists',
      'ResourceExists',
      args.Name,
      `There is already an alias "${args.Name}".`,
    );
  const options = optionBits(ctx, args.Option) ?? 0;
  if (old && (old.options & fixed) !== 0 && ((old.options & ScopedItemOptions.Constant) !== 0 || !args.Force))
    throw unwritable(
      'AliasNotWritable',
      args.Name,
      `The alias ${args.Name} is read-only or constant and cannot be changed.`,
    );
  if (
    old &&
    (old.options & ScopedItemOptions.AllScope) !== 0 &&
    args.Option !== undefined &&
    (options & ScopedItemOptions.AllScope) === 0
  )
    throw unwritable(
      'AliasAllScopeOptionCannotBeRemoved',
      args.Name,
      `The AllScope option of the alias ${args.Name} cannot be taken away.`,
    );
  if (
    !(yield* settle(
      ctx.shouldProcess(`Name: ${args.Name} Value: ${args.Value}`, mustBeNew ? 'New Alias' : 'Set Alias'),
    ))
  )
    return;
  const made = new AliasInfo(args.Name, args.Value);
  made.description = args.Description ?? '';
  made.options = args.Option === undefined && old ? old.options : options;
  scope.ensureTables().aliases.set(key, made);
  scope.sessionState.shared.commandVersion++;
  if (args.PassThru) yield* settle(ctx.write(made));
}

/** An AllScope alias of an outer scope is the same alias in every scope. */
function inherited(from: Scope, key: string) {
  for (let scope = from.parent; scope; scope = scope.parent) {
    const found = scope.tables?.aliases.get(key);
    if (found && (found.options & ScopedItemOptions.AllScope) !== 0) return found;
  }
  return undefined;
}
