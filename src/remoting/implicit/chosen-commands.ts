import { scopeOf } from '../../runtime/cmdlets/management/item-paths.ts';
import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import { findAlias, findCmdlet, findFunction } from '../../runtime/commands/discovery/lookup.ts';
import type { BoundArguments } from '../../runtime/commands/parameter.ts';
import { typeSystemOf } from '../../runtime/types/type-system.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { type FarCommand, farCommands } from './far-commands.ts';
import type { implicitParameters } from './implicit-parameters.ts';

/** What the commands of this folder get. */
export type ImplicitArguments = BoundArguments<typeof implicitParameters>;

/** Commands that stay what they are here unless they are asked for by name: listing and showing rest on them. */
const kept: ReadonlySet<string> = new Set(
  'get-command get-formatdata get-help select-object measure-object exit-pssession out-default'.split(' '),
);

/**
 * The commands of the session that stand-ins are made for, without those that are known here by the same name, which a
 * warning lists. None at all ends the command.
 */
export async function chosenCommands(
  ctx: CmdletContext,
  args: ImplicitArguments,
  prefix = '',
): Promise<readonly FarCommand[]> {
  const found = await farCommands(ctx, args.Session, {
    names: args.CommandName,
    modules: args.Module ?? namesOf(ctx, args.FullyQualifiedModule),
    types: typesOf(args.CommandType),
    args: args.ArgumentList,
  });
  if (found.length === 0) throw noResults(ctx);
  const asked = new Set((args.CommandName ?? []).map((name) => name.toLowerCase()));
  const chosen = new Map<string, FarCommand>();
  const shadowing: string[] = [];
  for (const command of found) {
    const key = command.name.toLowerCase();
    if (chosen.has(key) || (kept.has(key) && !asked.has(key))) continue;
    if (!args.AllowClobber && isKnown(ctx, withPrefix(command.name, prefix))) shadowing.push(command.name);
    else chosen.set(key, command);
  }
  if (shadowing.length > 0)
    await ctx.writeWarning(
      `These commands are known here already and were left out: ${shadowing.join(', ')}. -AllowClobber takes them too.`,
    );
  if (chosen.size > 0) return [...chosen.values()];
  return ctx.throwTerminating({
    id: 'ErrorNoCommandsImportedBecauseOfSkipping',
    category: 'InvalidResult',
    exceptionType: 'System.ArgumentException',
    message: 'No command was taken: all that were found are known here already. -AllowClobber takes them too.',
  });
}

function noResults(ctx: CmdletContext): never {
  return ctx.throwTerminating({
    id: 'ErrorNoResultsFromRemoteEnd',
    category: 'InvalidResult',
    exceptionType: 'System.ArgumentException',
    message: 'The session has no command of such a name.',
  });
}

function isKnown(ctx: CmdletContext, name: string): boolean {
  const scope = scopeOf(ctx);
  const key = name.toLowerCase();
  return Boolean(findAlias(scope, key) ?? findFunction(scope, key) ?? findCmdlet(scope, key));
}

/** `Verb-PrefixNoun`; a name without a dash gets it in front. */
function withPrefix(name: string, prefix: string): string {
  const dash = name.indexOf('-');
  return dash < 0 ? prefix + name : name.slice(0, dash + 1) + prefix + name.slice(dash + 1);
}

function namesOf(ctx: CmdletContext, modules: PSValue): readonly string[] | undefined {
  if (!Array.isArray(modules)) return undefined;
  return modules.map((module: PSValue) => typeSystemOf(ctx.engine).toText(module));
}

function typesOf(types: PSValue): number | undefined {
  const base = baseOf(types);
  return base instanceof EnumValue ? Number(base.value) : undefined;
}
