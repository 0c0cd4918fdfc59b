import type { EngineContext } from '../../engine.ts';
import { Assembly } from '../../values/assembly.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { assemblyNameOf, NetType } from '../../values/net-type.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, badArgument, invalidOperation } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';
import { typeReflection } from './type-reflection.ts';

const primitives = new Set([
  'Boolean',
  'Byte',
  'SByte',
  'Int16',
  'UInt16',
  'Int32',
  'UInt32',
  'Int64',
  'UInt64',
  'IntPtr',
  'UIntPtr',
  'Char',
  'Double',
  'Single',
]);

function isPrimitive(t: NetType): boolean {
  return t.namespace === 'System' && t.kind === 'struct' && primitives.has(t.name);
}

function enumOf(t: NetType): NetType {
  if (!t.isEnum) throw badArgument(`[${t}] is no enum.`, 'enumType');
  return t;
}

/** Values of TypeCode by type name; Object (1) for all others. */
const typeCodes: Readonly<Record<string, number>> = {
  DBNull: 2,
  Boolean: 3,
  Char: 4,
  SByte: 5,
  Byte: 6,
  Int16: 7,
  UInt16: 8,
  Int32: 9,
  UInt32: 10,
  Int64: 11,
  UInt64: 12,
  Single: 13,
  Double: 14,
  Decimal: 15,
  DateTime: 16,
  String: 18,
};

function typeCode(t: NetType | null): number {
  if (!t) return 0;
  const of = t.enumInfo?.underlying ?? t;
  return of.namespace === 'System' ? (typeCodes[of.name] ?? 1) : 1;
}

/** Whether a value is of a type: `-is` and IsInstanceOfType. */
function isInstance(t: NetType, value: PSValue): boolean {
  const base = baseOf(value);
  return base !== null && base !== undefined && t.isAssignableFrom(typeOf(base));
}

const properties: MemberTable = {
  'prop FullName string get': (t: NetType) => (t.kind === 'genericParameter' ? null : t.fullName),
  'prop AssemblyQualifiedName string get': (t: NetType) => `${t.fullName}, ${assemblyNameOf(t)}`,
  'prop Namespace string get': (t: NetType) => t.namespace,
  'prop IsEnum bool get': (t: NetType) => t.isEnum,
  'prop IsConstructedGenericType bool get': (t: NetType) => t.genericArguments.length > 0,
  'prop IsGenericType bool get': (t: NetType) => t.genericArguments.length > 0 || t.isGenericDefinition,
  'prop IsGenericTypeDefinition bool get': (t: NetType) => t.isGenericDefinition,
  'prop ContainsGenericParameters bool get': (t: NetType) => t.isGenericDefinition || t.kind === 'genericParameter',
  'prop Name string get': (t: NetType) => t.name,
  'prop DeclaringType Type get': (t: NetType) => t.declaringType ?? null,
  'prop Assembly Assembly get': (t: NetType) => Assembly.of(assemblyNameOf(t)),
  'prop BaseType Type get': (t: NetType) => t.baseType,
  'prop IsGenericParameter bool get': (t: NetType) => t.kind === 'genericParameter',
  'prop MemberType string get': (t: NetType) => (t.declaringType ? 'NestedType' : 'TypeInfo'),
  'prop ReflectedType Type get': (t: NetType) => t.declaringType ?? null,
  'prop UnderlyingSystemType Type get': (t: NetType) => t,
  'prop GenericTypeParameters Type[] get': (t: NetType) => (t.isGenericDefinition ? genericArguments(t) : []),
  'prop ImplementedInterfaces IEnumerable<Type> get': (t: NetType) => [...t.interfaces],
  'prop IsInterface bool get': (t: NetType) => t.isInterface,
  'prop IsNested bool get': (t: NetType) => t.declaringType !== undefined,
  'prop IsArray bool get': (t: NetType) => t.isArray,
  'prop IsByRef bool get': (t: NetType) => t.kind === 'byRef',
  'prop IsPointer bool get': () => false,
  'prop HasElementType bool get': (t: NetType) => t.elementType !== undefined,
  'prop GenericTypeArguments Type[] get': (t: NetType) => [...t.genericArguments],
  'prop IsAbstract bool get': (t: NetType) => t.isAbstract,
  'prop IsSealed bool get': (t: NetType) => t.isSealed,
  'prop IsClass bool get': (t: NetType) => !t.isValueType && !t.isInterface,
  'prop IsNotPublic bool get': (t: NetType) => !t.isPublic,
  'prop IsPublic bool get': (t: NetType) => t.isPublic && !t.declaringType,
  'prop IsPrimitive bool get': isPrimitive,
  'prop IsValueType bool get': (t: NetType) => t.isValueType,
  'prop IsSerializable bool get': (t: NetType) => !t.isInterface,
  'prop IsVisible bool get': (t: NetType) => t.isPublic,
};

