import { NumberKind } from './number-kinds.ts';

/** Full .NET names of the numeric types (and Char), by kind. */
export const numberTypeNames: Readonly<Record<NumberKind, string>> = {
  [NumberKind.None]: '',
  [NumberKind.Char]: 'System.Char',
  [NumberKind.SByte]: 'System.SByte',
  [NumberKind.Byte]: 'System.Byte',
  [NumberKind.Int16]: 'System.Int16',
  [NumberKind.UInt16]: 'System.UInt16',
  [NumberKind.Int32]: 'System.Int32',
  [NumberKind.UInt32]: 'System.UInt32',
  [NumberKind.Int64]: 'System.Int64',
  [NumberKind.UInt64]: 'System.UInt64',
  [NumberKind.Single]: 'System.Single',
  [NumberKind.Double]: 'System.Double',
  [NumberKind.Decimal]: 'System.Decimal',
  [NumberKind.BigInteger]: 'System.Numerics.BigInteger',
};

const kindsByTypeName: ReadonlyMap<string, NumberKind> = new Map(
  Object.entries(numberTypeNames)
    .filter(([, name]) => name !== '')
    // The entries of a record keyed by kind have those kinds as keys.
    .map(([kind, name]) => [name, Number(kind) as NumberKind]),
);

/** The kind of number a .NET type is, by its full name; `None` for types that are no numbers. */
export function numberKindOfType(fullName: string): NumberKind {
  return kindsByTypeName.get(fullName) ?? NumberKind.None;
}
