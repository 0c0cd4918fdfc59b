import { defineType, type MemberTable, type PropertyFunctions, type TypeSpec } from '../types/define-type.ts';
import { argumentNull } from '../types/net-error.ts';
import { itemsOf } from '../types/sequence.ts';
import { NetCollection } from '../values/net-list.ts';
import { NetType } from '../values/net-type.ts';
import type { ExtendedMember, ExtendedMemberKind } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { PropertySetData, TypeDefinition, TypeMemberData, type TypeSettings } from './type-definition.ts';

const prefix = 'System.Management.Automation.Runspaces.';

function made(name: string | null, kind: ExtendedMemberKind, value: PSValue, secondValue?: PSValue): TypeMemberData {
  if (!name) throw argumentNull('name');
  const member: ExtendedMember = { kind, name, value, ...(secondValue === undefined ? {} : { secondValue }) };
  return new TypeMemberData(member);
}

const first = (m: TypeMemberData): PSValue => m.member.value;
const firstBlock = (m: TypeMemberData): PSValue => (m.member.value instanceof ScriptBlock ? m.member.value : null);
const secondBlock = (m: TypeMemberData): PSValue =>
  m.member.secondValue instanceof ScriptBlock ? m.member.secondValue : null;
const second = (m: TypeMemberData): PSValue => m.member.secondValue ?? null;
const isHidden = (m: TypeMemberData): boolean => m.member.hidden === true;

const memberClasses: Readonly<Record<ExtendedMemberKind, string>> = {
  NoteProperty: 'NotePropertyData',
  AliasProperty: 'AliasPropertyData',
  ScriptProperty: 'ScriptPropertyData',
  CodeProperty: 'CodePropertyData',
  ScriptMethod: 'ScriptMethodData',
  CodeMethod: 'CodeMethodData',
  PropertySet: 'PropertySetData',
  MemberSet: 'MemberSetData',
};

function memberType(kind: ExtendedMemberKind, members: MemberTable): TypeSpec {
  return defineType({
    name: prefix + memberClasses[kind],
    base: `${prefix}TypeMemberData`,
    isSealed: true,
    assembly: 'System.Management.Automation',
    members,
  });
}

const memberTypeSpecs: readonly TypeSpec[] = [
  defineType({
    name: `${prefix}TypeMemberData`,
    isAbstract: true,
    assembly: 'System.Management.Automation',
    jsClass: TypeMemberData,
    typeNameOf: (m: TypeMemberData) => prefix + memberClasses[m.member.kind],
    members: { 'prop Name string get': (m: TypeMemberData) => m.member.name },
  }),
  memberType('NoteProperty', {
    'new(string name, object value)': (name: string | null, value) => made(name, 'NoteProperty', value),
    'prop Value object get': first,
    'prop IsHidden bool get': isHidden,
  }),
  memberType('AliasProperty', {
    'new(string name, string referencedMemberName)': (name: string | null, target) =>
      made(name, 'AliasProperty', target),
    'new(string name, string referencedMemberName, Type type)': (name: string | null, target, type) =>
      made(name, 'AliasProperty', target, type),
    'prop ReferencedMemberName string get': first,
    'prop MemberType Type get': second,
    'prop IsHidden bool get': isHidden,
  }),
  memberType('ScriptProperty', {
    'new(string name, ScriptBlock getScriptBlock)': (name: string | null, get) => made(name, 'ScriptProperty', get),
    'new(string name, ScriptBlock getScriptBlock, ScriptBlock setScriptBlock)': (name: string | null, get, set) =>
      made(name, 'ScriptProperty', get, set),
    'prop GetScriptBlock ScriptBlock get': firstBlock,
    'prop SetScriptBlock ScriptBlock get': secondBlock,
    'prop IsHidden bool get': isHidden,
  }),
  memberType('CodeProperty', { 'prop IsHidden bool get': isHidden }),
  memberType('ScriptMethod', {
    'new(string name, ScriptBlock scriptToInvoke)': (name: string | null, script) => made(name, 'ScriptMethod', script),
    'prop Script ScriptBlock get': firstBlock,
  }),
  memberType('CodeMethod', {}),
  defineType({
    name: `${prefix}PropertySetData`,
    isSealed: true,
    assembly: 'System.Management.Automation',
    jsClass: PropertySetData,
    members: {
      'new(IEnumerable<string> referencedProperties)': (names) => new PropertySetData(itemsOf(names)),
      'prop ReferencedProperties Collection<string> get': (s: PropertySetData) => new NetCollection([...s.names.items]),
    },
  }),
];

function setting(name: keyof TypeSettings): PropertyFunctions {
  return {
    get: (d: TypeDefinition) => d.settings[name] ?? null,
    set: (d: TypeDefinition, value) => {
      Object.assign(d.settings, { [name]: value });
    },
  };
}

function set(
  name: 'defaultDisplayPropertySet' | 'defaultKeyPropertySet' | 'propertySerializationSet',
): PropertyFunctions {
  return {
    get: (d: TypeDefinition) => d.sets.get(name) ?? null,
    set: (d: TypeDefinition, value) => {
      if (value instanceof PropertySetData) d.sets.set(name, value);
      else d.sets.delete(name);
    },
  };
}

/** System.Management.Automation.Runspaces.TypeData and what it is made of. */
export const typeDefinitionTypes: readonly TypeSpec[] = [
  ...memberTypeSpecs,
  defineType({
    name: `${prefix}TypeData`,
    isSealed: true,
    assembly: 'System.Management.Automation',
    jsClass: TypeDefinition,
    members: {
      'new(string typeName)': (name: string | null) => {
        if (!name) throw argumentNull('typeName');
        return new TypeDefinition(name);
      },
      'new(Type type)': (type: NetType | null) => {
        if (!type) throw argumentNull('type');
        return new TypeDefinition(type.fullName);
      },
      'prop TypeName string get': (d: TypeDefinition) => d.typeName,
      'prop Members Dictionary<string,TypeMemberData> get': (d: TypeDefinition) => d.members,
      'prop TypeConverter Type get set': setting('typeConverter'),
      'prop TypeAdapter Type get set': {
        get: (d: TypeDefinition) => d.typeAdapter,
        set: (d: TypeDefinition, value) => {
          d.typeAdapter = value instanceof NetType ? value : null;
        },
      },
      'prop IsOverride bool get set': {
        get: (d: TypeDefinition) => d.isOverride,
        set: (d: TypeDefinition, value) => {
          d.isOverride = value === true;
        },
      },
      'prop SerializationMethod string get set': setting('serializationMethod'),
      'prop TargetTypeForDeserialization Type get set': setting('targetTypeForDeserialization'),
      'prop SerializationDepth uint get set': {
        get: (d: TypeDefinition) => d.settings.serializationDepth ?? 0,
        set: (d: TypeDefinition, value) => {
          d.settings.serializationDepth = Number(value);
        },
      },
      'prop DefaultDisplayProperty string get set': setting('defaultDisplayProperty'),
      'prop InheritPropertySerializationSet bool get set': setting('inheritPropertySerializationSet'),
      'prop StringSerializationSource string get set': setting('stringSerializationSource'),
      'prop DefaultDisplayPropertySet PropertySetData get set': set('defaultDisplayPropertySet'),
      'prop DefaultKeyPropertySet PropertySetData get set': set('defaultKeyPropertySet'),
      'prop PropertySerializationSet PropertySetData get set': set('propertySerializationSet'),
      'Copy() TypeData': (d: TypeDefinition) => d,
    },
  }),
];