function genericArguments(t: NetType): NetType[] {
  if (t.genericArguments.length > 0) return [...t.genericArguments];
  return t.isGenericDefinition ? [...typeTable().scopeOf(t).values()] : [];
}

const methods: MemberTable = {
  'Equals(Type o) bool': (a, b) => a === b,
  'GetArrayRank() int': (t: NetType) => {
    if (!t.isArray) throw badArgument('The type is no array.');
    return t.rank;
  },
  'GetElementType() Type': (t: NetType) => t.elementType ?? null,
  'GetEnumName(object value) string': (t: NetType, value) =>
    enumOf(t) && (value instanceof EnumValue ? value.toString() : null),
  'GetEnumNames() string[]': (t: NetType) => [...(enumOf(t).enumInfo?.names ?? [])],
  'GetEnumUnderlyingType() Type': (t: NetType) => enumOf(t).enumInfo?.underlying,
  'GetEnumValues() Array'(t: NetType) {
    return typeSystemOf(this).invokeStatic(coreTypes().enum, 'GetValues', [enumOf(t)]);
  },
  'GetGenericArguments() Type[]': genericArguments,
  'GetGenericTypeDefinition() Type': (t: NetType) => {
    const definition = t.isGenericDefinition ? t : t.genericDefinition;
    if (!definition) throw invalidOperation('The type is not generic.');
    return definition;
  },
  'GetInterface(string name) Type': (t: NetType, name: string | null) =>
    t.interfaces.find((i) => i.name === name || i.fullName === name) ?? null,
  'GetInterfaces() Type[]': (t: NetType) => [...t.interfaces],
  'GetNestedTypes() Type[]': () => [],
  'IsAssignableFrom(Type c) bool': (t: NetType, c: NetType | null) => c !== null && t.isAssignableFrom(c),
  'IsAssignableTo(Type targetType) bool': (t: NetType, c: NetType | null) => c?.isAssignableFrom(t) ?? false,
  'IsEnumDefined(object value) bool'(t: NetType, value) {
    return typeSystemOf(this).invokeStatic(coreTypes().enum, 'IsDefined', [enumOf(t), value]);
  },
  'IsInstanceOfType(object o) bool': isInstance,
  'IsSubclassOf(Type c) bool': (t: NetType, c: NetType | null) => {
    if (!c) throw argumentNull('c');
    return t.isSubclassOf(c);
  },
  'MakeArrayType() Type': (t: NetType) => typeTable().arrayOf(t),
  'MakeArrayType(int rank) Type': (t: NetType, rank: number) => typeTable().arrayOf(t, rank),
  'MakeGenericType(params Type[] typeArguments) Type': (t: NetType, args: TypedArray) => {
    const types = itemsOf(args).filter((a) => a instanceof NetType);
    if (types.length !== t.genericParameters.length) throw badArgument('The number of type arguments is wrong.');
    return typeTable().instantiate(t, types);
  },
  'ToString() string': (t: NetType) => t.toString(),
  'static field EmptyTypes Type[]': () => [],
  'static GetType(string typeName) Type'(name: string | null) {
    return named(this, name);
  },
  'static GetType(string typeName, bool throwOnError) Type'(name: string | null, throws: boolean) {
    return named(this, name, throws);
  },
  'static GetType(string typeName, bool throwOnError, bool ignoreCase) Type'(name: string | null, throws: boolean) {
    return named(this, name, throws);
  },
  'static GetTypeCode(Type type) TypeCode': typeCode,
};

/** By full .NET name only. */
function named(engine: EngineContext, name: string | null, throws = false): PSValue {
  if (name === null) throw argumentNull('typeName');
  const found = name.includes('.') || name.includes('[') ? typeSystemOf(engine).findType(name) : undefined;
  if (!found && throws)
    throw Object.assign(badArgument(`There is no type '${name}'.`), { typeName: 'System.TypeLoadException' });
  return found ?? null;
}

/** System.Type, System.RuntimeType and what they derive from. */
export const typeTypes = [
  defineType({ name: 'System.Reflection.MemberInfo', isAbstract: true, interfaces: 'ICustomAttributeProvider' }),
  defineType({
    name: 'System.Type',
    base: 'MemberInfo',
    isAbstract: true,
    members: { ...properties, ...methods, ...typeReflection },
    convertFrom: {
      accepts: (from) => from === coreTypes().string,
      errorId: 'InvalidCastFromStringToType',
      hidesInner: true,
      convert(name: string) {
        const found = typeSystemOf(this).findType(name);
        if (!found) throw badArgument(`There is no type '${name}'.`);
        return found;
      },
    },
  }),
  defineType({ name: 'System.Reflection.TypeInfo', base: 'System.Type', isAbstract: true }),
  defineType({ name: 'System.RuntimeType', base: 'TypeInfo', jsClass: NetType, isSealed: true }),
];
