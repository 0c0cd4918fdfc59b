/**
 * The kinds of numbers, coded as .NET's TypeCode orders them (about_Numeric_Literals lists the types); BigInteger,
 * which has no TypeCode, stands last. `None` means "not a number".
 */
export const NumberKind = {
  None: 0,
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
  BigInteger: 20,
} as const;

/** One of the codes of the {@link NumberKind} table. */
export type NumberKind = (typeof NumberKind)[keyof typeof NumberKind];

/** How many bits the integers have. */
export const integerBits: Readonly<Partial<Record<NumberKind, number>>> = {
  [NumberKind.SByte]: 8,
  [NumberKind.Byte]: 8,
  [NumberKind.Int16]: 16,
  [NumberKind.UInt16]: 16,
  [NumberKind.Int32]: 32,
  [NumberKind.UInt32]: 32,
  [NumberKind.Int64]: 64,
  [NumberKind.UInt64]: 64,
};

/**
 * The base of every number that is not represented by a raw JS number or bigint. `kind` lives on the prototype, so a
 * boxed number costs one object with one or two fields.
 */
export abstract class BoxedNumber {
  /** The kind of this number. */
  abstract get kind(): NumberKind;
}
