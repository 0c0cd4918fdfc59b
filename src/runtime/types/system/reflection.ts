import { Assembly, AssemblyName } from '../../values/assembly.ts';
import { MemberInfoValue } from '../../values/member-info-value.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { Version } from '../../values/version.ts';
import { coreTypes } from '../core-types.ts';
import { defineType } from '../define-type.ts';
import type { Parameter } from '../member.ts';
import { badArgument, notSupported } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';

/** System.Reflection.ParameterInfo as a value. */
class ParameterInfoValue extends NetObject {
  readonly parameter: Parameter;
  readonly position: number;

  constructor(parameter: Parameter, position: number) {
    super();
    this.parameter = parameter;
    this.position = position;
  }
}

function parameters(m: MemberInfoValue): ParameterInfoValue[] {
  return (m.overload?.parameters ?? []).map((p, i) => new ParameterInfoValue(p, i));
}

const shared = {
  'prop Name string get': (m: MemberInfoValue) => m.name,
  'prop DeclaringType Type get': (m: MemberInfoValue) => m.declaringType,
  'prop ReflectedType Type get': (m: MemberInfoValue) => m.declaringType,
  'prop MemberType string get': (m: MemberInfoValue) => m.kind,
  'prop IsStatic bool get': (m: MemberInfoValue) => m.isStatic,
  'prop IsPublic bool get': () => true,
};

/** Member objects of reflection and assemblies. */
export const reflectionTypes = [
  defineType({
    name: 'System.Reflection.MethodBase',
    base: 'MemberInfo',
    isAbstract: true,
    jsClass: MemberInfoValue as never,
    typeNameOf: (m: MemberInfoValue) => `System.Reflection.${m.kind}Info`,
    members: {
      ...shared,
      'prop IsConstructor bool get': (m: MemberInfoValue) => m.kind === 'Constructor',
      'GetParameters() ParameterInfo[]': parameters,
      'ToString() string': (m: MemberInfoValue) =>
        `${m.overload?.returnType} ${m.name}(${(m.overload?.parameters ?? []).map((p) => p.type.toString()).join(', ')})`,
      'Invoke(object obj, object[] parameters) object'(m: MemberInfoValue, self: PSValue, args: PSValue) {
        if (!m.overload) throw notSupported('The member is no method.');
        return m.overload.invoke(this, self, args === null ? [] : itemsOf(args));
      },
    },
  }),
  defineType({
    name: 'System.Reflection.MethodInfo',
    base: 'MethodBase',
    isAbstract: true,
    members: { 'prop ReturnType Type get': (m: MemberInfoValue) => m.overload?.returnType },
  }),
  defineType({
    name: 'System.Reflection.ConstructorInfo',
    base: 'MethodBase',
    isAbstract: true,
    members: {
      'Invoke(object[] parameters) object'(m: MemberInfoValue, args: PSValue) {
        return m.overload?.invoke(this, null, args === null ? [] : itemsOf(args));
      },
    },
  }),
  defineType({
    name: 'System.Reflection.PropertyInfo',
    base: 'MemberInfo',
    isAbstract: true,
    members: {
      ...shared,
      'prop PropertyType Type get': (m: MemberInfoValue) => m.property?.type,
      'prop CanRead bool get': (m: MemberInfoValue) => m.property?.get !== undefined,
      'prop CanWrite bool get': (m: MemberInfoValue) => m.property?.set !== undefined,
      'GetValue(object obj) object'(m: MemberInfoValue, self: PSValue) {
        return m.property?.get?.(this, self) ?? null;
      },
      'GetValue(object obj, object[] index) object'(m: MemberInfoValue, self: PSValue) {
        return m.property?.get?.(this, self) ?? null;
      },
      'SetValue(object obj, object value) void'(m: MemberInfoValue, self: PSValue, value: PSValue) {
        if (!m.property?.set) throw badArgument('The property has no setter.');
        return m.property.set(this, self, value);
      },
      'ToString() string': (m: MemberInfoValue) => `${m.property?.type} ${m.name}`,
    },
  }),
  defineType({
    name: 'System.Reflection.FieldInfo',
    base: 'MemberInfo',
    isAbstract: true,
    members: {
      ...shared,
      'prop FieldType Type get': (m: MemberInfoValue) => m.property?.type,
      'GetValue(object obj) object'(m: MemberInfoValue, self: PSValue) {
        return m.property?.get?.(this, self) ?? null;
      },
      'ToString() string': (m: MemberInfoValue) => `${m.property?.type} ${m.name}`,
    },
  }),
  defineType({
    name: 'System.Reflection.ParameterInfo',
    jsClass: ParameterInfoValue as never,
    members: {
      'prop Name string get': (p: ParameterInfoValue) => p.parameter.name,
      'prop ParameterType Type get': (p: ParameterInfoValue) => p.parameter.type,
      'prop Position int get': (p: ParameterInfoValue) => p.position,
      'prop IsOptional bool get': (p: ParameterInfoValue) => p.parameter.isOptional,
      'prop IsOut bool get': (p: ParameterInfoValue) => p.parameter.isByRef,
      'prop DefaultValue object get': (p: ParameterInfoValue) => p.parameter.defaultValue ?? null,
      'ToString() string': (p: ParameterInfoValue) => `${p.parameter.type} ${p.parameter.name}`,
    },
  }),
  defineType({
    name: 'System.Reflection.Assembly',
    isAbstract: true,
    jsClass: Assembly as never,
    members: {
      'prop FullName string get': (a: Assembly) => a.fullName,
      'prop Location string get'(a: Assembly) {
        return `${this.platform.installDirectory}/${a.simpleName}.dll`;
      },
      'prop IsDynamic bool get': (a: Assembly) => a.simpleName === 'PowerShell Class Assembly',
      'GetName() AssemblyName': (a: Assembly) => new AssemblyName(a.fullName),
      'GetType(string name) Type'(_a: Assembly, name: string | null) {
        return typeSystemOf(this).invokeStatic(coreTypes().type, 'GetType', [name]);
      },
      'ToString() string': (a: Assembly) => a.fullName,
    },
  }),
  defineType({
    name: 'System.Reflection.AssemblyName',
    jsClass: AssemblyName,
    members: {
      'new(string assemblyName)': (name: string) => new AssemblyName(name),
      'prop Name string get': (a: AssemblyName) => a.name,
      'prop FullName string get': (a: AssemblyName) => a.fullName,
      'prop Version Version get': (a: AssemblyName) => Version.tryParse(a.part('Version') ?? '') ?? null,
      'prop CultureName string get': (a: AssemblyName) => {
        const culture = a.part('Culture') ?? '';
        return culture === 'neutral' ? '' : culture;
      },
      'GetPublicKeyToken() byte[]': (a: AssemblyName) => tokenOf(a.part('PublicKeyToken')),
      'ToString() string': (a: AssemblyName) => a.fullName,
    },
  }),
];

function tokenOf(digits: string | undefined): PSValue {
  if (digits === undefined || digits === 'null') return null;
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return new TypedArray(coreTypes().byte, bytes);
}
