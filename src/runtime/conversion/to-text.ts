import type { EngineContext } from '../engine.ts';
import { elementsOf } from '../members/enumerate.ts';
import { typeDataOf } from '../members/type-data-of.ts';
import { numberToEngineText } from '../text/number-text.ts';
import { displayTypeName } from '../types/type-names.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { Char } from '../values/char.ts';
import { NetType } from '../values/net-type.ts';
import { BoxedNumber } from '../values/number-kinds.ts';
import { baseOf, ExtendedEntry, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { netText } from './net-text.ts';

/**
 * A value as PowerShell makes a string of it (`"$value"`, `[string]`): invariant culture, elements of collections
 * joined with `$OFS`, custom objects as `@{a=1; b=2}`.
 */
export function toText(engine: EngineContext, value: PSValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) {
    if (value instanceof PSObject) return objectText(engine, value);
    const items = elementsOf(value);
    if (items) return items.map((item) => elementText(engine, item)).join(separatorOf(engine));
  }
  return innerText(engine, value);
}

/** An element of a collection; type data may say how it is written. */
function elementText(engine: EngineContext, item: PSValue): string {
  if (typeof item !== 'object' || item === null || item instanceof PSObject || item instanceof BoxedNumber)
    return innerText(engine, item);
  // A type alone is written by its short name, one among others by its full name.
  if (item instanceof NetType) return netText(engine, item, null, '');
  return typeDataText(engine, item) ?? innerText(engine, item);
}

/** What a ToString method of type data gives; undefined without one. */
export function typeDataText(engine: EngineContext, value: PSValue): string | undefined {
  const method = typeDataOf(engine).find(value, 'ToString');
  if (!method?.kind.endsWith('Method')) return undefined;
  const answer = typeSystemOf(engine).invoke(value, 'ToString', []);
  return answer instanceof Promise ? undefined : innerText(engine, answer);
}

function separatorOf(engine: EngineContext): string {
  return typeSystemOf(engine).separator();
}

function objectText(engine: EngineContext, object: PSObject): string {
  if (object.base !== undefined) return toText(engine, object.base);
  if (object.text !== undefined) return object.text;
  const own = textMethodResult(engine, object);
  if (own !== undefined) return own;
  const parts: string[] = [];
  for (const [i, name] of object.properties.names.entries()) {
    const entry = object.properties.values[i];
    if (!(entry instanceof ExtendedEntry)) parts.push(`${name}=${innerText(engine, entry)}`);
    else if (entry.member.kind.endsWith('Property')) parts.push(`${name}=${extendedText(engine, object, entry)}`);
  }
  for (const member of typeDataOf(engine).membersOf(object)) {
    if (member.kind.endsWith('Property') && !object.properties.has(member.name))
      parts.push(`${member.name}=${extendedText(engine, object, new ExtendedEntry(member))}`);
  }
  return parts.length === 0 ? '' : `@{${parts.join('; ')}}`;
}

/** What a ScriptMethod named ToString answers. */
function textMethodResult(engine: EngineContext, object: PSObject): string | undefined {
  const entry = object.properties.get('ToString');
  if (!(entry instanceof ExtendedEntry) || !entry.member.kind.endsWith('Method')) return undefined;
  const answer = typeSystemOf(engine).invoke(object, 'ToString', []);
  return answer instanceof Promise ? undefined : innerText(engine, answer);
}

/** Inside `@{…}` an alias shows what it stands for, other computed members their type. */
function extendedText(engine: EngineContext, object: PSObject, { member }: ExtendedEntry): string {
  if (member.kind === 'NoteProperty') return innerText(engine, member.value);
  if (member.kind !== 'AliasProperty') return `System.Management.Automation.PS${member.kind}`;
  const target = object.properties.get(typeof member.value === 'string' ? member.value : '');
  return target instanceof ExtendedEntry ? '' : innerText(engine, target);
}

/** An element of a collection or property of a custom object: not taken apart again. */
export function innerText(engine: EngineContext, value: PSValue): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
      return numberToEngineText(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return '';
    default:
      if (value === null) return '';
      if (value instanceof Char) return value.text;
      if (value instanceof BoxedNumber) return numberToEngineText(value);
      if (value instanceof NetType) return displayTypeName(value);
      return value instanceof PSObject ? customText(engine, value) : netText(engine, value, null, '');
  }
}

function customText(engine: EngineContext, object: PSObject): string {
  const base = baseOf(object);
  if (base !== object) return innerText(engine, base);
  return object.text ?? textMethodResult(engine, object) ?? '';
}
