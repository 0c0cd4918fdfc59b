import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type ParameterMap, parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { typeTable } from '../../types/type-table.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { scopeOf } from './item-paths.ts';

const optionsParameter: ParameterMap = {
  Options: parameter(type.named('System.Management.Automation.ScopedItemOptions'), {
    help: 'Options of functions and aliases: None, ReadOnly, Constant, Private, AllScope.',
  }),
};

/** The dynamic parameter -Options, where the path leads to functions or aliases. */
export function itemOptionsParameter(
  bound: ReadonlyMap<string, PSValue>,
  ctx: CmdletContext,
): ParameterMap | undefined {
  const given = baseOf(bound.get('Path') ?? bound.get('LiteralPath'));
  const first = Array.isArray(given) ? baseOf(given[0]) : given;
  const path = typeof first === 'string' ? first : (textsOf(first)[0] ?? '.');
  try {
    const { provider } = ctx.engine.drives.resolve(path, scopeOf(ctx));
    return provider.hasOptions ? optionsParameter : undefined;
  } catch (thrown) {
    if (thrown instanceof TerminatingError) return undefined;
    throw thrown;
  }
}

function textsOf(value: PSValue): string[] {
  return typeof value === 'object' && value !== null && 'toArray' in value && typeof value.toArray === 'function'
    ? (value.toArray() as PSValue[]).map(String)
    : [];
}

/** The number of the -Options that were given; undefined where none were. */
export function itemOptionsOf(ctx: CmdletContext): number | undefined {
  const value = baseOf(ctx.bound.get('Options'));
  if (value instanceof EnumValue) return Number(value.value);
  const type = typeTable().find('System.Management.Automation.ScopedItemOptions');
  const named = type && typeof value === 'string' ? EnumValue.named(type, value) : undefined;
  return named === undefined ? undefined : Number(named.value);
}
