import { defineType, type TypeSpec } from './define-type.ts';

/** How an enum differs from the usual: int, no flags, values from 0. */
export interface EnumOptions {
  readonly flags?: boolean;
  /** Full name; System.Int32 when left out. */
  readonly underlying?: string;
  readonly assembly?: string;
}

/**
 * Declares an enum by its names, separated by blanks: `A B C` counts from 0, `A=1 B=4` gives values (decimal or 0x),
 * and a name without value follows the one before it.
 */
export function defineEnum(name: string, names: string, options: EnumOptions = {}): TypeSpec {
  const values = new Map<string, number | bigint>();
  const wide = /64$/.test(options.underlying ?? '');
  let next = 0;
  for (const word of names.split(/\s+/)) {
    if (word === '') continue;
    const [key = '', text] = word.split('=');
    const value = text === undefined ? next : Number(text);
    values.set(key, wide ? BigInt(value) : value);
    next = value + 1;
  }
  return defineType({
    name,
    kind: 'enum',
    enumValues: values,
    isFlags: options.flags ?? false,
    ...(options.underlying ? { underlying: options.underlying } : {}),
    ...(options.assembly ? { assembly: options.assembly } : {}),
  });
}
