import { MemberInfoValue } from '../../values/member-info-value.ts';
import type { NetType } from '../../values/net-type.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { MemberTable } from '../define-type.ts';
import { isProperty, MethodGroup, type MethodOverload } from '../member.ts';
import { membersOf } from '../members-of.ts';
import { itemsOf } from '../sequence.ts';

const BindingFlags = { IgnoreCase: 1, Instance: 4, Static: 8 } as const;

function methodsOf(type: NetType, isStatic: boolean): MemberInfoValue[] {
  return membersOf(type)
    .all(isStatic)
    .filter((m) => m instanceof MethodGroup)
    .flatMap((m) => m.overloads.filter((o) => !o.interfaceType).map((o) => MemberInfoValue.method(o)));
}

function methods(type: NetType): MemberInfoValue[] {
  return [...methodsOf(type, false), ...methodsOf(type, true)];
}

function dataMembers(type: NetType, wantsField: boolean): MemberInfoValue[] {
  return [...membersOf(type).all(false), ...membersOf(type).all(true)]
    .filter((m) => isProperty(m))
    .filter((m) => m.isField === wantsField)
    .map((m) => MemberInfoValue.data(m));
}

function constructors(type: NetType): MemberInfoValue[] {
  return membersOf(type).constructors.map((c) => MemberInfoValue.method(c));
}

function named(list: readonly MemberInfoValue[], name: string | null, ignoreCase = false): MemberInfoValue | null {
  const wanted = ignoreCase ? name?.toLowerCase() : name;
  return list.find((m) => (ignoreCase ? m.name.toLowerCase() : m.name) === wanted) ?? null;
}

function takes(overload: MethodOverload | undefined, types: TypedArray): boolean {
  const wanted = itemsOf(types);
  return overload?.parameters.length === wanted.length && overload.parameters.every((p, i) => p.type === wanted[i]);
}

const flagsOf = (flags: { value: number | bigint }): number => Number(flags.value);

function byFlags(list: readonly MemberInfoValue[], flags: { value: number | bigint }): MemberInfoValue[] {
  const bits = flagsOf(flags);
  return list.filter((m) => (bits & (m.isStatic ? BindingFlags.Static : BindingFlags.Instance)) !== 0);
}

type Flags = { value: number | bigint };

/** GetMethods, GetProperties and their kin. */
export const typeReflection: MemberTable = {
  'GetConstructors() ConstructorInfo[]': constructors,
  'GetConstructor(Type[] types) ConstructorInfo': (t: NetType, types: TypedArray) =>
    constructors(t).find((c) => takes(c.overload, types)) ?? null,
  'GetMethods() MethodInfo[]': methods,
  'GetMethods(BindingFlags bindingAttr) MethodInfo[]': (t: NetType, flags: Flags) => byFlags(methods(t), flags),
  'GetMethod(string name) MethodInfo': (t: NetType, name: string | null) => named(methods(t), name),
  'GetMethod(string name, BindingFlags bindingAttr) MethodInfo': (t: NetType, name: string | null, flags: Flags) =>
    named(byFlags(methods(t), flags), name, (flagsOf(flags) & BindingFlags.IgnoreCase) !== 0),
  'GetMethod(string name, Type[] types) MethodInfo': (t: NetType, name: string | null, types: TypedArray) =>
    methods(t).find((m) => m.name === name && takes(m.overload, types)) ?? null,
  'GetProperties() PropertyInfo[]': (t: NetType) => dataMembers(t, false),
  'GetProperties(BindingFlags bindingAttr) PropertyInfo[]': (t: NetType, flags: Flags) =>
    byFlags(dataMembers(t, false), flags),
  'GetProperty(string name) PropertyInfo': (t: NetType, name: string | null) => named(dataMembers(t, false), name),
  'GetProperty(string name, BindingFlags bindingAttr) PropertyInfo': (t: NetType, name: string | null, flags: Flags) =>
    named(byFlags(dataMembers(t, false), flags), name, (flagsOf(flags) & BindingFlags.IgnoreCase) !== 0),
  'GetFields() FieldInfo[]': (t: NetType) => dataMembers(t, true),
  'GetFields(BindingFlags bindingAttr) FieldInfo[]': (t: NetType, flags: Flags) => byFlags(dataMembers(t, true), flags),
  'GetField(string name) FieldInfo': (t: NetType, name: string | null) => named(dataMembers(t, true), name),
  'GetField(string name, BindingFlags bindingAttr) FieldInfo': (t: NetType, name: string | null, flags: Flags) =>
    named(byFlags(dataMembers(t, true), flags), name, (flagsOf(flags) & BindingFlags.IgnoreCase) !== 0),
  'GetMembers() MemberInfo[]': (t: NetType) => [
    ...methods(t),
    ...constructors(t),
    ...dataMembers(t, false),
    ...dataMembers(t, true),
  ],
  'GetCustomAttributes(bool inherit) object[]': () => [],
  'GetCustomAttributes(Type attributeType, bool inherit) object[]': () => [],
};
