import type { CommandElementAst, Extent } from '../../parser/index.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { enumerableOf } from '../members/enumerate.ts';
import { baseOf, ExtendedEntry, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { type Argument, namedArgument, parameterArgument, positionalArgument } from './argument.ts';

/** The hidden note that tells a `-name` text of `$args` from a string that begins with a dash. */
const nameNote = '<CommandParameterName>';

/** Arguments of `@value`: keys of a dictionary by name, elements of anything enumerable in order (about_Splatting). */
export function splatArguments(value: PSValue, extent: Extent | null, ast?: CommandElementAst): Argument[] {
  const base = baseOf(value);
  if (base === null || base === undefined) return [];
  if (isDictionary(base)) {
    return Array.from(base.entries(), ({ key, value: given }) =>
      namedArgument(String(baseOf(key)), given, extent, ast, true),
    );
  }
  const items = typeof base === 'string' ? [...base] : (enumerableOf(base) ?? [value]);
  return Array.from(items, (item) => splatElement(item, extent, ast));
}

function splatElement(item: PSValue, extent: Extent | null, ast: CommandElementAst | undefined): Argument {
  const name = parameterNameIn(item);
  if (name === undefined) return positionalArgument(item ?? null, extent, ast, true);
  return { ...parameterArgument(name, extent, ast), splatted: true };
}

function parameterNameIn(item: PSValue): string | undefined {
  if (!(item instanceof PSObject)) return undefined;
  const entry = item.properties.get(nameNote);
  return entry instanceof ExtendedEntry ? String(entry.member.value) : undefined;
}

/** `$args` of a simple function from what the binder left: names become texts that splatting knows again. */
export function dollarArgs(leftovers: readonly Argument[]): PSValue[] {
  const values: PSValue[] = [];
  for (const { name, value, hasValue, colon } of leftovers) {
    if (name !== undefined) values.push(nameText(name, colon && hasValue));
    if (hasValue) values.push(value ?? null);
  }
  return values;
}

function nameText(name: string, colon: boolean): PSObject {
  const text = new PSObject(`-${name}${colon ? ':' : ''}`);
  text.properties.set(nameNote, new ExtendedEntry({ kind: 'NoteProperty', name: nameNote, value: name, hidden: true }));
  return text;
}
