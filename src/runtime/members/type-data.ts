import { typeNamesOf } from '../types/type-names.ts';
import { typeOf } from '../types/type-of.ts';
import type { NetType } from '../values/net-type.ts';
import { type ExtendedMember, notesOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';

/** What Update-TypeData can say about one type name. */
export interface TypeDataEntry {
  readonly typeName: string;
  /** By lower-case name. */
  readonly members: Map<string, ExtendedMember>;
  defaultDisplayPropertySet?: readonly string[];
  defaultKeyPropertySet?: readonly string[];
  defaultDisplayProperty?: string;
  serializationDepth?: number;
  serializationMethod?: 'AllPublicProperties' | 'String' | 'SpecificProperties';
  propertySerializationSet?: readonly string[];
  inheritPropertySerializationSet?: boolean;
  stringSerializationSource?: string;
  targetTypeForDeserialization?: NetType;
  typeConverter?: NetType;
}

/** The extended type data of one engine (about_Types.ps1xml): entries by type name, case ignored. */
export class TypeData {
  readonly #entries = new Map<string, TypeDataEntry>();
  #merged = new Map<NetType, Map<string, ExtendedMember> | null>();

  /** The entry of a type name. */
  entry(typeName: string): TypeDataEntry | undefined {
    return this.#entries.get(typeName.toLowerCase());
  }

  /** The entry of a type name, made when it is not there. Call {@link changed} after changing it. */
  ensure(typeName: string): TypeDataEntry {
    const key = typeName.toLowerCase();
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { typeName, members: new Map() };
      this.#entries.set(key, entry);
    }
    this.changed();
    return entry;
  }

  remove(typeName: string): boolean {
    this.changed();
    return this.#entries.delete(typeName.toLowerCase());
  }

  entries(): Iterable<TypeDataEntry> {
    return this.#entries.values();
  }

  /** Another object after every change. */
  get version(): object {
    return this.#merged;
  }

  /** Forgets what was remembered for fast look-up. */
  changed(): void {
    this.#merged = new Map();
  }

  /** The extended member that the type names of a value give a name. */
  find(value: PSValue, name: string): ExtendedMember | undefined {
    const own = notesOf(value)?.typeNames;
    if (!own) {
      const ofType = this.#ofType(typeOf(value));
      return ofType?.get(name.toLowerCase());
    }
    const key = name.toLowerCase();
    for (const typeName of own) {
      const found = this.entry(typeName)?.members.get(key);
      if (found) return found;
    }
    return undefined;
  }

  /** The extended members of a value by type data, nearest type first. */
  membersOf(value: PSValue): ExtendedMember[] {
    const own = notesOf(value)?.typeNames;
    const names = own ?? typeNamesOf(typeOf(value));
    const found = new Map<string, ExtendedMember>();
    for (const typeName of names) {
      for (const [key, member] of this.entry(typeName)?.members ?? []) {
        if (!found.has(key)) found.set(key, member);
      }
    }
    return [...found.values()];
  }

  /** The first answer that the entries of a value's type names give. */
  first<T>(value: PSValue, read: (entry: TypeDataEntry) => T | undefined): T | undefined {
    for (const typeName of notesOf(value)?.typeNames ?? typeNamesOf(typeOf(value))) {
      const entry = this.entry(typeName);
      const found = entry && read(entry);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #ofType(type: NetType): Map<string, ExtendedMember> | undefined {
    const known = this.#merged.get(type);
    if (known !== undefined) return known ?? undefined;
    let merged: Map<string, ExtendedMember> | undefined;
    for (const typeName of typeNamesOf(type)) {
      for (const [key, member] of this.entry(typeName)?.members ?? []) {
        merged ??= new Map();
        if (!merged.has(key)) merged.set(key, member);
      }
    }
    this.#merged.set(type, merged ?? null);
    return merged;
  }
}
