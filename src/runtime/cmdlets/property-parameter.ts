import { fail } from '../errors/terminating-error.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { typeOf } from '../types/type-of.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';

/** What a value in a property table may be. */
export type PropertyValueKind = 'string' | 'scriptblock' | 'int' | 'any';

/** A key that the tables of a `-Property` parameter may hold. */
export interface PropertyKey {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Any value where left out. */
  readonly kinds?: readonly PropertyValueKind[];
  readonly mandatory?: boolean;
}

/** `Expression`, which every such table has. */
export const expressionKey: PropertyKey = { name: 'expression', kinds: ['string', 'scriptblock'], mandatory: true };

/** `Label` or `Name` */
export const labelKey: PropertyKey = { name: 'label', aliases: ['name'], kinds: ['string'] };

/** One element of a `-Property` argument: its values by the names of the keys. */
export type PropertyTable = ReadonlyMap<string, PSValue>;

function problem(id: string, message: string): unknown {
  return fail({ id, category: 'InvalidArgument', exceptionType: 'System.NotSupportedException', message });
}

/**
 * Reads the elements of a `-Property` argument: a name or block stands for a table with that expression; keys of
 * tables may be shortened (about_Calculated_Properties). The first key takes what is no table.
 *
 * @throws TerminatingError with PowerShell's DictionaryKey… ids
 */
export function readPropertyTables(values: readonly PSValue[], keys: readonly PropertyKey[]): PropertyTable[] {
  return values.map((value) => readTable(baseOf(value), keys));
}

function readTable(value: PSValue, keys: readonly PropertyKey[]): PropertyTable {
  const [first = expressionKey] = keys;
  const table = new Map<string, PSValue>();
  if (isDictionary(value)) {
    for (const { key, value: entry } of value.entries()) readEntry(baseOf(key), baseOf(entry), keys, table);
    const missing = keys.find((key) => key.mandatory && !table.has(key.name));
    if (missing) throw problem('DictionaryKeyMandatoryEntry', `The table needs the key '${missing.name}'.`);
  } else if (fits(value, first)) table.set(first.name, value);
  else {
    const what = value === null || value === undefined ? 'nothing' : typeOf(value).fullName;
    throw problem(
      'DictionaryKeyUnknownType',
      `A property is a name, a script block or a table, but this one is ${what}.`,
    );
  }
  checkExpression(table, isDictionary(value));
  return table;
}

function readEntry(key: PSValue, value: PSValue, keys: readonly PropertyKey[], table: Map<string, PSValue>): void {
  if (typeof key !== 'string') {
    throw problem('DictionaryKeyNonString', `The keys of a property table are strings, but '${String(key)}' is none.`);
  }
  const found = matchKey(key, keys);
  if (table.has(found.name)) {
    throw problem(
      'DictionaryKeyDuplicate',
      `The key '${key}' stands for '${found.name}', which is in the table already.`,
    );
  }
  if (found.kinds && (value === null || value === undefined)) {
    throw problem('DictionaryKeyMissingValue', `The key '${key}' has no value.`);
  }
  if (!fits(value, found)) {
    const id = (found.kinds?.length ?? 0) > 1 ? 'DictionaryKeyIllegalValue1' : 'DictionaryKeyIllegalValue2';
    throw problem(
      id,
      `The value of '${key}' must be ${found.kinds?.join(' or ') ?? 'something'}, not ${typeOf(value).fullName}.`,
    );
  }
  table.set(found.name, value);
}

function matchKey(text: string, keys: readonly PropertyKey[]): PropertyKey {
  const wanted = text.toLowerCase();
  const matches = (name: string): boolean => name.toLowerCase().startsWith(wanted);
  const found = keys.filter((key) => matches(key.name) || key.aliases?.some(matches));
  const [only, other] = found;
  if (!only || wanted === '') {
    const known = keys.map((key) => key.name).join(', ');
    throw problem('DictionaryKeyIllegal', `'${text}' is no key that this command knows; it knows ${known}.`);
  }
  if (other) throw problem('DictionaryKeyAmbiguous', `The key '${text}' may mean '${only.name}' or '${other.name}'.`);
  return only;
}

function fits(value: PSValue, { kinds }: PropertyKey): boolean {
  if (!kinds) return true;
  return kinds.some((kind) => {
    if (kind === 'string') return typeof value === 'string';
    if (kind === 'scriptblock') return value instanceof ScriptBlock;
    return kind === 'any' || (typeof value === 'number' && Number.isInteger(value));
  });
}

function checkExpression(table: PropertyTable, isTable: boolean): void {
  if (table.get('expression') !== '') return;
  throw problem(
    isTable ? 'ExpressionEmptyString1' : 'ExpressionEmptyString2',
    'The name of a property must not be empty.',
  );
}

/** Whether a key's value is true, as `-Descending = $true` in Sort-Object's tables. */
export function textOf(table: PropertyTable, key: string): string | undefined {
  const value = table.get(key);
  return typeof value === 'string' ? value : undefined;
}
