import { ignoreCaseKey } from '../values/equality-key.ts';
import { NetDictionary } from '../values/net-dictionary.ts';
import { NetList } from '../values/net-list.ts';
import { NetObject } from '../values/net-object.ts';
import type { NetType } from '../values/net-type.ts';
import type { ExtendedMember } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { TypeData, TypeDataEntry } from './type-data.ts';

/** System.Management.Automation.Runspaces.TypeMemberData: a member that a type name gives its objects. */
export class TypeMemberData extends NetObject {
  readonly member: ExtendedMember;

  constructor(member: ExtendedMember) {
    super();
    this.member = member;
  }
}

/** System.Management.Automation.Runspaces.PropertySetData: names of properties that belong together. */
export class PropertySetData extends NetObject {
  readonly names: NetList;

  constructor(names: readonly PSValue[]) {
    super();
    this.names = new NetList([...names]);
  }

  get texts(): readonly string[] {
    return this.names.items.filter((name) => typeof name === 'string');
  }
}

type SetName = 'defaultDisplayPropertySet' | 'defaultKeyPropertySet' | 'propertySerializationSet';

/** The settings of a type name that are single values. */
export type TypeSettings = Partial<Omit<TypeDataEntry, 'typeName' | 'members' | SetName>>;

const settingNames: readonly (keyof TypeSettings)[] = [
  'defaultDisplayProperty',
  'serializationDepth',
  'serializationMethod',
  'inheritPropertySerializationSet',
  'stringSerializationSource',
  'targetTypeForDeserialization',
  'typeConverter',
];

const setNames: readonly SetName[] = ['defaultDisplayPropertySet', 'defaultKeyPropertySet', 'propertySerializationSet'];

/** System.Management.Automation.Runspaces.TypeData: what is known or to be said about one type name. */
export class TypeDefinition extends NetObject {
  readonly typeName: string;
  /** {@link TypeMemberData} by name. */
  readonly members: NetDictionary = new NetDictionary(ignoreCaseKey);
  readonly settings: { -readonly [K in keyof TypeSettings]: TypeSettings[K] } = {};
  readonly sets = new Map<SetName, PropertySetData>();
  typeAdapter: NetType | null = null;
  /** Replaces what others said before. */
  isOverride = false;

  constructor(typeName: string) {
    super();
    this.typeName = typeName;
  }

  /** A copy of what an engine knows about a type name. */
  static of(entry: TypeDataEntry): TypeDefinition {
    const definition = new TypeDefinition(entry.typeName);
    for (const member of entry.members.values()) definition.add(member);
    for (const name of settingNames) copySetting(entry, definition.settings, name);
    for (const name of setNames) {
      const names = entry[name];
      if (names) definition.sets.set(name, new PropertySetData(names));
    }
    return definition;
  }

  add(member: ExtendedMember): void {
    this.members.set(member.name, new TypeMemberData(member));
  }

  get isEmpty(): boolean {
    return (
      this.members.size === 0 && this.sets.size === 0 && !this.typeAdapter && Object.keys(this.settings).length === 0
    );
  }

  /**
   * Makes it known to an engine.
   *
   * @returns what cannot be, as messages; nothing changes then
   */
  applyTo(data: TypeData): string[] {
    const known = data.entry(this.typeName);
    if (!this.isOverride && known) {
      const conflicts = this.#conflictsWith(known);
      if (conflicts.length > 0) return conflicts;
    }
    const entry = data.ensure(this.typeName);
    for (const item of this.members.entries()) {
      if (item.value instanceof TypeMemberData) entry.members.set(String(item.key).toLowerCase(), item.value.member);
    }
    for (const name of settingNames) copySetting(this.settings, entry, name);
    for (const [name, set] of this.sets) entry[name] = set.texts;
    data.changed();
    return [];
  }

  #conflictsWith(known: TypeDataEntry): string[] {
    const taken: string[] = [];
    for (const { key } of this.members.entries()) {
      if (known.members.has(String(key).toLowerCase())) taken.push(String(key));
    }
    for (const name of settingNames)
      if (this.settings[name] !== undefined && known[name] !== undefined) taken.push(name);
    for (const name of setNames) if (this.sets.has(name) && known[name]) taken.push(name);
    return taken.map((name) => `The type "${this.typeName}" has "${name}" already; -Force replaces it.`);
  }
}

/** Copies a setting that is there. */
function copySetting<K extends keyof TypeSettings>(
  from: TypeSettings,
  to: { -readonly [P in keyof TypeSettings]: TypeSettings[P] },
  name: K,
): void {
  if (from[name] !== undefined) to[name] = from[name];
}
