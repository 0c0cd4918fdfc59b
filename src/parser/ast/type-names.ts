import type { Extent } from '../source.ts';

/** A name between brackets, as PowerShell's ITypeName. `fullName` is the whole name in PowerShell's notation. */
export type TypeName = SimpleTypeName | GenericTypeName | ArrayTypeName;

/** A plain name such as `System.Int32`, perhaps with the assembly that follows a comma. */
export interface SimpleTypeName {
  readonly kind: 'TypeName';
  readonly extent: Extent;
  readonly name: string;
  readonly fullName: string;
  readonly assemblyName: string | undefined;
}

/** A generic type with its arguments: `List[int]`. */
export interface GenericTypeName {
  readonly kind: 'GenericTypeName';
  readonly extent: Extent;
  readonly name: string;
  readonly fullName: string;
  readonly assemblyName: string | undefined;
  readonly typeName: SimpleTypeName;
  readonly genericArguments: readonly TypeName[];
}

/** An array of an element type: `int[]` has rank 1, `int[,]` rank 2. */
export interface ArrayTypeName {
  readonly kind: 'ArrayTypeName';
  readonly extent: Extent;
  readonly name: string;
  readonly fullName: string;
  readonly assemblyName: string | undefined;
  readonly elementType: TypeName;
  readonly rank: number;
}
