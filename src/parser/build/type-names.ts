import type { ArrayTypeName, GenericTypeName, SimpleTypeName, TypeName } from '../ast/type-names.ts';
import type { Extent } from '../source.ts';

/** Makes a plain type name; a doubled backtick in the text stands for one. */
export function simpleTypeName(extent: Extent, text: string, assemblyName?: string): SimpleTypeName {
  const name = text.replaceAll('``', '`');
  return { kind: 'TypeName', extent, name, fullName: qualified(name, assemblyName), assemblyName };
}

/** Makes the name of a generic type with its arguments. */
export function genericTypeName(
  extent: Extent,
  typeName: SimpleTypeName,
  genericArguments: readonly TypeName[],
): GenericTypeName {
  const { assemblyName } = typeName;
  const full = `${typeName.name}[${genericArguments.map((argument) => argument.fullName).join(',')}]`;
  const name = `${typeName.name}[${genericArguments.map((argument) => argument.name).join(',')}]`;
  return {
    kind: 'GenericTypeName',
    extent,
    name,
    fullName: qualified(full, assemblyName),
    assemblyName,
    typeName,
    genericArguments,
  };
}

/** Makes the name of an array type; the assembly of the element is the array's. */
export function arrayTypeName(extent: Extent, elementType: TypeName, rank: number): ArrayTypeName {
  const { assemblyName } = elementType;
  const name = `${elementType.name}[${','.repeat(rank - 1)}]`;
  return {
    kind: 'ArrayTypeName',
    extent,
    name,
    fullName: qualified(name, assemblyName),
    assemblyName,
    elementType,
    rank,
  };
}

function qualified(name: string, assemblyName: string | undefined): string {
  return assemblyName === undefined ? name : `${name},${assemblyName}`;
}
