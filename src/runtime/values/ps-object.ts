import type { PSValue } from './ps-value.ts';

/** Kinds of extended members (about_Types.ps1xml, Add-Member -MemberType). */
export type ExtendedMemberKind =
  | 'NoteProperty'
  | 'ScriptProperty'
  | 'AliasProperty'
  | 'CodeProperty'
  | 'ScriptMethod'
  | 'CodeMethod'
  | 'PropertySet'
  | 'MemberSet';

/** One extended member other than a plain note. Values of notes are stored bare, for speed. */
export interface ExtendedMember {
  readonly kind: ExtendedMemberKind;
  readonly name: string;
  /** AliasProperty: the name it stands for; Script*: the getter or method block; PropertySet: the names. */
  readonly value: PSValue;
  /** ScriptProperty: the setter block. */
  readonly secondValue?: PSValue;
  readonly hidden?: boolean;
}

/** Marks an entry of a {@link PropertyBag} that is not a plain note. */
export class ExtendedEntry {
  readonly member: ExtendedMember;
  constructor(member: ExtendedMember) {
    this.member = member;
  }
}

/** Up to so many names are compared one by one. */
const few = 8;

/**
 * Contract. Ordered properties with case-insensitive names: what a custom object holds, and the notes on other
 * values. Shared key lists ("shapes") keep objects made at the same place small and fast to read.
 */
export class PropertyBag {
  /** Names as written, in order. */
  readonly names: string[];
  /** Values beside `names`: a note's value, or an {@link ExtendedEntry}. */
  readonly values: PSValue[];
  #index: Map<string, number> | undefined;

  /** Takes over lists of names, of which no two are the same, and of their values. */
  constructor(names: string[] = [], values: PSValue[] = []) {
    this.names = names;
    this.values = values;
  }

  get size(): number {
    return this.names.length;
  }

  /** Position of a name, or -1. Ignores case. */
  indexOf(name: string): number {
    const names = this.names;
    for (let i = 0; i < names.length && i < few; i++) if (names[i] === name) return i;
    if (names.length <= few) return this.#search(name);
    this.#index ??= this.#buildIndex();
    return this.#index.get(name.toLowerCase()) ?? -1;
  }

  /** Among few names an index would not pay. */
  #search(name: string): number {
    const names = this.names;
    let lower: string | undefined;
    for (let i = 0; i < names.length; i++) {
      const other = names[i] ?? '';
      if (other.length !== name.length) continue;
      lower ??= name.toLowerCase();
      if (other.toLowerCase() === lower) return i;
    }
    return -1;
  }

  #buildIndex(): Map<string, number> {
    const index = new Map<string, number>();
    for (let i = 0; i < this.names.length; i++) index.set((this.names[i] ?? '').toLowerCase(), i);
    return index;
  }

  has(name: string): boolean {
    return this.indexOf(name) >= 0;
  }

  /** The note's value or the {@link ExtendedEntry}; undefined when there is no such name. */
  get(name: string): PSValue {
    const at = this.indexOf(name);
    return at < 0 ? undefined : this.values[at];
  }

  /** Sets or adds; an added one comes last. */
  set(name: string, value: PSValue): void {
    const at = this.indexOf(name);
    if (at >= 0) this.values[at] = value;
    else this.#append(name, value);
  }

  /** Adds and gives true, or gives false when the name is there already. */
  add(name: string, value: PSValue): boolean {
    if (this.indexOf(name) >= 0) return false;
    this.#append(name, value);
    return true;
  }

  #append(name: string, value: PSValue): void {
    this.#index?.set(name.toLowerCase(), this.names.length);
    this.names.push(name);
    this.values.push(value);
  }

  delete(name: string): boolean {
    const at = this.indexOf(name);
    if (at < 0) return false;
    this.names.splice(at, 1);
    this.values.splice(at, 1);
    this.#index = undefined;
    return true;
  }

  clone(): PropertyBag {
    return new PropertyBag([...this.names], [...this.values]);
  }
}

/**
 * Contract. `[pscustomobject]` when `base` is undefined; otherwise a wrapper that gives a value type (number,
 * string, ...) notes or type names of its own. Notes on reference values live in {@link notesOf}'s side table, so
 * that the value keeps its identity. Whatever looks into a value unwraps with {@link baseOf} first.
 */
export class PSObject {
  base: PSValue;
  readonly properties: PropertyBag;
  /** Own type names, most derived first; undefined means those of the type. */
  typeNames: string[] | undefined;
  /** The source text of a number given as a command argument (`010`, `1kb`), where it was bare. */
  tokenText: string | undefined;
  /** Result of ToString() carried over the wire, for deserialized objects. */
  text: string | undefined;
  /**
   * Deserialized objects: the lower-case names of those `properties` that its class had (MemberType Property instead
   * of NoteProperty). Set, even if empty, it marks a snapshot of a .NET object, whose GetType() is PSObject.
   */
  adapted: Set<string> | undefined;

  constructor(base?: PSValue, properties?: PropertyBag) {
    this.base = base;
    this.properties = properties ?? new PropertyBag();
    this.typeNames = undefined;
    this.tokenText = undefined;
    this.text = undefined;
    this.adapted = undefined;
  }

  /** A custom object from names and values, in order. */
  static fromEntries(entries: Iterable<readonly [string, PSValue]>): PSObject {
    const object = new PSObject();
    for (const [name, value] of entries) object.properties.set(name, value);
    return object;
  }
}

/** The value inside a wrapper; a custom object and everything else is itself. */
export function baseOf(value: PSValue): PSValue {
  return value instanceof PSObject && value.base !== undefined ? value.base : value;
}

/** Extra members and type names of reference values. */
export interface ObjectNotes {
  readonly properties: PropertyBag;
  typeNames: string[] | undefined;
}

const notes = new WeakMap<object, ObjectNotes>();
/** Most scripts put notes on custom objects only; then the side table need not be asked. */
let anyNotes = false;

/** The notes on a value: a PSObject's own, or the side table's; undefined where there are none. */
export function notesOf(value: PSValue): ObjectNotes | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return value instanceof PSObject ? value : anyNotes ? notes.get(value) : undefined;
}

/** The notes on a reference value, made on first use. */
export function ensureNotes(value: object): ObjectNotes {
  if (value instanceof PSObject) return value;
  let found = notes.get(value);
  if (!found) {
    anyNotes = true;
    found = { properties: new PropertyBag(), typeNames: undefined };
    notes.set(value, found);
  }
  return found;
}
