import { wildcardOf } from '../text/wildcard.ts';
import { defineType, type TypeSpec } from '../types/define-type.ts';
import { memberTypeBits } from '../types/microsoft-powershell-commands/utility-results.ts';
import { badArgument } from '../types/net-error.ts';
import { itemsOf } from '../types/sequence.ts';
import { NetEnumerator } from '../values/net-enumerable.ts';
import { NetCollection } from '../values/net-list.ts';
import type { NetType } from '../values/net-type.ts';
import { PSMember, PSMemberCollection } from '../values/ps-member.ts';
import type { ExtendedMember, ExtendedMemberKind } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { ExtendedInfo, NoteInfo } from './member-info.ts';
import { typeDefinitionTypes } from './type-definition-types.ts';

const prefix = 'System.Management.Automation.';

const detail = (name: string) => (m: PSMember) => m.detail(name);

function extended(name: string | null, kind: ExtendedMemberKind, value: PSValue, secondValue?: PSValue): ExtendedInfo {
  if (!name) throw badArgument('A member needs a name.', 'name');
  const member: ExtendedMember = { kind, name, value, ...(secondValue === undefined ? {} : { secondValue }) };
  return new ExtendedInfo(undefined, member, true);
}

const memberInfo = defineType({
  name: `${prefix}PSMemberInfo`,
  isAbstract: true,
  jsClass: PSMember as never,
  typeNameOf: (m: PSMember) => `${prefix}PS${m.kind}`,
  members: {
    'prop MemberType PSMemberTypes get': (m: PSMember) => memberTypeBits[m.kind],
    'prop Value object get set': {
      get(m: PSMember) {
        return m.getValue(this);
      },
      set(m: PSMember, value) {
        return m.setValue(this, value);
      },
    },
    'prop TypeNameOfValue string get'(m: PSMember) {
      return m.typeNameOfValue(this);
    },
    'prop Name string get': (m: PSMember) => m.name,
    'prop IsInstance bool get': (m: PSMember) => m.isInstance,
    'Copy() PSMemberInfo': (m) => m,
    'ToString() string'(m: PSMember) {
      return m.definition(this);
    },
  },
});

const propertyInfo = defineType({
  name: `${prefix}PSPropertyInfo`,
  base: 'PSMemberInfo',
  isAbstract: true,
  members: {
    'prop IsSettable bool get': (m: PSMember) => m.access.set,
    'prop IsGettable bool get': (m: PSMember) => m.access.get,
  },
});

const methodInfo = defineType({
  name: `${prefix}PSMethodInfo`,
  base: 'PSMemberInfo',
  isAbstract: true,
  members: {
    'prop OverloadDefinitions Collection<string> get': (m: PSMember) => {
      const list = m.detail('OverloadDefinitions');
      return new NetCollection(Array.isArray(list) ? list : []);
    },
    'Invoke(params object[] arguments) object'(m: PSMember, args: PSValue) {
      return m.invoke(this, args === null ? [] : itemsOf(args));
    },
  },
});

