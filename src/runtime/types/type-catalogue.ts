import type { KnownType, SimpleTypeName, TypeCatalogue, TypeName } from '../../parser/index.ts';
import type { NetType } from '../values/net-type.ts';
import { accelerators } from './accelerators.ts';

/** Finds the type that a name in brackets means, undefined when there is none. */
export type FindType = (name: string) => NetType | undefined;

/**
 * The types that the parser's checks are told of. Names that .NET may well have although no type is emulated for them
 * (qualified ones, those of open namespaces, shortcuts) count as known, so that only names that cannot exist are errors.
 */
export function typeCatalogue(find: FindType): TypeCatalogue {
  return {
    resolve: (name, use, namespaces) => {
      const type = resolve(find, name, use, namespaces);
      if (type !== undefined) return knownType(type);
      return mayExist(name, namespaces) ? assumedType(name) : undefined;
    },
  };
}

function resolve(
  find: FindType,
  name: TypeName,
  use: 'type' | 'attribute',
  namespaces: readonly string[],
): NetType | undefined {
  if (name.kind !== 'TypeName') return find(name.fullName);
  const suffixes = use === 'attribute' ? ['', 'Attribute'] : [''];
  for (const prefix of ['', ...namespaces.map((namespace) => `${namespace}.`)]) {
    for (const suffix of suffixes) {
      const found = find(prefix + name.name + suffix);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function mayExist(name: TypeName, namespaces: readonly string[]): boolean {
  switch (name.kind) {
    case 'ArrayTypeName':
      return mayExist(name.elementType, namespaces);
    case 'GenericTypeName':
      return mayExist(name.typeName, namespaces);
    case 'TypeName':
      return mayExistSimple(name, namespaces);
  }
}

function mayExistSimple({ name, assemblyName }: SimpleTypeName, namespaces: readonly string[]): boolean {
  return /[.+]/.test(name) || assemblyName !== undefined || namespaces.length > 0 || shortcuts.has(name.toLowerCase());
}

const shortcuts: ReadonlySet<string> = new Set(Object.keys(accelerators).map((name) => name.toLowerCase()));

/** Types other than enums whose `TypeCode` is not Object. */
const simpleTypes: ReadonlySet<string> = new Set(
  'Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal DateTime String DBNull'
    .split(' ')
    .map((name) => `System.${name}`),
);

function knownType(type: NetType): KnownType {
  return {
    fullName: type.fullName,
    isSimple: type.isEnum || simpleTypes.has(type.fullName),
    isSealed: type.isSealed,
    isInterface: type.isInterface,
    isSubclassOf: (other) => {
      for (let base = type.baseType; base !== null; base = base.baseType) {
        if (base.fullName === other.fullName) return true;
      }
      return false;
    },
  };
}

function assumedType({ fullName }: TypeName): KnownType {
  return {
    fullName,
    isSimple: false,
    isSealed: false,
    // Unknown: neither a base class nor an interface is ruled out.
    isInterface: true,
    isSubclassOf: () => false,
  };
}
