import type { CommandElementAst, Extent } from '../../parser/index.ts';
import type { PSValue } from '../values/ps-value.ts';

/**
 * Contract. One evaluated argument of a call. `-Name` and the value behind a blank are two arguments (only the binder
 * knows whether `-Name` takes a value); `-Name:value` is one. A splatted array gives one positional argument per
 * element, a splatted hashtable one named argument with a value per key.
 */
export interface Argument {
  /** Without the dash; undefined for a positional argument. */
  readonly name: string | undefined;
  readonly value: PSValue;
  /** Whether `value` counts: always for positional arguments, with a colon and for splatted keys for named ones. */
  readonly hasValue: boolean;
  /** Written `-Name:value`, or `-Name:` with the value behind a blank. */
  readonly colon: boolean;
  /** Came out of a splatted hashtable or array. */
  readonly splatted: boolean;
  readonly extent: Extent | null;
  /** The element as written; natives look at it for quotes, commas and globs. */
  readonly ast: CommandElementAst | undefined;
}

/** A positional argument. */
export function positionalArgument(
  value: PSValue,
  extent: Extent | null = null,
  ast?: CommandElementAst,
  splatted = false,
): Argument {
  return { name: undefined, value, hasValue: true, colon: false, splatted, extent, ast };
}

/** `-Name` alone. */
export function parameterArgument(name: string, extent: Extent | null = null, ast?: CommandElementAst): Argument {
  return { name, value: undefined, hasValue: false, colon: false, splatted: false, extent, ast };
}

/** `-Name:value`; `splatted` when it is a key of a splatted hashtable. */
export function namedArgument(
  name: string,
  value: PSValue,
  extent: Extent | null = null,
  ast?: CommandElementAst,
  splatted = false,
): Argument {
  return { name, value, hasValue: true, colon: true, splatted, extent, ast };
}