const kinds: readonly TypeSpec[] = [
  defineType({ name: `${prefix}PSProperty`, base: 'PSPropertyInfo' }),
  defineType({
    name: `${prefix}PSNoteProperty`,
    base: 'PSPropertyInfo',
    members: {
      'new(string name, object value)': (name: string | null, value) => {
        if (!name) throw badArgument('A member needs a name.', 'name');
        return new NoteInfo(name, undefined, value);
      },
    },
  }),
  defineType({
    name: `${prefix}PSAliasProperty`,
    base: 'PSPropertyInfo',
    members: {
      'new(string name, string referencedMemberName)': (name: string | null, target) =>
        extended(name, 'AliasProperty', target),
      'new(string name, string referencedMemberName, Type conversionType)': (
        name: string | null,
        target,
        type: NetType | null,
      ) => extended(name, 'AliasProperty', target, type),
      'prop ReferencedMemberName string get': detail('ReferencedMemberName'),
      'prop ConversionType Type get': detail('ConversionType'),
    },
  }),
  defineType({
    name: `${prefix}PSScriptProperty`,
    base: 'PSPropertyInfo',
    members: {
      'new(string name, ScriptBlock getterScript)': (name: string | null, getter) =>
        extended(name, 'ScriptProperty', getter),
      'new(string name, ScriptBlock getterScript, ScriptBlock setterScript)': (name: string | null, getter, setter) =>
        extended(name, 'ScriptProperty', getter, setter),
      'prop GetterScript ScriptBlock get': detail('GetterScript'),
      'prop SetterScript ScriptBlock get': detail('SetterScript'),
    },
  }),
  defineType({ name: `${prefix}PSCodeProperty`, base: 'PSPropertyInfo' }),
  defineType({ name: `${prefix}PSMethod`, base: 'PSMethodInfo' }),
  defineType({ name: `${prefix}PSParameterizedProperty`, base: 'PSMethodInfo' }),
  defineType({
    name: `${prefix}PSScriptMethod`,
    base: 'PSMethodInfo',
    members: {
      'new(string name, ScriptBlock script)': (name: string | null, script) => extended(name, 'ScriptMethod', script),
      'prop Script ScriptBlock get': detail('Script'),
    },
  }),
  defineType({ name: `${prefix}PSCodeMethod`, base: 'PSMethodInfo' }),
  defineType({
    name: `${prefix}PSMemberSet`,
    base: 'PSMemberInfo',
    members: {
      'new(string name)': (name: string | null) => extended(name, 'MemberSet', []),
      'new(string name, IEnumerable<PSMemberInfo> members)': (name: string | null, members) =>
        extended(name, 'MemberSet', [...itemsOf(members)]),
    },
  }),
  defineType({
    name: `${prefix}PSPropertySet`,
    base: 'PSMemberInfo',
    members: {
      'new(string name, IEnumerable<string> referencedPropertyNames)': (name: string | null, names) =>
        extended(name, 'PropertySet', [...itemsOf(names)]),
      'prop ReferencedPropertyNames Collection<string> get': (m: PSMember) => {
        const names = m.detail('ReferencedPropertyNames');
        return new NetCollection(Array.isArray(names) ? [...names] : []);
      },
    },
  }),
];

const collection = defineType({
  name: `${prefix}PSMemberInfoIntegratingCollection<T>`,
  base: 'PSMemberInfoCollection<T>',
  jsClass: PSMemberCollection,
  interfaces: 'IEnumerable<T>, IEnumerable',
  members: {
    'prop Item[string] object get': (c: PSMemberCollection, name: string | null) =>
      name === null ? null : (c.source.find(name) ?? null),
    'prop Count int get': (c: PSMemberCollection) => c.source.list().length,
    'Add(PSMemberInfo member) void': (c: PSMemberCollection, member: PSMember) => c.source.add(member),
    'Add(PSMemberInfo member, bool preValidated) void': (c: PSMemberCollection, member: PSMember) =>
      c.source.add(member),
    'Remove(string name) void': (c: PSMemberCollection, name: string | null) => c.source.remove(name ?? ''),
    'Match(string name) Collection<PSMemberInfo>': (c: PSMemberCollection, name: string | null) => matching(c, name),
    'Match(string name, PSMemberTypes memberTypes) Collection<PSMemberInfo>': (
      c: PSMemberCollection,
      name: string | null,
      types: { value: number | bigint },
    ) => matching(c, name, Number(types.value)),
    'GetEnumerator() IEnumerator': (c: PSMemberCollection) => new NetEnumerator(() => c[Symbol.iterator]()),
  },
});

function matching(c: PSMemberCollection, name: string | null, types = -1): NetCollection {
  const pattern = wildcardOf(name ?? '', true);
  return new NetCollection(
    c.source.list().filter((m) => pattern.isMatch(m.name) && (memberTypeBits[m.kind] & types) !== 0),
  );
}

/** PSMemberInfo and its kinds; their classes belong to this layer. */
export const memberTypes: readonly TypeSpec[] = [
  memberInfo,
  propertyInfo,
  methodInfo,
  ...kinds,
  defineType({
    name: `${prefix}PSMemberInfoCollection<T>`,
    isAbstract: true,
    interfaces: 'IEnumerable<T>, IEnumerable',
  }),
  collection,
  ...typeDefinitionTypes,
];
