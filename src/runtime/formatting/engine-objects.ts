import { hasWildcards, wildcardMatcher } from '../commands/wildcard-name.ts';
import { typeDataText } from '../conversion/to-text.ts';
import type { EngineContext } from '../engine.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { elementsOf, enumerableOf } from '../members/enumerate.ts';
import { findMember } from '../members/find-member.ts';
import { readProperty, tryGetMember } from '../members/get-member.ts';
import { isPropertyKind, listMembers } from '../members/member-list.ts';
import { PropertyFinder } from '../members/member-site.ts';
import { typeDataOf } from '../members/type-data-of.ts';
import { numberFormatOf } from '../text/number-format-info.ts';
import { numberToEngineText } from '../text/number-text.ts';
import { isProperty, MethodGroup } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeNamesFor } from '../types/type-names.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { Hashtable } from '../values/hashtable.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { baseOf, ExtendedEntry, type ExtendedMember, notesOf, PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import type { ObjectAccess, PlainProperty } from './object-access.ts';
import { blockText } from './property-expression.ts';
import { withoutDeserializedPrefix } from './view-table.ts';

/** {@link ObjectAccess} over the members, types and conversions of an engine. */
export class EngineObjects implements ObjectAccess {
  readonly #engine: EngineContext;
  /** What names meant for the last types of objects. */
  readonly #sites = new Map<string, PropertyFinder>();

  constructor(engine: EngineContext) {
    this.#engine = engine;
  }

  typeNames(value: PSValue): readonly string[] {
    return typeNamesFor(value);
  }

  propertyNames(value: PSValue): readonly string[] {
    if (isBareCustomObject(value) && !this.#hasCustomTypeData()) return plainNames(value);
    const names: string[] = [];
    for (const member of listMembers(this.#engine, value)) {
      if (isPropertyKind(member) && !member.isHidden) names.push(member.name);
    }
    return names;
  }

  #hasCustomTypeData(): boolean {
    return typeDataOf(this.#engine).entry('System.Management.Automation.PSCustomObject') !== undefined;
  }

  resolve(value: PSValue, pattern: string): readonly string[] {
    if (value === null || value === undefined) return [];
    const base = baseOf(value);
    if (base instanceof Hashtable) {
      const keys = matchingKeys(base, pattern);
      if (keys.length > 0) return keys;
    }
    if (hasWildcards(pattern)) return this.#matching(value, pattern);
    const found = findMember(this.#engine, value, base, pattern);
    if (!found) return [];
    if (found.kind === 'note') return [found.bag.names[found.bag.indexOf(pattern)] ?? pattern];
    if (found.kind === 'extended') return this.#extendedNames(value, found.member);
    return isProperty(found.member) ? [found.member.name] : [];
  }

  plain(value: PSValue, name: string): Eventually<PlainProperty> | undefined {
    if (value instanceof PSObject) {
      if (value.base !== undefined) return undefined;
      const { names, values } = value.properties;
      const at = value.properties.indexOf(name);
      const held = values[at];
      return held === undefined || held instanceof ExtendedEntry
        ? undefined
        : { found: true, value: held, name: names[at] ?? name };
    }
    let site = this.#sites.get(name);
    if (site === undefined) {
      // A pattern's own characters stand in no name of a member.
      site = new PropertyFinder(name);
      this.#sites.set(name, site);
    }
    const property = site.find(this.#engine, value);
    if (property === undefined) return undefined;
    const held = readProperty(this.#engine, value, property);
    if (held instanceof Promise) return held.then((v) => ({ found: true, value: v, name: property.name }));
    return { found: true, value: held, name: property.name };
  }

  #matching(value: PSValue, pattern: string): readonly string[] {
    const names = this.propertyNames(value);
    if (pattern === '*') return names;
    const matches = wildcardMatcher(pattern);
    return names.filter(matches);
  }

  #extendedNames(value: PSValue, member: ExtendedMember): readonly string[] {
    if (member.kind === 'PropertySet') {
      const names = elementsOf(member.value) ?? [member.value];
      return names.flatMap((name) => this.resolve(value, String(name)));
    }
    return member.kind.endsWith('Property') ? [member.name] : [];
  }

  get(value: PSValue, name: string): Eventually<PSValue> {
    return tryGetMember(this.#engine, value, name);
  }

  defaultProperties(value: PSValue): readonly string[] | undefined {
    const own = ownDisplaySet(value);
    if (own) return own;
    const data = typeDataOf(this.#engine);
    const found = data.first(value, (entry) => entry.defaultDisplayPropertySet);
    if (found) return found;
    const masked = withoutDeserializedPrefix(this.typeNames(value)) ?? [];
    for (const name of masked) {
      const set = data.entry(name)?.defaultDisplayPropertySet;
      if (set) return set;
    }
    return undefined;
  }

  defaultProperty(value: PSValue): string | undefined {
    return typeDataOf(this.#engine).first(value, (entry) => entry.defaultDisplayProperty);
  }

  elements(value: PSValue): Iterable<PSValue> | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const base = baseOf(value);
    if (base instanceof PSObject) return undefined;
    if (isDictionary(base)) {
      const entries = typeSystemOf(this.#engine).invoke(base, 'GetEnumerator', []);
      return entries instanceof Promise ? undefined : enumerableOf(entries);
    }
    return enumerableOf(base);
  }

  text(value: PSValue): Eventually<string> {
    if (typeof value === 'string') return value;
    if (value === null || value === undefined) return '';
    const base = baseOf(value);
    const types = typeSystemOf(this.#engine);
    const kind = numberKindOf(base);
    if (kind !== NumberKind.None && kind !== NumberKind.Char) {
      return numberToEngineText(base, numberFormatOf(this.#engine.culture));
    }
    if (base instanceof ScriptBlock) return blockText(base);
    if (base instanceof PSObject || enumerableOf(base)) return types.toText(value);
    if (value instanceof PSObject && value.text !== undefined) return value.text;
    return typeDataText(this.#engine, base) ?? types.netText(base);
  }

  hasOwnText(value: PSValue): boolean {
    const type = typeOf(baseOf(value));
    const member = membersOf(type).find('ToString', false);
    if (!(member instanceof MethodGroup)) return false;
    return member.overloads.some((overload) => overload.parameters.length === 0 && overload.declaringType === type);
  }

  format(value: PSValue, format: string): Eventually<string> {
    const types = typeSystemOf(this.#engine);
    const base = baseOf(value);
    if (!format.includes('{0') && !format.includes('}')) return types.netText(base, format);
    return format.replace(/\{0(?:,(-?\d+))?(?::([^}]*))?\}|\{\{|\}\}/g, (whole, width?: string, spec?: string) => {
      if (whole === '{{' || whole === '}}') return whole.slice(1);
      const text = types.netText(base, spec ?? null);
      const cells = Number(width ?? 0);
      return cells < 0 ? text.padEnd(-cells) : text.padStart(cells);
    });
  }

  sameGroup(a: PSValue, b: PSValue): boolean {
    const types = typeSystemOf(this.#engine);
    const [left, right] = [baseOf(a), baseOf(b)];
    if (typeof left === 'string' && typeof right === 'string') return left.toLowerCase() === right.toLowerCase();
    if (types.equals(left, right)) return true;
    return types.toText(left).toLowerCase() === types.toText(right).toLowerCase();
  }

  isTrue(value: PSValue): boolean {
    return typeSystemOf(this.#engine).toBoolean(value);
  }
}

function isBareCustomObject(value: PSValue): value is PSObject {
  return value instanceof PSObject && value.base === undefined && value.typeNames === undefined;
}

function plainNames({ properties }: PSObject): readonly string[] {
  if (!properties.values.some((entry) => entry instanceof ExtendedEntry)) return properties.names;
  return properties.names.filter((_, i) => {
    const entry = properties.values[i];
    return !(entry instanceof ExtendedEntry) || (entry.member.kind.endsWith('Property') && !entry.member.hidden);
  });
}

function matchingKeys(table: Hashtable, pattern: string): string[] {
  const keys = table.keys().filter((key) => typeof key === 'string');
  const matches = wildcardMatcher(pattern);
  return keys.filter((key) => matches(key));
}

/** The DefaultDisplayPropertySet that Add-Member put into the object's own PSStandardMembers. */
function ownDisplaySet(value: PSValue): readonly string[] | undefined {
  const entry = notesOf(value)?.properties.get('PSStandardMembers');
  if (!(entry instanceof ExtendedEntry)) return undefined;
  for (const member of elementsOf(entry.member.value) ?? [entry.member.value]) {
    const names = displaySetNames(member);
    if (names) return names;
  }
  return undefined;
}

function displaySetNames(member: unknown): readonly string[] | undefined {
  if (typeof member !== 'object' || member === null || !('name' in member)) return undefined;
  if (String(member.name).toLowerCase() !== 'defaultdisplaypropertyset') return undefined;
  const detail = 'member' in member ? member.member : member;
  if (typeof detail !== 'object' || detail === null || !('value' in detail) || !Array.isArray(detail.value))
    return undefined;
  return detail.value.map(String);
}
